/** How a deadline in business time is told. Days come written. */
export const businessTime = {
  calendar: (region: string): string => `secondo il calendario di ${region}`,
  off: (days: string, many: boolean): string => `in cui ${days} non ${many ? 'contano' : 'conta'}`,
  day: (day: string, holiday: string | undefined): string => (holiday ? `${day} (${holiday})` : day),
};
