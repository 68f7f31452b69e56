import { isLandedKind, type LandedKind } from '../../contracts/run/inputs.js';
import type { Files } from '../../contracts/run/teams.js';
import type { Source, SourceKind } from '../../sql/render.js';

/** A dataset that a run computed, or the parts that several runs computed of a ledger. */
export interface RunRows extends Source {
  kind: Exclude<SourceKind, LandedKind>;
  /** By the run that wrote it: keys in the store. */
  parts: readonly { run_prefix: string; files: readonly string[] }[];
}

/** Landed rows: of the contents that the run's inputs name, and of no other that lies beside them in the store. */
export interface LandedRows extends Source {
  kind: LandedKind;
  /** Run whose inputs these are. */
  run_prefix: string;
  /** Landing days of the files, YYYY-MM-DD, sorted; at least one. */
  days: readonly string[];
}

/** Where a source's rows lie. */
export type SourceRows = RunRows | LandedRows;

export const isLanded = (source: SourceRows): source is LandedRows => isLandedKind(source.kind);

/** What a query wrote. */
export interface Written {
  /** Keys in the store; none when there were no rows. */
  files: string[];
  rows: number;
  bytes: number;
  /** The same by region, where rows were written for teams. */
  teams?: Record<string, Files>;
}

/** How rows are spread over folders: into so many buckets by seller, 1 for none; or to the teams that their column `team` names. */
export type Spread = number | 'teams';

/**
 * What the night needs of a query engine beside answering: how it names a source, how it wraps a SELECT so that the rows
 * land as Parquet, and how a statement is kept under a name, so that the workflow's state carries a name and not the text.
 */
export interface QueryEngine {
  /** The text after FROM for a source. */
  relation(source: SourceRows): string;
  /**
   * The whole statement: the SELECT, its rows written as Parquet below the key prefix. With more than one bucket each row goes below
   * the folder of its seller's (contracts/run/buckets.ts); for teams below that of its last column, which is not written.
   */
  wrap(select: string, dataset: string, outputPrefix: string, spread?: Spread): string;
  /**
   * Keeps the statement under the name, and answers the text by which the workflow starts it. Doing it again with the same text is no
   * error. `path` is the file below sql/.
   */
  register(
    name: string,
    statement: string,
    where: { path: string; sqlKey: string; outputPrefix: string; spread?: Spread },
  ): Promise<string>;
  /**
   * What a finished query wrote, from the engine's own account of it, never from a listing. From then on `relation` finds it
   * as that dataset of the run. Doing it again changes nothing.
   */
  outputOf(answer: unknown, where: { dataset: string; run_prefix: string; outputPrefix: string }): Promise<Written>;
  /**
   * Ends a query whose answer was lost, so that a fresh one does not run beside it. One that has ended stays as it is; of one that had
   * failed by itself it answers the engine's own account, as the Cause of a failed state holds it. `text` is what `register` answered.
   */
  stop(query: { text: string; token: string }): Promise<string | undefined>;
  /** Drops a statement that will not be run again. One that is not there is no error. */
  forget(statement: string): Promise<void>;
}
