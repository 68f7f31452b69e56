import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readersOfRun, runIdOf, STORE, sqlFolder } from '../../contracts/run/keys.js';
import { FolderStore } from '../../infra/local/object-store.js';
import type { Cost } from '../night-cost.js';

/** What is kept of something, or read. */
export interface Amount {
  bytes: number;
  objects: number;
}

/** A store with a history and a usual next night, in bytes. */
export interface Measured {
  orders: number;
  days: number;
  landing: Amount;
  /** Accepted rows, counts and receipts. */
  accepted: Amount;
  /** Every part of the ledger that lies there. */
  ledger: Amount;
  /** The part that the night wrote, with what it took back. */
  ledger_part: Amount;
  /** What the night published, for leadership and once more for the team of each region, and what belongs to it; `rows` are the bytes of each of its Parquet files. */
  run: Amount & { rows: readonly number[] };
  /** What the night alone needed. */
  work: Amount;
  /** Orders that the night judged: those that something landed for. */
  judged: number;
  /** By dataset or check. */
  queries: Record<string, Query>;
}

interface Query {
  /** Its sources, whole: every column, as if an engine skipped nothing. */
  sources: Amount;
  /** Bytes that DuckDB read of them; undefined where the system does not count. */
  read?: number;
}

/** Bytes that a query reads, as far as it is known. */
export const bytesOf = ({ sources, read }: Query): number => read ?? sources.bytes;

async function below(root: string, prefix: string): Promise<Amount> {
  const objects = await new FolderStore(root).list(prefix);
  return { bytes: objects.reduce((sum, { size }) => sum + size, 0), objects: objects.length };
}

export const sum = (some: readonly Amount[]): Amount => ({
  bytes: some.reduce((total, { bytes }) => total + bytes, 0),
  objects: some.reduce((total, { objects }) => total + objects, 0),
});

/** Files that a query of DuckDB reads, by the paths and patterns in its text. Each once for every place in which it is read. */
async function sourcesOf(sql: string): Promise<Amount> {
  const amounts: Amount[] = [];
  for (const [, pattern] of sql.matchAll(/'([^'\n]*\.parquet)'/g)) {
    if (/\bTO '$/.test(sql.slice(0, sql.indexOf(`'${pattern}'`) + 1))) continue;
    for await (const path of glob(pattern!)) amounts.push({ bytes: (await stat(path)).size, objects: 1 });
  }
  return sum(amounts);
}

/** What each query of a run reads. Days are named as on a laptop, by patterns, which are no narrower than Athena's partitions. */
async function queriesOf(store: string, prefix: string, parts: readonly Cost[]): Promise<Record<string, Query>> {
  const folder = sqlFolder(prefix);
  const queries: Record<string, Query> = {};
  for (const { key } of await new FolderStore(store).list(folder)) {
    const name = key.slice(folder.length).replace(/\.sql$/, '');
    const read = parts.find(({ state, subject }) => state === 'RunQuery' && subject === name)?.bytes_read;
    const sources = await sourcesOf(await readFile(join(store, key), 'utf8'));
    queries[name] = { sources, ...(read === undefined ? {} : { read }) };
  }
  return queries;
}

/** Measures a store on this machine by the last night of it, whose run lies at `prefix`. */
export async function measureStore(given: {
  landing: string;
  store: string;
  prefix: string;
  orders: number;
  days: number;
  /** What the states of that night took. */
  parts: readonly Cost[];
}): Promise<Measured> {
  const { landing, store, prefix, orders, days, parts } = given;
  const of = (...prefixes: string[]) => Promise.all(prefixes.map((one) => below(store, one))).then(sum);
  const ledgers = await new FolderStore(store).list(STORE.ledger);
  const own = ledgers.filter(({ key }) => key.includes(`/${runIdOf(prefix)}/`));
  const run = (
    await Promise.all([`${prefix}/`, readersOfRun(runIdOf(prefix))].map((one) => new FolderStore(store).list(one)))
  ).flat();
  return {
    ...{ orders, days },
    landing: await below(landing, ''),
    accepted: await of(STORE.accepted, STORE.counts, STORE.receipts),
    ledger: await of(STORE.ledger),
    ledger_part: { bytes: own.reduce((total, { size }) => total + size, 0), objects: own.length },
    run: {
      ...sum(run.map(({ size }) => ({ bytes: size, objects: 1 }))),
      rows: run.filter(({ key }) => key.endsWith('.parquet')).map(({ size }) => size),
    },
    work: await of(`${STORE.work}${runIdOf(prefix)}/`),
    judged: parts.find(({ subject }) => subject === 'orders_to_judge')?.rows ?? 0,
    queries: await queriesOf(store, prefix, parts),
  };
}
