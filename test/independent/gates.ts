/** A second opinion on what tiers ask for beside their bounds. */
import type { Programme, Region } from '../../policies/policy.js';
import { orderKey } from './judge.js';
import { newest } from './newest.js';
import type { Order, Records, Seller } from './records.js';
import type { Cell } from './standings.js';
import { type Day, day, localDay } from './time.js';

export interface Gate {
  seller_id: string;
  programme: string;
  tier: string;
  gate: string;
  value: number;
  needed: number;
}

/** The first by name that a tier asks for and the seller does not have. */
export const lacking = (
  { gates = [] }: { gates?: readonly Gate[] },
  seller: string,
  { programme }: Programme,
  tier: Cell,
): Gate | undefined =>
  gates
    .filter((one) => one.seller_id === seller && one.programme === programme && one.tier === tier && one.value < one.needed)
    .sort((a, b) => (a.gate < b.gate ? -1 : 1))[0];

interface Placed extends Order {
  placed_day: Day;
  cancelled: boolean;
}

/** Orders that exist on the day, and whether they are cancelled by then. */
export function placedBy(records: Records, regions: readonly Region[], D: Day): Placed[] {
  const zones = new Map(regions.map(({ code, time_zone }) => [code, time_zone]));
  return [...newest(records.orders, D, orderKey).values()].flatMap((order) => {
    const on = (moment: number) => localDay(zones.get(order.region)!, moment);
    const placed_day = on(order.placed_at);
    return placed_day > D
      ? []
      : [{ ...order, placed_day, cancelled: order.cancelled_at !== null && on(order.cancelled_at) <= D }];
  });
}

/** What each of these sellers has of what tiers ask for; sales of currencies with two decimals. */
export function gatesOf(
  records: Records,
  { regions, programmes }: { regions: readonly Region[]; programmes: readonly Programme[] },
  runDate: string,
  asked: readonly { seller_id: string; programme: string }[],
): Gate[] {
  const asking = programmes.filter(({ tiers }) => tiers.some(({ asks }) => asks));
  if (asking.length === 0) return [];
  const D = day(runDate);
  const placed = Map.groupBy(placedBy(records, regions, D), ({ seller_id }) => seller_id);
  const described = newest(records.sellers as Seller[], D, ({ seller_id }) => seller_id);
  const daysOf = (seller: string): number => {
    const known = described.get(seller);
    const first = Math.min(...(placed.get(seller) ?? []).map(({ placed_day }) => placed_day));
    const since = known ? known.joined_on : Number.isFinite(first) ? first : null;
    return since === null ? 0 : Math.max(0, D - since);
  };
  return asked.flatMap(({ seller_id, programme }) => {
    const of = asking.find((one) => one.programme === programme);
    const stand = (placed.get(seller_id) ?? []).filter(({ cancelled, region }) => !cancelled && of?.regions.includes(region));
    return (of?.tiers ?? []).flatMap(({ key: tier, asks }) => {
      const row = (gate: string, value: number, needed: number): Gate => ({ seller_id, programme, tier, gate, value, needed });
      const { orders, sales, days_selling } = asks ?? {};
      const since = (days: number) => stand.filter(({ placed_day }) => placed_day > D - days);
      const worth = sales ? since(sales.window_days).filter(({ currency }) => currency === sales.currency) : [];
      return [
        ...(orders ? [row('orders', since(orders.window_days).length, orders.at_least)] : []),
        ...(sales
          ? [
              row(
                'sales',
                worth.reduce((sum, { gmv_minor }) => sum + gmv_minor, 0),
                sales.at_least * 100,
              ),
            ]
          : []),
        ...(days_selling ? [row('days_selling', daysOf(seller_id), days_selling.at_least)] : []),
      ];
    });
  });
}

/** The best tier that is open to each: the one below the last whose gates are missed. */
export const openedBy = (gates: readonly Gate[], programmes: readonly Programme[]) =>
  gates
    .filter(({ value, needed }) => value < needed)
    .map(({ seller_id, programme, tier }) => {
      const keys = programmes.find((one) => one.programme === programme)!.tiers.map(({ key }) => key);
      return { seller_id, programme, caps_at: keys[keys.indexOf(tier) + 1]! };
    });
