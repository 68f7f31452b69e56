/** The order ledger's parts added up by hand: what stands, and each outcome as it is on the run date. */
import type { Policies } from '../../policies/policy.js';
import { readParquet } from './parquet.js';
import type { TypedDay } from './records.js';
import type { Day } from './time.js';

type Row = Record<string, unknown>;

const EXCLUDED = 4;
const PENDING = 5;

/**
 * One row per order placed by the run date.
 *
 * @throws when a row is taken back that no part holds, or an order stands more than once
 */
export async function standingOrders(files: readonly string[], policies: Policies, runDate: Day): Promise<Row[]> {
  const metrics = policies.metrics.filter((m) => m.subject === 'order');
  const outcomes = metrics.flatMap(({ metric: m }) => [m, `${m}_day`, `${m}_reason`, `${m}_exemption`, `${m}_final`]);
  const wanted = ['seller_id', 'order_id', 'judged_in', 'weight', 'placed_day', ...outcomes];
  const standing = new Map<string, { row: Row; weight: number }>();
  for (const file of files)
    for (const row of (await readParquet(file, wanted)).rows) {
      const key = JSON.stringify([row.seller_id, row.order_id, row.judged_in]);
      const known = standing.get(key);
      const weight = (known?.weight ?? 0) + Number(row.weight);
      if (weight === 0) standing.delete(key);
      else standing.set(key, { row: Number(row.weight) > 0 ? row : (known?.row ?? row), weight });
    }
  const orders = new Set<string>();
  const rows: Row[] = [];
  for (const { row, weight } of standing.values()) {
    const name = JSON.stringify([row.seller_id, row.order_id]);
    if (weight !== 1) throw new Error(`${name}: is in the ledger with weight ${weight}`);
    if (orders.has(name)) throw new Error(`${name}: stands in the ledger twice`);
    orders.add(name);
    if ((row.placed_day as TypedDay).days > runDate) continue;
    for (const { metric: m, maturation_days } of metrics) {
      const code = row[m];
      if (code === null || code === undefined || code === EXCLUDED) continue;
      const own = row[`${m}_final`] as TypedDay | undefined;
      const final = own ? own.days : (row[`${m}_day`] as TypedDay).days + maturation_days;
      if (final > runDate) Object.assign(row, { [m]: PENDING, [`${m}_reason`]: null, [`${m}_exemption`]: null });
    }
    rows.push(row);
  }
  return rows;
}
