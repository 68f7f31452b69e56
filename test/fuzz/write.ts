/** Rows as bytes, in each format that may land. */
import zlib, { gzipSync } from 'node:zlib';
import type { Row, Value } from './rows.js';

export const plain = (value: Value): string => (value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value));
const field = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const asCsv = (rows: readonly Row[]): string =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row).map(plain))]
    .map((cells) => `${cells.map(field).join(',')}\n`)
    .join('');
export const asJsonl = (rows: readonly Row[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
export const asObjects = (rows: readonly Row[]): string => rows.map((row) => `${JSON.stringify(row, null, 2)}\n`).join('');
export const asArray = (rows: readonly Row[], indent: number): string => JSON.stringify(rows, null, indent);

const MOST_OF_A_BLOCK = 128 * 1024;

/** A zstd frame that packs nothing: its blocks are the bytes as they are. */
function storedFrame(bytes: Buffer): Buffer {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0]);
  head.writeUInt32LE(bytes.length, 5);
  const parts: Buffer[] = [head];
  for (let from = 0; from === 0 || from < bytes.length; from += MOST_OF_A_BLOCK) {
    const block = bytes.subarray(from, from + MOST_OF_A_BLOCK);
    const last = from + MOST_OF_A_BLOCK >= bytes.length ? 1 : 0;
    const size = Buffer.alloc(4);
    size.writeUInt32LE((block.length << 3) | last);
    parts.push(size.subarray(0, 3), block);
  }
  return Buffer.concat(parts);
}

export const asGzip = (bytes: Buffer): Buffer => gzipSync(bytes, { level: 1 });
/** Node 20 packs no zstd. */
export const asZstd = (bytes: Buffer): Buffer => ('zstdCompressSync' in zlib ? zlib.zstdCompressSync(bytes) : storedFrame(bytes));
