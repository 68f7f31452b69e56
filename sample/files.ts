import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Row } from './rows.js';

const compress = promisify(gzip);

/** Gzip whose bytes depend on the text alone: no time in the header (zlib's default) and no operating system either. */
export async function gzipped(text: string): Promise<Buffer> {
  const bytes = await compress(text, { level: 5 });
  bytes[9] = 255;
  return bytes;
}

const lineOf = (row: Row | string): string => (typeof row === 'string' ? row : JSON.stringify(row));

export const asJsonl = (rows: readonly (Row | string)[]): string => `${rows.map(lineOf).join('\n')}\n`;

const cell = (value: Row[string]): string => {
  const text = value === null ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** With a header line; null is an empty cell. Rows must have the same keys. */
export const asCsv = (rows: readonly Row[]): string =>
  `${[Object.keys(rows[0]!), ...rows.map(Object.values)].map((cells) => cells.map(cell).join(',')).join('\n')}\n`;
