import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bucketFolder } from '../../contracts/run/keys.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { copyTo, quotedPath } from './copy-to.js';

/**
 * Splits a file whose rows stand bucket by bucket, with the bucket's name in a last column `bucket`, into a file per bucket
 * without that column. why not PARTITION_BY, which would do it in one statement: it does not keep rows in order, and equal rows would
 * not be equal bytes.
 *
 * @returns keys of the files; of a file without rows, one without rows that is of no bucket
 */
export async function splitIntoBuckets(given: {
  duck: Duck;
  whole: string;
  outputPrefix: string;
  part: string;
  rowGroup: number;
  pathOf: (key: string) => string;
}): Promise<string[]> {
  const { duck, whole, outputPrefix, part, rowGroup, pathOf } = given;
  const rows = `SELECT * EXCLUDE (bucket, file_row_number) FROM read_parquet(${quotedPath(whole)}, file_row_number = true)`;
  const write = async (key: string, which: string): Promise<string> => {
    const target = pathOf(key);
    const writing = join(dirname(target), '.writing-bucket.parquet');
    await mkdir(dirname(target), { recursive: true });
    await duck.run(copyTo(writing, `${rows} WHERE ${which} ORDER BY file_row_number`, rowGroup));
    await rename(writing, target);
    return key;
  };
  const found = await duck.run(`SELECT DISTINCT bucket FROM read_parquet(${quotedPath(whole)}) ORDER BY bucket`);
  if (found.length === 0) return [await write(`${outputPrefix}${part}`, 'true')];
  const keys: string[] = [];
  for (const { bucket } of found)
    keys.push(await write(`${outputPrefix}${bucketFolder(String(bucket))}${part}`, `bucket = '${bucket}'`));
  return keys;
}
