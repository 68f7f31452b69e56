import { type FileMetaData, parquetMetadataAsync } from 'hyparquet';
import type { S3Store } from './object-store.js';

/** why 64 kB: the footer of a file of one row group and 60 columns is about 20 kB; a larger one takes a second read. */
const FOOTER_BYTES = 65_536;

/** What a Parquet object says of itself, without reading its rows. */
export async function footerOf(
  store: Pick<S3Store, 'size' | 'readRange'>,
  key: string,
): Promise<{ footer: FileMetaData; bytes: number }> {
  const bytes = await store.size(key);
  const slice = async (start: number, end = bytes): Promise<ArrayBuffer> => {
    const read = await store.readRange(key, start, end);
    return Uint8Array.from(read).buffer;
  };
  return { footer: await parquetMetadataAsync({ byteLength: bytes, slice }, { initialFetchSize: FOOTER_BYTES }), bytes };
}
