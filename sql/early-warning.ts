/**
 * Weights of a cumulative sum that tells a good rate from a bad one: what a fault adds and what each counted one takes, as the logarithm
 * of the likelihood ratio of the two rates. Rounded here, once, to millionths, so that every engine adds the same whole numbers.
 */
import type { Evaluation } from '../policies/evaluation.js';

export interface WarningWeights {
  /** A fault adds so much, in millionths; each counted one, fault or not, takes so much. */
  fault: number;
  counted: number;
  /** Of a day's faults so many parts per million of what is counted, rounded up, at most. */
  day_ppm: number;
  warns_at: number;
}

/** Undefined where a bound allows nothing, or where the bad rate would be all. */
export function warningWeights(at_most_ppm: number, settings: Evaluation['early_warning']): WarningWeights | undefined {
  const [good, bad] = [settings.good * at_most_ppm, settings.bad * at_most_ppm].map((ppm) => ppm / 1e6) as [number, number];
  if (!settings.warns || good <= 0 || bad >= 1) return undefined;
  const millionths = (value: number): number => Math.round(value * 1e6);
  const counted = Math.log((1 - good) / (1 - bad));
  return {
    fault: millionths(Math.log(bad / good) + counted),
    counted: millionths(counted),
    day_ppm: Math.round(settings.day_at_most * at_most_ppm),
    warns_at: millionths(settings.warns_at),
  };
}
