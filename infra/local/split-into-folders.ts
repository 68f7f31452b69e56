import { randomUUID } from 'node:crypto';
import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Duck } from '../../lambdas/shared/duck.js';
import { copyTo, FETCHED, quotedPath } from './copy-to.js';
import { IN_PROGRESS } from './objects-in.js';

interface Splitting {
  duck: Duck;
  /** A file whose rows stand folder by folder, with what decides the folder in a last column. */
  whole: string;
  column: string;
  /** Where the folders go; and the name of the file in each. */
  into: string;
  part: string;
}

/** A folder's file: its name as `column=value`, and how much it holds. */
interface Split {
  folder: string;
  rows: number;
  bytes: number;
}

/** why 2,048: a vector of DuckDB, which it takes apart in order. Of more rows it keeps none. */
const ONE_VECTOR = 2_048;

/** So many bytes the footer of a file has for each column of a row group: what is said of it, as measured over our datasets. */
const FOOTER_PER_COLUMN = 94;

/**
 * Rows of a row group with which a reader of one seller reads least: the footer grows with the number of groups, a group with its rows, and
 * their sum is least where both weigh the same.
 */
export function rowGroupIn(held: { rows: number; bytes: number; columns: number; folders: number }): number {
  const { rows, bytes, columns, folders } = held;
  const best = Math.sqrt((FOOTER_PER_COLUMN * columns * (rows / folders)) / (bytes / rows));
  return ONE_VECTOR * Math.max(1, Math.round(best / ONE_VECTOR));
}

/** Splits a file into a file per folder, without the column. The rows of each keep their order, so that equal rows are equal bytes. */
export const splitIntoFolders = (given: Splitting & { rows: number }): Promise<Split[]> =>
  given.rows <= ONE_VECTOR ? atOnce(given) : oneByOne(given, given.rows);

/** Where there are no rows, and so no folders: the columns alone, as one file. */
export async function writeEmpty({ duck, whole, column, path }: Pick<Splitting, 'duck' | 'whole' | 'column'> & { path: string }) {
  await duck.run(copyTo(path, rowsOf(whole, `${column}, file_row_number`)));
}

/** The rows in their order, as they were written. */
const rowsOf = (whole: string, without: string): string =>
  `SELECT * EXCLUDE (${without}) FROM read_parquet(${quotedPath(whole)}, file_row_number = true)`;

/** One statement for all folders. */
async function atOnce({ duck, whole, column, into, part }: Splitting): Promise<Split[]> {
  const name = `${IN_PROGRESS}${randomUUID()}`;
  const options = [`PARTITION_BY (${column})`, `FILENAME_PATTERN '${name}'`, 'OVERWRITE_OR_IGNORE', 'RETURN_STATS', FETCHED];
  const written = await duck.run(
    copyTo(into, `${rowsOf(whole, 'file_row_number')} ORDER BY file_row_number`, ONE_VECTOR, options),
  );
  const split: Split[] = [];
  for (const { filename, count, file_size_bytes } of written) {
    const folder = dirname(String(filename));
    await rename(String(filename), join(folder, part));
    split.push({ folder: basename(folder), rows: Number(count), bytes: Number(file_size_bytes) });
  }
  return split.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** A statement for each folder. */
async function oneByOne({ duck, whole, column, into, part }: Splitting, rows: number): Promise<Split[]> {
  const found = await duck.run(`SELECT DISTINCT ${column} AS value FROM read_parquet(${quotedPath(whole)}) ORDER BY value`);
  const columns = (await duck.run(`DESCRIBE SELECT * FROM read_parquet(${quotedPath(whole)})`)).length;
  const rowGroup = rowGroupIn({ rows, bytes: (await stat(whole)).size, columns, folders: found.length });
  const split: Split[] = [];
  for (const { value } of found) {
    const folder = `${column}=${value}`;
    const target = join(into, folder, part);
    await mkdir(dirname(target), { recursive: true });
    const writing = join(dirname(target), `${IN_PROGRESS}${randomUUID()}`);
    const own = `${rowsOf(whole, `${column}, file_row_number`)} WHERE ${column} = '${value}' ORDER BY file_row_number`;
    const [counted] = await duck.run(copyTo(writing, own, rowGroup, [FETCHED]));
    await rename(writing, target);
    split.push({ folder, rows: Number(counted?.Count ?? 0), bytes: (await stat(target)).size });
  }
  return split;
}
