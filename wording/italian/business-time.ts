/** How a deadline in business time is told. Days come written. */
import { il } from './articles.js';

export const businessTime = {
  calendar: (region: string): string => `secondo il calendario di ${region}`,
  off: (days: string, many: boolean): string => `in cui ${days} non ${many ? 'contano' : 'conta'}`,
  day: (day: string, holiday: string | undefined): string => (holiday ? `${il(day)} (${holiday})` : il(day)),
};
