import { join } from 'node:path';
import type { RunFacts } from '../../contracts/run/facts.js';
import { factsKey, manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { need, readPolicies } from '../../lambdas/shared/read-run-files.js';
import { readSqlFiles } from '../../sql/files.js';
import { renderSelect } from '../../sql/render.js';

/** The dataset that tests name for the orders of a run as they stand: not a file, but what its ledger's parts come to. */
export const STANDING_ORDERS = 'orders_as_they_stand';

/** The text after FROM: one row per order as it stands after a run. */
export async function standingOrders(folder: string, prefix: string): Promise<string> {
  const store = new FolderStore(folder);
  const facts = await need<RunFacts>(store, factsKey(prefix));
  const { ledger } = await need<Manifest>(store, manifestKey(prefix));
  const night = { ...facts, policies: await readPolicies(store, prefix) };
  const { select } = renderSelect(`analyses/${STANDING_ORDERS}.sql`, await readSqlFiles(), night, ({ dataset }) => {
    const files = ledger![dataset]!.flatMap((part) => part.files.map((key) => join(folder, key)));
    return `read_parquet([${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}])`;
  });
  return `(${select})`;
}
