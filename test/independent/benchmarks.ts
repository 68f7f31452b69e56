/**
 * A second opinion on benchmarks of scores, written from the words of the policy: the category of a seller, the rate that so many per
 * cent of a category's sellers do not exceed, both frozen for a quarter, and where a curve bends when it moves.
 */
import type { Benchmark } from '../../policies/benchmark.js';
import type { Programme } from '../../policies/policy.js';

export interface SellerCategory {
  seller_id: string;
  programme: string;
  quarter: string;
  category: string;
  orders: number;
  of_orders: number;
  frozen_on: string;
}

export interface CategoryBenchmark {
  programme: string;
  quarter: string;
  category: string;
  metric: string;
  because: 'measured' | 'few_sellers';
  benchmark: number | null;
  sellers: number;
  sellers_needed: number;
  percentile: number;
  frozen_on: string;
  holds_until: string;
}

export interface OrderOfCategory {
  seller_id: string;
  region: string;
  category: string | null;
  /** YYYY-MM-DD. */
  placed_on: string;
}
export interface RatedMetric {
  seller_id: string;
  programme: string;
  metric: string;
  because: string;
  fault: number | null;
  counted: number | null;
}
/** What a night before remembers; of another quarter nothing counts. */
export interface Frozen {
  categories: readonly SellerCategory[];
  benchmarks: readonly CategoryBenchmark[];
}
export const NOTHING_FROZEN: Frozen = { categories: [], benchmarks: [] };

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];
const QUARTER_OF_MONTH = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4];
const nthQuarter = (day: string): number => QUARTER_OF_MONTH[Number(day.slice(5, 7)) - 1]!;
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${nthQuarter(day)}`;
const lastDay = (day: string): string => `${day.slice(0, 4)}-${LAST_DAYS[nthQuarter(day) - 1]}`;

const dayBefore = (day: string, days: number): string => {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
};

/** Parts of a programme's score with a benchmark. */
export const benchmarkedParts = ({ score }: Programme): { metric: string; benchmark: Benchmark }[] =>
  (score?.dimensions ?? []).flatMap(({ metrics }) =>
    Object.entries(metrics).flatMap(([metric, { benchmark }]) => (benchmark ? [{ metric, benchmark }] : [])),
  );

export function sellerCategories(
  programmes: readonly Programme[],
  orders: readonly OrderOfCategory[],
  runDate: string,
  before: Frozen,
): SellerCategory[] {
  return programmes.flatMap((one) => {
    if (benchmarkedParts(one).length === 0) return [];
    const { programme, regions, assessable } = one;
    const quarter = quarterOf(runDate);
    const kept = before.categories.filter((row) => row.programme === programme && row.quarter === quarter);
    const first = dayBefore(runDate, assessable.window_days - 1);
    const sold = orders.filter(
      ({ region, placed_on, category }) =>
        category !== null && regions.includes(region) && placed_on >= first && placed_on <= runDate,
    );
    const fresh = [...Map.groupBy(sold, ({ seller_id }) => seller_id)].flatMap(([seller_id, own]): SellerCategory[] => {
      if (kept.some((row) => row.seller_id === seller_id)) return [];
      const sizes = [...Map.groupBy(own, ({ category }) => category!.toLowerCase())].map(
        ([category, some]) => [category, some.length] as const,
      );
      const most = Math.max(...sizes.map(([, size]) => size));
      const [category] = sizes
        .filter(([, size]) => size === most)
        .map(([name]) => name)
        .sort();
      return [{ seller_id, programme, quarter, category: category!, orders: most, of_orders: own.length, frozen_on: runDate }];
    });
    return [...kept, ...fresh];
  });
}

const ASSESSED = ['within', 'above', 'few_buyers', 'few_days'];
/** In whole millionths, the half up. */
const millionths = (fault: number, counted: number): number =>
  Number((2n * BigInt(fault) * 1_000_000n + BigInt(counted)) / (2n * BigInt(counted)));

export function categoryBenchmarks(
  programmes: readonly Programme[],
  metrics: readonly RatedMetric[],
  categories: readonly SellerCategory[],
  runDate: string,
  before: Frozen,
): CategoryBenchmark[] {
  return programmes.flatMap((one) =>
    benchmarkedParts(one).flatMap(({ metric, benchmark: asked }) => {
      const here = (row: { programme: string; metric: string }) => row.programme === one.programme && row.metric === metric;
      const kept = before.benchmarks.filter(
        (row) =>
          here(row) &&
          row.quarter === quarterOf(runDate) &&
          row.percentile === asked.percentile &&
          row.sellers_needed === asked.at_least_sellers,
      );
      if (kept.length > 0) return kept;
      const rated = metrics.filter((row) => here(row) && ASSESSED.includes(row.because));
      const placed = rated.flatMap(({ seller_id, fault, counted }) => {
        const own = categories.find((row) => row.seller_id === seller_id && row.programme === one.programme);
        return own ? [{ category: own.category, rate: millionths(fault!, counted!) }] : [];
      });
      return [...Map.groupBy(placed, ({ category }) => category)].map(([category, some]): CategoryBenchmark => {
        const rates = some.map(({ rate }) => rate).sort((a, b) => a - b);
        // The lowest rate that so many per cent of them, or more, do not exceed.
        const found = rates.find(
          (rate) => rates.filter((other) => other <= rate).length * 100 >= asked.percentile * rates.length,
        )!;
        const enough = rates.length >= asked.at_least_sellers;
        return {
          ...{ programme: one.programme, quarter: quarterOf(runDate), category, metric },
          because: enough ? 'measured' : 'few_sellers',
          benchmark: enough ? found / 1e6 : null,
          ...{ sellers: rates.length, sellers_needed: asked.at_least_sellers, percentile: asked.percentile },
          ...{ frozen_on: runDate, holds_until: lastDay(runDate) },
        };
      });
    }),
  );
}

/** What is taken as the benchmark, in millionths. */
export const taken = (benchmark: number, { not_below, not_above }: Benchmark): number =>
  Math.round(Math.max(Math.min(benchmark, not_above), not_below) * 1e6);

/** A curve whose rates are times the benchmark over relative_to, each in whole millionths, the half up. */
export function movedCurve(
  curve: readonly (readonly [number, number])[],
  benchmark: number,
  asked: Benchmark,
): (readonly [number, number])[] {
  const [by, over] = [BigInt(taken(benchmark, asked)), BigInt(Math.round(asked.relative_to * 1e6))];
  return curve.map(([rate, points]) => {
    const at = BigInt(Math.round(rate * 1e6));
    return [Number((2n * at * by + over) / (2n * over)) / 1e6, points] as const;
  });
}

/** What a part of a seller's score says of its benchmark. */
export interface Compared {
  category: string | null;
  benchmark_because: string | null;
  benchmark: number | null;
  benchmark_taken: number | null;
  benchmark_sellers: number | null;
  benchmark_sellers_needed: number | null;
  benchmark_on: string | null;
  benchmark_until: string | null;
}

const NONE: Compared = {
  ...{ category: null, benchmark_because: null, benchmark: null, benchmark_taken: null },
  ...{ benchmark_sellers: null, benchmark_sellers_needed: null, benchmark_on: null, benchmark_until: null },
};

export interface FoundBenchmarks {
  categories: readonly SellerCategory[];
  benchmarks: readonly CategoryBenchmark[];
}

export function comparedWith(
  { categories, benchmarks }: FoundBenchmarks,
  programme: string,
  seller_id: string,
  metric: string,
  asked: Benchmark | undefined,
): Compared {
  if (!asked) return NONE;
  const own = categories.find((row) => row.seller_id === seller_id && row.programme === programme);
  if (!own) return { ...NONE, benchmark_because: 'no_category' };
  const found = benchmarks.find((row) => row.programme === programme && row.metric === metric && row.category === own.category);
  if (!found) return { ...NONE, category: own.category, benchmark_because: 'new_category' };
  return {
    ...{ category: own.category, benchmark_because: found.because, benchmark: found.benchmark },
    benchmark_taken: found.benchmark === null ? null : taken(found.benchmark, asked) / 1e6,
    ...{ benchmark_sellers: found.sellers, benchmark_sellers_needed: found.sellers_needed },
    ...{ benchmark_on: found.frozen_on, benchmark_until: found.holds_until },
  };
}
