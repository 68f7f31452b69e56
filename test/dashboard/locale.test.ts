import { expect, test } from 'vitest';
import { languageOf, localeOf, readersFormat } from '../../dashboard/src/locale.js';
import { LANGUAGES } from '../../wording/words.js';

const written = (locale: string): string => locale.replace(/-u-ca-gregory-nu-latn$/, '');

const short = { points: (shown: string) => `${shown} pp` };

test.each([
  [['de-DE', 'en'], 'de-DE'],
  [['en-US'], 'en-US'],
  [['de-DE', 'en-US'], 'en-US'],
  [['not a language', 'fr-FR'], 'fr-FR'],
  [[], 'en-GB'],
])(
  'who reads English pages in %j reads numbers and days as in %s, of the Gregorian year and in digits of ours',
  (languages, locale) => {
    expect(written(localeOf(languages, LANGUAGES.en))).toBe(locale);
    expect(readersFormat(['ar-SA', ...languages], LANGUAGES.en, short).day('2026-11-16')).toMatch(/16.*2026/);
  },
);

test.each([
  [['en-US', 'de-AT'], 'de-AT'],
  [['de', 'de-CH'], 'de-CH'],
  [['en-US'], 'de-DE'],
])('who reads German pages in %j reads numbers and days as in %s', (languages, locale) => {
  expect(written(localeOf(languages, LANGUAGES.de))).toBe(locale);
});

test('lists, days of the week and plurals are words of the page', () => {
  const english = readersFormat(['de-DE'], LANGUAGES.en, short);
  expect(english.list(['a', 'b'])).toBe('a and b');
  expect(english.weekday(1)).toBe('Monday');
  expect(english.count(1234)).toBe('1.234');
  expect(english.decimal(59.25)).toBe('59,25');
  const french = readersFormat(['fr-FR'], LANGUAGES.fr, short);
  expect(french.list(['a', 'b'])).toBe('a et b');
  expect(french.many(0, 'commande', 'commandes')).toBe('0 commande');
});

test.each([
  [['de-AT', 'fr'], null, 'de'],
  [['fi-FI', 'fr'], null, 'fr'],
  [['fi-FI'], null, 'en'],
  [['de-DE'], 'fr', 'fr'],
  [['de-DE'], 'xx', 'de'],
  [['pt'], null, 'en'],
] as const)(
  'a reader of %j who chose %s is spoken to in %s, where English, German and French are spoken',
  (languages, chosen, language) => {
    expect(languageOf(languages, ['en', 'de', 'fr'], chosen)).toBe(language);
  },
);
