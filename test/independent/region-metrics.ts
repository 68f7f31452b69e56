import { METRIC_KEYS, type MetricKey } from '../../contracts/metrics.js';
import { accountableRate, type Counts, noCounts, rawRate } from './counts.js';
import type { Ledger, OrderMetric, Verdict } from './judge.js';

export const REGION_WINDOWS = [7, 28, 90] as const;

interface Period {
  /** Null where the metric is not measured. */
  counts: Counts | null;
  accountable_rate: number | null;
  raw_rate: number | null;
  /** Mean of the accountable rates of the sellers that have one. */
  seller_weighted_rate: number | null;
  /** Sellers that have an accountable rate. */
  sellers: number | null;
}

export interface RegionMetric {
  /** Region code, or ALL. */
  region: string;
  metric: MetricKey;
  window_days: number;
  now: Period;
  /** The same number of cohort days just before. */
  previous: Period;
}

type BySeller = Map<string, Counts>;

/** Every region (and ALL) x metric x window of 7, 28 and 90 days, with the same a period earlier. */
export function regionMetrics(
  ledger: Ledger,
  regions: readonly { code: string }[],
  notMeasured: ReadonlySet<MetricKey>,
): RegionMetric[] {
  const D = ledger.run_date;
  const tallies = new Map<string, BySeller>();
  const place = (region: string, metric: string, window: number, period: string) => `${region} ${metric} ${window} ${period}`;
  const count = (name: string, seller: string, verdict: Verdict) => {
    const bySeller = tallies.get(name) ?? new Map<string, Counts>();
    tallies.set(name, bySeller);
    const counts = bySeller.get(seller) ?? noCounts();
    bySeller.set(seller, counts);
    counts[verdict.outcome]++;
  };
  const add = (region: string, metric: string, seller: string, verdict: Verdict) => {
    const age = D - verdict.day;
    for (const window of REGION_WINDOWS) {
      if (age < 0 || age >= 2 * window) continue;
      const period = age < window ? 'now' : 'previous';
      count(place(region, metric, window, period), seller, verdict);
      count(place('ALL', metric, window, period), seller, verdict);
    }
  };
  for (const order of ledger.orders) {
    for (const metric of Object.keys(order.verdicts) as OrderMetric[]) {
      add(order.region, metric, order.seller_id, order.verdicts[metric]!);
    }
  }
  for (const { region, seller_id, verdict } of ledger.conversations) {
    if (verdict) add(region, 'slow_response', seller_id, verdict);
  }
  return [...regions.map((r) => r.code), 'ALL'].flatMap((region) =>
    METRIC_KEYS.flatMap((metric) =>
      REGION_WINDOWS.map((window_days) => {
        const period = (name: string) =>
          notMeasured.has(metric) ? unmeasured : summary(tallies.get(place(region, metric, window_days, name)) ?? new Map());
        return { region, metric, window_days, now: period('now'), previous: period('previous') };
      }),
    ),
  );
}

const unmeasured: Period = { counts: null, accountable_rate: null, raw_rate: null, seller_weighted_rate: null, sellers: null };

function summary(bySeller: BySeller): Period {
  const total = noCounts();
  const rates: number[] = [];
  for (const counts of bySeller.values()) {
    for (const outcome of Object.keys(total) as (keyof Counts)[]) total[outcome] += counts[outcome];
    const rate = accountableRate(counts);
    if (rate !== null) rates.push(rate);
  }
  return {
    counts: total,
    accountable_rate: accountableRate(total),
    raw_rate: rawRate(total),
    seller_weighted_rate: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
    sellers: rates.length,
  };
}
