import type * as z from 'zod';
import type { PublishedContract } from '../../contracts/contract.js';
import { bucketsIn, filesOfSellers } from '../../contracts/run/buckets.js';
import { manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Policies } from '../../policies/policy.js';
import type { ObjectStore } from './object-store.js';
import { readParquet } from './read-parquet.js';
import { need, readPolicies } from './read-run-files.js';

/** A published run, read from its own prefix: nothing outside it is looked at. */
export interface Run {
  run_id: string;
  /** YYYY-MM-DD. */
  run_date: string;
  policies: Policies;
  /** Metrics without a source. */
  not_measured: string[];
  /** Whether the run has the dataset at all. */
  has(dataset: string): boolean;
  /** Into how many buckets sellers are spread where a dataset lies in buckets; 1 where none does. */
  buckets: number;
  /**
   * The rows of a published dataset, typed by its contract: days as YYYY-MM-DD, moments as Date, counts as number. With `sellers`
   * only their rows: files of other buckets are not opened, row groups before the first and after the last of them not decoded. A
   * dataset that the run does not have is an error.
   */
  rows<Row extends z.ZodObject>(contract: PublishedContract<Row>, sellers?: ReadonlySet<string>): Promise<z.infer<Row>[]>;
  /** The named columns of any dataset of the run, null where empty. With `sellers`, one of the columns is seller_id. */
  columns(dataset: string, names: readonly string[], sellers?: ReadonlySet<string>): Promise<Record<string, unknown>[]>;
}

/** Of some sellers, what row groups are ruled out by. why not the ids one by one: each row would be compared with each of them. */
function between(sellers: ReadonlySet<string>) {
  const sorted = [...sellers].sort();
  return { seller_id: { $gte: sorted[0] ?? '', $lte: sorted.at(-1) ?? '' } };
}

async function rowsOfFile(store: ObjectStore, key: string, columns: readonly string[], sellers?: ReadonlySet<string>) {
  const rows = await readParquet(store, key, { columns: [...columns], ...(sellers ? { filter: between(sellers) } : {}) });
  return sellers ? rows.filter((row) => sellers.has(String(row.seller_id))) : rows;
}

/** Opens the run under a prefix such as `runs/2026-11-16/001`. Throws, naming the object, when its manifest or policies are missing. */
export async function openRun(store: ObjectStore, prefix: string): Promise<Run> {
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const columns: Run['columns'] = async (dataset, names, sellers) => {
    const listed = manifest.datasets[dataset];
    if (!listed) throw new Error(`${manifestKey(prefix)}: lists no dataset ${dataset}; add its SQL or ask for another`);
    const parts: Record<string, unknown>[][] = [];
    const files = sellers ? filesOfSellers(listed.files, sellers) : listed.files;
    for (const key of files) parts.push(await rowsOfFile(store, key, names, sellers));
    return parts.flat();
  };
  return {
    run_id: manifest.run_id,
    run_date: manifest.run_date,
    policies: await readPolicies(store, prefix),
    not_measured: manifest.not_measured,
    buckets: bucketsIn(Object.values(manifest.datasets).flatMap(({ files }) => files)),
    has: (dataset) => dataset in manifest.datasets,
    columns,
    rows: async (contract, sellers) => {
      const names = contract.columns.map((column) => column.name);
      return (await columns(contract.dataset, names, sellers)) as never;
    },
  };
}
