/** Days as they cross every border, YYYY-MM-DD: their arithmetic. Nothing here reads a clock. */
const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day that lies so many days after another; before it, when `days` is negative. */
export const addDays = (day: string, days: number): string => dayAt(utc(day) + days * DAY);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY);

/** The day so many days after 1970-01-01, as Parquet counts them. */
export const dayOfEpoch = (days: number): string => dayAt(days * DAY);

/** Monday is 1, Sunday is 7. */
export const weekday = (day: string): number => new Date(utc(day)).getUTCDay() || 7;

/** Whether YYYY-MM-DD is a day of the calendar. */
export function isDay(day: string): boolean {
  const at = utc(day);
  return !Number.isNaN(at) && dayAt(at) === day;
}
