import { isDay } from '../../contracts/days.js';
import { UsageError } from './usage-error.js';

/**
 * The newest of the days that folders of landed orders are named by. A stray folder of a day that is on no calendar is passed over.
 *
 * @param where the orders, as a message names it
 * @throws UsageError
 */
export function newestOf(days: readonly string[], where: string): string {
  const newest = days.filter(isDay).sort().at(-1);
  if (newest) return newest;
  throw new UsageError(`${where}: holds no dt=YYYY-MM-DD folder; land orders there, or give the night its day with --date`);
}
