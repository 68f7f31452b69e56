/** The languages of what sellers read. In a browser wording/english-alone.ts stands for this file (package.json, `imports`). */
import { english } from './english/index.js';
import { german } from './german/index.js';
import type { Language } from './locale.js';
import type { Words } from './words.js';

export const LANGUAGES: Readonly<Partial<Record<Language, Words>>> & { en: Words } = { en: english, de: german };
