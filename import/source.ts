import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Duck } from '../lambdas/shared/duck.js';
import { firstLine, ImportRefused } from './refused.js';
import { identifier, literal } from './wrapping.js';

const READABLE = /^(?<stem>.+?)\.(?<format>parquet|csv|jsonl|json)(?<gzip>\.gz)?$/i;

/**
 * Makes every table file of the folder readable as `source.<file name without its ending>`. Only the folder itself is read, not
 * its subfolders; files of other kinds are passed over.
 *
 * @param scratch an existing folder for what has to be unpacked first
 * @returns the names, sorted
 * @throws ImportRefused when there is no such folder, nothing in it to read, two files of one name, or an unreadable one
 */
export async function openSource(duck: Duck, folder: string, scratch: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new ImportRefused([`${folder}: cannot be read; give --from a folder of parquet, csv or json files`]);
  });
  const files = new Map<string, string>();
  await duck.run('create schema source');
  for (const name of names.sort()) {
    const found = READABLE.exec(name)?.groups;
    if (!found?.stem || !found.format) continue;
    const twin = files.get(found.stem.toLowerCase());
    if (twin) throw new ImportRefused([`${folder}: ${twin} and ${name} would both be source.${found.stem}; rename one`]);
    files.set(found.stem.toLowerCase(), name);
    let path = resolve(folder, name);
    // csv and json are unpacked by DuckDB as it reads them
    if (found.gzip && found.format.toLowerCase() === 'parquet') path = await unpacked(path, join(scratch, found.stem));
    await duck.run(viewOf(found.stem, found.format.toLowerCase(), path)).catch((error) => {
      throw new ImportRefused([`${join(folder, name)}: ${firstLine(error)}`]);
    });
  }
  if (files.size === 0) throw new ImportRefused([`${folder}: holds no .parquet, .csv, .jsonl or .json file; is --from right?`]);
  return [...files.keys()];
}

function viewOf(stem: string, format: string, path: string): string {
  // sample_size -1: column types are decided from every row, not from the first ones
  const reader =
    { parquet: 'read_parquet(@)', csv: 'read_csv(@, header = true, sample_size = -1)' }[format] ??
    'read_json(@, sample_size = -1)';
  return `create view source.${identifier(stem)} as from ${reader.replace('@', () => literal(path))}`;
}

async function unpacked(path: string, to: string): Promise<string> {
  await pipeline(createReadStream(path), createGunzip(), createWriteStream(to)).catch((error) => {
    throw new ImportRefused([`${path}: cannot be unpacked (${error.message}); is it whole?`]);
  });
  return to;
}
