import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import type { Receipt } from '../../contracts/run/receipt.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { acceptFiles } from '../../lambdas/accept-files/accept-files.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { TrackingPolicy } from '../../policies/policy.js';

export const DAY = '2026-01-06';
export const REGIONS = [
  { code: 'GB', time_zone: 'Europe/London' },
  { code: 'DE', time_zone: 'Europe/Berlin' },
  { code: 'NZ', time_zone: 'Pacific/Auckland' },
];

const MOST_ROWS = 5000;

export interface QuarantinedRow {
  dataset: string;
  file: string;
  line: number;
  raw: string;
  reasons: string[];
}

export interface Accepted {
  receipt: Receipt;
  /** Accepted rows in the file's order, the first 5,000; moments as `2026-01-05 16:00:00`. */
  rows: Record<string, unknown>[];
  quarantine: QuarantinedRow[];
  counts: Record<string, unknown>[];
}

/** A landing and a store in a temporary folder, and one DuckDB for the whole test file. */
export function aMarketplace() {
  // why two minutes: the largest file has 250,000 rows, and machines that test are shared.
  vi.setConfig({ testTimeout: 120_000 });
  let root = '';
  let duck: Duck;
  let landings = 0;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'accept files '));
    duck = await openDuck();
  });
  afterAll(async () => {
    duck.close();
    await rm(root, { recursive: true, force: true });
  });

  const textOf = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`;
  const read = async (path: string): Promise<Record<string, unknown>[]> => {
    const columns = await duck.run(`DESCRIBE SELECT * FROM read_parquet(${textOf(path)})`);
    const shown = columns.map(({ column_name: name, column_type: type }) =>
      type === 'TIMESTAMP' || type === 'DATE' ? `CAST(${name} AS VARCHAR) AS ${name}` : `${name}`,
    );
    return duck.run(`SELECT ${shown.join(', ')} FROM read_parquet(${textOf(path)}) LIMIT ${MOST_ROWS}`);
  };

  return {
    duck: () => duck,
    read,
    /** A landing and a store that nothing has landed in yet. */
    async fresh() {
      const here = join(root, String(++landings));
      const landing = new FolderStore(join(here, 'landing'));
      const store = new FolderStore(join(here, 'store'));
      const scratch = join(here, 'scratch');
      const readBack = async (receipt: Receipt): Promise<Accepted> => {
        const quarantined = receipt.quarantine_key ? (await store.read(receipt.quarantine_key))!.body.toString('utf8') : '';
        return {
          receipt,
          rows: receipt.accepted_key ? await read(store.url(receipt.accepted_key)) : [],
          quarantine: quarantined
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as QuarantinedRow),
          counts: await read(store.url(receipt.counts_key)),
        };
      };
      const accept = async (
        dataset: string,
        name: string,
        dt = DAY,
        regions = REGIONS,
        tracking?: TrackingPolicy,
      ): Promise<Accepted> => {
        const files = [{ dataset, dt, key: `${dataset}/dt=${dt}/${name}` }];
        const [receipt] = (await acceptFiles({ landing, store, files, regions, own_metrics: [], tracking, duck, scratch })) as [
          Receipt,
        ];
        return readBack(receipt);
      };
      /** Accepts landed files in one go, as a night does. */
      const acceptAll = async (dataset: string, names: readonly string[]): Promise<Accepted[]> => {
        const files = names.map((name) => ({ dataset, dt: DAY, key: `${dataset}/dt=${DAY}/${name}`, size: 1 }));
        const receipts = await acceptFiles({ landing, store, files, regions: REGIONS, own_metrics: [], duck, scratch });
        return Promise.all(receipts.map(readBack));
      };
      /** Lands a Parquet file made by a SELECT. */
      const writeParquet = async (dataset: string, name: string, select: string, dt = DAY): Promise<void> => {
        const path = landing.url(`${dataset}/dt=${dt}/${name}`);
        await mkdir(dirname(path), { recursive: true });
        await duck.run(`COPY (${select}) TO ${textOf(path)} (FORMAT parquet)`);
      };
      return {
        landing,
        store,
        scratch,
        accept,
        acceptAll,
        /** Lands bytes and accepts them. */
        async land(dataset: string, name: string, body: Buffer | string, dt = DAY): Promise<Accepted> {
          await landing.write(`${dataset}/dt=${dt}/${name}`, body);
          return accept(dataset, name, dt);
        },
        writeParquet,
        /** Lands a Parquet file made by a SELECT and accepts it. */
        async landParquet(dataset: string, name: string, select: string, dt = DAY): Promise<Accepted> {
          await writeParquet(dataset, name, select, dt);
          return accept(dataset, name, dt);
        },
        file: (name: string, body: Buffer | string) => writeFile(join(here, name), body),
      };
    },
  };
}

/** A good order; what is given replaces or, as undefined, removes. */
export const order = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  seller_id: 's-1',
  order_id: 'o-1',
  region: 'DE',
  fulfilment: 'seller',
  placed_at: '2026-01-05T17:00:00+01:00',
  ship_by: '2026-01-07T17:00:00+01:00',
  gmv_minor: 1250,
  currency: 'EUR',
  updated_at: '2026-01-06T03:00:00Z',
  ...given,
});

export const jsonl = (...rows: unknown[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;

/** Comma-separated, every field quoted where it must be. */
export function csv(rows: readonly Record<string, unknown>[], newline = '\n'): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== undefined)))];
  const field = (value: unknown): string => {
    const written = value === undefined || value === null ? '' : String(value);
    return /[",\n\r]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
  };
  return [header.join(','), ...rows.map((row) => header.map((name) => field(row[name])).join(','))]
    .map((line) => line + newline)
    .join('');
}
