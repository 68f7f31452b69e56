/** The terms of a programme: what each tier brings or costs a seller, told how long before, and how to contest it. */
import * as z from 'zod';
import { addDays, daysBetween } from '../contracts/days.js';
import { mailableAddress } from './address.js';
import { ADS, EFFECT, type Rung, VISIBILITY, wholeDays } from './effect.js';
import type { Programme, TierEffect } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { dayOf, why } from './values.js';

/** why 15: Regulation (EU) 2019/1150, article 3, for every change of a marketplace's terms; what comes sooner is void. */
const NOTICE_DAYS = 15;

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:\/\/[^\s/]+/.test(text);
const ContestYaml = z.strictObject({
  within_days: wholeDays(1),
  address: z
    .string()
    .refine((text) => mailableAddress(text) !== undefined, 'needs one plain mail address, such as appeals@market.example')
    .optional(),
  url: z.string().refine(isWebAddress, 'needs an address of the web, such as https://market.example/appeals').optional(),
  why,
});

/** Keys of a programme and of a tier that say its terms. */
export const TERMS = { notice_given_on: dayOf.optional(), until: dayOf.optional(), contest: ContestYaml.optional() };
export const TIER_TERMS = { effect: EFFECT.optional() };

type Terms = Pick<Programme, 'in_force_from' | 'notice_given_on' | 'until' | 'contest' | 'standard' | 'tiers'>;

const rungsOf = (tiers: Terms['tiers']): Rung[] =>
  tiers.map(({ key, effect }, at) => ({ path: ['tiers', at, 'effect'], name: key, effect }));

/** One thing that an effect changes: how bad a value of it is for a seller, and the words for it. */
interface Scale {
  key: keyof TierEffect;
  /** Higher is worse; undefined where the effect does not say. */
  badness(effect: TierEffect): number | undefined;
  /** Where an effect does not say: as for any seller; undefined where that is nowhere written. */
  usual: number | undefined;
  says(effect: TierEffect): string;
}

const inPercent = (share: number): string => `${Number((share * 100).toFixed(4))} %`;

const SCALES: readonly Scale[] = [
  {
    key: 'visibility',
    badness: ({ visibility }) => visibility && VISIBILITY.indexOf(visibility),
    usual: VISIBILITY.indexOf('normal'),
    says: ({ visibility = 'normal' }) => visibility,
  },
  {
    key: 'ads',
    badness: ({ ads }) => ads && ADS.indexOf(ads),
    usual: ADS.indexOf('allowed'),
    says: ({ ads = 'allowed' }) => ads,
  },
  {
    key: 'order_cap',
    badness: ({ order_cap }) => order_cap && -order_cap.share_of_peak,
    usual: Number.NEGATIVE_INFINITY,
    says: ({ order_cap }) => (order_cap ? inPercent(order_cap.share_of_peak) : 'no cap'),
  },
  {
    key: 'payout_days',
    badness: ({ payout_days }) => payout_days?.value,
    usual: undefined,
    says: ({ payout_days }) => `${payout_days!.value} days`,
  },
  {
    key: 'reserve',
    badness: ({ reserve }) => reserve?.share,
    usual: 0,
    says: ({ reserve }) => (reserve ? inPercent(reserve.share) : 'none'),
  },
  {
    key: 'commission',
    badness: ({ commission }) => commission?.share,
    usual: undefined,
    says: ({ commission }) => inPercent(commission!.share),
  },
];

const NO_EFFECT: TierEffect = { in_words: '' };

/**
 * Refuses terms that contradict each other, or that come sooner than sellers may be told.
 *
 * @param beside what has effects beside tiers, from the mildest to the worst
 */
export function checkTerms(file: PolicyFile, terms: Terms, beside: readonly Rung[]): void {
  checkDays(file, terms);
  checkLadder(file, rungsOf(terms.tiers));
  checkLadder(file, beside);
  if (terms.notice_given_on === undefined) checkNoticeNeeded(file, terms, beside);
  if (terms.contest && terms.contest.address === undefined && terms.contest.url === undefined)
    file.refuse(['contest'], 'does not say where; add address (a mail address) or url');
  for (const { path, effect } of [...rungsOf(terms.tiers), ...beside])
    if (effect && Object.keys(effect).length === 1)
      file.refuse(
        path,
        `says in words what no key says; add what changes (${SCALES.map(({ key }) => key).join(', ')}), or put the words into means`,
      );
}

function checkDays(file: PolicyFile, { in_force_from, notice_given_on, until }: Terms): void {
  if (until !== undefined && until < in_force_from)
    file.refuse(
      ['until'],
      `${until} is before in_force_from (${in_force_from}, line ${file.lineOf(['in_force_from'])}), so that it judges nobody; write a later day, or take it out`,
    );
  if (notice_given_on === undefined) return;
  const notice = daysBetween(notice_given_on, in_force_from);
  if (notice >= NOTICE_DAYS) return;
  const told = `notice_given_on (${notice_given_on}, line ${file.lineOf(['notice_given_on'])})`;
  file.refuse(
    ['in_force_from'],
    `${in_force_from} is ${notice < 0 ? 'before' : `${notice} ${notice === 1 ? 'day' : 'days'} after`} ${told}; sellers are told at least ${NOTICE_DAYS} days before, so write ${addDays(notice_given_on, NOTICE_DAYS)} or later`,
  );
}

/** Of two that follow each other the lower never is the better one to be in. */
function checkLadder(file: PolicyFile, rungs: readonly Rung[]): void {
  for (const { key, badness, usual, says } of SCALES) {
    let above: { name: string; path: readonly PropertyKey[]; worth: number; text: string } | undefined;
    for (const { name, path, effect = NO_EFFECT } of rungs) {
      const worth = badness(effect) ?? usual;
      if (worth === undefined) continue;
      const text = says(effect);
      if (above && worth < above.worth)
        file.refuse(
          [...path, key],
          `${name} (${text}) is treated better than ${above.name} (${above.text}, line ${file.lineOf([...above.path, key])}) above it; swap them, or give ${name} ${above.text} too`,
        );
      above = { name, path, worth, text };
    }
  }
}

/** What an effect takes away from a seller who has it, against what any seller has or, where that is not written, the standard tier. */
function takenAway({ tiers, standard }: Terms, beside: readonly Rung[]): { path: readonly PropertyKey[]; text: string }[] {
  const standardAt = tiers.findIndex(({ key }) => key === standard);
  const atStandard = tiers[standardAt]?.effect ?? NO_EFFECT;
  return [...rungsOf(tiers), ...beside].flatMap(({ path, name, effect }, at) =>
    SCALES.flatMap(({ key, badness, usual, says }) => {
      const worth = effect && badness(effect);
      if (worth === undefined) return [];
      const takes =
        usual === undefined ? at > standardAt && worth > (badness(atStandard) ?? Number.NEGATIVE_INFINITY) : worth > usual;
      return takes ? [{ path: [...path, key], text: `${name}: ${says(effect!)}` }] : [];
    }),
  );
}

function checkNoticeNeeded(file: PolicyFile, terms: Terms, beside: readonly Rung[]): void {
  const [first] = takenAway(terms, beside);
  if (first)
    file.refuse(
      first.path,
      `takes something away from sellers (${first.text}), who are told at least ${NOTICE_DAYS} days before; add notice_given_on, the day on which they were, ${addDays(terms.in_force_from, -NOTICE_DAYS)} or earlier`,
    );
}
