import { accountableRate, type Counts, count, counted, inWindow, noCounts, rawRate } from './counts.js';
import { forEachVerdict, type Ledger } from './judge.js';

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
  metric: string;
  window_days: number;
  now: Period;
  /** The same number of matured cohort days just before. */
  previous: Period;
}

/** By seller, the counts of each window now and, after those, a period earlier. */
type BySeller = Map<string, Counts[]>;

/** Every region (and ALL) x metric x window of 7, 28 and 90 days, with the same a period earlier. */
export function regionMetrics(
  ledger: Ledger,
  regions: readonly { code: string }[],
  notMeasured: ReadonlySet<string>,
): RegionMetric[] {
  const { run_date, metrics } = ledger;
  const codes = [...regions.map((r) => r.code), 'ALL'];
  const tallies = new Map(codes.map((code) => [code, new Map(metrics.map((m) => [m.metric, new Map() as BySeller]))]));
  const longest = 2 * Math.max(...REGION_WINDOWS);
  forEachVerdict(ledger, ({ metric: { metric, maturation_days: maturation }, region, seller_id, verdict, weight }) => {
    if (verdict.day <= run_date - maturation - longest) return;
    for (const code of [region, 'ALL']) {
      const bySeller = tallies.get(code)!.get(metric)!;
      const counts = bySeller.get(seller_id) ?? Array.from({ length: 2 * REGION_WINDOWS.length }, noCounts);
      bySeller.set(seller_id, counts);
      REGION_WINDOWS.forEach((days, i) => {
        const window = { run_date, maturation, days };
        if (inWindow(verdict, window)) count(counts[i]!, verdict, weight);
        if (inWindow(verdict, window, 1)) count(counts[i + REGION_WINDOWS.length]!, verdict, weight);
      });
    }
  });
  return codes.flatMap((region) =>
    metrics.flatMap(({ metric }) =>
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
    if (counted(counts) > 0) rates.push(accountableRate(counts)!);
  }
  return {
    counts: total,
    accountable_rate: accountableRate(total),
    raw_rate: rawRate(total),
    seller_weighted_rate: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
    sellers: rates.length,
  };
}
