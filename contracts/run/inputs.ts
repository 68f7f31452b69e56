/** One visible landed file. */
export interface LandedFile {
  dataset: string;
  dt: string;
  key: string;
  size: number;
  version: string;
}

/** A landed file and what became of it. */
export interface AcceptedFile extends LandedFile {
  file_id: string;
  landed: number;
  accepted: number;
  quarantined: number;
  refused?: string;
  extra_columns: string[];
  non_null: Record<string, number>;
}

/** What lies in landing and is no dataset's file; named, not read. */
export interface Ignored {
  key: string;
  /** Why, in one line. */
  because: string;
}

/** What open-run found landed, at landingKey(); files that the last run knew already stand with what became of them. */
export interface Landing {
  accept_fingerprint: string;
  ignored: Ignored[];
  files: (LandedFile | AcceptedFile)[];
}

/** Everything a run reads, at inputsKey(): each landed file and what became of it. */
export interface Inputs {
  run_id: string;
  accept_fingerprint: string;
  ignored: Ignored[];
  files: AcceptedFile[];
}

/**
 * Columns of the Parquet file of a run's inputs, at inputFilesKey(): one row per landed content, however often it was
 * delivered. SQL reads landed rows by joining it on `file_id`. `is_news`: the base run had not this content; true of all
 * without a base run.
 */
export const INPUT_COLUMNS = [
  { name: 'dataset', sql: 'VARCHAR' },
  { name: 'dt', sql: 'DATE' },
  { name: 'file_id', sql: 'VARCHAR' },
  { name: 'landed', sql: 'BIGINT' },
  { name: 'accepted', sql: 'BIGINT' },
  { name: 'quarantined', sql: 'BIGINT' },
  { name: 'is_news', sql: 'BOOLEAN' },
] as const;

/** What of the landed a query may read: accepted rows, those of the news among them, or the counts of the files that are news. */
const LANDED_KINDS = ['accepted', 'accepted_news', 'counts'] as const;
export type LandedKind = (typeof LANDED_KINDS)[number];
export const isLandedKind = (kind: string): kind is LandedKind => (LANDED_KINDS as readonly string[]).includes(kind);

/** How much there is to read. A night stops when an engine reads anything else. */
export interface SealedInputs {
  /** Landed contents; without those of which no row was accepted, but in counts. */
  files: number;
  /** Accepted rows; for counts, the rows landed. */
  rows: number;
  /** Landing days of these files, YYYY-MM-DD, sorted, each once. */
  days: string[];
}

/** By kind and dataset; what has no file is absent. Counts are of `news`, and of `every` file, which a run knows with its base. */
export type InputTotals = Record<LandedKind, Record<string, SealedInputs>>;
