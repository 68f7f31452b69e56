import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { decompress } from 'fzstd';
import { LANDING } from '../../contracts/landing/index.js';
import type { Region } from '../../policies/policy.js';
import { readParquet } from './parquet.js';
import { addRow, noRecords, type Records } from './records.js';
import { type Day, day as dayNumber } from './time.js';

export interface ReadLanding {
  records: Records;
  /** Rows read and rows the contract refused, by dataset. A file that cannot be read at all counts as one refused row. */
  counts: Record<string, { rows: number; refused: number }>;
}

/**
 * Reads what had landed by a day as plain records. A tolerant reader: a file that cannot be read and a row that its
 * contract refuses are left out and counted.
 * @param folder holds `<dataset>/dt=YYYY-MM-DD/<any name>.{jsonl,csv,parquet}[.gz|.zst]`
 * @param runDate YYYY-MM-DD; later folders are not opened
 * @param own the business's own metrics, which an exemption may name like the built-in ones
 */
export async function readLanding(
  folder: string,
  regions: readonly Pick<Region, 'code' | 'time_zone'>[],
  runDate: string,
  own: readonly string[] = [],
): Promise<ReadLanding> {
  const zones = new Map(regions.map((r) => [r.code, r.time_zone]));
  const records = noRecords();
  const counts: ReadLanding['counts'] = {};
  for (const dataset of Object.keys(LANDING)) {
    const count = { rows: 0, refused: 0 };
    counts[dataset] = count;
    for (const { path, dt } of landedFiles(join(folder, dataset), dayNumber(runDate))) {
      const rows = await rowsOf(path, dataset).catch(() => [undefined]);
      for (const row of rows) {
        count.rows++;
        if (!row || !addRow(records, dataset, row, dt, zones, own)) count.refused++;
      }
    }
  }
  return { records, counts };
}

function landedFiles(folder: string, last: Day): { path: string; dt: Day }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^dt=\d{4}-\d\d-\d\d$/.test(name))
    .sort()
    .map((name) => ({ name, dt: dayNumber(name.slice(3)) }))
    .filter(({ dt }) => dt <= last)
    .flatMap(({ name, dt }) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
        .sort()
        .map((file) => ({ path: join(folder, name, file), dt }))
        .filter(({ path }) => /\.(jsonl|csv|parquet)(\.gz|\.zst)?$/.test(path) && statSync(path).isFile()),
    );
}

type Row = Record<string, unknown>;

/** Rows of a landed file; undefined stands for a row that is no row. Throws when the file as a whole is unreadable. */
async function rowsOf(path: string, dataset: string): Promise<(Row | undefined)[]> {
  if (/\.parquet(\.gz)?$/.test(path)) {
    const { columns, rows } = await readParquet(path);
    refuseMissingColumns(columns, dataset);
    return rows;
  }
  const landed = readFileSync(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(landed) : path.endsWith('.zst') ? Buffer.from(decompress(landed)) : landed;
  return /\.csv(\.gz|\.zst)?$/.test(path) ? csvRows(bytes, dataset) : jsonRows(bytes);
}

function refuseMissingColumns(columns: readonly string[], dataset: string): void {
  const missing = LANDING[dataset]!.columns.filter((c) => c.required && !columns.includes(c.name));
  if (missing.length > 0) throw new Error(`${dataset}: no column ${missing[0]!.name}`);
}

/** Each byte as one character, so that a line with invalid UTF-8 harms no other; `decoded` undoes it. */
const undecoded = (bytes: Buffer): string =>
  (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes).toString('latin1');

function decoded(text: string): string | undefined {
  const bytes = Buffer.from(text, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

function jsonRows(bytes: Buffer): (Row | undefined)[] {
  const whole = decoded(undecoded(bytes));
  if (whole?.trimStart().startsWith('[')) {
    const rows = arrayOf(whole);
    if (rows) return rows;
  }
  const lineEnd = /\r\n|\n|\r/;
  const lines = whole === undefined ? undecoded(bytes).split(lineEnd).map(decoded) : whole.split(lineEnd);
  return lines.filter((line) => line === undefined || line.trim() !== '').map((line) => jsonRow(line));
}

/** The elements of a text that is one JSON array; undefined when it is not. */
function arrayOf(text: string): (Row | undefined)[] | undefined {
  try {
    return (JSON.parse(text) as unknown[]).map((element) => jsonRow(JSON.stringify(element)));
  } catch {
    return undefined;
  }
}

function jsonRow(line: string | undefined): Row | undefined {
  try {
    const row: unknown = JSON.parse(line!);
    return row !== null && typeof row === 'object' && !Array.isArray(row) ? (row as Row) : undefined;
  } catch {
    return undefined;
  }
}

function csvRows(bytes: Buffer, dataset: string): (Row | undefined)[] {
  const [header = [], ...lines] = parseCsv(undecoded(bytes), { relax_column_count: true, skip_empty_lines: true }) as string[][];
  refuseMissingColumns(header, dataset);
  return lines.map((line) => {
    if (line.length !== header.length) return undefined;
    const values = line.map(decoded);
    if (values.includes(undefined)) return undefined;
    return Object.fromEntries(header.map((name, i) => [name, values[i]]));
  });
}
