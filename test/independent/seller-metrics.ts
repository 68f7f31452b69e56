import { METRIC_KEYS, type MetricKey } from '../../metrics/index.js';
import type { Programme, ProgrammeMetric } from '../../policies/policy.js';
import { accountableRate, type Counts, noCounts, rawRate, within } from './counts.js';
import type { Ledger, OrderMetric, Verdict } from './judge.js';
import type { Day } from './time.js';

export interface SellerMetric {
  seller_id: string;
  programme: string;
  metric: string;
  window_days: number;
  /** Null where the metric is not measured. */
  counts: Counts | null;
  accountable_rate: number | null;
  raw_rate: number | null;
}

export interface SellerTier {
  seller_id: string;
  programme: string;
  /** Orders placed in the assessable window, in the regions of the programme. */
  orders: number;
  /** A tier of the programme, or not_assessable, or not_measured. */
  tier: string;
  /** The tier if every pending order turns out met. */
  tier_projected: string;
}

export interface Sellers {
  metrics: SellerMetric[];
  tiers: SellerTier[];
}

interface Tally {
  orders: number;
  counts: Map<string, Counts>;
}

/** Whether a day lies in the window of so many days that ends on the run date. */
export const inWindow = (day: Day, days: number, last: Day): boolean => day > last - days && day <= last;

/**
 * Seller metrics and tiers under each programme, over the programme's regions. A seller with no order or conversation in
 * any of the programme's windows is absent.
 */
export function sellers(ledger: Ledger, programmes: readonly Programme[], notMeasured: ReadonlySet<MetricKey>): Sellers {
  const metrics: SellerMetric[] = [];
  const tiers: SellerTier[] = [];
  for (const programme of programmes) {
    for (const [seller_id, tally] of tallies(ledger, programme)) {
      for (const { metric, window_days } of programme.metrics) {
        const counts = notMeasured.has(metric as MetricKey) ? null : tally.counts.get(metric)!;
        metrics.push({
          ...{ seller_id, programme: programme.programme, metric, window_days, counts },
          accountable_rate: counts && accountableRate(counts),
          raw_rate: counts && rawRate(counts),
        });
      }
      const tierWith = (adjust: (counts: Counts) => Counts) => tierOf(programme, tally, notMeasured, adjust);
      tiers.push({
        ...{ seller_id, programme: programme.programme, orders: tally.orders },
        tier: tierWith((counts) => counts),
        tier_projected: tierWith((counts) => ({ ...counts, met: counts.met + counts.pending })),
      });
    }
  }
  return { metrics, tiers };
}

function tallies(ledger: Ledger, programme: Programme): Map<string, Tally> {
  for (const { metric } of programme.metrics) {
    if (!(METRIC_KEYS as string[]).includes(metric)) throw new Error(`${programme.programme}: no metric is called ${metric}`);
  }
  const D = ledger.run_date;
  const found = new Map<string, Tally>();
  const of = (seller: string): Tally => {
    const known = found.get(seller);
    if (known) return known;
    const tally = { orders: 0, counts: new Map(programme.metrics.map((m) => [m.metric, noCounts()])) };
    found.set(seller, tally);
    return tally;
  };
  const add = (seller: string, { metric, window_days }: ProgrammeMetric, verdict: Verdict | undefined) => {
    if (verdict && inWindow(verdict.day, window_days, D)) of(seller).counts.get(metric)![verdict.outcome]++;
  };
  for (const order of ledger.orders) {
    if (!programme.regions.includes(order.region)) continue;
    if (inWindow(order.placed_day, programme.assessable.window_days, D)) of(order.seller_id).orders++;
    for (const m of programme.metrics) add(order.seller_id, m, order.verdicts[m.metric as OrderMetric]);
  }
  const slow = programme.metrics.find((m) => m.metric === 'slow_response');
  for (const conversation of slow ? ledger.conversations : []) {
    if (programme.regions.includes(conversation.region)) add(conversation.seller_id, slow!, conversation.verdict);
  }
  return found;
}

function tierOf(
  programme: Programme,
  tally: Tally,
  notMeasured: ReadonlySet<MetricKey>,
  adjust: (counts: Counts) => Counts,
): string {
  const measured = programme.metrics.filter((m) => !notMeasured.has(m.metric as MetricKey));
  if (measured.length === 0) return 'not_measured';
  if (tally.orders < programme.assessable.orders) return 'not_assessable';
  const counted = measured
    .map((m) => ({ m, counts: adjust(tally.counts.get(m.metric)!) }))
    .filter(({ counts }) => counts.met + counts.fault > 0);
  if (counted.length === 0) return 'not_assessable'; // orders enough, but every one left out or pending
  const ranks = counted.map(({ m, counts }) => rankOf(programme, m, counts));
  return programme.tiers[Math.max(...ranks)]!.key;
}

/** Position, best first, of the best tier whose bound the counts keep; the last tier has no bound. */
function rankOf(programme: Programme, { tiers }: ProgrammeMetric, counts: Counts): number {
  const found = programme.tiers.findIndex(({ key }) => tiers[key] !== undefined && within(tiers[key].at_most, counts));
  return found === -1 ? programme.tiers.length - 1 : found;
}
