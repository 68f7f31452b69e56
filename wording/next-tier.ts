/** The way to the next tier, as sentences: rows of next_tiers in, text out. */
import type * as z from 'zod';
import type { nextTiers } from '../contracts/published/next-tiers.js';
import type { Programme } from '../policies/policy.js';
import type { Wording } from './wording.js';

export type NextTierRow = z.infer<typeof nextTiers.row>;

/** What is said of a seller under a programme; nothing where bounds alone do not hold it back. */
export function nextTierNotes(
  rows: readonly NextTierRow[],
  programme: Pick<Programme, 'programme' | 'tiers'>,
  wording: Wording,
): string[] {
  const { words, format, tierTitle, metricTitle, counted } = wording;
  const say = words.nextTier;
  const own = rows.filter((row) => row.programme === programme.programme);
  const last = own.find(({ decides }) => decides);
  if (!last) return [];
  const tier = tierTitle(programme, last.tier);
  if (!last.tier_on) {
    const metric = words.grammar.inSentence(metricTitle(last.metric));
    return [say.undated(tier, format.day(last.looked_until), metric, format.count(last.allowed), format.count(last.fault))];
  }
  const noun = counted(last.metric);
  const limits = own.map(({ metric, spare }) => {
    const noun = counted(metric);
    return say.atMost(spare ?? 0, format.count(spare), noun, noun.fault);
  });
  return [
    say.dated(tier, format.day(last.tier_on), format.list(limits), last.person_approves),
    say.why(format.count(last.gone_by_then), `${format.many(last.fault, noun.one, noun.many)} ${noun.fault}`),
  ];
}

/** The day in a list; nothing for whom none is asked. */
export function nextTierDay(row: Pick<NextTierRow, 'tier_on' | 'looked_until'>, { words, format }: Wording): string {
  return row.tier_on ? format.day(row.tier_on) : words.nextTier.notBefore(format.day(row.looked_until));
}
