/** Which language the dashboard speaks, and how numbers, days and money are written in it. Decided here and nowhere else. */
import type { Language } from '../../contracts/languages.js';
import { type Format, formatFor } from '../../wording/format.js';
import { pluralOf } from '../../wording/letters.js';
import type { PageWords } from '../../wording/page-words.js';
import type { Words } from '../../wording/words.js';

/** Languages of a browser as Intl has them, without those that are none. why Gregorian days in digits of ours: as files, addresses and ids have them. */
const tagsOf = (languages: readonly string[]): Intl.Locale[] =>
  languages.flatMap((tag) => {
    try {
      return [new Intl.Locale(tag, { calendar: 'gregory', numberingSystem: 'latn' })];
    } catch {
      return [];
    }
  });

/** What the reader chose, else the first of a browser's languages that is among those that are spoken, else English. */
export function languageOf(languages: readonly string[], among: readonly Language[], chosen: string | null): Language {
  const wanted = [...(chosen === null ? [] : [chosen]), ...tagsOf(languages).map(({ language }) => language)];
  return wanted.flatMap((one) => among.filter((language) => language === one))[0] ?? 'en';
}

/**
 * The first of a browser's languages that is the page's, with its place, else that of the language. Whoever reads English for want of
 * another language keeps the numbers and days of their own.
 */
export function localeOf(languages: readonly string[], { locale }: Pick<Words, 'locale'>): string {
  const tags = tagsOf(languages);
  const own = new Intl.Locale(locale);
  const found = tags.find(({ language, region }) => language === own.language && region);
  return (found ?? (own.language === 'en' ? tags[0] : undefined) ?? own).toString();
}

/** Formats of a browser's languages. What is made of words is of the page's language: lists, days of the week, and one of a thing or many. */
export function readersFormat(
  languages: readonly string[],
  words: Pick<Words, 'locale'>,
  { points }: Pick<PageWords['app'], 'points'>,
): Format {
  const { list, weekday } = formatFor(words.locale, points);
  const own = formatFor(localeOf(languages, words), points);
  const plural = pluralOf(words.locale);
  const many: Format['many'] = (n, one, more = `${one}s`) => `${own.count(n)} ${plural(n, one, more)}`;
  return { ...own, list, weekday, many };
}
