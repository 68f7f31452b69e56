/** What a person says of a decision record or an incident, as a small file that lands: whether it may be said, and where the file lies. */
import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { LANDING } from '../contracts/landing/index.js';
import { decisionRecords } from '../contracts/published/decision-records.js';
import { evaluations } from '../contracts/published/evaluations.js';
import { UsageError } from '../infra/shared/usage-error.js';
import { type ObjectStore, readJson } from '../lambdas/shared/object-store.js';
import { openRun, type Run } from '../lambdas/shared/run-reader.js';
import type { DecisionRow } from '../wording/decision.js';
import type { EvaluationRow } from '../wording/evaluation.js';
import { typed } from '../wording/typed.js';
import { checkDay } from './commands/options.js';

/** What something is said of. */
export interface About {
  id: string;
  /** Its file is called after this. */
  name: string;
  /** Before this day nobody can have said it. */
  day: string;
}
export const aboutRecord = ({ decision_id, programme, evaluated_on }: DecisionRow): About => ({
  ...{ id: decision_id, name: programme, day: evaluated_on },
});

/** A row that a person lands, with moments as JSON writes them. */
export type SaidRow<Landed extends z.ZodObject> = {
  [Column in keyof z.infer<Landed>]: z.infer<Landed>[Column] extends Date | undefined ? string : z.infer<Landed>[Column];
};

export interface Records {
  run: Run;
  rows: DecisionRow[];
  /** Evaluations by programme; none of a run of a version that knew no provisional ones. */
  evaluations: EvaluationRow[];
}

/** All records that a run keeps. @throws UsageError */
export async function recordsOf(store: ObjectStore, prefix: string): Promise<Records> {
  const run = await openRun(store, prefix);
  if (!run.has(decisionRecords.dataset))
    throw new UsageError(`${prefix}: is of a version that kept no decision records; run a night, then decide`);
  return { run, rows: await run.rows(decisionRecords), evaluations: run.has('evaluations') ? await run.rows(evaluations) : [] };
}

/** @throws UsageError */
export function recordNamed({ run, rows }: Records, id: string): DecisionRow {
  const found = rows.find(({ decision_id }) => decision_id === id);
  if (found) return found;
  const ofSeller = rows.filter(({ seller_id }) => seller_id === id).map(({ decision_id }) => decision_id);
  throw new UsageError(
    ofSeller.length > 0
      ? `${id}: is a seller; name one of its decisions: ${ofSeller.map(typed).join(', ')}`
      : `${id}: is no decision record of run ${run.run_id}; "scorecards decide --list" shows those that wait, "scorecards explain SELLER" those of a seller`,
  );
}

/** What a person must say with it. @throws UsageError */
export function checkSaid(
  { by = '', reason = '' }: { by?: string; reason?: string },
  option = '--reason',
): { by: string; reason: string } {
  if (by.trim() === '') throw new UsageError('--by: say who decides; it is kept, and the seller may read it');
  if (reason.trim().length < 3) throw new UsageError(`${option}: say in a few words why; it is kept, and the seller may read it`);
  const long = [by, reason].find((text) => Buffer.byteLength(text.trim()) > MOST_BYTES);
  if (long !== undefined)
    throw new UsageError(`${long === by ? '--by' : option}: has more than ${MOST_BYTES} bytes; say it shorter`);
  return { by: by.trim(), reason: reason.trim() };
}
/** As much as any landed text may have. */
const MOST_BYTES = 512;

export interface Said {
  /** The day in whose folder it lands. */
  day: string;
  /** The moment it was decided, ISO 8601. */
  at: string;
}

/** Today and now; of another day its noon, which tells that nobody wrote down the hour. @throws UsageError */
export function whenSaid(on: string | undefined, now: Date, about: Pick<About, 'day'>, what = 'the evaluation of'): Said {
  const today = now.toISOString().slice(0, 10);
  const day = on === undefined ? today : checkDay('--date', on);
  if (day < about.day)
    throw new UsageError(
      `${on === undefined ? `today (${day})` : `--date ${day}`}: is before ${what} ${about.day}; give --date a later day`,
    );
  return { day, at: day === today ? now.toISOString() : `${day}T12:00:00.000Z` };
}

const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 12);

/** What was said of it in files that land, the newest last; no night need have read them. */
export async function saidBefore<Row extends { updated_at: string }>(
  landing: ObjectStore,
  dataset: 'decisions' | 'appeals' | 'exemptions',
  { id }: Pick<About, 'id'>,
): Promise<Row[]> {
  const ending = `-${digestOf(id)}.jsonl`;
  const keys = (await landing.list(`${dataset}/`)).map(({ key }) => key).filter((key) => key.endsWith(ending));
  const found = await Promise.all(keys.map((key) => readJson<Row>(landing, key)));
  return found.flatMap((rows) => rows ?? []).sort((a, b) => (a.updated_at < b.updated_at ? -1 : 1));
}

/** A version that wins over those of before. */
export const after = (at: string, before: readonly { updated_at: string }[]): string => {
  const newest = before.at(-1)?.updated_at;
  return newest === undefined || newest < at ? at : new Date(Date.parse(newest) + 1000).toISOString();
};

/** Writes the file, and says its key. @throws UsageError where it lies there already, or nothing has ever landed there */
export async function land(
  landing: ObjectStore,
  dataset: 'decisions' | 'appeals' | 'exemptions',
  about: About,
  { day, outcome, row }: { day: string; outcome: string; row: object },
): Promise<string> {
  if ((await landing.list('orders/')).length === 0)
    throw new UsageError(`${landing.url('')}: no orders have landed there; give the folder of your landed files with --landing`);
  const name = `${outcome}-${about.name}-${about.day}-${digestOf(about.id)}.jsonl`;
  const key = `${LANDING[dataset]!.dataset}/dt=${day}/${name}`;
  if (!(await landing.create(key, `${JSON.stringify(row)}\n`)))
    throw new UsageError(`${landing.url(key)}: lies there already; to say it anew, give --date another day`);
  return key;
}
