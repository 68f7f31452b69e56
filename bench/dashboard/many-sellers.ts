/** A store whose published run has as many sellers as asked: each of a night's repeated under other names. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PUBLISHED } from '../../contracts/published/index.js';
import { bucketsOf } from '../../contracts/run/buckets.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { datasetFolder, factsKey, manifestKey, POINTER, policiesKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { DuckEngine } from '../../infra/local/query-engine.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { quoted } from '../script.js';

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/**
 * Which copy of a seller a row is of. why by a hash: ids in an order of their own, or copies would lie side by side and pack far better
 * than other sellers do.
 */
const RENAMED: Readonly<Record<string, string>> = {
  seller_id: "CASE nth WHEN 0 THEN seller_id ELSE 'S' || substr(md5(nth || seller_id), 1, 9) END AS seller_id",
  name: "name || CASE nth WHEN 0 THEN '' ELSE ' ' || nth END AS name",
};

/**
 * Copies what the dashboard reads of the published run in `from` to `to`, with at least `sellers` scorecards. Rows are written by the
 * laptop's engine, so that files, buckets and row groups are those that a night of such a marketplace leaves.
 */
export async function manySellers(from: string, to: string, sellers: number): Promise<number> {
  const pointer = await readJson<Pointer>(join(from, POINTER));
  const { prefix } = pointer;
  const manifest = await readJson<Manifest>(join(from, manifestKey(prefix)));
  const { inputs } = await readJson<RunFacts>(join(from, factsKey(prefix)));
  const copies = Math.max(1, Math.ceil(sellers / manifest.datasets.scorecards!.rows));
  const accepted = Object.fromEntries(
    Object.entries(inputs.accepted).map(([name, held]) => [name, { ...held, rows: held.rows * copies }]),
  ) as typeof inputs.accepted;
  for (const key of [POINTER, policiesKey(prefix)]) {
    await mkdir(dirname(join(to, key)), { recursive: true });
    await cp(join(from, key), join(to, key));
  }
  const duck = await openDuck();
  const engine = new DuckEngine(new FolderStore(to), async () => duck);
  const datasets: Manifest['datasets'] = {};
  for (const [dataset, { key, row }] of Object.entries(PUBLISHED)) {
    const held = manifest.datasets[dataset];
    if (!held || dataset === 'mail_orders') continue;
    const files = held.files.map((file) => quoted(join(from, file))).join(', ');
    const renamed = Object.keys(row.shape).flatMap((column) => RENAMED[column] ?? []);
    const repeated = 'seller_id' in row.shape;
    const rows = `FROM read_parquet([${files}], hive_partitioning = false)${repeated ? `, range(${copies}) AS copy(nth)` : ''}`;
    const select = `SELECT ${repeated ? `* EXCLUDE (nth) REPLACE (${renamed.join(', ')})` : '*'} ${rows}\nORDER BY ${key.join(', ')}`;
    const outputPrefix = datasetFolder(prefix, dataset);
    const spread = bucketsOf(dataset, { accepted });
    const token = await engine.register(dataset, engine.wrap(select, dataset, outputPrefix, spread), { outputPrefix, spread });
    const answer = await engine.start({ QueryString: token, ClientRequestToken: dataset });
    datasets[dataset] = await engine.outputOf(answer.QueryExecution);
  }
  duck.close();
  await writeFile(join(to, manifestKey(prefix)), JSON.stringify({ ...manifest, datasets }));
  return datasets.scorecards!.rows;
}
