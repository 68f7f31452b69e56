import { addDays, daysBetween, weekday } from '../contracts/days.js';

/** Names of days and weeks. Nothing here reads a clock; arithmetic is in contracts/days.ts. */

/** The local day before an instant (ISO 8601): the run date of a night that starts then. */
export function dayBefore(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return addDays(format.format(Date.parse(instant)), -1);
}

/** The ISO 8601 week of a day, such as 2026-W47. The week belongs to the year that holds its Thursday. */
export function isoWeek(day: string): string {
  const thursday = addDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The number of an ISO week: 2026-W07 is 7. */
export const weekNumber = (week: string): number => Number(week.slice(-2));

/** The last second of a run date, as the Date header of its mails. */
export const endOfDay = (day: string): string => `${day}T23:59:59Z`;
