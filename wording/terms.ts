/** What a tier means for its seller, and how it is contested, as sentences: a programme's terms in, text out. */
import { addDays } from '../contracts/days.js';
import type { Programme } from '../policies/policy.js';
import type { Wording } from './wording.js';

type Terms = Pick<Programme, 'title' | 'tiers' | 'contest'>;

/** What a tier brings or costs, as the policy says it; undefined where it says nothing, or nobody is judged. */
export const effectInWords = ({ tiers }: Terms, tier: string): string | undefined =>
  tiers.find(({ key }) => key === tier)?.effect?.in_words;

/**
 * Until when and where a seller contests a tier that it was told of on a day; undefined where the policy says nothing, it is the
 * best tier or nobody is judged, or the time is over on the run date.
 */
export function contestInWords(
  { title, tiers, contest }: Terms,
  { tier, told_on, run_date }: { tier: string; told_on: string; run_date: string },
  { words, format }: Wording,
): string | undefined {
  // The best tier leaves nothing to contest.
  const held = tiers.slice(1).find(({ key }) => key === tier);
  if (!contest || !held) return undefined;
  const until = addDays(told_on, contest.within_days);
  const where = [contest.address, contest.url].filter((one) => one !== undefined);
  return until < run_date ? undefined : words.scorecard.contestUntil(held.title, title, format.day(until), format.list(where));
}
