import { PUBLISHED } from '../../contracts/published/index.js';
import { manifestKey, outputKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { Catalog } from '../shared/catalog.js';
import type { ObjectStore } from '../shared/object-store.js';
import { need, publishedRuns } from '../shared/read-run-files.js';

export interface Registered {
  run_date: string;
  /** False when a later run of the same day has passed its gate too: then the tables stay on that one. */
  pointed: boolean;
  datasets: number;
}

/**
 * Points `run_date = ...` of every published dataset's table at the run: at the newest run of a day that passed its gate,
 * whether or not the pointer moved, so that a day judged anew or long after shows in the tables. `moved` when a person moved
 * the pointer to this very run: then newer ones do not count. Doing it twice is doing it once.
 *
 * The tables move one after the other. Who needs all of them from one run follows published/current.json.
 */
export async function registerResults(given: {
  store: ObjectStore;
  catalog: Catalog;
  prefix: string;
  moved?: boolean;
}): Promise<Registered> {
  const { store, catalog, prefix } = given;
  const { run_id, run_date, datasets } = await need<Manifest>(store, manifestKey(prefix));
  const newest = (await publishedRuns(store)).findLast((run) => run.run_date === run_date);
  if (!given.moved && newest && newest.run_id !== run_id) return { run_date, pointed: false, datasets: 0 };
  const names = Object.keys(PUBLISHED).filter((dataset) => dataset in datasets);
  for (const dataset of names) {
    const output = await need<DatasetOutput>(store, outputKey(prefix, dataset));
    await catalog.point(dataset, run_date, output.prefix);
  }
  return { run_date, pointed: true, datasets: names.length };
}
