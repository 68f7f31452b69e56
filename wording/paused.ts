/** What is said of a metric that rests. */
import { isPaused, type ProgrammeMetric } from '../policies/policy.js';
import type { Wording } from './wording.js';

/** A sentence where it rests on a day; none where it does not. */
export function pausedNotes(
  asked: Pick<ProgrammeMetric, 'paused'> | undefined,
  run_date: string,
  { words, format }: Wording,
): string[] {
  if (!asked?.paused || !isPaused(asked, run_date)) return [];
  return [words.standing.paused(format.day(asked.paused.from), asked.paused.why.trim().replace(/\.+$/, ''))];
}
