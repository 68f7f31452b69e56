/** What the run before had said of sellers, from which a night goes on: tiers held, and notices. */
import type * as z from 'zod';
import { metricStandings } from '../contracts/published/metric-standings.js';
import { standings } from '../contracts/published/standings.js';
import type { RunFacts } from '../contracts/run/facts.js';
import { manifestKey } from '../contracts/run/keys.js';
import { type ObjectStore, readJson } from '../lambdas/shared/object-store.js';
import { openRun } from '../lambdas/shared/run-reader.js';

export interface PreviousRun {
  run_id: string;
  /** Whether its files are still there to be asked. */
  kept: boolean;
}

export type HeldBefore = Pick<
  z.infer<typeof standings.row>,
  'official_tier' | 'since' | 'because' | 'because_metric' | 'evaluated_on' | 'due_on'
>;
export type NoticeBefore = Pick<
  z.infer<typeof metricStandings.row>,
  'official_verdict' | 'notice_on' | 'notice_tier' | 'notice_at_most' | 'fresh_allowed' | 'counts_after'
>;

export interface SaidBefore {
  run: PreviousRun | null;
  /** Null of a seller whom that run did not know. */
  held(seller: string, programme: string): HeldBefore | null;
  notice(seller: string, programme: string, metric: string): NoticeBefore | null;
}

const keyOf = (...parts: string[]): string => parts.join('\n');

export async function before(
  store: ObjectStore,
  { previous_run_id, previous_prefix }: RunFacts,
  sellers: ReadonlySet<string>,
): Promise<SaidBefore> {
  const nothing = { held: () => null, notice: () => null };
  if (previous_run_id === undefined || previous_prefix === undefined) return { run: null, ...nothing };
  const kept = (await readJson(store, manifestKey(previous_prefix))) !== undefined;
  const run = { run_id: previous_run_id, kept };
  const earlier = kept ? await openRun(store, previous_prefix) : undefined;
  if (!earlier?.has('standings')) return { run, ...nothing };
  const held = new Map(
    (await earlier.rows(standings, sellers)).map((row) => {
      const { official_tier, since, because, because_metric, evaluated_on, due_on } = row;
      return [keyOf(row.seller_id, row.programme), { official_tier, since, because, because_metric, evaluated_on, due_on }];
    }),
  );
  const notices = new Map(
    (await earlier.rows(metricStandings, sellers)).map((row) => {
      const { official_verdict, notice_on, notice_tier, notice_at_most, fresh_allowed, counts_after } = row;
      const said = { official_verdict, notice_on, notice_tier, notice_at_most, fresh_allowed, counts_after };
      return [keyOf(row.seller_id, row.programme, row.metric), said];
    }),
  );
  return {
    run,
    held: (seller, programme) => held.get(keyOf(seller, programme)) ?? null,
    notice: (seller, programme, metric) => notices.get(keyOf(seller, programme, metric)) ?? null,
  };
}
