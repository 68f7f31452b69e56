/**
 * The reading edge: Parquet over HTTP, by range. Only the footer and the column chunks that are asked for travel.
 * BIGINT becomes number, DATE becomes YYYY-MM-DD, TIMESTAMP (UTC, naive) becomes Date, a missing value becomes null.
 */
import {
  type AsyncBuffer,
  asyncBufferFromUrl,
  cachedAsyncBuffer,
  type FileMetaData,
  type ParquetQueryFilter,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { decompressGzip, decompressZstd } from 'hyparquet-compressors';
import { dayOfEpoch } from '../../../contracts/days.js';
import { SignedOut, saysSignedOut } from './signed-out.js';

/** The codecs that DuckDB and Athena write; snappy comes with hyparquet. */
const compressors = {
  ZSTD: (input: Uint8Array) => decompressZstd(input),
  GZIP: (input: Uint8Array, length: number) => decompressGzip(input, length),
};

/** Files up to this size come whole in one request; of larger ones this much of the end is fetched to find the footer. */
const WHOLE_FILE_BYTES = 128 * 1024;

const parsers = { dateFromDays: (days: number | undefined) => (days == null ? null : dayOfEpoch(days)) };

interface OpenFile {
  url: string;
  file: AsyncBuffer;
  metadata: FileMetaData;
  columns: Set<string>;
}

const opened = new Map<string, Promise<OpenFile>>();

/** A file is opened once: its length, its footer, and its bytes when it is small. A failed opening is forgotten. */
function open(url: string): Promise<OpenFile> {
  const known = opened.get(url);
  if (known) return known;
  const opening = openNow(url);
  opened.set(url, opening);
  opening.catch(() => opened.delete(url));
  return opening;
}

async function openNow(url: string): Promise<OpenFile> {
  const remote = await asyncBufferFromUrl({ url });
  const file = remote.byteLength < WHOLE_FILE_BYTES ? cachedAsyncBuffer(remote, { minSize: WHOLE_FILE_BYTES }) : remote;
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: WHOLE_FILE_BYTES });
  return { url, file, metadata, columns: new Set(parquetSchema(metadata).children.map((child) => child.element.name)) };
}

/**
 * Rows of a Parquet file: the columns named, or all. With a filter, row groups whose statistics rule it out are not
 * fetched. Throws an error that names the file when it cannot be read or lacks a column.
 */
export async function readParquet<Row>(
  url: string,
  { columns, filter }: { columns?: readonly (keyof Row & string)[]; filter?: ParquetQueryFilter } = {},
): Promise<Row[]> {
  try {
    const { file, metadata, columns: present } = await open(url);
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
    if (saysSignedOut((error as Error).message)) throw new SignedOut(nameOf(url), { cause: error });
    throw new Error(`${nameOf(url)}: ${(error as Error).message}`, { cause: error });
  }
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : (value ?? null));
const nameOf = (url: string): string => new URL(url).pathname.split('/').slice(-2).join('/');
