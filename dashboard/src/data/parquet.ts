/**
 * The reading edge: Parquet over HTTP, by range. Only the footer and the column chunks that are asked for travel.
 * BIGINT becomes number, DATE becomes YYYY-MM-DD, TIMESTAMP (UTC, naive) becomes Date, a missing value becomes null.
 */
import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetQueryFilter,
  parquetMetadataAsync,
  parquetRead,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { decompressGzip, decompressZstd } from 'hyparquet-compressors';
import { dayOfEpoch } from '../../../contracts/days.js';
import { ofColumns } from './columns-of-file.js';
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

interface Wanted<Name extends string> {
  columns?: readonly Name[];
  /** Columns beside these that a file of another version need not have. */
  ifThere?: readonly string[];
  /** How long the file is, where that is known. */
  bytes?: number;
}

/** Opens a file that has the columns wanted, and reads it. Throws an error that names the file when it cannot be read or lacks a column. */
async function reading<T>(
  url: string,
  { columns, ifThere = [], bytes, filter = {} }: Wanted<string> & { filter?: ParquetQueryFilter | undefined },
  read: (from: Pick<OpenFile, 'file' | 'metadata'> & { columns?: string[] }) => Promise<T>,
): Promise<T> {
  try {
    const { file, metadata, columns: present } = await open(url, bytes);
    const lacking = (columns ?? []).filter((name) => !present.has(name));
    if (lacking.length > 0) throw new Error(`has no column ${lacking.join(', ')}; another version wrote it`);
    if (!columns) return await read({ file, metadata });
    const asked = [...new Set([...columns, ...ifThere.filter((name) => present.has(name))])];
    return await read({ file: ofColumns(file, metadata, [...asked, ...Object.keys(filter)]), metadata, columns: asked });
  } catch (error) {
    if (error instanceof SignedOut) throw error;
    throw new Error(`${nameOf(url)}: ${(error as Error).message}`, { cause: error });
  }
}

/** Rows of a Parquet file: the columns named, or all. With a filter, row groups whose statistics rule it out are not fetched. */
export const readParquet = <Row>(
  url: string,
  { filter, ...wanted }: Wanted<keyof Row & string> & { filter?: ParquetQueryFilter } = {},
): Promise<Row[]> =>
  reading(url, { ...wanted, filter }, async (from) => {
    const rows = await parquetReadObjects({ ...from, compressors, parsers, ...(filter ? { filter } : {}) });
    for (const row of rows) for (const name in row) row[name] = plain(row[name]);
    return rows as Row[];
  });

/** Without the row groups whose statistics rule a value out. */
function holding<Name extends string>(metadata: FileMetaData, { column, value }: Held<Name>): FileMetaData {
  const mayHold = ({ columns }: FileMetaData['row_groups'][0]): boolean => {
    const held = columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === column)?.meta_data?.statistics;
    const [least, greatest] = [held?.min_value, held?.max_value];
    return typeof least !== 'string' || typeof greatest !== 'string' || (least <= value && value <= greatest);
  };
  return { ...metadata, row_groups: metadata.row_groups.filter(mayHold) };
}

interface Held<Name> {
  column: Name;
  value: string;
}

/** Columns of Parquet files, one file after the other, as arrays: for many rows, of which objects would be made for nothing. `only`: other rows need not come. */
export async function readColumns<Row, Name extends keyof Row & string>(
  files: readonly { url: string; bytes?: number }[],
  columns: readonly Name[],
  only?: Held<Name>,
): Promise<{ [N in Name]: Row[N][] }> {
  const parts = await Promise.all(
    files.map(({ url, ...known }) =>
      reading(url, { columns, ...known }, async (from) => {
        const found = Object.fromEntries(columns.map((name) => [name, [] as unknown[]]));
        await parquetRead({
          ...from,
          ...(only && { metadata: holding(from.metadata, only) }),
          compressors,
          parsers,
          onChunk: ({ columnName, columnData, rowStart }) => {
            const into = found[columnName]!;
            for (let at = 0; at < columnData.length; at++) into[rowStart + at] = plain(columnData[at]);
          },
        });
        return found;
      }),
    ),
  );
  const whole =
    parts.length === 1 ? parts[0]! : Object.fromEntries(columns.map((name) => [name, parts.flatMap((part) => part[name]!)]));
  return whole as { [N in Name]: Row[N][] };
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : (value ?? null));
const nameOf = (url: string): string => new URL(url).pathname.split('/').slice(-2).join('/');
