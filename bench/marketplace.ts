import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANDING } from '../contracts/landing/index.js';
import { openDuck } from '../lambdas/shared/duck.js';
import { runScript } from './script.js';

export interface Marketplace {
  orders: number;
  /** Days from the first order to the last. */
  days: number;
  /** Days whose rows land together in one file, under the last of them. 1: a file per dataset and day, as a marketplace would. */
  days_per_file: number;
  /** The landing folder to write. */
  to: string;
  /** Of the Parquet pages. Default snappy, which most writers choose. */
  compression?: 'snappy' | 'zstd';
}

export const FIRST_DAY = '2026-07-01';

const dayAfter = (days: number): string => new Date(Date.parse(FIRST_DAY) + days * 86_400_000).toISOString().slice(0, 10);

/** The last landing day: the run date of the benchmark. */
export const lastDay = (of: Pick<Marketplace, 'days'>): string => dayAfter(of.days - 1);
/** The landing day before the last. */
export const dayBefore = (of: Pick<Marketplace, 'days' | 'days_per_file'>): string => dayAfter(of.days - 1 - of.days_per_file);

/** why 200: the mean of marketplaces with many small shops; with the skew of generate.sql the median shop has about 20 orders in 100 days. */
const ORDERS_PER_SELLER = 200;

/** Writes the landed Parquet of a marketplace, the same rows for the same numbers. */
export async function generateMarketplace(wanted: Marketplace, limits: { memory: string; threads: number }): Promise<void> {
  const duck = await openDuck({ memoryLimit: limits.memory, threads: limits.threads });
  try {
    await duck.run(`SET VARIABLE orders = CAST(${wanted.orders} AS BIGINT)`);
    await duck.run(`SET VARIABLE days = CAST(${wanted.days} AS BIGINT)`);
    await duck.run(`SET VARIABLE sellers = CAST(${Math.max(1, Math.round(wanted.orders / ORDERS_PER_SELLER))} AS BIGINT)`);
    await duck.run(`SET VARIABLE first_day = DATE '${FIRST_DAY}'`);
    await runScript(duck, await readFile(join(import.meta.dirname, 'generate.sql'), 'utf8'));
    for (let to = wanted.days - 1; to >= 0; to -= wanted.days_per_file) {
      const from = Math.max(0, to - wanted.days_per_file + 1);
      for (const dataset of Object.keys(LANDING)) {
        const folder = join(wanted.to, dataset, `dt=${dayAfter(to)}`);
        await mkdir(folder, { recursive: true });
        await duck.run(
          `COPY (FROM landed_${dataset}(${from}, ${to})) TO '${join(folder, 'day.parquet').replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION ${wanted.compression ?? 'snappy'})`,
        );
      }
    }
  } finally {
    duck.close();
  }
}
