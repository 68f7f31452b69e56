/** The languages of what sellers read. In a browser wording/english-alone.ts stands for this file (package.json, `imports`). */

import type { Language } from '../contracts/languages.js';
import { english } from './english/index.js';
import { french } from './french/index.js';
import { german } from './german/index.js';
import { italian } from './italian/index.js';
import { portuguese } from './portuguese/index.js';
import { spanish } from './spanish/index.js';
import type { Words } from './words.js';

export const LANGUAGES: Readonly<Record<Language, Words>> = {
  ...{ en: english, de: german, fr: french, it: italian, es: spanish, pt: portuguese },
};
