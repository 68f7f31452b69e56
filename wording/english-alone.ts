/** What stands for wording/languages.ts in a browser: the other languages weigh, and the one that is read is loaded by itself. */
import type { Language } from '../contracts/languages.js';
import { english } from './english/index.js';
import type { Words } from './words.js';

export const LANGUAGES: Partial<Record<Language, Words>> = { en: english };
