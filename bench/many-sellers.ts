/** A store whose published run has as many sellers as asked: each of a night's repeated under other names. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PUBLISHED } from '../contracts/published/index.js';
import { bucketsOf } from '../contracts/run/buckets.js';
import type { RunFacts } from '../contracts/run/facts.js';
import { datasetFolder, factsKey, manifestKey, POINTER, policiesKey } from '../contracts/run/keys.js';
import type { Manifest } from '../contracts/run/manifest.js';
import type { Pointer } from '../contracts/run/pointer.js';
import { FolderStore } from '../infra/local/object-store.js';
import { DuckEngine } from '../infra/local/query-engine.js';
import { type Duck, openDuck } from '../lambdas/shared/duck.js';
import type { Policies } from '../policies/policy.js';
import { readSqlFiles } from '../sql/files.js';
import { renderSelect } from '../sql/render.js';
import { quoted } from './script.js';

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** What counts or ranks sellers of other datasets: made of those that were copied, by the night's own SQL, in this order. */
const MADE_OF_THEM: readonly string[] = ['tier_mix', 'first_sellers'];

/** What the dashboard reads. */
export const READ_BY_PAGES: readonly string[] = Object.keys(PUBLISHED).filter((dataset) => dataset !== 'mail_orders');

/**
 * Which copy of a seller a row is of. why by a hash: ids in an order of their own, or copies would lie side by side and pack far better
 * than other sellers do.
 */
const RENAMED: Readonly<Record<string, string>> = {
  seller_id: "CASE copied WHEN 0 THEN seller_id ELSE 'S' || substr(md5(copied || seller_id), 1, 9) END AS seller_id",
  name: "name || CASE copied WHEN 0 THEN '' ELSE ' ' || copied END AS name",
};

/**
 * Copies datasets of the published run in `from` to `to`, with at least `sellers` scorecards, and answers how many it has. Rows are
 * written by the laptop's engine, so that files, buckets and row groups are those that a night of such a marketplace leaves.
 * `instead`: a value in place of what a column says, by column.
 */
export async function manySellers(
  from: string,
  to: string,
  sellers: number,
  { datasets = READ_BY_PAGES, instead = {} }: { datasets?: readonly string[]; instead?: Readonly<Record<string, string>> } = {},
): Promise<number> {
  const pointer = await readJson<Pointer>(join(from, POINTER));
  const { prefix } = pointer;
  const manifest = await readJson<Manifest>(join(from, manifestKey(prefix)));
  const facts = await readJson<RunFacts>(join(from, factsKey(prefix)));
  const policies = await readJson<Policies>(join(from, policiesKey(prefix)));
  const sql = await readSqlFiles();
  const copies = Math.max(1, Math.ceil(sellers / manifest.datasets.scorecards!.rows));
  const accepted = Object.fromEntries(
    Object.entries(facts.inputs.accepted).map(([name, held]) => [name, { ...held, rows: held.rows * copies }]),
  ) as typeof facts.inputs.accepted;
  for (const key of [POINTER, policiesKey(prefix)]) {
    await mkdir(dirname(join(to, key)), { recursive: true });
    await cp(join(from, key), join(to, key));
  }
  const duck = await openDuck();
  const engine = new DuckEngine(new FolderStore(to), async () => duck);
  const copied: Manifest['datasets'] = {};
  const rowsOf = (folder: string, { files }: { files: string[] }): string =>
    `read_parquet([${files.map((file) => quoted(join(folder, file))).join(', ')}], hive_partitioning = false)`;
  const isMade = (dataset: string): boolean => MADE_OF_THEM.includes(dataset);
  const selectOf = async (dataset: string, rows: string): Promise<string> =>
    isMade(dataset)
      ? renderSelect(`marts/${dataset}.sql`, sql, { ...facts, policies }, (source) => rowsOf(to, copied[source.dataset]!)).select
      : repeated(rows, { dataset, columns: await columnsOf(duck, rows), copies, instead });
  for (const dataset of [...datasets.filter((one) => !isMade(one)), ...datasets.filter(isMade)]) {
    const held = manifest.datasets[dataset];
    if (!held) continue;
    const select = await selectOf(dataset, rowsOf(from, held));
    const outputPrefix = datasetFolder(prefix, dataset);
    const spread = bucketsOf(dataset, { accepted });
    const token = await engine.register(dataset, engine.wrap(select, dataset, outputPrefix, spread), { outputPrefix, spread });
    const answer = await engine.start({ QueryString: token, ClientRequestToken: dataset });
    copied[dataset] = await engine.outputOf(answer.QueryExecution);
  }
  duck.close();
  await writeFile(join(to, manifestKey(prefix)), JSON.stringify({ ...manifest, datasets: copied }));
  return copied.scorecards!.rows;
}

async function columnsOf(duck: Duck, rows: string): Promise<string[]> {
  const described = await duck.run(`DESCRIBE SELECT * FROM ${rows}`);
  return described.map(({ column_name }) => String(column_name));
}

function repeated(
  rows: string,
  {
    dataset,
    columns,
    copies,
    instead,
  }: { dataset: string; columns: readonly string[]; copies: number; instead: Readonly<Record<string, string>> },
): string {
  const order = `ORDER BY ${(PUBLISHED[dataset]?.key ?? ['seller_id']).join(', ')}`;
  if (!columns.includes('seller_id')) return `SELECT * FROM ${rows}\n${order}`;
  const said = columns.flatMap((column) => (instead[column] ? `${instead[column]} AS ${column}` : (RENAMED[column] ?? [])));
  return `SELECT * EXCLUDE (copied) REPLACE (${said.join(', ')}) FROM ${rows}, range(${copies}) AS copy(copied)\n${order}`;
}
