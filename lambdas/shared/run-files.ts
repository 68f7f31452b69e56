import type { Policies } from '../../policies/policy.js';
import type { NightFacts } from '../../sql/render.js';
import { type ObjectStore, readJson } from './object-store.js';

/** Where things lie in a run, runs/<date>/<seq>/, and in the store. Keys only; nobody spells them anywhere else. */
export const runPrefix = (runDate: string, seq: string): string => `runs/${runDate}/${seq}`;
export const openedKey = (prefix: string): string => `${prefix}/opened.json`;
export const policiesKey = (prefix: string): string => `${prefix}/policies.json`;
export const landingKey = (prefix: string): string => `${prefix}/landing.json`;
export const inputsKey = (prefix: string): string => `${prefix}/inputs.json`;
export const factsKey = (prefix: string): string => `${prefix}/facts.json`;
export const manifestKey = (prefix: string): string => `${prefix}/manifest.json`;
export const gateKey = (prefix: string): string => `${prefix}/gate.json`;
export const failureKey = (prefix: string): string => `${prefix}/failure.json`;
export const outputKey = (prefix: string, dataset: string): string => `${prefix}/outputs/${dataset}.json`;
export const sqlKey = (prefix: string, dataset: string, attempt: number): string =>
  `${prefix}/sql/${dataset}${attempt === 1 ? '' : `.retry-${attempt}`}.sql`;
/** Where the rows of a file below sql/ go. The first attempt writes into the dataset's own folder; a retry into a fresh one below it. */
export const outputPrefix = (prefix: string, path: string, attempt: number): string => {
  const folder = path.replace(/^(?!checks\/).*\//, '').replace(/\.sql$/, '');
  return attempt === 1 ? `${prefix}/${folder}/` : `${prefix}/${folder}/retry-${attempt}/`;
};
export const POINTER = 'published/current.json';
/** One small object per published run, so that earlier runs are found by listing names. */
export const PUBLISHED_LOG = 'published/log/';
export const publishedLogKey = (runDate: string, seq: string): string => `${PUBLISHED_LOG}${runDate}-${seq}.json`;

export interface Opened {
  run_id: string;
  run_date: string;
  prefix: string;
  /** Which execution opened it, so that a retried open-run finds its own run again. */
  execution: string;
}

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

/** What open-run found landed; files that the last run knew already stand with what became of them. */
export interface Landing {
  accept_fingerprint: string;
  /** Landing keys that are no dataset's file; named, not read. */
  ignored: string[];
  files: (LandedFile | AcceptedFile)[];
}

/** Everything a run reads: each landed file and what became of it. */
export interface Inputs {
  run_id: string;
  accept_fingerprint: string;
  /** Landing keys that are no dataset's file; named, not read. */
  ignored: string[];
  files: AcceptedFile[];
}

/** What the run's SQL is rendered from; written once by seal-inputs. */
export interface RunFacts extends Omit<NightFacts, 'policies'> {
  prefix: string;
  /** Hash over all that can change an outcome; outcomes are reused only between runs with the same. */
  ledger_fingerprint: string;
  base_prefix?: string;
  previous_prefix?: string;
}

export interface DatasetOutput {
  dataset: string;
  /** Below which its files lie, and nothing else. */
  prefix: string;
  files: string[];
  rows: number;
  bytes: number;
  attempt: number;
}

export interface Manifest {
  run_id: string;
  run_date: string;
  prefix: string;
  status: 'published';
  policy_fingerprint: string;
  policy_versions: Record<string, string>;
  ledger_fingerprint: string;
  base_run_date?: string;
  not_measured: string[];
  datasets: Record<string, { files: string[]; rows: number; bytes: number }>;
  landing: { files: number; landed: number; accepted: number; quarantined: number };
  warnings: { check: string; rows: number; says: string }[];
}

export interface CheckResult {
  check: string;
  /** fail stops the night, warn only speaks. */
  kind: 'fail' | 'warn';
  says: string;
  /** Rows that must not exist. */
  rows: number;
  /** The first of them, as the check shows them. */
  proof: Record<string, unknown>[];
}

export interface Pointer {
  run_id: string;
  run_date: string;
  prefix: string;
  policy_versions: Record<string, string>;
  previous_run_id?: string;
}

/** Reads a JSON object that must be there. Throws naming the key. */
export async function need<T>(store: ObjectStore, key: string): Promise<T> {
  const found = await readJson<T>(store, key);
  if (found === undefined) throw new Error(`${key}: is missing from the store; the state before this one did not finish`);
  return found;
}

export const readPolicies = (store: ObjectStore, prefix: string): Promise<Policies> => need<Policies>(store, policiesKey(prefix));

/** Published runs, oldest first, by run date and sequence. */
export async function publishedRuns(
  store: ObjectStore,
): Promise<{ run_date: string; seq: string; prefix: string; run_id: string }[]> {
  const logs = await store.list(PUBLISHED_LOG);
  return logs.flatMap(({ key }) => {
    const found = key.match(/(\d{4}-\d{2}-\d{2})-(\d{3,})\.json$/);
    if (!found) return [];
    const [, runDate = '', seq = ''] = found;
    return [{ run_date: runDate, seq, prefix: runPrefix(runDate, seq), run_id: `${runDate}-${seq}` }];
  });
}
