/**
 * What the pages say, in the reader's language. It is loaded before anything of the pages (main.tsx), so that every file finds it ready:
 * sentences may be read where a file begins. Another language is chosen by loading the page anew.
 */
import { directionOf, type Language } from '../../contracts/languages.js';
import { LANGUAGES } from '../../wording/english-alone.js';
import type { Format } from '../../wording/format.js';
import { ENGLISH, PAGE_LANGUAGES } from '../../wording/page-languages.js';
import type { PageWords } from '../../wording/page-words.js';
import type { Words } from '../../wording/words.js';
import { languageOf, readersFormat } from './locale.js';

const KEPT = 'language';

export let LANGUAGE: Language = 'en';
/** What mails say, too. */
export let WORDS: Words = ENGLISH.words;
export let PAGE: PageWords = ENGLISH.pages;
export let FORMAT: Format = readersFormat([], ENGLISH.words, ENGLISH.pages.app);

/** Where a browser keeps nothing for a page, the choice is of one visit less. */
const kept = (): string | null => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

export const CHOICES: readonly Language[] = ['en', ...(Object.keys(PAGE_LANGUAGES) as Language[])];

/** Whether a choice can be kept: a browser may hold nothing for a page. */
export function canChoose(): boolean {
  try {
    localStorage.setItem(`${KEPT}-kept`, '');
    localStorage.removeItem(`${KEPT}-kept`);
    return CHOICES.length > 1;
  } catch {
    return false;
  }
}

/** Remembers a language, and shows the page in it where it stands. */
export function choose(language: Language): void {
  localStorage.setItem(KEPT, language);
  location.reload();
}

/** Learns the reader's language. One that cannot be loaded, as where the site was published anew meanwhile, is English. */
export async function learn(languages: readonly string[] = navigator.languages): Promise<void> {
  const asked = languageOf(languages, CHOICES, kept());
  const found = await PAGE_LANGUAGES[asked]?.().catch(() => undefined);
  ({ words: WORDS, pages: PAGE } = found ?? ENGLISH);
  LANGUAGE = found ? asked : 'en';
  LANGUAGES[LANGUAGE] = WORDS;
  FORMAT = readersFormat(languages, WORDS, PAGE.app);
  document.documentElement.lang = WORDS.locale;
  document.documentElement.dir = directionOf(WORDS.locale);
}
