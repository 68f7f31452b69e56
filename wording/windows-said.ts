import type { ProgrammeMetric } from '../policies/policy.js';
import type { ProgrammeWords } from './programme-words.js';

/** The days that count, short: `90`, `90 or 365` where a longer window is asked of whoever has few, `30 to 365` where it stretches. */
export function windowsSaid(
  { window_days, low_volume, stretch }: ProgrammeMetric,
  { either, upTo }: ProgrammeWords['asked']['windows'],
  count: (days: number) => string = String,
): string {
  if (stretch) return upTo(count(window_days), count(stretch.at_most_days));
  return low_volume ? either(count(window_days), count(low_volume.window_days)) : count(window_days);
}
