import { parquetReadObjects } from 'hyparquet';
import { asyncBufferFromFile } from 'hyparquet/src/node.js';
import { compressors } from 'hyparquet-compressors';
import type { ObjectStore } from './object-store.js';

const parsers = { dateFromDays: (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10) };

/** All rows of one small Parquet object; BIGINT as number, DATE as YYYY-MM-DD, TIMESTAMP as Date. */
export async function readParquet(store: ObjectStore, key: string): Promise<Record<string, unknown>[]> {
  const file = await store.toFile(key);
  try {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file.path), compressors, parsers });
    for (const row of rows)
      for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = Number(value);
    return rows;
  } finally {
    await file.done();
  }
}
