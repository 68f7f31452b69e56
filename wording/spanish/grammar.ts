/** How the language joins words that come from elsewhere. */
import { afterColon, capital, loweredButShort } from '../letters.js';

export const grammar = {
  /** At the beginning of a sentence. */
  capital,
  /** A title inside a sentence. */
  inSentence: loweredButShort,
  /** What stands before a colon, and what it is of; the second may be empty. */
  labelled: (label: string, text: string): string => `${label}: ${afterColon(text)}`,
  /** A difference of two rates. */
  points: (shown: string): string => `${shown} p. p.`,
};
