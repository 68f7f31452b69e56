import { expect, test } from 'vitest';
import { localeOf, readersFormat } from '../../dashboard/src/locale.js';

test.each([
  [['de-DE', 'en'], 'de-DE'],
  [['en-US'], 'en-US'],
  [['not a language', 'fr-FR'], 'fr-FR'],
  [[], 'en-GB'],
])('who reads in %j reads numbers and days as in %s, of the Gregorian year and in digits of ours', (languages, locale) => {
  expect(localeOf(languages).replace(/-u-ca-gregory-nu-latn$/, '')).toBe(locale);
  expect(readersFormat(['ar-SA', ...languages]).day('2026-11-16')).toMatch(/16.*2026/);
});

test('lists and days of the week are words, and so English', () => {
  const format = readersFormat(['de-DE']);
  expect(format.list(['a', 'b'])).toBe('a and b');
  expect(format.weekday(1)).toBe('Monday');
  expect(format.count(1234)).toBe('1.234');
  expect(format.decimal(59.25)).toBe('59,25');
});
