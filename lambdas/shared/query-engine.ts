import type { Source } from '../../sql/render.js';

/** Where a source's rows lie: files in the store, or none. */
export interface SourceFiles extends Source {
  /** Keys in the store. */
  files: string[];
  /** Prefix of the run it belongs to, for run, base and previous. */
  run_prefix?: string;
}

/**
 * What the night needs of a query engine beside answering: how it names a source, how it wraps a SELECT so that the rows
 * land as Parquet, and how a statement is kept under a name, so that the workflow's state carries a name and not the text.
 */
export interface QueryEngine {
  /** The text after FROM for a source with at least one file. */
  relation(source: SourceFiles): string;
  /** The whole statement: the SELECT, its rows written as Parquet below the key prefix. */
  wrap(select: string, dataset: string, outputPrefix: string): string;
  /** Keeps the statement under the name. Doing it again with the same text is no error. */
  register(name: string, statement: string, where: { sqlKey: string; outputPrefix: string }): Promise<void>;
  /** What a finished query wrote, from the engine's own account of it, never from a listing. */
  outputOf(answer: unknown): Promise<{ files: string[]; rows: number; bytes: number }>;
}
