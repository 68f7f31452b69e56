import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readingOf } from '../../../lambdas/accept-files/landed-file.js';
import { unpack } from '../../../lambdas/accept-files/unpack.js';
import type { Duck } from '../../../lambdas/shared/duck.js';
import type { ObjectStore } from '../../../lambdas/shared/object-store.js';
import { namedRows } from './parquet-rows.js';
import type { Person } from './person.js';

/** Landed files that name a person, with the rows or lines that do. Nobody here writes what landed: who landed it must. */
export async function landedFilesNaming(
  landing: ObjectStore,
  duck: Duck,
  person: Person,
  work: string,
): Promise<{ key: string; rows: number }[]> {
  const found: { key: string; rows: number }[] = [];
  for (const { key } of await landing.list(`${person.dataset}/`)) {
    const rows = await namedIn(landing, duck, { key, person, work });
    if (rows > 0) found.push({ key, rows });
  }
  return found;
}

async function namedIn(
  landing: ObjectStore,
  duck: Duck,
  { key, person, work }: { key: string; person: Person; work: string },
): Promise<number> {
  const reading = readingOf(key);
  // why none where it cannot be read: neither can a night.
  if (reading?.format === 'parquet' && !reading.packing) return (await namedRows(landing, duck, key, person)) ?? 0;
  const { path, done } = await landing.toFile(key);
  const unpacked = join(work, 'unpacked');
  try {
    if (reading?.packing) await unpack(path, reading.packing, unpacked);
    let rows = 0;
    const input = createReadStream(reading?.packing ? unpacked : path);
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      if (person.withoutIn(line) !== line) rows += 1;
    return rows;
  } finally {
    await rm(unpacked, { force: true });
    await done();
  }
}
