/** How a deadline in business time is told. Days come written. */
export const businessTime = {
  calendar: (region: string): string => `pelo calendário de ${region}`,
  off: (days: string, many: boolean): string => `em que ${days} não ${many ? 'contam' : 'conta'}`,
  day: (day: string, holiday: string | undefined): string => (holiday ? `${day} (${holiday})` : day),
};
