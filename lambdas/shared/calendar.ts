const DAY = 86_400_000;
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Monday is 1, Sunday is 7. `day` is YYYY-MM-DD. */
const weekday = (day: string): number => utc(day).getUTCDay() || 7;

export const isMonday = (day: string): boolean => weekday(day) === 1;

/** The ISO 8601 week of a day, such as 2026-W47. The week belongs to the year that holds its Thursday. */
export function isoWeek(day: string): string {
  const thursday = new Date(utc(day).getTime() + (4 - weekday(day)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The last second of a run date, as the Date header of its mails. */
export const endOfDay = (day: string): string => `${day}T23:59:59Z`;
