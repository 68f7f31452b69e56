/** The sentences of a programme's text by language, each loaded when a reader opens the page: no other page needs them. */
import type { Language } from '../contracts/languages.js';
import type { programmeWords } from './english/programme-words.js';
import type { Said } from './words.js';

export type ProgrammeWords = Said<typeof programmeWords>;

/** A language that lacks a sentence is no build. */
export const PROGRAMME_WORDS: Readonly<Record<Language, () => Promise<{ programmeWords: ProgrammeWords }>>> = {
  en: () => import('./english/programme-words.js'),
  de: () => import('./german/programme-words.js'),
  fr: () => import('./french/programme-words.js'),
  it: () => import('./italian/programme-words.js'),
  es: () => import('./spanish/programme-words.js'),
  pt: () => import('./portuguese/programme-words.js'),
};
