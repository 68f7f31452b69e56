/**
 * SQL files over rows that somebody made, for what no small marketplace has by itself: nights that a check stops, the hundred sellers
 * of whom the first one counts alone, a seller of whom nothing is measured. Asked by a quick test, and by the pass over mutants.
 */
import { someNight } from '../../infra/shared/night-columns.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { type NightFacts, renderSelect, type SqlFiles } from '../../sql/render.js';
import { CASE_POLICIES } from '../cases/index.js';

/** One file, what it reads, and the rows it must answer with. */
export interface MadeRows {
  path: string;
  says: string;
  /** The text after FROM by what is read: `scorecards`, or of another kind `ledger order_outcomes`, or `ledger` for all of it. */
  reads: Readonly<Record<string, string>>;
  night?: Partial<NightFacts>;
  /** Values of each row with a space between; a null is a dash. */
  gives: readonly string[];
}

/** A relation of these columns; each row is written as SQL. */
export const rows = (columns: string, ...values: readonly string[]): string =>
  `(SELECT * FROM (VALUES ${values.map((row) => `(${row})`).join(', ')}) AS t (${columns}))`;
/** The same without a row. */
export const none = (columns: string): string =>
  `(SELECT * FROM (VALUES (${columns.replaceAll(/\w+/g, 'NULL')})) AS t (${columns}) WHERE 1 = 0)`;

const WHY = 'made';
const [GB, DE] = CASE_POLICIES.regions as [Policies['regions'][0], Policies['regions'][0]];
const judged = (metric: string, bounds: readonly [number, number]) => ({
  ...{ metric, window_days: 28, why: WHY, at_least: { counted: 0, faults: 0 } },
  tiers: { top: { at_most: bounds[0], why: WHY }, good: { at_most: bounds[1], why: WHY } },
});
const programme = (name: string, regions: string[], metrics: Policies['programmes'][0]['metrics']) => ({
  ...{ programme: name, title: name, version: '1.0', in_force_from: '2016-01-01', regions, standard: 'good', metrics },
  tiers: ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key })),
  assessable: { orders: 3, window_days: 90, why: WHY },
});
/** GB, which must land orders every day, and DE; one programme of both and one of DE alone. */
export const MADE_POLICIES: Policies = {
  ...CASE_POLICIES,
  regions: [{ ...GB, must_land_orders_daily: true }, DE],
  programmes: [
    programme('both', ['GB', 'DE'], [judged('late_dispatch', [0, 0.1]), judged('late_delivery', [0.1, 0.2])]),
    programme('german', ['DE'], [judged('late_dispatch', [0.03, 0.07])]),
  ],
};

/** What a file answers over made rows, each row as its values with a space between. */
export async function answer(duck: Duck, files: SqlFiles, { path, reads, night }: MadeRows): Promise<string[]> {
  const facts = { ...someNight(MADE_POLICIES, 'later'), ...night };
  const { select } = renderSelect(path, files, facts, ({ kind, dataset }) => {
    const relation = reads[kind === 'run' ? dataset : `${kind} ${dataset}`] ?? reads[kind];
    if (relation === undefined) throw new Error(`${path}: reads ${kind} ${dataset}, of which no rows are made`);
    return relation;
  });
  return (await duck.run(select)).map((row) => Object.values(row).map(written).join(' '));
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return String(value);
}
