/**
 * The benchmark of a part of a score: what sellers of the same category do, frozen for a quarter. The rates of the part's curve move by
 * benchmark / relative_to, and never further than policy says.
 */
import * as z from 'zod';
import type { Programme } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { shareOf, why } from './values.js';

/** why five: of fewer, a benchmark would tell one shop what each of the others does. */
const FEWEST = 5;
/** why tenfold: a curve that is moved further is another curve; and what is multiplied stays within a BIGINT. */
export const FURTHEST = 10;

export const BenchmarkYaml = z.strictObject({
  /** So many per cent of the category's sellers have the benchmark's rate or a lower one. */
  percentile: z
    .number()
    .int('needs a whole number from 1 to 99, such as 50 for the middle seller')
    .min(1, 'needs a whole number from 1 to 99, such as 50 for the middle seller')
    .max(99, 'needs a whole number from 1 to 99, such as 50 for the middle seller'),
  at_least_sellers: z
    .number()
    .int('needs a whole number')
    .min(FEWEST, `needs ${FEWEST} or more: of fewer, one shop could work out what another does`),
  /** Where the benchmark is this rate, the curve holds as it is written. */
  relative_to: shareOf,
  not_below: shareOf,
  not_above: shareOf,
  why,
});

export type Benchmark = z.output<typeof BenchmarkYaml>;

const inPpm = (share: number): number => Math.round(share * 1e6);
const finerThanPpm = (share: number): boolean => Math.abs(share * 1e6 - inPpm(share)) > 1e-6;

/** What contradicts itself in the benchmark that stands at a path of a file. */
export function checkBenchmark(file: PolicyFile, at: readonly PropertyKey[], benchmark: Benchmark | undefined): void {
  if (!benchmark) return;
  const { relative_to, not_below, not_above } = benchmark;
  const refuse = (key: keyof Benchmark, problem: string) => file.refuse([...at, 'benchmark', key], problem);
  for (const key of ['relative_to', 'not_below', 'not_above'] as const)
    if (finerThanPpm(benchmark[key]))
      refuse(key, `${benchmark[key]} is finer than one part per million; round it to six decimals`);
  const beyond = (times: string) => `would move the curve more than ${FURTHEST}-fold from ${relative_to}; write ${times}`;
  const asWritten = `relative_to (${relative_to}), where the curve holds as it is written; write ${relative_to}`;
  if (relative_to === 0)
    refuse('relative_to', 'is 0, and nothing can be a multiple of it; write the rate that the curve was made for');
  else if (not_below === 0)
    refuse(
      'not_below',
      'is 0, so that a category without faults would have no curve at all; write the lowest rate that anybody is measured by',
    );
  else if (not_below > relative_to) refuse('not_below', `${not_below} is above ${asWritten} or less`);
  else if (not_above < relative_to) refuse('not_above', `${not_above} is below ${asWritten} or more`);
  else if (inPpm(relative_to) > inPpm(not_below) * FURTHEST)
    refuse('not_below', `${not_below} ${beyond(`${inPpm(relative_to) / FURTHEST / 1e6} or more`)}`);
  else if (inPpm(not_above) > inPpm(relative_to) * FURTHEST)
    refuse('not_above', `${not_above} ${beyond(`${(inPpm(relative_to) * FURTHEST) / 1e6} or less`)}`);
}

export interface Benchmarked extends Benchmark {
  programme: string;
  version: string;
  metric: string;
}

/** Every part of a score that has a benchmark, with its programme. */
export const benchmarksOf = (programmes: readonly Programme[]): Benchmarked[] =>
  programmes.flatMap(({ programme, version, score }) =>
    (score?.dimensions ?? []).flatMap(({ metrics }) =>
      Object.entries(metrics).flatMap(([metric, { benchmark }]) =>
        benchmark ? [{ programme, version, metric, ...benchmark }] : [],
      ),
    ),
  );
