/** What templates may say of benchmarks: which parts of scores have one, for which quarter, and where orders say what a seller sells. */
import { addDays } from '../contracts/days.js';
import { benchmarksOf, FURTHEST } from '../policies/benchmark.js';
import { dateLiteral, ppm } from './literals.js';
import type { NightFacts } from './render.js';

/** The quarter of a day, such as 2026-Q4, and its last day. */
export function quarterOf(day: string): { quarter: string; ends_on: string } {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const nth = Math.ceil(month / 3);
  const next = nth === 4 ? `${year + 1}-01-01` : `${year}-${String(3 * nth + 1).padStart(2, '0')}-01`;
  return { quarter: `${year}-Q${nth}`, ends_on: addDays(next, -1) };
}

export function benchmarkWords({ policies: { programmes }, run_date }: NightFacts) {
  const { quarter, ends_on } = quarterOf(run_date);
  const benchmarks = benchmarksOf(programmes);
  return {
    ...{ quarter, quarter_ends_on: dateLiteral(ends_on), furthest: FURTHEST },
    benchmarks: benchmarks.map((one) => ({
      ...one,
      relative_ppm: ppm(one.relative_to),
      not_below_ppm: ppm(one.not_below),
      not_above_ppm: ppm(one.not_above),
    })),
    /** Programmes whose sellers are told apart by category. */
    with_categories: programmes.filter(({ programme }) => benchmarks.some((one) => one.programme === programme)),
  };
}
