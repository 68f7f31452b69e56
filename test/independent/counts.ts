import type { Outcome } from '../../metrics/index.js';
import type { Bound } from '../../policies/policy.js';
import type { Verdict } from './judge.js';
import type { Day } from './time.js';

/** How many of each outcome; `forgiven_as_met` is the part of `forgiven` that counts as met. */
export type Counts = Record<Outcome | 'forgiven_as_met', number>;

export const noCounts = (): Counts => ({ met: 0, fault: 0, forgiven: 0, forgiven_as_met: 0, excluded: 0, pending: 0 });

/** Adds an outcome that weighs so much. */
export function count(counts: Counts, verdict: Verdict, weight: number): void {
  counts[verdict.outcome] += weight;
  if (verdict.counts_as_met) counts.forgiven_as_met += weight;
}

/** What the accountable rate is over: met, at fault, and forgiven so that it counts as met. */
export const counted = ({ met, fault, forgiven_as_met }: Counts): number => met + fault + forgiven_as_met;

/** fault / counted; null when nothing was counted. */
export const accountableRate = (counts: Counts): number | null => (counted(counts) === 0 ? null : counts.fault / counted(counts));

/** (fault + forgiven) / (met + fault + forgiven), whatever the forgiven count as; null when nothing was judged. */
export function rawRate({ met, fault, forgiven }: Counts): number | null {
  const all = met + fault + forgiven;
  return all === 0 ? null : (fault + forgiven) / all;
}

/** A bound as policy states it: 2 % or less, or less than 2 %. */
export type Limit = Pick<Bound, 'at_most' | 'said'>;

const excludes = ({ said }: Limit): boolean => ['below', 'met_above'].includes(said ?? '');

/** Millions times what the bound would be of so many, as a whole number: bounds are compared in parts per million. */
const millions = ({ at_most }: Limit, counts: Counts): number => Math.round(at_most * 1_000_000) * counted(counts);

/** fault / counted <= at_most, or < where policy says below. Met when nothing was counted. */
export function within(limit: Limit, counts: Counts): boolean {
  const faults = counts.fault * 1_000_000;
  return excludes(limit) ? faults < millions(limit, counts) || counted(counts) === 0 : faults <= millions(limit, counts);
}

/** The most faults that keep the bound among so many counted. */
export function mostFaults(limit: Limit, counts: Counts): number {
  const all = millions(limit, counts);
  const whole = Math.floor(all / 1_000_000);
  return Math.max(0, excludes(limit) && whole * 1_000_000 === all ? whole - 1 : whole);
}

/** A window of so many matured days, seen from a run date. */
export interface Window {
  run_date: Day;
  /** Days after the cohort day until the metric is final. */
  maturation: number;
  days: number;
}

/**
 * Whether an outcome counts in the window, or in the one `back` windows earlier. What is final counts on the matured days,
 * (D - m - N, D - m]; what is pending also on the days since, up to D.
 */
export function inWindow({ day, outcome }: Verdict, { run_date, maturation, days }: Window, back = 0): boolean {
  const matured = run_date - maturation - back * days;
  const last = outcome === 'pending' && back === 0 ? run_date : matured;
  return day > matured - days && day <= last;
}
