/**
 * The reading edge: Parquet over HTTP, by range. Only the footer and the column chunks that are asked for travel.
 * BIGINT becomes number, DATE becomes YYYY-MM-DD, TIMESTAMP (UTC, naive) becomes Date, a missing value becomes null.
 */
import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetQueryFilter,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { decompressGzip, decompressZstd } from 'hyparquet-compressors';
import { dayOfEpoch } from '../../../contracts/days.js';
import { openRemote } from './remote-file.js';
import { SignedOut } from './signed-out.js';

/** The codecs that DuckDB and Athena write; snappy comes with hyparquet. */
const compressors = {
  ZSTD: (input: Uint8Array) => decompressZstd(input),
  GZIP: (input: Uint8Array, length: number) => decompressGzip(input, length),
};

const parsers = { dateFromDays: (days: number | undefined) => (days == null ? null : dayOfEpoch(days)) };

interface OpenFile {
  url: string;
  file: AsyncBuffer;
  metadata: FileMetaData;
  columns: Set<string>;
}

const opened = new Map<string, Promise<OpenFile>>();

/** A file is opened once: its length, its footer, and its bytes when it is small. A failed opening is forgotten. */
function open(url: string, bytes: number | undefined): Promise<OpenFile> {
  const known = opened.get(url);
  if (known) return known;
  const opening = openNow(url, bytes);
  opened.set(url, opening);
  opening.catch(() => opened.delete(url));
  return opening;
}

async function openNow(url: string, bytes: number | undefined): Promise<OpenFile> {
  const file = await openRemote(url, bytes);
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: file.atHand });
  return { url, file, metadata, columns: new Set(parquetSchema(metadata).children.map((child) => child.element.name)) };
}

/**
 * Rows of a Parquet file: the columns named, or all. With a filter, row groups whose statistics rule it out are not
 * fetched. `bytes`: how long the file is, where that is known. Throws an error that names the file when it cannot be read or lacks a column.
 */
export async function readParquet<Row>(
  url: string,
  { columns, filter, bytes }: { columns?: readonly (keyof Row & string)[]; filter?: ParquetQueryFilter; bytes?: number } = {},
): Promise<Row[]> {
  try {
    const { file, metadata, columns: present } = await open(url, bytes);
    const lacking = (columns ?? []).filter((name) => !present.has(name));
    if (lacking.length > 0) throw new Error(`has no column ${lacking.join(', ')}; another version wrote it`);
    const rows = await parquetReadObjects({
      file,
      metadata,
      compressors,
      parsers,
      ...(columns ? { columns: [...columns] } : {}),
      ...(filter ? { filter } : {}),
    });
    for (const row of rows) for (const name in row) row[name] = plain(row[name]);
    return rows as Row[];
  } catch (error) {
    if (error instanceof SignedOut) throw error;
    throw new Error(`${nameOf(url)}: ${(error as Error).message}`, { cause: error });
  }
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : (value ?? null));
const nameOf = (url: string): string => new URL(url).pathname.split('/').slice(-2).join('/');
