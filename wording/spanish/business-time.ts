/** How a deadline in business time is told. Days come written. */
export const businessTime = {
  calendar: (region: string): string => `según el calendario de ${region}`,
  off: (days: string, many: boolean): string => `en el que ${days} no ${many ? 'cuentan' : 'cuenta'}`,
  day: (day: string, holiday: string | undefined): string => (holiday ? `el ${day} (${holiday})` : `el ${day}`),
};
