/** The languages that the dashboard speaks, each loaded when a reader reads it: what mails say and what pages say. */
import type { Language } from '../contracts/languages.js';
import { english } from './english/index.js';
import { englishPages } from './english/pages/index.js';
import type { PageWords } from './page-words.js';
import type { Words } from './words.js';

/** All that a reader of pages is told in one language. */
export interface Spoken {
  words: Words;
  pages: PageWords;
}

/** English is there from the start: it stands in wherever another language cannot be read. */
export const ENGLISH: Spoken = { words: english, pages: englishPages };

const spoken = async (words: Promise<Words>, pages: Promise<PageWords>): Promise<Spoken> => ({
  words: await words,
  pages: await pages,
});

/** The others. A language that lacks a sentence is no build. */
export const PAGE_LANGUAGES: Readonly<Partial<Record<Language, () => Promise<Spoken>>>> = {
  de: () =>
    spoken(
      import('./german/index.js').then(({ german }) => german),
      import('./german/pages/index.js').then(({ germanPages }) => germanPages),
    ),
  fr: () =>
    spoken(
      import('./french/index.js').then(({ french }) => french),
      import('./french/pages/index.js').then(({ frenchPages }) => frenchPages),
    ),
  it: () =>
    spoken(
      import('./italian/index.js').then(({ italian }) => italian),
      import('./italian/pages/index.js').then(({ italianPages }) => italianPages),
    ),
  es: () =>
    spoken(
      import('./spanish/index.js').then(({ spanish }) => spanish),
      import('./spanish/pages/index.js').then(({ spanishPages }) => spanishPages),
    ),
  pt: () =>
    spoken(
      import('./portuguese/index.js').then(({ portuguese }) => portuguese),
      import('./portuguese/pages/index.js').then(({ portuguesePages }) => portuguesePages),
    ),
};
