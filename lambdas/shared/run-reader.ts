import type * as z from 'zod';
import type { PublishedContract } from '../../contracts/contract.js';
import { manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Policies } from '../../policies/policy.js';
import type { ObjectStore } from './object-store.js';
import { readParquet } from './read-parquet.js';
import { need, readPolicies } from './read-run-files.js';

/** First and last seller id wanted, inclusive, in code unit order. */
export interface SellerRange {
  first: string;
  last: string;
}

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
  /**
   * The rows of a published dataset, typed by its contract: days as YYYY-MM-DD, moments as Date, counts as number. With `sellers`
   * only their rows; row groups of other sellers are not decoded. A dataset that the run does not have is an error.
   */
  rows<Row extends z.ZodObject>(contract: PublishedContract<Row>, sellers?: SellerRange): Promise<z.infer<Row>[]>;
  /** The named columns of any dataset of the run, null where empty. */
  columns(dataset: string, names: readonly string[], sellers?: SellerRange): Promise<Record<string, unknown>[]>;
}

const rowsOfFile = (store: ObjectStore, key: string, columns: readonly string[], sellers?: SellerRange) =>
  readParquet(store, key, {
    columns: [...columns],
    ...(sellers ? { filter: { seller_id: { $gte: sellers.first, $lte: sellers.last } } } : {}),
  });

/** Opens the run under a prefix such as `runs/2026-11-16/001`. Throws, naming the object, when its manifest or policies are missing. */
export async function openRun(store: ObjectStore, prefix: string): Promise<Run> {
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const columns: Run['columns'] = async (dataset, names, sellers) => {
    const listed = manifest.datasets[dataset];
    if (!listed) throw new Error(`${manifestKey(prefix)}: lists no dataset ${dataset}; add its SQL or ask for another`);
    const parts: Record<string, unknown>[][] = [];
    for (const key of listed.files) parts.push(await rowsOfFile(store, key, names, sellers));
    return parts.flat();
  };
  return {
    run_id: manifest.run_id,
    run_date: manifest.run_date,
    policies: await readPolicies(store, prefix),
    not_measured: manifest.not_measured,
    has: (dataset) => dataset in manifest.datasets,
    columns,
    rows: async (contract, sellers) => {
      const names = contract.columns.map((column) => column.name);
      return (await columns(contract.dataset, names, sellers)) as never;
    },
  };
}
