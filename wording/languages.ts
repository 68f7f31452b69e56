/** The languages of what sellers read. The dashboard carries English alone: wording/english-alone.ts stands there for this file (package.json, `imports`). */
import { english } from './english/index.js';
import type { Language } from './locale.js';
import type { Words } from './words.js';

export const LANGUAGES: Readonly<Partial<Record<Language, Words>>> & { en: Words } = { en: english };
