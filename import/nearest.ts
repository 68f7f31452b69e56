import { distance } from 'fastest-levenshtein';

/** The candidate that takes the fewest single-letter changes to reach; the first of several. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return [...candidates].sort((a, b) => distance(word, a) - distance(word, b))[0];
}
