import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { orders } from '../../contracts/landing/orders.js';
import { directionOf, localeOf } from '../../contracts/languages.js';
import { outcomeDetails } from '../../contracts/published/outcome-details.js';
import { scorecards } from '../../contracts/published/scorecards.js';
import { sellerMetrics } from '../../contracts/published/seller-metrics.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { METRICS, type Metric } from '../../metrics/index.js';
import { ruleBlocks } from '../../sql/rule-blocks.js';
import { type NamedMetric, titled, wordingFor } from '../../wording/wording.js';
import { LANGUAGES, speechFor, wordsFor } from '../../wording/words.js';
import { programme } from '../helpers/mail-run.js';

const judging = (...metrics: NamedMetric[]) => wordingFor('en', { metrics, programmes: [] });
const gift: NamedMetric = { metric: 'gift_wrap', title: 'Gift wrap forgotten', subject: 'landed', count: 'orders', settings: {} };
const LOCALES = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

/** Every key of the words, as a path; a sentence that takes values says how many. */
const keysOf = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'function'
      ? [`${path}${key}(${value.length})`]
      : typeof value === 'object'
        ? keysOf(value, `${path}${key}.`)
        : [`${path}${key}`],
  );
const lacking = (words: object): string[] => keysOf(LANGUAGES.en).filter((key) => !keysOf(words).includes(key));
const surplus = (words: object): string[] => keysOf(words).filter((key) => !keysOf(LANGUAGES.en).includes(key));

/** Whatever a sentence takes: a text, a number that is many, or a noun. */
const ANYTHING = Object.assign(new String('7'), { one: '7', many: '7', fault: '7' });
/** What a language says of each key, with sevens for what it takes. */
const said = (words: object, path = ''): [path: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const text: unknown = typeof value === 'function' ? value(...Array(value.length).fill(ANYTHING)) : value;
    return typeof text === 'object' && text !== null ? said(text, `${path}${key}.`) : [[`${path}${key}`, String(text)]];
  });
const wordsIn = (text: string): number => text.split(/[^\p{L}]+/u).filter((word) => word.length > 1).length;

describe('the words', () => {
  it.each(LOCALES.filter((locale) => locale !== 'en'))('%s says no sentence in English', (locale) => {
    const english = new Map(said(LANGUAGES.en));
    expect(english.size).toBeGreaterThan(700);
    expect(said(LANGUAGES[locale]).filter(([path, text]) => wordsIn(text) > 2 && text === english.get(path))).toEqual([]);
  });

  it.each(LOCALES)('%s has every sentence and title that English has', (locale) => {
    expect(lacking(LANGUAGES[locale]!)).toEqual([]);
  });

  it.each(LOCALES)('%s has no sentence or title that nobody asks for', (locale) => {
    expect(surplus(LANGUAGES[locale]!)).toEqual([]);
  });

  it('a language that lacks one sentence, or takes fewer values in it, is found out', () => {
    const { force_majeure: _, ...exemptions } = LANGUAGES.en!.exemptions;
    const short = { ...LANGUAGES.en!, exemptions, tierBecause: { ...LANGUAGES.en!.tierBecause, meets_all: () => 'meets all' } };
    expect(lacking(short)).toEqual(['exemptions.force_majeure', 'tierBecause.meets_all(1)']);
  });

  it('a seller whose language is not written reads English', () => {
    expect(wordsFor('fi-FI')).toBe(LANGUAGES.en);
    expect(wordsFor('EN-us')).toBe(LANGUAGES.en);
    expect(wordsFor(null)).toBe(LANGUAGES.en);
  });

  it.each([
    ['de_DE', 'de-DE'],
    ['de_DE.UTF-8', 'de-DE'],
    ['DE-at', 'de-AT'],
    ['pt-BR-u-nu-arab', 'pt-BR'],
    ['de', 'de'],
    ['', undefined],
    ['  ', undefined],
    ['english', 'english'],
    ['d', undefined],
    ['en-', undefined],
    ['🙂', undefined],
  ])('a locale %s is read as %s', (text, locale) => {
    expect(localeOf(text)?.toString()).toBe(locale);
    expect(() => wordingFor(text).format.day('2026-11-16')).not.toThrow();
  });

  it('numbers and days are of the reader’s own place; English alone is no place', () => {
    expect(speechFor('en_US').locale).toBe('en-US');
    // French words are in letters of ours, whatever the seller's own are.
    expect(speechFor('fr-Arab-MA').locale).toBe('fr-MA');
    expect(wordingFor('en-US').format.shortDay('2026-11-16')).toBe('Nov 16');
    expect(wordingFor('en').format.shortDay('2026-11-16')).toBe('16 Nov');
    expect(speechFor('fi-FI')).toEqual({ language: 'en', words: LANGUAGES.en, locale: 'en-GB' });
  });

  it('Arabic and Hebrew run from right to left, whoever reads them', () => {
    expect(['ar-EG', 'he', 'fa-IR', 'ur', 'az-Arab', 'de-DE', 'az', 'x!'].map(directionOf)).toEqual([
      ...['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr'],
    ]);
  });

  it.each(METRICS)(
    'every reason that the rule of $key gives has words, and no words wait for a reason that it never gives',
    ({ key, reasons, settings }) => {
      const path = `metrics/${key}/rule.sql`;
      const given = ruleBlocks(path, readFileSync(path, 'utf8')).flatMap(({ kind, reason }) =>
        reason ? [`${kind} ${reason}`] : [],
      );
      // The name of a part is a reason.
      const { parts } = settings as Metric['settings'];
      if (parts?.kind === 'metrics') given.push(...parts.default.map((part) => `fault ${part}`));
      const worded = Object.entries(reasons).flatMap(([kind, some]) => Object.keys(some).map((reason) => `${kind} ${reason}`));
      expect(worded.sort()).toEqual([...new Set(given)].sort());
    },
  );

  it.each(LOCALES)('%s has a title for every column that proves an outcome', (locale) => {
    const { words } = wordingFor(locale);
    const moments = new Set<string>(METRICS.flatMap((metric) => metric.moments));
    expect([...moments].filter((column) => !Object.hasOwn(words.columns, column))).toEqual([]);
    expect(Object.keys(words.columns).filter((column) => !outcomeDetails.columns.some(({ name }) => name === column))).toEqual(
      [],
    );
  });

  it.each(LOCALES)('%s has words for verdicts, units and tiers by codes that there are', (locale) => {
    const { words } = wordingFor(locale);
    const codesOf = (dataset: { columns: readonly { name: string; choices?: readonly string[] }[] }, column: string) =>
      [...dataset.columns.find(({ name }) => name === column)!.choices!].sort();
    expect(Object.keys(words.cancelledBy).sort()).toEqual(codesOf(orders, 'cancelled_by'));
    expect(Object.keys(words.verdictBecause).sort()).toEqual(codesOf(sellerMetrics, 'because'));
    expect(Object.keys(words.verdicts).sort()).toEqual(codesOf(sellerMetrics, 'verdict'));
    expect(Object.keys(words.units).sort()).toEqual(codesOf(sellerMetrics, 'unit'));
    expect(Object.keys(words.tierBecause).sort()).toEqual(codesOf(scorecards, 'tier_because'));
    expect(Object.keys(words.statuses).sort()).toEqual(codesOf(scorecards, 'status'));
    expect(Object.keys(words.directions).sort()).toEqual(codesOf(tierChanges, 'direction'));
  });

  it('writes a code that nobody has words for with spaces instead of underscores', () => {
    const { reason, metricTitle, tierTitle } = wordingFor('en');
    expect(reason('late_delivery', 'strike_of_the_post')).toBe('strike of the post');
    expect(metricTitle('gift_wrap_forgotten')).toBe('Gift wrap forgotten');
    expect(tierTitle(undefined, 'silver_plus')).toBe('Silver plus');
    // names that every object has are codes like any other
    expect(reason('late_delivery', 'constructor')).toBe('constructor');
    expect(titled('')).toBe('');
  });

  it('names a metric that a policy declares by the title it has there, in the place it has there', () => {
    const { metricTitle, metricPlace, counted } = judging({ ...gift, metric: 'late_dispatch', title: 'Late dispatch' }, gift);
    expect(metricTitle('gift_wrap')).toBe('Gift wrap forgotten');
    expect(metricTitle('late_dispatch')).toBe('Late dispatch');
    expect(['unknown', 'contact_rate', 'gift_wrap', 'late_dispatch'].sort((a, b) => metricPlace(a) - metricPlace(b))).toEqual([
      'late_dispatch',
      'gift_wrap',
      'contact_rate',
      'unknown',
    ]);
    expect(counted('gift_wrap')).toEqual({ one: 'order', many: 'orders', fault: 'at fault' });
  });

  it('counts in the unit that the policy says', () => {
    const items = judging({ ...gift, metric: 'late_dispatch', title: 'Late dispatch', subject: 'order', count: 'items' });
    expect(items.counted('late_dispatch')).toEqual({ one: 'item', many: 'items', fault: 'dispatched late' });
    expect(judging({ ...gift, unit: 'days' }).counted('gift_wrap').many).toBe('days');
    expect(wordingFor('en').counted('chat_dissatisfaction').many).toBe('conversations');
  });

  it('names a part of an order defect that has no words of its own by its title', () => {
    expect(wordingFor('en').reason('order_defect', 'late_delivery')).toBe('late delivery');
  });

  it('says what lacks for a metric: what lands for its own, and what its parts need', () => {
    const parts = { parts: ['seller_cancellation', 'negative_review'] };
    const { needs } = judging(gift, { ...gift, metric: 'order_defect', subject: 'order', settings: parts });
    expect(needs('gift_wrap')).toEqual(['outcomes']);
    expect(needs('order_defect')).toEqual(['orders.cancelled_at', 'orders.cancelled_by', 'orders.delivered_at', 'reviews']);
  });
});

describe('why a metric has its verdict', () => {
  const row = {
    metric: 'slow_response',
    window_days: 30,
    orders: 1012,
    orders_needed: 1030,
    orders_window_days: 90,
    fault: 4,
    counted: 75,
    counted_needed: 100,
    allowed: 3,
    ...{ fault_buyers: 1, buyers_from: 2, fault_days: 2, days_from: 3 },
  };
  it.each([
    ['no_source', 'no source has landed for it'],
    ['few_orders', '1,012 of 1,030 orders needed in 90 days'],
    ['few_counted', '75 of 100 conversations needed in 30 days'],
    ['nothing_final', 'nothing has become final in 30 days'],
    ['within', '4 of 75 at fault, 3 allowed'],
    ['above', '4 of 75 at fault, 3 allowed'],
    ['few_buyers', '4 of 75 at fault, 3 allowed, but only 1 buyer is affected: fewer than 2 meet every bound'],
    ['few_days', '4 of 75 at fault, 3 allowed, but on only 2 days: fewer than 3 meet every bound'],
  ] as const)('%s: %s', (because, sentence) => {
    expect(wordingFor('en').verdictBecause({ ...row, because })).toBe(sentence);
  });
});

describe('why a seller has its tier', () => {
  const row = {
    programme: programme.programme,
    tier: 'at_risk',
    orders: 12,
    orders_needed: 30,
    next_tier: 'good',
    held_back_by: 'late_dispatch',
    held_back_fault: 4,
    held_back_counted: 75,
    held_back_allowed: 3,
  };
  it.each([
    ['nothing_measured', 'no metric of the programme is measured'],
    ['few_orders', '12 of 30 orders needed'],
    ['nothing_final', 'nothing has become final yet'],
    ['meets_all', 'meets every bound of At risk'],
    ['held_back', 'held back from Good standing by late dispatch: 4 of 75 at fault, 3 allowed'],
  ] as const)('%s: %s', (because, sentence) => {
    expect(wordingFor('en').tierBecause({ ...row, tier_because: because }, programme)).toBe(sentence);
  });
});
