/** The candidate that takes the fewest single-letter changes to reach; the first of several. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return [...candidates].sort((a, b) => changes(word, a) - changes(word, b))[0];
}

/** Levenshtein distance, one row at a time. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
