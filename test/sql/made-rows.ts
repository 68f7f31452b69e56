/**
 * SQL files over rows that somebody made, for what no small marketplace has by itself: nights that a check stops, the hundred sellers
 * of whom the first one counts alone, a seller of whom nothing is measured. Asked by a quick test, and by the pass over mutants.
 */
import { LANDING } from '../../contracts/landing/index.js';
import { readColumns } from '../../contracts/ledger/accepted.js';
import { describeNight, someNight } from '../../infra/shared/night-columns.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies, ProgrammeMetric } from '../../policies/policy.js';
import { emptyRelation } from '../../sql/literals.js';
import { type NightFacts, renderSelect, type Source, type SqlFiles } from '../../sql/render.js';
import { CASE_POLICIES } from '../cases/index.js';

/** One file, what it reads, and the rows it must answer with. */
export interface MadeRows {
  path: string;
  says: string;
  /** The text after FROM by what is read: `scorecards`, or of another kind `ledger order_outcomes`, or `ledger` for all of it. */
  reads: Readonly<Record<string, string | Rows>>;
  night?: Partial<NightFacts>;
  /** Files between: datasets that are themselves made of what is read. */
  through?: readonly string[];
  /** Only these columns of the answer, its rows in their order; else all, as they come. */
  shows?: string;
  /** Values of each row with a space between; a null is a dash. */
  gives: readonly string[];
}

/** Rows of a dataset that has many columns, such as `orders` or `accepted reviews`: each names those it fills: `'a' AS order_id`. */
export interface Rows {
  of: string;
  rows: readonly string[];
}

/** A relation of these columns; each row is written as SQL. */
export const rows = (columns: string, ...values: readonly string[]): string =>
  `(SELECT * FROM (VALUES ${values.map((row) => `(${row})`).join(', ')}) AS t (${columns}))`;
/** The same without a row. */
export const none = (columns: string): string =>
  `(SELECT * FROM (VALUES (${columns.replaceAll(/\w+/g, 'NULL')})) AS t (${columns}) WHERE 1 = 0)`;

/** Tonight's evaluation of the programme of both regions, as `evaluations` says: decided, or what else it is. */
export const evaluationIs = (state: string): string => rows('programme, state', `'both', '${state}'`);
/** What a night says of metrics and sellers before anybody is moved; as text after FROM. */
export const VERDICT_COLUMNS = 'seller_id, programme, metric, verdict, notice_on, begins, ends';

const WHY = 'made';
const [GB, DE] = CASE_POLICIES.regions as [Policies['regions'][0], Policies['regions'][0]];
const judged = (metric: string, bounds: Record<string, number>) => ({
  ...{ metric, window_days: 28, why: WHY, at_least: { counted: 0, faults: 0 } },
  tiers: Object.fromEntries(Object.entries(bounds).map(([tier, at_most]) => [tier, { at_most, why: WHY }])),
});
const programme = (name: string, regions: string[], metrics: Policies['programmes'][0]['metrics']) => ({
  ...{ programme: name, title: name, version: '1.0', in_force_from: '2016-01-01', regions, standard: 'good', metrics },
  tiers: [...Object.keys(metrics[0]!.tiers), name === 'german' ? 'poor' : 'below'].map((key) => ({
    key,
    title: key,
    means: key,
  })),
  assessable: { orders: 3, window_days: 90, why: WHY },
});
/** GB, which must land orders every day, and DE; a programme of both with three tiers, and one of DE alone with two. */
export const MADE_POLICIES: Policies = {
  ...CASE_POLICIES,
  regions: [{ ...GB, must_land_orders_daily: true }, DE],
  programmes: [
    programme(
      'both',
      ['GB', 'DE'],
      [judged('late_dispatch', { top: 0, good: 0.1 }), judged('late_delivery', { top: 0.1, good: 0.2 })],
    ),
    programme('german', ['DE'], [judged('late_dispatch', { good: 0.07 })]),
  ],
};

/** The same where programmes ask something else of late dispatch. */
export const askingOfDispatch = (asked: Readonly<Record<string, Partial<ProgrammeMetric>>>): Policies => ({
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) => ({
    ...p,
    metrics: p.metrics.map((m) => (m.metric === 'late_dispatch' ? { ...m, ...asked[p.programme] } : m)),
  })),
});

/** The same where late dispatch has a longer window in a programme for whoever has fewer counted. */
export const withLowVolume = (name: string, fewer_than: number, window_days: number): Policies =>
  askingOfDispatch({ [name]: { low_volume: { fewer_than, window_days, why: WHY } } });

export const withStretch = (...asked: [programme: string, until: number, at_most_days: number][]): Policies =>
  askingOfDispatch(
    Object.fromEntries(asked.map(([name, until, at_most_days]) => [name, { stretch: { until, at_most_days, why: WHY } }])),
  );

let described: ReturnType<typeof describeNight> | undefined;

/** What a file asks of made rows. */
export async function question(
  duck: Duck,
  files: SqlFiles,
  { path, reads, night, through = [], shows }: MadeRows,
): Promise<string> {
  const facts = { ...someNight(MADE_POLICIES, 'later'), ...night };
  described ??= describeNight(duck, someNight(MADE_POLICIES, 'first'));
  const columns = await described;
  const relationOf = ({ kind, dataset }: Source): string => {
    const between = kind === 'run' && through.find((one) => one.endsWith(`/${dataset}.sql`));
    if (between) return `(${renderSelect(between, files, facts, relationOf).select})`;
    const relation = reads[kind === 'run' ? dataset : `${kind} ${dataset}`] ?? reads[kind];
    if (relation === undefined) throw new Error(`${path}: reads ${kind} ${dataset}, of which no rows are made`);
    if (typeof relation === 'string') return relation;
    const [, accepted] = /^accepted (.*)/.exec(relation.of) ?? [];
    const empty = emptyRelation(accepted ? readColumns(LANDING[accepted]!) : columns[relation.of]!);
    return `(SELECT * FROM ${empty} AS none ${relation.rows.map((row) => `UNION ALL BY NAME SELECT ${row}`).join(' ')})`;
  };
  const { select } = renderSelect(path, files, facts, relationOf);
  return shows ? `SELECT ${shows} FROM (${select}) AS made ORDER BY ALL` : select;
}

/** Its answer, each row as its values with a space between. */
export const answer = async (duck: Duck, asked: string): Promise<string[]> =>
  (await duck.run(asked)).map((row) => Object.values(row).map(written).join(' '));

function written(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return String(value);
}
