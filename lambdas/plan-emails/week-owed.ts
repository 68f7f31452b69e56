import { addDays, weekday } from '../../contracts/days.js';
import { openedKey, runOfOpenedKey, runsOfDay } from '../../contracts/run/keys.js';
import type { Opened } from '../../contracts/run/opened.js';
import { mailStageOf, type SomeRun } from '../shared/mail-stage.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';
import { noneIfDamaged, publishedRuns } from '../shared/read-run-files.js';

/**
 * Whether the digest of a week goes out with the run of this day: with Sunday's, and so on the morning of Monday; after a Sunday that
 * failed with the first later one that is published and may mail, and with Monday's where Sunday's never came. A Sunday failed that was
 * begun, with mails, and never published; that was published, and ended before all its mails were seen to (who has one of that week gets
 * no second, says the send ledger); or that never came, although the Saturday before was published. Where Sunday's was to mail nobody,
 * nothing is owed.
 */
export async function digestIsOwed(store: ObjectStore, runDate: string): Promise<boolean> {
  const sunday = lastSunday(runDate);
  return isOwed(store, runDate, sunday, (published) => runDate === addDays(sunday, 1) || published.includes(addDays(sunday, -1)));
}

/** The last day of the newest week that is over at the end of a day. */
export const lastSunday = (day: string): string => addDays(day, -(weekday(day) % 7));

async function isOwed(
  store: ObjectStore,
  runDate: string,
  due: string,
  neverCame: (published: readonly string[]) => boolean,
): Promise<boolean> {
  if (runDate === due) return true;
  const published = await publishedRuns(store);
  const thisWeek = published.filter(({ run_date }) => run_date >= due && run_date < runDate);
  const since = thisWeek.filter(({ run_date }) => run_date > due);
  if (await anyMails(store, since)) return false;
  const onDay = thisWeek.filter(({ run_date }) => run_date === due);
  if (onDay.length > 0) return brokenOff(store, onDay);
  const begun = (await store.list(runsOfDay(due))).flatMap(({ key }) => runOfOpenedKey(key) ?? []);
  if (begun.length > 0) return anyMails(store, begun);
  return neverCame(published.map(({ run_date }) => run_date));
}

/** Whether mails were left over of the newest run of a day that had any. */
async function brokenOff(store: ObjectStore, runs: readonly SomeRun[]): Promise<boolean> {
  for (const run of runs.toReversed()) {
    const stage = await mailStageOf(store, run).catch(noneIfDamaged);
    if (stage?.state !== 'none') return stage?.state !== 'done';
  }
  return false;
}

/** A record that is damaged says nothing against mails. */
async function anyMails(store: ObjectStore, runs: readonly { prefix: string }[]): Promise<boolean> {
  const opened = await Promise.all(runs.map(({ prefix }) => readJson<Opened>(store, openedKey(prefix)).catch(noneIfDamaged)));
  return opened.some((one) => one?.mails !== false);
}
