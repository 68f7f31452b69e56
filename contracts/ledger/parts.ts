/**
 * Ledgers of parts. A night writes what it judged as a part of its own and leaves earlier parts where they lie; rows that it
 * replaces it takes back by their copies with weight -1. Now and then a night gathers small parts into its own.
 * `listed_outcomes` holds those rows of `order_outcomes` again that a list of details may name; its parts go with that one's.
 */
export const LEDGERS: readonly string[] = ['order_outcomes', 'listed_outcomes'];

/** What one run wrote of a ledger. */
export interface LedgerPart {
  /** Prefix of the run that wrote it, such as `runs/2026-11-16/001`. */
  run_prefix: string;
  /** Keys in the store; none when there were no rows. */
  files: string[];
  /** Rows with either weight. */
  rows: number;
  /** Whether it holds more than one night's news: a whole history, or gathered parts. */
  gathered: boolean;
}

/** Keys of all that stands of a run's ledgers; none of a run of a version without parts. */
export const filesOfLedgers = (ledgers: Readonly<Record<string, readonly LedgerPart[]>> = {}): string[] =>
  Object.values(ledgers).flatMap((parts) => parts.flatMap(({ files }) => files));

/** why 7: a week of nights is read as seven small files more; gathering every night would copy a week's news every night. */
const NIGHTS = 7;

/** The parts of a base that stand after a run which gathered some into its own, given by the prefixes of the runs that wrote them. */
export const keptParts = (base: readonly LedgerPart[], gathered: readonly string[] = []): LedgerPart[] =>
  base.filter(({ run_prefix }) => !gathered.includes(run_prefix));

/**
 * The newest parts that tonight's run is to gather into its own; none on most nights. Parts are given oldest first. Once there are
 * so many of a single night, they are gathered, and with them each earlier part that is at most twice as large as what is gathered
 * so far: there are few parts, and a row is copied as often as the history doubles.
 */
export function partsToGather(parts: readonly LedgerPart[]): LedgerPart[] {
  const single = parts.slice(parts.findLastIndex((part) => part.gathered) + 1);
  if (single.length < NIGHTS) return [];
  let from = parts.length - single.length;
  let rows = single.reduce((total, part) => total + part.rows, 0);
  while (from > 0 && parts[from - 1]!.rows <= 2 * rows) {
    from -= 1;
    rows += parts[from]!.rows;
  }
  return parts.slice(from);
}
