/** The tables of a pack as CSV: what the JSON says, a line for each row, for whoever counts in a spreadsheet. */
import type { Evidence, Explanation } from '../../contracts/evidence.js';
import { decisionRecords } from '../../contracts/published/decision-records.js';
import { pointsEntries } from '../../contracts/published/points-entries.js';
import { restatements } from '../../contracts/published/restatements.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { csvOf } from '../../wording/csv.js';
import { MOMENTS } from '../explain.js';

type Row = Record<string, unknown>;

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const table = (rows: readonly object[], columns: readonly string[]): string =>
  csvOf([columns, ...rows.map((row) => columns.map((column) => text((row as Row)[column])))]);

const each = <Found extends object>(
  { explanations }: Evidence,
  of: (programme: Explanation['programmes'][number]) => readonly Found[],
): Row[] =>
  explanations.flatMap(({ run_id, run_date, programmes }) =>
    programmes.flatMap((programme) => of(programme).map((row) => ({ run_id, run_date, programme: programme.programme, ...row }))),
  );

/** The tier of each run and programme: what bounds propose, and what is held. */
export const tiersOf = (evidence: Evidence) =>
  each(evidence, ({ policy_version, tier, tier_because, orders, orders_needed, standing, points, score }) => [
    {
      ...{ policy_version, tier_proposed: tier, proposed_because: tier_because, orders, orders_needed },
      ...{ tier_held: standing?.official_tier ?? null, since: standing?.since ?? null, because: standing?.because ?? null },
      ...{ because_metric: standing?.because_metric ?? null, evaluated_on: standing?.evaluated_on ?? null },
      ...{ next_evaluation_on: standing?.next_evaluation_on ?? null, points: points?.points ?? null },
      score_hundredths: score?.score ?? null,
    },
  ]);

/** The numbers and the verdict of each run, programme and metric, and the notice that stands. */
export const metricsOf = (evidence: Evidence) =>
  each(evidence, ({ metrics, standing }) =>
    metrics.map((row) => {
      const { metric, window_days, from, to, met, fault, forgiven, excluded, pending, counted } = row;
      const { accountable_rate, raw_rate, at_most, bound_said, allowed, verdict, because } = row;
      const evaluated = standing?.metrics.find((one) => one.metric === metric);
      return {
        ...{ metric, window_days, from, to, met, fault, forgiven, excluded, pending, counted },
        ...{ accountable_rate, raw_rate, at_most, bound_said, allowed, verdict, because },
        ...{ official_verdict: evaluated?.official_verdict ?? null, notice_on: evaluated?.notice_on ?? null },
        ...{ notice_tier: evaluated?.notice_tier ?? null, settled_from: evaluated?.settled_from ?? null },
      };
    }),
  );

const SPAN = ['first_run', 'last_run'];
const columnsOf = ({ columns }: { columns: readonly { name: string }[] }): string[] => columns.map(({ name }) => name);

/** Columns of each table, in their order: a table without rows has them too. */
const COLUMNS = {
  runs: [
    ...['run_id', 'run_date', 'has_scorecard', 'made_by', 'rules', 'sql_sha256', 'policy_fingerprint', 'policy_versions'],
    ...['policies', 'previous_run_id', 'base_run_date', 'not_measured', 'inputs'],
    ...['rows_landed', 'rows_accepted', 'rows_rejected'],
  ],
  tiers: [
    ...['run_id', 'run_date', 'programme', 'policy_version', 'tier_proposed', 'proposed_because', 'orders', 'orders_needed'],
    ...['tier_held', 'since', 'because', 'because_metric', 'evaluated_on', 'next_evaluation_on', 'points', 'score_hundredths'],
  ],
  metrics: [
    ...['run_id', 'run_date', 'programme', 'metric', 'window_days', 'from', 'to', 'met', 'fault', 'forgiven', 'excluded'],
    ...['pending', 'counted', 'accountable_rate', 'raw_rate', 'at_most', 'bound_said', 'allowed', 'verdict', 'because'],
    ...['official_verdict', 'notice_on', 'notice_tier', 'settled_from'],
  ],
  orders: [
    ...['programme', 'metric', 'subject_id', 'order_id', ...SPAN, 'region', 'cohort_day', 'outcome', 'reason'],
    ...['exemption_id', 'counts_as_met', 'counts_for', 'folded_into', 'peak', 'fault_reason', ...MOMENTS],
  ],
  decisions: [...SPAN, ...columnsOf(decisionRecords)],
  points: [...SPAN, ...columnsOf(pointsEntries)],
  tier_changes: ['run_id', ...columnsOf(tierChanges)],
  restatements: ['run_id', ...columnsOf(restatements)],
  mails: ['run_id', 'day', 'campaign', 'not_mailed', 'outcome', 'dated', 'locale', 'subject', 'said'],
  records: ['dataset', 'id', 'updated_at', 'dt', 'file_id', 'record'],
  inputs: [
    ...['dataset', 'dt', 'key', 'file_id', ...SPAN, 'landed_sha256', 'landed_bytes', 'landed', 'accepted', 'rejected'],
    ...['refused', 'accepted_key', 'accepted_sha256'],
  ],
  files: ['key', ...SPAN, 'sha256'],
} as const satisfies Record<string, readonly string[]>;

/** By file name. */
export function tablesOf(evidence: Evidence): Map<string, string> {
  const rows: Record<keyof typeof COLUMNS, readonly object[]> = {
    ...evidence,
    tiers: tiersOf(evidence),
    metrics: metricsOf(evidence),
    orders: evidence.orders.map(({ moments, ...order }) => ({ ...moments, ...order })),
  };
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return new Map(names.map((name) => [`tables/${name}.csv`, table(rows[name], COLUMNS[name])]));
}
