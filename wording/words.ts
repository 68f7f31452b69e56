import { english } from './english/index.js';

/** Every sentence and title in one language. */
export type Words = typeof english;

/** By the first part of a locale. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en: english };

/** The words for a locale such as de-DE; English where the language is not written. */
export const wordsFor = (locale: string | null | undefined): Words =>
  LANGUAGES[locale?.split('-')[0]?.toLowerCase() ?? ''] ?? english;
