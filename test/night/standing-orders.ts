import { analysisOf } from '../../cli/analysis.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { readSqlFiles } from '../../sql/files.js';

/** The dataset that tests name for the orders of a run as they stand: not a file, but what its ledger's parts come to. */
export const STANDING_ORDERS = 'orders_as_they_stand';

/** The text after FROM: one row per order as it stands after a run, outcomes as words. */
export async function standingOrders(folder: string, prefix: string): Promise<string> {
  const store = new FolderStore(folder);
  const run = { store, sql: await readSqlFiles(), prefix, fileOf: async (key: string) => store.url(key) };
  return `(${await analysisOf(run, `analyses/${STANDING_ORDERS}.sql`)})`;
}
