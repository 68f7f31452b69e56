import type { StepCost } from './step.js';

/** What is held against a goal; each a quotient of seconds of wall clock. */
export const RATIO_NAMES = ['full', 'next', 'next_365', 'next_365_to_90', 'accept_to_copy'] as const;
export type RatioName = (typeof RATIO_NAMES)[number];

/** A ratio by wall clock and by processor time, or why it was not measured. */
export type Measured = { seconds: number; cpu?: number } | { not_measured: string };

/** Seconds of wall clock and of processor time. */
export interface Took {
  seconds: number;
  cpu: number;
}

/** What the queries of a night took together. */
export function queriesOf(night: StepCost): Took & { bytes_read?: number } {
  const queries = night.parts!.filter((part) => part.state === 'RunQuery');
  const sum = (of: 'seconds' | 'cpu' | 'bytes_read') => queries.reduce((total, query) => total + (query[of] ?? 0), 0);
  return {
    seconds: sum('seconds'),
    cpu: sum('cpu'),
    ...(queries.some((query) => query.bytes_read !== undefined) ? { bytes_read: sum('bytes_read') } : {}),
  };
}

/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The median of the quotients of runs made one after the other: what slows the machine for a while slows both of a pair. */
export function ratioOfPairs(pairs: readonly (readonly [Took, Took])[]): { seconds: number; cpu: number } {
  return {
    seconds: median(pairs.map(([one, other]) => one.seconds / other.seconds)),
    cpu: median(pairs.map(([one, other]) => one.cpu / other.cpu)),
  };
}
