import { parquetReadObjects } from 'hyparquet';
import { asyncBufferFromFile } from 'hyparquet/src/node.js';
import { compressors } from 'hyparquet-compressors';
import { dayOfEpoch } from '../../contracts/days.js';
import type { ObjectStore } from './object-store.js';

const parsers = { dateFromDays: dayOfEpoch };

/** What of a Parquet object is read: all columns and rows where nothing is said. Row groups that cannot hold a row are not decoded. */
export type Part = Pick<Parameters<typeof parquetReadObjects>[0], 'columns' | 'filter'>;

/** Rows of one Parquet object; BIGINT as number, DATE as YYYY-MM-DD, TIMESTAMP as Date. */
export async function readParquet(store: ObjectStore, key: string, part: Part = {}): Promise<Record<string, unknown>[]> {
  const file = await store.toFile(key);
  try {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file.path), compressors, parsers, ...part });
    for (const row of rows)
      for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = Number(value);
    return rows;
  } finally {
    await file.done();
  }
}
