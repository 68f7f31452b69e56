import { LANGUAGES } from '#languages';
import { type Language, localeOf, WRITTEN } from '../contracts/languages.js';
import { english } from './english/index.js';

/** The shape of what a language says: its strings are any strings, its sentences take what the English ones take. */
export type Said<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Sentence
    ? (...values: Values) => Said<Sentence>
    : { [Key in keyof T]: Said<T[Key]> };

/** Every sentence and title in one language. */
export type Words = Said<typeof english>;

type Spoken = Readonly<Partial<Record<Language, Words>>>;

/** A reader's language as far as it is written, else English, and the locale by which numbers and days are written in it. */
export interface Speech {
  language: Language;
  words: Words;
  locale: string;
}

/**
 * How a reader of a locale such as de-AT is written to. A language without a place takes the one of its words: who asks for en alone
 * reads days as in en-GB.
 */
export function speechFor(text: string | null | undefined): Speech {
  const asked = localeOf(text);
  const language = WRITTEN.find((one) => one === asked?.language);
  const words = language && (LANGUAGES as Spoken)[language];
  if (!asked || !words) return { language: 'en', words: english, locale: english.locale };
  return { language, words, locale: asked.region ? `${asked.language}-${asked.region}` : words.locale };
}

/** The words for a locale such as de-DE; English where the language is not written. */
export const wordsFor = (locale: string | null | undefined): Words => speechFor(locale).words;

export { LANGUAGES, type Language };
