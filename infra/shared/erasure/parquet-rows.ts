import { join } from 'node:path';
import type { Rewritten } from '../../../contracts/run/erasure.js';
import { contentOf } from '../../../lambdas/accept-files/landed-file.js';
import { OF_THE_MACHINE } from '../../../lambdas/accept-files/open-landed.js';
import type { Duck } from '../../../lambdas/shared/duck.js';
import type { ObjectStore } from '../../../lambdas/shared/object-store.js';
import { quoted } from '../../../sql/literals.js';
import type { Person } from './person.js';

const rowsOf = (path: string): string => `read_parquet(${quoted(path)}, hive_partitioning = false)`;

/** The object as a local file, for as long as the work lasts. */
async function onDisk<Result>(store: ObjectStore, key: string, work: (path: string) => Promise<Result>): Promise<Result> {
  const { path, done } = await store.toFile(key);
  try {
    return await work(path);
  } finally {
    await done();
  }
}

/** Rows of a Parquet object that name a person; none where it has not the columns that would, undefined where it cannot be read. */
export function namedRows(
  store: ObjectStore,
  duck: Duck,
  key: string,
  person: Pick<Person, 'isNamed' | 'column'>,
): Promise<number | undefined> {
  return onDisk(store, key, async (path) => {
    try {
      const columns = await duck.run(`DESCRIBE SELECT * FROM ${rowsOf(path)}`);
      if (!columns.some(({ column_name }) => column_name === person.column)) return 0;
      const [found] = await duck.run(`SELECT count(*) AS rows FROM ${rowsOf(path)} WHERE ${person.isNamed}`);
      return Number(found!.rows);
    } catch (error) {
      if (OF_THE_MACHINE.test((error as Error).message)) throw error;
      return undefined;
    }
  });
}

/** The addresses of a seller in a Parquet object. */
export function addressesIn(store: ObjectStore, duck: Duck, key: string, isNamed: string): Promise<string[]> {
  return onDisk(store, key, async (path) => {
    const found = await duck.run(`SELECT DISTINCT CAST(email AS VARCHAR) AS email FROM ${rowsOf(path)} WHERE ${isNamed}`);
    return found.map(({ email }) => String(email));
  });
}

/** Writes a Parquet object anew with the stand-in in place of the person: the same rows in the same order. */
export function rewriteRows(
  store: ObjectStore,
  duck: Duck,
  key: string,
  { person, rows, to }: { person: Person; rows: number; to: string },
): Promise<Rewritten> {
  return onDisk(store, key, async (path) => {
    const { column, isNamed, standIn } = person;
    const target = join(to, `${rows}-${key.replaceAll('/', '-')}`);
    const replaced = `CASE WHEN ${isNamed} THEN ${quoted(standIn)} ELSE ${column} END AS ${column}`;
    await duck.run(
      `COPY (SELECT * REPLACE (${replaced}) FROM ${rowsOf(path)}) TO ${quoted(target)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`,
    );
    const [before, after] = [(await contentOf(path)).sha256, (await contentOf(target)).sha256];
    await store.fromFile(target, key);
    return { key, rows, before, after };
  });
}
