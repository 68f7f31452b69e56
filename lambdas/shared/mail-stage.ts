import {
  digestKey,
  doneKey,
  manifestKey,
  openedKey,
  POINTER,
  planKey,
  publishedLogKey,
  runPrefix,
} from '../../contracts/run/keys.js';
import type { MailPlan, MailReport } from '../../contracts/run/mail-plan.js';
import type { Opened } from '../../contracts/run/opened.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import type { PublishedLog } from '../../contracts/run/published-log.js';
import { type ObjectStore, readJson } from './object-store.js';
import { publishedRuns } from './read-run-files.js';

/** How far the mails of a run came. `none`: it was to mail nobody, or was never shown to readers. */
export interface MailStage {
  state: 'none' | 'not_done' | 'done';
  not_sent: number;
  in_doubt: number;
}

export interface SomeRun {
  run_id: string;
  run_date: string;
  seq: string;
  prefix: string;
}

export async function mailStageOf(store: ObjectStore, run: Pick<SomeRun, 'run_date' | 'seq' | 'prefix'>): Promise<MailStage> {
  const stage: MailStage = { state: 'none', not_sent: 0, in_doubt: 0 };
  const plan = await readJson<MailPlan>(store, planKey(run.prefix));
  if (!plan) return { ...stage, state: (await owesMails(store, run)) ? 'not_done' : 'none' };
  const digest = plan.digest.readers.length > 0 ? [digestKey(run.prefix)] : [];
  stage.state = 'done';
  for (const key of [...plan.shards, ...digest]) {
    const report = await readJson<MailReport>(store, doneKey(key));
    if (!report) stage.state = 'not_done';
    stage.not_sent += report?.not_sent ?? 0;
    stage.in_doubt += report?.in_doubt ?? 0;
  }
  return stage;
}

/** A run that was to mail and was shown to readers. A night that was killed while publishing may have left no line in the log. */
async function owesMails(
  store: ObjectStore,
  { prefix, run_date, seq }: Pick<SomeRun, 'run_date' | 'seq' | 'prefix'>,
): Promise<boolean> {
  const opened = await readJson<Opened>(store, openedKey(prefix));
  if (!opened?.mails || !(await store.read(manifestKey(prefix)))) return false;
  return (await readJson<PublishedLog>(store, publishedLogKey(run_date, seq)))?.moved !== false;
}

export interface OpenMails extends MailStage {
  run_id: string;
  run_date: string;
}

/** why 7: the scorecards of a week; whoever has the next one does not miss the last. */
const DAYS_LOOKED_AT = 7;

/**
 * Days whose mails did not all go out, newest first: for each, the run whose mails to finish. A day's mails are done when those of its
 * newest run that had any are.
 */
export async function openMails(store: ObjectStore): Promise<OpenMails[]> {
  const byDay = new Map<string, SomeRun[]>();
  for (const run of await runsShown(store)) byDay.set(run.run_date, [...(byDay.get(run.run_date) ?? []), run]);
  const days = [...byDay.keys()].sort().slice(-DAYS_LOOKED_AT).reverse();
  const open: OpenMails[] = [];
  for (const day of days) {
    for (const run of byDay.get(day)!.reverse()) {
      const stage = await mailStageOf(store, run);
      if (stage.state === 'none') continue;
      const { run_id, run_date } = run;
      if (stage.state === 'not_done' || stage.not_sent + stage.in_doubt > 0) open.push({ run_id, run_date, ...stage });
      break;
    }
  }
  return open;
}

/** Runs of the log, and the one that readers see, which a killed night may not have written there. Oldest first. */
async function runsShown(store: ObjectStore): Promise<SomeRun[]> {
  const runs: SomeRun[] = await publishedRuns(store);
  const pointer = await readJson<Pointer>(store, POINTER);
  const known = new Set(runs.map(({ run_id }) => run_id));
  const before = /^(\d{4}-\d{2}-\d{2})-(\d{3,})$/.exec(pointer?.previous_run_id ?? '');
  const shown = [
    ...(before ? [runOf(before[1]!, before[2]!)] : []),
    ...(pointer ? [runOf(pointer.run_date, pointer.prefix.split('/').at(-1)!)] : []),
  ];
  const order = ({ run_date, seq }: SomeRun) => `${run_date} ${seq.padStart(9, '0')}`;
  return [...runs, ...shown.filter(({ run_id }) => !known.has(run_id))].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const runOf = (run_date: string, seq: string): SomeRun => ({
  ...{ run_date, seq },
  run_id: `${run_date}-${seq}`,
  prefix: runPrefix(run_date, seq),
});
