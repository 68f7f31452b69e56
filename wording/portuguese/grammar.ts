/** How the language joins words that come from elsewhere. */
import { capital, lowered } from '../letters.js';

export const grammar = {
  /** At the beginning of a sentence. */
  capital,
  /** A title inside a sentence. */
  inSentence: lowered,
  /** What stands before a colon, and what it is of; the second may be empty. */
  labelled: (label: string, text: string): string => `${label}: ${text}`,
  /** A difference of two rates. */
  points: (shown: string): string => `${shown} p.p.`,
};
