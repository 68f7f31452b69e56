/** How a deadline in business time is told. Days come written. */
export const businessTime = {
  calendar: (region: string): string => `by the calendar of ${region}`,
  off: (days: string, many: boolean): string => `where ${days} ${many ? 'do' : 'does'} not count`,
  day: (day: string, holiday: string | undefined): string => (holiday ? `${day} (${holiday})` : day),
};
