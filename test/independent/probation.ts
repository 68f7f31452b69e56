/** Probation of new sellers, a second time: from the words of the policy, as a first night would say it, or after what one left. */
import type { Programme } from '../../policies/policy.js';
import { placedBy } from './gates.js';
import { newest } from './newest.js';
import type { Records, Seller } from './records.js';
import type { SellerMetric, SellerTier } from './seller-metrics.js';
import { type Day, day, dayText } from './time.js';

export type Row = Record<string, string | number | boolean | null>;

export interface Probations {
  any: boolean;
  probations: Row[];
  probation_exits: Row[];
}

type Judged = Pick<
  SellerMetric,
  'seller_id' | 'programme' | 'metric' | 'verdict' | 'because' | 'allowed' | 'counted' | 'counts' | 'fault_buyers' | 'fault_days'
>;

interface Given {
  records: Records;
  regions: Parameters<typeof placedBy>[1];
  programmes: readonly Programme[];
  runDate: string;
  metrics: readonly Judged[];
  tiers: readonly Pick<SellerTier, 'seller_id' | 'programme' | 'orders'>[];
  /** Rows of `probations` of the run before. */
  before: readonly Row[];
}

export function probationsOf(given: Given): Probations {
  const { records, regions, programmes, runDate, before } = given;
  const asking = programmes.filter(({ probation }) => probation);
  const found: Probations = { any: asking.length > 0, probations: [], probation_exits: [] };
  if (!found.any) return found;
  const D = day(runDate);
  const placed = Map.groupBy(placedBy(records, regions, D), ({ seller_id }) => seller_id);
  const described = newest(records.sellers as Seller[], D, ({ seller_id }) => seller_id);
  for (const one of asking) {
    const left = before.filter(({ programme, state }) => programme === one.programme && state === 'ended');
    for (const row of left) found.probations.push({ ...row, orders_today: null });
    for (const { seller_id, joined_on } of described.values()) {
      if (joined_on === null || joined_on < day(one.probation!.of_sellers_since)) continue;
      if (left.some((row) => row.seller_id === seller_id)) continue;
      const orders = (placed.get(seller_id) ?? []).filter(
        ({ region, placed_day }) => one.regions.includes(region) && placed_day >= joined_on && placed_day <= D,
      );
      if (orders.length > 0) stand(given, one, { seller_id, joined_on, orders }, found);
    }
  }
  return found;
}

interface Newcomer {
  seller_id: string;
  joined_on: Day;
  orders: { placed_day: Day; cancelled: boolean }[];
}

/** Whether the standard of a metric is met; of one that rests, whether it would be. */
function isMet(programme: Programme, orders: number, { verdict, because, counts, ...m }: Judged): boolean {
  if (because !== 'paused') return verdict === 'met';
  const { at_least } = programme.metrics.find(({ metric }) => metric === m.metric)!;
  const enough = orders >= programme.assessable.orders && m.counted! >= Math.max(1, at_least.counted);
  const spared = (m.fault_buyers ?? 0) < (at_least.buyers ?? 0) || (m.fault_days ?? 0) < (at_least.days ?? 0);
  return enough && (spared || counts!.fault <= m.allowed!);
}

function stand({ runDate, metrics, tiers }: Given, programme: Programme, one: Newcomer, found: Probations): void {
  const D = day(runDate);
  const { seller_id, joined_on, orders } = one;
  const { exits, orders_a_day } = programme.probation!;
  const key = { seller_id, programme: programme.programme };
  let exit: string | null = null;
  for (const [nth, way] of exits.entries()) {
    const row = (ask: string, more: Row): Row => ({
      ...{ ...key, exit: way.name, place: nth + 1, ask, metric: null, window_days: null },
      ...more,
    });
    const asks: Row[] = [];
    if (way.orders) {
      const { at_least: needed, window_days = null } = way.orders;
      const kept = orders.filter(
        ({ cancelled, placed_day }) => !cancelled && (window_days === null || placed_day > D - window_days),
      );
      asks.push(row('orders', { value: kept.length, needed, window_days, met: kept.length >= needed }));
    }
    if (way.days) {
      const { at_least: needed } = way.days;
      asks.push(row('days', { value: D - joined_on, needed, met: D - joined_on >= needed }));
    }
    for (const metric of way.metrics ?? []) {
      const inAll = tiers.find((one) => one.seller_id === seller_id && one.programme === key.programme)?.orders ?? 0;
      const judged = metrics.find((m) => m.seller_id === seller_id && m.programme === key.programme && m.metric === metric);
      const value = judged?.counts?.fault ?? null;
      asks.push(
        row('metric', {
          metric,
          value,
          needed: judged?.allowed ?? null,
          met: judged !== undefined && isMet(programme, inAll, judged),
        }),
      );
    }
    found.probation_exits.push(...asks);
    if (asks.every(({ met }) => met)) exit ??= way.name;
  }
  const byDay = [...Map.groupBy(orders, ({ placed_day }) => placed_day)].map(([on, some]) => ({ on, many: some.length }));
  found.probations.push({
    ...{ ...key, policy_version: programme.version, since: dayText(joined_on) },
    ...{ state: exit === null ? 'in_probation' : 'ended', exit, ended_on: exit === null ? null : runDate },
    orders_a_day_at_most: orders_a_day.at_most,
    orders_today: byDay.find(({ on }) => on === D)?.many ?? 0,
    most_orders_a_day: Math.max(...byDay.map(({ many }) => many)),
    days_above: byDay.filter(({ many }) => many > orders_a_day.at_most).length,
  });
}
