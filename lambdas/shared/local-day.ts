import { addDays } from '../../sql/end-of-day.js';

/** The local day before an instant (ISO 8601): the run date of a night that starts then. */
export function dayBefore(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return addDays(format.format(Date.parse(instant)), -1);
}
