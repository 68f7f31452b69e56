/** How the language joins words that come from elsewhere. */
import { afterColon, capital, loweredButShort } from '../letters.js';
import type { Words } from '../words.js';

export const grammar: Words['grammar'] = {
  capital,
  inSentence: loweredButShort,
  labelled: (label, text) => (text ? `${label} : ${afterColon(text)}` : `${label} :`),
  points: (shown) => `${shown} pt`,
};
