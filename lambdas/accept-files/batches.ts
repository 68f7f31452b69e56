import { readingOf } from './landed-file.js';
import type { Opened } from './open-landed.js';

/** why 64: DuckDB keeps a hundred files of a partitioned COPY open, and closes and reopens them beyond that. */
const MOST_FILES = 64;
/** why 120,000: less than a row group of DuckDB's, so that a file is written as one and its bytes do not depend on its batch. */
const MOST_ROWS = 120_000;
/** Landed bytes. why 16 MB: two batches at once, unpacked and typed, stay within a few hundred MB. */
const MOST_BYTES = 16 * 2 ** 20;
/** Text shrinks about so much in gzip and zstd. */
const PACKING_SHRINKS = 10;

/** A landed file before it is opened. */
export interface ToAccept {
  dataset: string;
  /** Landing day, YYYY-MM-DD. */
  dt: string;
  /** Key in landing. */
  key: string;
  /** Bytes, compressed or not; what lands without a size is taken for large. */
  size?: number;
  /** Names the bytes, where the store tells one. */
  version?: string;
}

/**
 * Files to be opened together, in their order: of one dataset and format, as many small ones as fit into memory. A large one is alone.
 * Returns places in the list.
 */
export function toOpenTogether(files: readonly ToAccept[]): number[][] {
  const batches: number[][] = [];
  let last = '';
  let bytes = 0;
  for (const [at, { dataset, key, size = MOST_BYTES }] of files.entries()) {
    const kind = readingOf(key);
    const name = `${dataset} ${kind?.format}`;
    const weight = kind?.packing ? size * PACKING_SHRINKS : size;
    const batch = batches.at(-1);
    if (batch && name === last && bytes + weight <= MOST_BYTES && batch.length < MOST_FILES) {
      batch.push(at);
      bytes += weight;
    } else {
      batches.push([at]);
      bytes = weight;
    }
    last = name;
  }
  return batches;
}

/** Whether a file is written by one thread in one piece. Depends on the file alone, and so do the bytes of what is accepted. */
export const isSmall = (file: Opened): boolean => file.landed <= MOST_ROWS && file.parts <= 1;

/** Opened files by what one query can judge: small ones with the same columns, refused for the same reason or not at all. */
export function toJudgeTogether<File extends Opened>(files: readonly File[]): File[][] {
  const batches: File[][] = [];
  const growing = new Map<string, { batch: File[]; rows: number }>();
  for (const file of files) {
    const name = JSON.stringify([file.format, file.alike, file.refused, file.twice]);
    const open = growing.get(name);
    if (!isSmall(file) || file.path === '') batches.push([file]);
    else if (open && open.rows + file.landed <= MOST_ROWS) {
      open.batch.push(file);
      open.rows += file.landed;
    } else {
      const batch = [file];
      batches.push(batch);
      growing.set(name, { batch, rows: file.landed });
    }
  }
  return batches;
}
