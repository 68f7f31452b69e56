/** How the language joins words that come from elsewhere. */
import { capital } from '../letters.js';
import type { Words } from '../words.js';

export const grammar: Words['grammar'] = {
  capital,
  // Nouns keep their capital; titles stand in quotation marks.
  inSentence: (title) => title,
  labelled: (label, text) => `${label}: ${text}`,
  // Short, as it stands in tables of a phone's width; where there is room for a sentence it is said what it stands for.
  points: (shown) => `${shown} PP`,
};
