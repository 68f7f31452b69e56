import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '../contracts/days.js';
import { openDuck } from '../lambdas/shared/duck.js';
import { runScript } from './script.js';

export interface Marketplace {
  orders: number;
  /** Days from the first order to the last. */
  days: number;
  /** Days whose rows land together in one file, under the last of them. 1: a file per dataset and day, as a marketplace would. */
  days_per_file: number;
  /** How many of the last days land in files of their own whatever `days_per_file` says. Default 0. */
  daily?: number;
  /** The landing folder to write. */
  to: string;
  /** Of the Parquet pages. Default snappy, which most writers choose. */
  compression?: 'snappy' | 'zstd';
}

/** What lands: all that the built-in metrics read. */
const DATASETS = ['orders', 'sellers', 'reviews', 'returns', 'cases', 'conversations', 'exemptions'];

export const FIRST_DAY = '2026-07-01';

const dayAfter = (days: number): string => addDays(FIRST_DAY, days);

/** The landing day that lies `back` days before the last. */
export const dayBack = (of: Pick<Marketplace, 'days'>, back: number): string => dayAfter(of.days - 1 - back);
/** The last landing day: the run date of the benchmark. */
export const lastDay = (of: Pick<Marketplace, 'days'>): string => dayBack(of, 0);

/**
 * why 200: the mean of marketplaces with many small shops; with the skew of
 * generate.sql the median shop has about 20 orders in 100 days.
 */
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
    const firstDaily = wanted.days - (wanted.daily ?? 0);
    for (let to = wanted.days - 1, from: number; to >= 0; to = from - 1) {
      from = to >= firstDaily ? to : Math.max(0, to - wanted.days_per_file + 1);
      for (const dataset of DATASETS) {
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
