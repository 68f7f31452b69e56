/** What a tier means for its seller, and how it is contested, as sentences: a programme's terms in, text out. */
import { addDays } from '../contracts/days.js';
import type { Programme } from '../policies/policy.js';
import { type StandingRow, tierShown } from './standing.js';
import type { Wording } from './wording.js';

type Terms = Pick<Programme, 'title' | 'tiers' | 'contest'>;

type Standing = Pick<StandingRow, 'official_tier' | 'evaluated_on' | 'since'>;

/**
 * The terms of the tier that a seller is shown: what it brings or costs, and how it is contested. A tier that is held was told when it
 * was won or lost, a proposed one is told tonight.
 */
export function termsInWords(
  programme: Terms,
  { proposed, standing, run_date }: { proposed: string; standing: Standing | undefined; run_date: string },
  wording: Wording,
): { effect: string | undefined; contest: string | undefined } {
  const tier = tierShown(proposed, standing);
  const told_on = (standing?.evaluated_on ? standing.since : null) ?? run_date;
  return { effect: effectInWords(programme, tier), contest: contestInWords(programme, { tier, told_on, run_date }, wording) };
}

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
