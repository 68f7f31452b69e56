/** The dashboard speaks English; its numbers, days and money are written as the reader's browser writes them. Decided here and nowhere else. */
import { type Format, formatFor } from '../../wording/format.js';

const ENGLISH = 'en-GB';

/** The first language of a browser, with its place. why Gregorian days in digits of ours: as files, addresses and ids have them. */
export function localeOf(languages: readonly string[]): string {
  for (const tag of languages) {
    try {
      return new Intl.Locale(tag, { calendar: 'gregory', numberingSystem: 'latn' }).toString();
    } catch {
      // No language: the next one may be.
    }
  }
  return ENGLISH;
}

/** Formats of a browser's languages. What is made of words stays English: lists, days of the week, and one of a thing or many. */
export function readersFormat(languages: readonly string[]): Format {
  const { list, weekday } = formatFor(ENGLISH);
  const own = formatFor(localeOf(languages));
  const many: Format['many'] = (n, one, more = `${one}s`) => `${own.count(n)} ${n === 1 ? one : more}`;
  return { ...own, list, weekday, many };
}

/** Of the reader whose page this is; where there is none, as in tests of parts, in English. */
export const FORMAT: Format = readersFormat(typeof document === 'undefined' ? [] : navigator.languages);
