/** How the language joins words that come from elsewhere. */
import { capital, lowered } from '../letters.js';
import type { Words } from '../words.js';

export const grammar: Words['grammar'] = {
  capital,
  // A title that begins with an abbreviation keeps it: SAV, not sAV.
  inSentence: (title) => (/^\p{Lu}\p{Lu}/u.test(title) ? title : lowered(title)),
  labelled: (label, text) => (text ? `${label} : ${text}` : `${label} :`),
  points: (shown) => `${shown} pt`,
};
