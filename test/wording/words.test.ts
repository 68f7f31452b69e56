import { describe, expect, it } from 'vitest';
import { METRICS } from '../../metrics/index.js';
import { RULES } from '../../sql/rules.js';
import { spaced, wordingFor } from '../../wording/wording.js';
import { LANGUAGES, wordsFor } from '../../wording/words.js';
import { programme } from '../helpers/mail-run.js';

const LOCALES = Object.keys(LANGUAGES);

/** Every key of the words, as a path; a sentence that takes values says how many. */
const keysOf = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'function'
      ? [`${path}${key}(${value.length})`]
      : typeof value === 'object'
        ? keysOf(value, `${path}${key}.`)
        : [`${path}${key}`],
  );
const lacking = (words: object): string[] => keysOf(LANGUAGES.en!).filter((key) => !keysOf(words).includes(key));

describe('the words', () => {
  it.each(LOCALES)('%s has every sentence and title that English has', (locale) => {
    expect(lacking(LANGUAGES[locale]!)).toEqual([]);
  });

  it('a language that lacks one sentence, or takes fewer values in it, is found out', () => {
    const { late: _, ...reasons } = LANGUAGES.en!.reasons;
    const short = { ...LANGUAGES.en!, reasons, tierBecause: { ...LANGUAGES.en!.tierBecause, meets_all: () => 'meets all' } };
    expect(lacking(short)).toEqual(['reasons.late', 'tierBecause.meets_all(1)']);
  });

  it('a seller whose language is not written reads English', () => {
    expect(wordsFor('fi-FI')).toBe(LANGUAGES.en);
    expect(wordsFor('EN-us')).toBe(LANGUAGES.en);
    expect(wordsFor(null)).toBe(LANGUAGES.en);
  });

  it.each(LOCALES)('%s has words for every reason that a rule can give', (locale) => {
    const { words, metricTitle, reasonTitle } = wordingFor(locale);
    const wordless = RULES.map(({ code }) => code as string).filter(
      (code) => !Object.hasOwn(words.reasons, code) && reasonTitle(code) !== metricTitle(code),
    );
    expect(wordless).toEqual([]);
  });

  it.each(LOCALES)('%s says of every metric what it counts and what a fault is', (locale) => {
    const { words } = wordingFor(locale);
    expect(METRICS.map(({ key }) => key).filter((key) => !Object.hasOwn(words.metrics, key))).toEqual([]);
  });

  it('writes a code that nobody has words for with spaces instead of underscores', () => {
    const { reasonTitle, metricTitle, tierTitle } = wordingFor('en');
    expect(reasonTitle('strike_of_the_post')).toBe('Strike of the post');
    expect(metricTitle('gift_wrap_forgotten')).toBe('Gift wrap forgotten');
    expect(tierTitle(undefined, 'silver_plus')).toBe('Silver plus');
    // names that every object has are codes like any other
    expect(reasonTitle('constructor')).toBe('Constructor');
    expect(spaced('')).toBe('');
  });

  it('names a metric that a policy declares by the title it has there, after the built-in ones', () => {
    const { metricTitle, metricPlace, counted } = wordingFor('en', [{ metric: 'gift_wrap', title: 'Gift wrap forgotten' }]);
    expect(metricTitle('gift_wrap')).toBe('Gift wrap forgotten');
    expect(metricTitle('late_dispatch')).toBe('Late dispatch');
    expect(['unknown', 'gift_wrap', 'late_dispatch'].sort((a, b) => metricPlace(a) - metricPlace(b))).toEqual([
      'late_dispatch',
      'gift_wrap',
      'unknown',
    ]);
    expect(counted('gift_wrap')).toEqual({ one: 'order', many: 'orders', fault: 'at fault' });
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
  };
  it.each([
    ['no_source', 'no source has landed for it'],
    ['few_orders', '1,012 of 1,030 orders needed in 90 days'],
    ['few_counted', '75 of 100 conversations needed in 30 days'],
    ['nothing_final', 'nothing has become final in 30 days'],
    ['within', '4 of 75 at fault, 3 allowed'],
    ['above', '4 of 75 at fault, 3 allowed'],
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
    expect(wordingFor('en').tierBecause({ ...row, because }, programme)).toBe(sentence);
  });
});
