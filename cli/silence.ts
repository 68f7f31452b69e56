import { daysBetween } from '../contracts/days.js';
import { UsageError } from '../infra/shared/usage-error.js';

/** why 300: no usual window holds an order after so long, and a slip in the year of a date is further away. */
const SILENT_DAYS = 300;

/**
 * A slip in the year would be published over the good run, with every seller gone quiet and every notice lapsed.
 *
 * @param newest the newest day for which orders landed; undefined where that is not known
 * @param option what to add to the command that judges that day all the same
 * @throws UsageError for a day long after all that landed
 */
export function mustFollowLanding(date: string, newest: string | undefined, option: string): void {
  const silent = newest === undefined ? 0 : daysBetween(newest, date);
  if (!(silent > SILENT_DAYS)) return;
  throw new UsageError(
    `--date ${date}: the newest orders landed for ${newest}, ${silent} days before; is the year right? To judge that day all the same: npm run scorecards -- backfill --from ${date} --to ${date}${option}`,
  );
}
