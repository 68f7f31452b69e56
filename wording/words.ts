import { english } from './english/index.js';

/** The shape of what a language says: its strings are any strings, its sentences take what the English ones take. */
type Said<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Sentence
    ? (...values: Values) => Said<Sentence>
    : { [Key in keyof T]: Said<T[Key]> };

/** Every sentence and title in one language. */
export type Words = Said<typeof english>;

/** By the first part of a locale. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en: english };

/** The words for a locale such as de-DE; English where the language is not written. */
export const wordsFor = (locale: string | null | undefined): Words =>
  LANGUAGES[locale?.split('-')[0]?.toLowerCase() ?? ''] ?? english;
