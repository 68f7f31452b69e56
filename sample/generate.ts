import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BAD_ROWS, ROWS_PER_BAD_ROW } from './bad-rows.js';
import { type Day, textOf } from './calendar.js';
import { asCsv, asJsonl, gzipped } from './files.js';
import { DATASETS, type Dataset, landingOf, typedFrom } from './landing.js';
import { drawMarketplace, SAMPLE_SIZE, type SampleSize } from './marketplace.js';
import { openParquetWriter, type ParquetWriter } from './parquet.js';
import type { Row } from './rows.js';

/** Raise it when the same size and seed would give other bytes, so that samples on disk are made anew. */
const VERSION = 6;
const MARKER = '_sample.json';

export interface SampleOptions extends Partial<SampleSize> {
  /** The landing folder to make. Replaced if it is an older sample; refused if it holds anything else. */
  to: string;
}

export interface SampleFacts {
  version: number;
  size: SampleSize;
  files: number;
  /** Landed rows by dataset, bad ones included. */
  rows: Record<Dataset, number>;
  bad_rows: number;
  sellers: number;
  orders: number;
  /** YYYY-MM-DD. */
  first_day: string;
  last_day: string;
}

const sizeOf = ({ sellers, orders, days, lastDay, seed }: Partial<SampleSize>): SampleSize => {
  const given = Object.fromEntries(
    Object.entries({ sellers, orders, days, lastDay, seed }).filter(([, value]) => value !== undefined),
  );
  return { ...SAMPLE_SIZE, ...given };
};

async function factsAt(folder: string): Promise<SampleFacts | undefined> {
  const path = join(folder, MARKER);
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as SampleFacts) : undefined;
}

/** The finished sample of exactly this size, seed and version at a folder, or undefined when it has yet to be generated. */
export async function findSample(options: SampleOptions): Promise<SampleFacts | undefined> {
  const facts = await factsAt(options.to);
  const same = facts?.version === VERSION && JSON.stringify(facts.size) === JSON.stringify(sizeOf(options));
  return same ? facts : undefined;
}

/** Adds the spoiled copies that a file is large enough to bear. */
function withBadRows(dataset: Dataset, daysAgo: number, rows: Row[]): (Row | string)[] {
  const due = BAD_ROWS.filter((bad) => bad.dataset === dataset && bad.days_ago === daysAgo);
  const borne = due.slice(0, Math.floor(rows.length / ROWS_PER_BAD_ROW));
  const landed: (Row | string)[] = [...rows];
  borne.forEach((bad, index) => {
    const at = Math.floor(((index + 1) * rows.length) / (borne.length + 1));
    landed.splice(at + index, 0, bad.spoil(rows[at]!));
  });
  return landed;
}

/** Writes one day of one dataset in the form that its source has: csv, lines of JSON (gzipped or not), or Parquet. */
async function writeDay(
  folder: string,
  dataset: Dataset,
  rows: (Row | string)[],
  parquet: ParquetWriter,
  typed: boolean,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (dataset === 'orders') return writeFile(join(folder, 'orders.jsonl.gz'), await gzipped(asJsonl(rows)));
  if (dataset === 'sellers' || dataset === 'reviews') return writeFile(join(folder, `${dataset}.csv`), asCsv(rows as Row[]));
  if (dataset === 'conversations' && typed) return parquet.write(asJsonl(rows), join(folder, 'conversations.parquet'));
  return writeFile(join(folder, `${dataset}.jsonl`), asJsonl(rows));
}

async function refuseForeignFolder(to: string): Promise<void> {
  if (!existsSync(to) || (await factsAt(to)) || (await readdir(to)).length === 0) return;
  throw new Error(`${to}: holds files that are not a sample; name another folder, or move them away`);
}

/**
 * Generates a marketplace and lands it, day by day, as `<to>/<dataset>/dt=YYYY-MM-DD/<dataset>.<form>`. The same size and
 * seed give the same bytes. It is written beside the folder (`<to>.partial`) and renamed when whole, so an interrupted
 * one is never taken for a sample. Throws on a folder that holds other files, on too few days, and on a date that is none.
 */
export async function generateSample(options: SampleOptions): Promise<SampleFacts> {
  const { to } = options;
  const size = sizeOf(options);
  await refuseForeignFolder(to);
  const marketplace = drawMarketplace(size);
  const landing = landingOf(marketplace);
  const { first, last } = marketplace.span;

  const partial = `${to.replace(/\/+$/, '')}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const parquet = await openParquetWriter(partial);
  const facts: SampleFacts = {
    version: VERSION,
    size,
    files: 0,
    rows: Object.fromEntries(DATASETS.map((dataset) => [dataset, 0])) as Record<Dataset, number>,
    bad_rows: 0,
    sellers: marketplace.sellers.length,
    orders: marketplace.orders.length,
    first_day: marketplace.first_day,
    last_day: marketplace.last_day,
  };
  // Orders compress while the next day's rows are made: at most two days in hand.
  let compressing: Promise<void> = Promise.resolve();
  try {
    for (let day: Day = first; day <= last; day++) {
      for (const dataset of DATASETS) {
        const clean = (landing[dataset].get(day) ?? []).map((version) => version());
        landing[dataset].delete(day);
        if (clean.length === 0) continue;
        const rows = withBadRows(dataset, last - day, clean);
        facts.files += 1;
        facts.rows[dataset] += rows.length;
        facts.bad_rows += rows.length - clean.length;
        const folder = join(partial, dataset, `dt=${textOf(day)}`);
        const written = writeDay(folder, dataset, rows, parquet, day >= typedFrom(marketplace));
        if (dataset !== 'orders') await written;
        else {
          await compressing;
          compressing = written;
        }
      }
    }
    await compressing;
  } finally {
    await parquet.close();
  }
  await writeFile(join(partial, MARKER), `${JSON.stringify(facts, null, 2)}\n`);
  await rm(to, { recursive: true, force: true });
  await rename(partial, to);
  return facts;
}
