import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LandingContract } from '../../contracts/contract.js';
import type { Duck } from '../shared/duck.js';
import { type Format, formatOf, looksGzipped, unpack } from './landed-file.js';
import { query } from './queries.js';
import { writeRowsFile } from './rows-file.js';

/** A landed file as far as it can be read. */
export interface Opened {
  format: Format;
  /** The rows file (see rows-file.ts), or the Parquet file itself; '' when no row can be read. */
  path: string;
  /** Column name -> type, in the file's order. */
  header: Map<string, string>;
  /** Rows, good or bad; a file of which no row can be read counts as one. */
  landed: number;
  /** Why the whole file is refused, in one line; '' when it is not. */
  refused: string;
}

export const unreadable = (refused: string): Opened => ({ format: 'jsonl', path: '', header: new Map(), landed: 1, refused });

export const firstLine = (error: unknown): string =>
  (error as Error).message
    .split('\n')[0]!
    .replaceAll(/'?\/\S*\/accept-[^\s/]*\/(\S+)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Opens a landed file by what its name promises. `work` is an empty folder for what has to be written on the way.
 * A file that cannot be taken comes back refused; nothing that is in a file makes this throw.
 */
export async function openLanded(
  path: string,
  key: string,
  contract: LandingContract,
  duck: Duck,
  work: string,
): Promise<Opened> {
  const kind = formatOf(key);
  if (!kind) return unreadable('the file has no known ending; name it .jsonl, .csv or .parquet, plain or with .gz');
  const safe = join(work, kind.format === 'parquet' ? 'landed.parquet' : 'landed.txt');
  let damage = '';
  if (kind.gzip) damage = await unpack(path, safe);
  else {
    if (await looksGzipped(path)) return unreadable(`the file is gzip; name it .${kind.format}.gz`);
    // DuckDB would take `*` or `[` in a landed name for a pattern.
    await symlink(resolve(path), safe);
  }
  if (kind.format === 'parquet') return damage ? unreadable(damage) : openParquet(safe, contract, duck);
  return openText(safe, kind.format, damage, contract, duck, join(work, 'rows.txt'));
}

async function openText(
  path: string,
  format: 'jsonl' | 'csv',
  damage: string,
  contract: LandingContract,
  duck: Duck,
  target: string,
): Promise<Opened> {
  const { rows, header } = await writeRowsFile(path, format, target);
  if (damage && rows === 0) return unreadable(damage);
  const names = format === 'csv' ? (header ?? []) : rows > 0 ? await keysOf(target, duck) : [];
  const columns = new Map(names.map((name) => [name, 'VARCHAR']));
  // Without a single line there is no header to refuse, and a jsonl file of which no row is an object is judged row by row.
  const refused =
    damage ||
    (format === 'csv' && header ? headerFault(header) : '') ||
    (columns.size > 0 ? missingColumns(contract, columns) : '');
  return { format, path: target, header: columns, landed: rows, refused };
}

async function keysOf(path: string, duck: Duck): Promise<string[]> {
  return (await duck.run(query('jsonl_header.sql', { file: { path } }))).map((row) => String(row.name));
}

async function openParquet(path: string, contract: LandingContract, duck: Duck): Promise<Opened> {
  try {
    const columns = await duck.run(query('parquet_header.sql', { file: { path } }));
    const [footer] = await duck.run(query('parquet_rows.sql', { file: { path } }));
    const header = new Map(columns.map((c) => [String(c.name), String(c.type)]));
    return { format: 'parquet', path, header, landed: Number(footer!.rows), refused: missingColumns(contract, header) };
  } catch (error) {
    return unreadable(`the file is not readable as Parquet (${firstLine(error)}); write it again`);
  }
}

function headerFault(header: readonly string[]): string {
  if (header.length === 0) return 'the header cannot be read; write column names separated by commas, in UTF-8';
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return `the header has column ${twice || '(without a name)'} twice; keep one`;
  const other = [';', '\t', '|'].find((mark) => header.length === 1 && header[0]!.includes(mark));
  if (other) return `the header separates columns by ${other === '\t' ? 'tabs' : other}; separate them by commas`;
  return '';
}

/** Required columns that no row of the file has, named in one line. */
function missingColumns(contract: LandingContract, header: ReadonlyMap<string, string>): string {
  const missing = contract.columns.filter((c) => c.required && !header.has(c.name)).map((c) => c.name);
  if (missing.length === 0) return '';
  const [are, it] = missing.length === 1 ? [`column ${missing[0]} is`, 'it'] : [`columns ${missing.join(', ')} are`, 'them'];
  return `${are} missing from the file, and ${contract.dataset} must have ${it}; land it again with ${it}`;
}
