import type { Inputs } from '../../contracts/run/inputs.js';
import { inputsKey, PUBLISHED_LOG, policiesKey, runIdOf, runPrefix } from '../../contracts/run/keys.js';
import type { Policies } from '../../policies/policy.js';
import { ObjectDamaged } from './damaged.js';
import { type ObjectStore, readJson } from './object-store.js';

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
    const [, run_date = '', seq = ''] = found;
    const prefix = runPrefix(run_date, seq);
    return [{ run_date, seq, prefix, run_id: runIdOf(prefix) }];
  });
}

export interface PublishedInputs {
  run_id: string;
  run_date: string;
  inputs: Inputs;
}

/** What the newest published run read; of runs whose inputs are damaged or gone, that of the one before. Runs are given oldest first. */
export async function newestInputs(
  store: ObjectStore,
  runs: readonly { run_id: string; run_date: string; prefix: string }[],
): Promise<PublishedInputs | undefined> {
  for (const { run_id, run_date, prefix } of [...runs].reverse()) {
    const inputs = await readJson<Inputs>(store, inputsKey(prefix)).catch(noneIfDamaged);
    if (inputs) return { run_id, run_date, inputs };
  }
  return undefined;
}

/** Of an object that is damaged as of one that is not there. */
export const noneIfDamaged = (error: unknown): undefined => {
  if (!(error instanceof ObjectDamaged)) throw error;
};
