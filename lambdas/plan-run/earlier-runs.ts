import type { RunFacts } from '../../contracts/run/facts.js';
import type { Inputs } from '../../contracts/run/inputs.js';
import { factsKey, inputsKey, ledgerPartFolder, manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { ObjectDamaged } from '../shared/damaged.js';
import { inTurns } from '../shared/in-turns.js';
import type { ObjectStore } from '../shared/object-store.js';
import { need, readPolicies } from '../shared/read-run-files.js';

/** why 16: of each file a few bytes are read. */
const AT_ONCE = 16;

interface EarlierRun {
  run_date: string;
  prefix: string;
  run_id: string;
}

/** The newest of the runs that can be read, and why each newer one cannot. */
export interface Readable<Run> {
  run: Run | undefined;
  passed_over: string[];
}

/** Runs are given oldest first. One that lost a file is passed over: a night that could not be run again would be worse than a slow one. */
export async function newestReadable<Run extends EarlierRun>(store: ObjectStore, runs: readonly Run[]): Promise<Readable<Run>> {
  const passed_over: string[] = [];
  for (const run of [...runs].reverse()) {
    const problem = await problemOf(store, run.prefix);
    if (problem === undefined) return { run, passed_over };
    passed_over.push(`${run.run_id}: ${problem}`);
  }
  return { run: undefined, passed_over };
}

/** What of a run is lost or damaged, as `<key>: is gone`. */
export async function problemOf(store: ObjectStore, prefix: string): Promise<string | undefined> {
  try {
    const manifest = await need<Manifest>(store, manifestKey(prefix));
    await need<Inputs>(store, inputsKey(prefix));
    await need<RunFacts>(store, factsKey(prefix));
    await readPolicies(store, prefix);
    return await lostFile(store, manifest);
  } catch (error) {
    const lost = error instanceof ObjectDamaged || /is missing from the store/.test((error as Error).message);
    if (!lost) throw error;
    return (error as Error).message.split(';')[0];
  }
}

async function lostFile(store: ObjectStore, { prefix, datasets, ledger = {} }: Manifest): Promise<string | undefined> {
  const parts = Object.entries(ledger).flatMap(([dataset, some]) => some.map((part) => ({ dataset, ...part })));
  const folders = [`${prefix}/`, ...parts.map(({ dataset, run_prefix }) => ledgerPartFolder(run_prefix, dataset))];
  const here = new Map<string, number>();
  for (const folder of new Set(folders)) for (const { key, size } of await store.list(folder)) here.set(key, size);
  const inRun = Object.values(datasets).flatMap(({ files }) => files.filter((key) => key.startsWith(`${prefix}/`)));
  const problems = await inTurns([...inRun, ...parts.flatMap(({ files }) => files)], AT_ONCE, async (key) => {
    const problem = here.get(key) ? await store.parquetProblem?.(key) : here.has(key) ? 'is empty' : 'is gone';
    return problem && `${key}: ${problem}`;
  });
  return problems.find((problem) => problem !== undefined);
}
