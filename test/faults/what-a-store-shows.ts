import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PUBLISHED } from '../../contracts/published/index.js';
import { manifestKey, POINTER, STORE } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { readParquet } from '../../lambdas/shared/read-parquet.js';

const hash = (body: Buffer | string): string => createHash('sha256').update(body).digest('hex').slice(0, 16);

async function jsonAt<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** A run id is whatever number the run got; how often a night was begun before is no part of what it says. */
const anyRun = (text: string): string => text.replaceAll(/(\d{4}-\d\d-\d\d-)\d{3}/g, '$1001');

/** Bytes; of datasets whose rows name the run before, the rows with any run in its place. */
async function hashOf(store: string, dataset: string, files: readonly string[]): Promise<string> {
  const namesRuns = PUBLISHED[dataset]!.columns.some(({ name }) => name === 'previous_run_id');
  if (!namesRuns) return hash(Buffer.concat(await Promise.all(files.map((key) => readFile(join(store, key))))));
  const rows = (await Promise.all(files.map((file) => readParquet(new FolderStore(store), file)))).flat();
  return hash(anyRun(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))));
}

/** Hashes of what readers see, by dataset; undefined when nothing is published. Throws where the pointer shows what is not whole. */
export async function published(store: string): Promise<{ run_date: string; datasets: Record<string, string> } | undefined> {
  const pointer = await jsonAt<Pointer>(join(store, POINTER));
  if (!pointer) return undefined;
  const manifest = await jsonAt<Manifest>(join(store, manifestKey(pointer.prefix)));
  if (!manifest) throw new Error(`${POINTER} shows ${pointer.run_id}, which has no manifest`);
  const datasets: Record<string, string> = {};
  for (const dataset of Object.keys(PUBLISHED)) {
    datasets[dataset] = await hashOf(store, dataset, manifest.datasets[dataset]?.files ?? []);
  }
  return { run_date: pointer.run_date, datasets };
}

/** Mails by their place in the outbox, hashed; a run id in them is whatever run wrote them first. Failures are no mails to sellers. */
export async function mails(store: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of await below(join(store, STORE.outbox))) {
    if (/\/failure-|\/\.writing-/.test(`/${path}`)) continue;
    const text = await readFile(join(store, STORE.outbox, path), 'utf8');
    found[path] = hash(anyRun(text));
  }
  return found;
}

/** Files of a folder and below, by path. */
export async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//, ''))
    .sort();
}

/** Hashes of all files of a folder, by path. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const paths = await below(folder);
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, hash(await readFile(join(folder, path)))])));
}
