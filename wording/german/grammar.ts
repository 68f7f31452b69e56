/** How the language joins words that come from elsewhere. */
import { capital } from '../letters.js';
import type { Words } from '../words.js';

export const grammar: Words['grammar'] = {
  capital,
  // Nouns keep their capital; titles stand in quotation marks.
  inSentence: (title) => title,
  labelled: (label, text) => `${label}: ${text}`,
  points: (shown) => `${shown} Prozentpunkte`,
};
