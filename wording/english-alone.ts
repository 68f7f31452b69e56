/** What stands for wording/languages.ts in a browser: who runs a marketplace reads English, and the other languages weigh. */
import { english } from './english/index.js';

export const LANGUAGES = { en: english };
