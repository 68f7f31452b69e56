/** The queries of a night that find families, as a laptop's night runs them. */

import { FolderStore } from '../../infra/local/object-store.js';
import { DuckEngine } from '../../infra/local/query-engine.js';
import { someNight } from '../../infra/shared/night-columns.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { emptyRelation } from '../../sql/literals.js';
import { renderSelect } from '../../sql/render.js';
import { quoted } from '../script.js';

/** In the order in which each has what it reads. */
const QUERIES = [
  ...['staging/identifiers', 'families/shared_identifiers', 'families/weighed_links', 'families/first_gathered'],
  ...['families/gathered', 'marts/account_families', 'marts/account_links', 'marts/account_hubs', 'checks/families_not_whole'],
];

const NO_SELLERS = emptyRelation([
  { name: 'seller_id', sql: 'VARCHAR' },
  { name: 'joined_on', sql: 'DATE' },
]);

export interface QueryCost {
  query: string;
  rows: number;
  seconds: number;
  /** Processor time. */
  cpu: number;
  file: string;
}

/**
 * @param identifiers accepted rows, as Parquet
 * @param folder where what each query gives is written; nobody has described a seller
 */
export async function findFamilies(
  duck: Duck,
  { identifiers, folder, policies }: { identifiers: string; folder: string; policies: Policies },
): Promise<Record<string, QueryCost>> {
  const files = await readSqlFiles();
  const engine = new DuckEngine(new FolderStore(folder), async () => duck);
  const written = new Map<string, string>();
  const costs: Record<string, QueryCost> = {};
  const facts = { ...someNight(policies, 'first'), landed: ['identifiers'] };
  for (const query of QUERIES) {
    const { name, select } = renderSelect(`${query}.sql`, files, facts, ({ kind, dataset }) => {
      if (kind === 'accepted') return `read_parquet(${quoted(identifiers)})`;
      return dataset === 'sellers' ? NO_SELLERS : `read_parquet(${quoted(written.get(dataset)!)})`;
    });
    const outputPrefix = `${name}/`;
    const since = performance.now();
    const before = process.cpuUsage();
    const token = await engine.register(name, engine.wrap(select, name, outputPrefix), { outputPrefix });
    const { QueryExecution } = await engine.start({ QueryString: token, ClientRequestToken: name });
    const { user, system } = process.cpuUsage(before);
    const output = await engine.outputOf(QueryExecution);
    const file = `${folder}/${output.files[0]}`;
    written.set(name, file);
    costs[name] = { query, rows: output.rows, seconds: (performance.now() - since) / 1000, cpu: (user + system) / 1e6, file };
  }
  return costs;
}
