/** A second opinion on whom to call first: whose tier may fall, for what, and how many orders are at stake. */
import type { Policies, Programme } from '../../policies/policy.js';
import { mostFaults } from './counts.js';
import type { Ledger } from './judge.js';
import type { SellerMetric, Sellers } from './seller-metrics.js';

/** What evaluations have said, which is another judge's: taken as the run says it. */
export interface Said {
  standing(seller: string, programme: string): { official_tier: string; projected_tier: string } | undefined;
  verdict(seller: string, programme: string, metric: string): string | undefined;
}

export interface Call {
  seller_id: string;
  programme: string;
  place: number;
  tier: string;
  falls: 'evaluation' | 'missed' | 'expected';
  falls_to: string | null;
  metric: string | null;
  fault_then: number | null;
  counted_then: number | null;
  allowed_then: number | null;
  orders: number;
  orders_at_risk: number;
}

export function calls(found: Sellers, ledger: Ledger, { programmes }: Pick<Policies, 'programmes'>, said: Said): Call[] {
  const judged = Map.groupBy(found.metrics, (one) => `${one.seller_id} ${one.programme}`);
  const orders = new Map<string, number>();
  for (const { seller_id, placed_day } of ledger.orders)
    if (placed_day > ledger.run_date - 28) orders.set(seller_id, (orders.get(seller_id) ?? 0) + 1);
  const rows = found.tiers.flatMap(({ seller_id, programme: key, tier: proposed }) => {
    const programme = programmes.find((one) => one.programme === key)!;
    const keys = programme.tiers.map((one) => one.key);
    const standing = said.standing(seller_id, key);
    const tier = standing && standing.official_tier !== 'not_evaluated' ? standing.official_tier : proposed;
    if (!keys.includes(tier)) return [];
    const falls_to = standing && keys.indexOf(standing.projected_tier) > keys.indexOf(tier) ? standing.projected_tier : null;
    const misses = judged
      .get(`${seller_id} ${key}`)!
      .flatMap((row) => missedBy(programme, row, tier))
      .map((one) => ({ ...one, verdict: said.verdict(seller_id, key, one.metric) }));
    const first = misses.sort(
      (a, b) =>
        rank(a) - rank(b) || b.fault_then - b.allowed_then - (a.fault_then - a.allowed_then) || (a.metric < b.metric ? -1 : 1),
    )[0];
    if (!first && !falls_to) return [];
    const likely = falls_to ? 100 : rank(first!) < 3 ? 75 : programme.evaluation ? 25 : 50;
    const placed = orders.get(seller_id) ?? 0;
    return [
      {
        ...{ seller_id, programme: key, place: 0, tier, falls_to, metric: first?.metric ?? null },
        falls: falls_to ? 'evaluation' : first!.fault > first!.allowed_then ? 'missed' : 'expected',
        ...{ fault_then: first?.fault_then ?? null, counted_then: first?.counted_then ?? null },
        ...{ allowed_then: first?.allowed_then ?? null, orders: placed, orders_at_risk: (placed * likely) / 100 },
      } satisfies Call,
    ];
  });
  for (const one of Map.groupBy(rows, ({ programme }) => programme).values())
    one
      .sort((a, b) => b.orders_at_risk - a.orders_at_risk || b.orders - a.orders || (a.seller_id < b.seller_id ? -1 : 1))
      .forEach((row, at) => {
        row.place = at + 1;
      });
  return rows;
}

const rank = ({ verdict }: { verdict: string | undefined }): number =>
  verdict === 'confirmed' ? 1 : verdict === 'notice' ? 2 : 3;

/** What a metric comes to once all that is pending is final, where it then misses the bound of a tier. */
function missedBy(programme: Programme, row: SellerMetric, tier: string) {
  const entry = programme.metrics.find(({ metric }) => metric === row.metric)!;
  const bound = entry.tiers[tier];
  if (row.tier === null || !bound) return [];
  if (row.fault_buyers !== null && row.fault_buyers < (entry.at_least.buyers ?? 0)) return [];
  if (row.fault_days !== null && row.fault_days < (entry.at_least.days ?? 0)) return [];
  const { fault, pending } = row.counts!;
  const counted_then = row.counted! + pending;
  const limit = bound.keep ? { ...bound, at_most: bound.keep.at_most } : bound;
  const asIf = { ...row.counts!, met: counted_then - fault, forgiven_as_met: 0 };
  const allowed_then = Math.max(mostFaults(limit, asIf), entry.at_least.faults - 1);
  const fault_then = fault + (row.counted === 0 ? 0 : Math.round((pending * fault) / row.counted!));
  return fault_then > allowed_then ? [{ metric: row.metric, fault, fault_then, counted_then, allowed_then }] : [];
}
