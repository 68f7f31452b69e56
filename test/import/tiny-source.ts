import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { ImportSummary } from '../../import/import.js';
import { ImportRefused } from '../../import/refused.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { importToFolder } from '../helpers/import-to-folder.js';

/** Orders of `source.o`, which has id, placed and price. */
export const ORDERS = `select
  id as order_id, 's' as seller_id, 'DE' as region, 'seller' as fulfilment,
  placed::timestamp as placed_at,
  round(price::double * 100)::bigint as gmv_minor, 'EUR' as currency,
  placed::timestamp as updated_at,
  date '2026-06-01' as landed_on
from source.o`;

export interface Tiny {
  /** Files of the source folder; a text alone is o.csv. */
  files: string | Record<string, string | Buffer>;
  orders?: string;
  /** _sources.yaml of the mapping folder. */
  settings?: string;
}

/** Imports a few rows; messages name the folders as FROM and MAPPING. */
export async function tiny({ files, orders = ORDERS, settings }: Tiny) {
  const root = await mkdtemp(join(tmpdir(), 'tiny-import-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const options = { mapping: join(root, 'map'), from: join(root, 'src'), to: join(root, 'landing') };
  await mkdir(options.mapping);
  await mkdir(options.from);
  for (const [name, body] of Object.entries(typeof files === 'string' ? { 'o.csv': files } : files))
    await writeFile(join(options.from, name), body);
  await writeFile(join(options.mapping, 'orders.sql'), orders);
  if (settings) await writeFile(join(options.mapping, '_sources.yaml'), settings);
  const named = (line: string) =>
    line.replaceAll(options.from, 'FROM').replaceAll(options.mapping, 'MAPPING').replaceAll(root, 'ROOT');
  return { root, options, named, import: (): Promise<ImportSummary> => importToFolder(options) };
}

/** What an import is refused with, line by line. */
export async function refused(given: Tiny): Promise<string[]> {
  const { import: run, named } = await tiny(given);
  const error = await run().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(ImportRefused);
  return (error as ImportRefused).lines.map(named);
}

/** A column of the orders that landed, in the order of their ids, and what the import said. */
export async function landed(given: Tiny, column = 'order_id'): Promise<{ values: unknown[]; notes: string[]; read: number[] }> {
  const { import: run, options, named } = await tiny(given);
  const { notes, sources } = await run();
  const duck = await openDuck();
  const rows = await duck.run(
    `select ${column} as value from read_parquet('${options.to}/orders/*/*.parquet', hive_partitioning = false) order by order_id`,
  );
  duck.close();
  return { values: rows.map(({ value }) => value), notes: notes.map(named), read: sources.map(({ rows }) => rows) };
}
