import type { InputTotals } from './inputs.js';

/** What a run's SQL is rendered from, beside its policies. Written once by plan-run, at factsKey(). Nothing here is a clock. */
export interface RunFacts {
  /** The version of the product that planned it; absent in runs of a version that did not say. */
  made_by?: string;
  /** How the clocks of the regions' zones were known, around the run date: `[first day, seconds before UTC's midnight]`. */
  clocks?: Record<string, [string, number][]>;
  /** Zones whose clocks the run before knew otherwise; hours ahead of UTC. */
  clock_changes?: { time_zone: string; from_day: string; hours_before: number; hours_now: number }[];
  run_date: string;
  run_id: string;
  prefix: string;
  /** Metrics without a source tonight. */
  not_measured: readonly string[];
  /** Landed datasets with at least one accepted file. */
  landed: readonly string[];
  /** How many files and rows there are to read, and of which landing days. */
  inputs: InputTotals;
  /** Hash over all that can change an outcome; outcomes are reused only between runs with the same. */
  ledger_fingerprint: string;
  /** Run date of the run whose final outcomes are reused; absent for a full computation. */
  base_date?: string;
  base_prefix?: string;
  /** Parts of the ledger that this run gathers into its own, by the prefixes of the runs that wrote them; absent on most nights. */
  gathered?: readonly string[];
  /** Id of the run published before this run date, for what changed. */
  previous_run_id?: string;
  previous_prefix?: string;
  /** Metrics that run judged and had a source for. */
  previous_metrics?: readonly string[];
  /** Datasets that run published; a run of an older version has fewer. */
  previous_datasets?: readonly string[];
  /** Absent where every landed file could be read. */
  refused?: RefusedFiles;
  /** What is gone since the last published run, by dataset; absent where nothing is, or where it was removed on purpose. */
  vanished?: readonly VanishedRows[];
}

/** Landed files that could not be read. */
export interface RefusedFiles {
  /** Contents, by dataset; accepted ones too. */
  by_dataset: Record<string, number>;
  /** Files that nobody accepted. */
  open: number;
  /** The first of them, with the reason in one line. */
  first: { dataset: string; file: string; file_id: string; because: string }[];
}

/** Landed rows of a dataset that the last published run read. */
export interface VanishedRows {
  dataset: string;
  /** Of the days that both nights see. */
  rows: number;
  /** How many fewer there are tonight. */
  gone: number;
  /** Files that are not there any more, under any name. */
  files: number;
  /** The first of them; then files that hold other rows than before. */
  first: string[];
  /** Id of that run. */
  since: string;
}
