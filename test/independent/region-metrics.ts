import { METRIC_KEYS, type MetricKey } from '../../metrics/index.js';
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

/** By seller, the counts of each window now and, after those, a period earlier. */
type BySeller = Map<string, Counts[]>;

/** Every region (and ALL) x metric x window of 7, 28 and 90 days, with the same a period earlier. */
export function regionMetrics(
  ledger: Ledger,
  regions: readonly { code: string }[],
  notMeasured: ReadonlySet<MetricKey>,
): RegionMetric[] {
  const codes = [...regions.map((r) => r.code), 'ALL'];
  const tallies = new Map(codes.map((code) => [code, new Map(METRIC_KEYS.map((m) => [m, new Map() as BySeller]))]));
  const add = (region: string, metric: MetricKey, seller: string, verdict: Verdict) => {
    const age = ledger.run_date - verdict.day;
    if (age < 0) return;
    for (const code of [region, 'ALL']) {
      const bySeller = tallies.get(code)!.get(metric)!;
      const counts = bySeller.get(seller) ?? Array.from({ length: 2 * REGION_WINDOWS.length }, noCounts);
      bySeller.set(seller, counts);
      REGION_WINDOWS.forEach((window, i) => {
        if (age < window) counts[i]![verdict.outcome]++;
        else if (age < 2 * window) counts[i + REGION_WINDOWS.length]![verdict.outcome]++;
      });
    }
  };
  for (const { region, seller_id, verdicts } of ledger.orders) {
    for (const metric of Object.keys(verdicts) as OrderMetric[]) add(region, metric, seller_id, verdicts[metric]!);
  }
  for (const { region, seller_id, verdict } of ledger.conversations) {
    if (verdict) add(region, 'slow_response', seller_id, verdict);
  }
  return codes.flatMap((region) =>
    METRIC_KEYS.flatMap((metric) =>
      REGION_WINDOWS.map((window_days, i) => {
        const bySeller = tallies.get(region)!.get(metric)!;
        const period = (at: number) =>
          notMeasured.has(metric) ? unmeasured : summary([...bySeller.values()].map((c) => c[at]!));
        return { region, metric, window_days, now: period(i), previous: period(i + REGION_WINDOWS.length) };
      }),
    ),
  );
}

const unmeasured: Period = { counts: null, accountable_rate: null, raw_rate: null, seller_weighted_rate: null, sellers: null };

function summary(bySeller: readonly Counts[]): Period {
  const total = noCounts();
  const rates: number[] = [];
  for (const counts of bySeller) {
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
