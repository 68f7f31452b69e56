import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type ParquetParsers, parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { TypedDay, TypedMoment } from './records.js';

const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => new TypedMoment(Number(millis) * 1000),
  timestampFromMicroseconds: (micros) => new TypedMoment(Number(micros)),
  timestampFromNanoseconds: (nanos) => new TypedMoment(Number(nanos / 1000n)),
  dateFromDays: (days) => new TypedDay(days),
};

/**
 * The column names and rows of a Parquet file (`.parquet` or `.parquet.gz`), moments as
 * TypedMoment, days as TypedDay; of all its columns, or of those wanted that it has.
 */
export async function readParquet(
  path: string,
  wanted?: readonly string[],
): Promise<{ columns: string[]; rows: Record<string, unknown>[] }> {
  const bytes = path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const columns = metadata.schema.slice(1).map((column) => column.name);
  const some = wanted ? { columns: columns.filter((name) => wanted.includes(name)) } : {};
  const rows = await parquetReadObjects({ file, metadata, compressors, parsers, ...some });
  return { columns, rows };
}
