/** What a published run judged, loaded once into tables out of which other nights can be asked. */
import type { Duck } from '../lambdas/shared/duck.js';
import { benchmarksOf } from '../policies/benchmark.js';
import { type Policies, roomOf } from '../policies/policy.js';
import { OUTCOME_CODES } from '../sql/outcome-codes.js';
import { LANDED, type Made } from './evaluations.js';

/** Datasets of a run that are loaded; of landed rows, such as `accepted_orders`, only those that are asked for. */
export const LOADED = ['order_outcomes', 'conversation_outcomes', 'landed_outcomes_judged', 'sellers'] as const;
/** The text after FROM, by dataset. */
export type RunRelations = Readonly<
  Record<(typeof LOADED)[number], string> & Partial<Record<`accepted_${(typeof LANDED)[number]}`, string>>
>;

/** What is counted of an order beside its outcomes. */
const COUNTED_COLUMNS = ['seller_id', 'region', 'weight', 'units', 'placed_day', 'final_day', 'gmv_minor', 'currency'];
/** What segments ask for, and scores that are read beside a category. */
const OF_SEGMENTS = ['category', 'fulfilment', 'carrier'];
const ALL = ['*'];

/** Whether a programme looks at what a metric's faults have in common, or at what was sold, for which the night reads orders one by one. */
const readsOneByOne = ({ programmes }: Pick<Policies, 'programmes'>): boolean =>
  programmes.some(({ tiers }) => tiers.some(({ asks }) => asks)) ||
  programmes.some(({ metrics }) => metrics.some(({ at_least }) => Boolean(at_least.buyers || at_least.days))) ||
  programmes.some(({ metrics }) => metrics.some(({ peaks, collapse }) => peaks ?? collapse));

/** Columns that nights of these programmes read; all of them where faults are looked at one by one. */
async function columnsOf(duck: Duck, relation: string, policies: Policies): Promise<string[]> {
  if (readsOneByOne(policies)) return ALL;
  const there = new Set((await duck.run(`DESCRIBE SELECT * FROM ${relation} AS r`)).map((row) => String(row.column_name)));
  const asked = new Set(policies.programmes.flatMap(({ metrics }) => metrics.map(roomOf)));
  const byCategory = benchmarksOf(policies.programmes).length > 0;
  const segments = byCategory || policies.programmes.some(({ metrics }) => metrics.some(({ where }) => where)) ? OF_SEGMENTS : [];
  return [
    ...COUNTED_COLUMNS,
    ...segments,
    ...[...asked].flatMap((metric) => [metric, `${metric}_day`, `${metric}_final`]),
  ].filter((name) => there.has(name));
}

/**
 * Loads what nights of these programmes read, of the sellers that `where` lets in.
 * why in the order of final days: a window then reads the row groups that it reaches, and passes over the others.
 *
 * @returns what `Evaluations` are given
 */
export async function loadJudged(duck: Duck, run: RunRelations, policies: Policies, where = '1 = 1'): Promise<Made> {
  for (const dataset of LOADED) {
    const columns = dataset.endsWith('_outcomes') ? await columnsOf(duck, run[dataset], policies) : ALL;
    const order = dataset === 'order_outcomes' ? ' ORDER BY final_day' : '';
    await duck.run(
      `CREATE OR REPLACE TABLE loaded_${dataset} AS SELECT ${columns.join(', ')} FROM ${run[dataset]} AS r WHERE ${where}${order}`,
    );
  }
  const { fault, forgiven, forgiven_as_met, excluded } = OUTCOME_CODES;
  return {
    ...{ order_outcomes: 'loaded_order_outcomes', conversation_outcomes: 'loaded_conversation_outcomes' },
    sellers: 'loaded_sellers',
    ...Object.fromEntries(
      LANDED.map((dataset) => `accepted_${dataset}` as const).flatMap((name) => (run[name] ? [[name, run[name]]] : [])),
    ),
    // As they landed: on an earlier day some of what is decided today was pending. Of what is pending today nobody reads the outcome.
    landed_outcomes: `(
      SELECT seller_id, subject_id, region, metric, cohort_day, reason, evidence,
        CASE WHEN outcome = ${excluded} THEN 'excluded'
          WHEN outcome IN (${fault}, ${forgiven}, ${forgiven_as_met}) THEN 'fault' ELSE 'met' END AS outcome
      FROM loaded_landed_outcomes_judged)`,
    exemption_candidates: `(
      SELECT 'landed' AS subject, metric, seller_id, subject_id, exemption_id, reason
      FROM loaded_landed_outcomes_judged WHERE exemption_id IS NOT NULL)`,
  };
}
