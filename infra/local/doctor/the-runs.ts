import { manifestKey, runDateOf, runIdOf, STORE, seqOf } from '../../../contracts/run/keys.js';
import { ObjectDamaged } from '../../../lambdas/shared/damaged.js';
import type { ObjectStore } from '../../../lambdas/shared/object-store.js';
import { readJson } from '../../../lambdas/shared/object-store.js';
import { publishedRuns } from '../../../lambdas/shared/read-run-files.js';

/** A run of which something lies in the store, or that the log names. */
export interface SomeRun {
  run_id: string;
  run_date: string;
  seq: string;
  prefix: string;
  /** What lies below its prefix. */
  keys: ReadonlySet<string>;
  /** The log names it, or its manifest is there, whole or not: it passed its gate. */
  finished: boolean;
  logged: boolean;
}

const order = ({ run_date, seq }: Pick<SomeRun, 'run_date' | 'seq'>): string => `${run_date} ${seq.padStart(9, '0')}`;

/** Every run, oldest first. */
export async function runsIn(store: ObjectStore): Promise<SomeRun[]> {
  const keysOf = new Map<string, Set<string>>();
  for (const { key } of await store.list(STORE.runs)) {
    const prefix = /^(runs\/\d{4}-\d{2}-\d{2}\/\d{3,})\//.exec(key)?.[1];
    if (prefix) keysOf.set(prefix, (keysOf.get(prefix) ?? new Set()).add(key));
  }
  const logged = new Set((await publishedRuns(store)).map(({ prefix }) => prefix));
  return [...new Set([...keysOf.keys(), ...logged])]
    .map((prefix) => {
      const keys = keysOf.get(prefix) ?? new Set<string>();
      const finished = logged.has(prefix) || keys.has(manifestKey(prefix));
      return {
        run_id: runIdOf(prefix),
        run_date: runDateOf(prefix),
        seq: seqOf(prefix),
        prefix,
        keys,
        finished,
        logged: logged.has(prefix),
      };
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Runs that passed their gate, oldest first. why not the log alone: it may be what is lost. */
export const finishedRuns = async (store: ObjectStore): Promise<SomeRun[]> =>
  (await runsIn(store)).filter(({ finished }) => finished);

/** What is wrong with a JSON object: gone, empty, half, or something else. Undefined while nothing is. */
export async function jsonProblem(store: ObjectStore, key: string): Promise<string | undefined> {
  try {
    return (await readJson(store, key)) === undefined ? 'is gone' : undefined;
  } catch (error) {
    if (error instanceof ObjectDamaged) return error.problem;
    throw error;
  }
}
