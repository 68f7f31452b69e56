import { addDays, weekday } from '../contracts/days.js';
import { dateLiteral } from './literals.js';

/** why 13: a quarter, and so the season's last turn; more would be a line too thin to read beside a number. */
const WEEKS = 13;

/** Weeks from Monday to Sunday, the newest first, that are over a number of days before the run date. */
export function wholeWeeks(runDate: string, openDays: number): { nth: number; first: string; last: string }[] {
  const over = addDays(runDate, -openDays);
  const sunday = addDays(over, -(weekday(over) % 7));
  return Array.from({ length: WEEKS }, (_, n) => ({
    nth: n + 1,
    first: dateLiteral(addDays(sunday, -7 * n - 6)),
    last: dateLiteral(addDays(sunday, -7 * n)),
  }));
}
