/**
 * What a landed file holds, read in the plainest way from docs/landing.md alone: its rows, and what each gives for a column. Nothing of
 * the product's readers is used. Slow, and all in memory.
 */
import { isUtf8 } from 'node:buffer';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { decompress } from 'fzstd';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

/** A text as it was written, a moment in ms or a day of Parquet, or what only says that something stood there. */
export type Given = { text: string } | { ms: number } | { day: string } | { other: unknown };

export interface PlainRow {
  line: number;
  /** What it gives by column; undefined where it is no row at all, though it counts as one. */
  given: Map<string, Given> | undefined;
}

/** Undefined where nobody can know the rows. */
export type PlainFile = PlainRow[] | undefined;

const LONGEST = 128 * 1024;

export function readPlainly(bytes: Buffer, format: string, packing: string): PlainFile {
  const plain = packing === '' ? bytes : unpacked(bytes, packing);
  if (!plain) return undefined;
  const text = (startsWithMark(plain) ? plain.subarray(3) : plain).toString('latin1');
  return format === 'csv' ? csvRows(text) : jsonRows(text);
}

function unpacked(bytes: Buffer, packing: string): Buffer | undefined {
  try {
    if (bytes.length === 0) return bytes;
    return packing === '.gz' ? gunzipped(bytes) : unzstd(bytes);
  } catch {
    return undefined;
  }
}

/** Of a frame without a checksum in which a bit flipped, the small reader refuses some that the format's own library reads. */
function unzstd(bytes: Buffer): Buffer {
  try {
    return Buffer.from(decompress(bytes));
  } catch {
    return zstdDecompressSync(bytes);
  }
}

/** Undefined where something but noughts lies behind what is packed. */
function gunzipped(bytes: Buffer): Buffer | undefined {
  const { buffer, engine } = gunzipSync(bytes, { info: true }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  return bytes.subarray(engine.bytesWritten).some((byte) => byte !== 0) ? undefined : buffer;
}

const startsWithMark = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
const linesOf = (text: string): { number: number; text: string; end: string }[] =>
  [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
    .slice(0, -1)
    .map(([, line, end], at) => ({ number: at + 1, text: line!, end: end! }));
const isBlank = (line: string): boolean => line.trim() === '';
/** The text of bytes; undefined where they are none, are too many, or hold what no row may outside of quotes. */
function decoded(latin1: string, quoted = false): string | undefined {
  const bytes = Buffer.from(latin1, 'latin1');
  if (latin1.length > LONGEST || !isUtf8(bytes)) return undefined;
  return !quoted && (latin1.includes('\0') || latin1.includes('\x1f')) ? undefined : bytes.toString('utf8');
}

function jsonRows(text: string): PlainRow[] {
  if (/^\s*\{[ \t]*[\r\n]/.test(text.slice(0, 60))) return spreadObjects(text).map((one, at) => jsonRow(at + 1, one));
  if (/^\s*\[/.test(text.slice(0, 60))) return arraysOf(text).elements.map((element, at) => jsonRow(at + 1, element));
  return linesOf(text).flatMap(({ number, text: line }) => {
    if (isBlank(line)) return [];
    const inLine = /^\[\s*\{/.test(line) ? arraysOf(line) : { elements: [], ends: false };
    if (inLine.ends && inLine.elements.length > 0) return inLine.elements.map((element) => jsonRow(number, element));
    // Behind an object stands another, or commas between them; anything else makes the line one row.
    const { objects, apart } = /\}[\s,;]*\{/.test(line) ? objectsOf(line) : { objects: [], apart: false };
    if (objects.length > 1) return objects.map((one) => (apart ? jsonRow(number, one) : { line: number, given: undefined }));
    return [jsonRow(number, line)];
  });
}

/** Texts, brackets, commas and line ends; whatever lies between is of one piece. */
const TOKENS = /"(?:[^"\\]|\\[\s\S])*"?|[[\]{},]|\r\n|\n|\r|[^"[\]{},\r\n]+/y;
const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)![0];
};

/** The elements of arrays; of what stands outside of them, each line is one. Whether the last array ends. */
function arraysOf(text: string): { elements: string[]; ends: boolean } {
  const elements: string[] = [];
  const add = (element: string, but = '') => element.trim() === but || element.trim() === '' || elements.push(element.trim());
  let at = 0;
  while (at < text.length) {
    at += /^[\s,]*/.exec(text.slice(at))![0].length;
    if (text[at] !== '[') {
      const line = at < text.length ? matchAt(LINE, text, at) : '';
      add(line);
      at += line.length;
      continue;
    }
    let depth = 0;
    let element = '';
    do {
      const token = matchAt(TOKENS, text, at);
      at += token.length;
      if (depth === 1 && (token === ',' || token === ']')) {
        add(element);
        element = '';
      } else if (depth > 0) element += /^[\r\n]/.test(token) ? ' ' : token;
      if (token === '[' || token === '{') depth++;
      // A brace closes no array.
      if (token === ']' || (token === '}' && depth > 1)) depth--;
    } while (depth > 0 && at < text.length);
    if (depth > 0) {
      add(element);
      return { elements, ends: false };
    }
  }
  return { elements, ends: true };
}

/** Objects that stand in one line; a last one may be cut. `apart` where nothing but spaces lies between and behind them. */
/** Objects that are each written over many lines; a comma between two of them is nothing. */
function spreadObjects(text: string): string[] {
  const objects: string[] = [];
  let one = '';
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const token = matchAt(TOKENS, text, at);
    at += token.length;
    if (token === '{' || token === '[') depth++;
    else if ((token === '}' || token === ']') && depth > 0) depth--;
    if (token !== ',' || depth > 0) one += /^[\r\n]/.test(token) ? ' ' : token;
    if (depth === 0 && (token === '}' || token === ',')) {
      objects.push(one);
      one = '';
    }
  }
  return [...objects, one].map((object) => object.trim()).filter((object) => object !== '');
}

function objectsOf(line: string): { objects: string[]; apart: boolean } {
  const objects: string[] = [];
  let apart = true;
  let at = 0;
  while (/^[\s,;]*\{/.test(line.slice(at)) || (objects.length > 0 && line.indexOf('{', at) > 0)) {
    const begins = line.indexOf('{', at);
    let depth = 0;
    let end = begins;
    do {
      const token = matchAt(TOKENS, line, end);
      depth += token === '{' ? 1 : token === '}' ? -1 : 0;
      end += token.length;
    } while (depth > 0 && end < line.length);
    // What does not end is an object only where one may begin.
    if (depth > 0 && !/^[\s,;]*$/.test(line.slice(at, begins))) break;
    apart &&= isBlank(line.slice(at, begins));
    objects.push(line.slice(begins, end));
    at = end;
  }
  return { objects, apart: apart && isBlank(line.slice(at)) };
}

type Source = { source?: string } | undefined;

function jsonRow(line: number, latin1: string): PlainRow {
  const strict = decoded(latin1);
  if (strict === undefined) return { line, given: undefined };
  try {
    const given = new Map<string, Given>();
    // A comma too many before a bracket is let pass.
    const text = strict.replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])/g, '$1');
    const whole = JSON.parse(text) as unknown;
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return { line, given: undefined };
    // A number as it was written: Node 20 does not say.
    const written = new Map<string, string>();
    JSON.parse(text, function (this: unknown, key: string, value: unknown, context?: Source) {
      if (typeof value === 'number' && context?.source) written.set(key, context.source);
      return value;
    } as (this: unknown, key: string, value: unknown) => unknown);
    for (const [name, value] of Object.entries(whole)) {
      if (typeof value === 'string') given.set(name, { text: value });
      else if (typeof value === 'number') given.set(name, { text: written.get(name) ?? String(value) });
      else if (typeof value === 'boolean') given.set(name, { text: String(value) });
      else if (value !== null) given.set(name, { other: value });
    }
    return { line, given };
  } catch {
    return { line, given: undefined };
  }
}

interface CsvRecord {
  /** `fault` where the text is no record, `open` where its last quote does not close. */
  fields: string[] | 'fault' | 'open';
  /** Where the last quote stood that opened a field. */
  quote: number;
}

function recordOf(text: string): CsvRecord {
  const fields: string[] = [];
  let quote = -1;
  for (let at = 0; ; at++) {
    if (text[at] === '"') {
      quote = at;
      const quoted = /"((?:[^"]|"")*)"/y;
      quoted.lastIndex = at;
      const match = quoted.exec(text);
      if (!match) return { fields: 'open', quote };
      fields.push(match[1]!.replaceAll('""', '"'));
      at = quoted.lastIndex;
    } else {
      const end = text.indexOf(',', at) < 0 ? text.length : text.indexOf(',', at);
      const cell = text.slice(at, end);
      if (cell.includes('"')) return { fields: 'fault', quote };
      fields.push(cell);
      at = end;
    }
    if (at >= text.length) return { fields, quote };
    if (text[at] !== ',') return { fields: 'fault', quote };
  }
}

const wouldBeRow = (line: string, header: readonly string[]): boolean =>
  recordOf(line).fields.length === header.length && Array.isArray(recordOf(line).fields);
const without = (line: string, at: number): string => line.slice(0, at) + line.slice(at + 1);

/** Whether every line of a record would be a row but for the quotes that bind them together. */
function isMadeByTwoQuotes(lines: readonly string[], header: readonly string[]): boolean {
  return lines.every((line, at) => {
    if (at === 0) return wouldBeRow(without(line, recordOf(line).quote), header);
    if (at < lines.length - 1) return wouldBeRow(line, header);
    return wouldBeRow(without(line, /^(?:[^"]|"")*"/.exec(line)![0].length - 1), header);
  });
}

function csvRows(text: string): PlainFile {
  const lines = linesOf(text);
  const rows: PlainRow[] = [];
  let header: string[] | undefined;
  const bad = (n: number) => rows.push({ line: lines[n]!.number, given: undefined });
  for (let n = 0; n < lines.length; ) {
    if (isBlank(lines[n]!.text)) {
      n++;
      continue;
    }
    let last = n;
    let record = lines[n]!.text;
    let { fields } = recordOf(record);
    while (fields === 'open' && last + 1 < lines.length && record.length <= LONGEST) {
      record += lines[last]!.end + lines[++last]!.text;
      ({ fields } = recordOf(record));
    }
    const several = last > n;
    if (!header) {
      // A header over several lines is not asked for; nobody writes one.
      if (several || !Array.isArray(fields) || decoded(record) === undefined) return undefined;
      header = fields.map((name) => Buffer.from(name, 'latin1').toString('utf8'));
      n++;
      continue;
    }
    const within = lines.slice(n, last + 1).map((line) => line.text);
    const stray = several && (!Array.isArray(fields) || fields.length !== header.length || isMadeByTwoQuotes(within, header));
    if (stray) {
      bad(n++);
      continue;
    }
    const holdsRows = within.slice(1, -1).some((line) => wouldBeRow(line, header ?? []));
    const text = decoded(record, record.includes('"'));
    if (holdsRows || (several && text === undefined)) for (let at = n; at <= last; at++) isBlank(lines[at]!.text) || bad(at);
    else if (!Array.isArray(fields) || fields.length !== header.length || text === undefined) bad(n);
    else {
      const cells = fields.map((cell) => Buffer.from(cell, 'latin1').toString('utf8'));
      rows.push({ line: lines[n]!.number, given: new Map(header.map((name, at) => [name, { text: cells[at]! }])) });
    }
    n = last + 1;
  }
  return rows;
}

/** Rows of a Parquet file as another library reads them, without `values` their number alone; undefined where it cannot. */
export async function readParquetPlainly(bytes: Buffer, values: boolean): Promise<PlainFile> {
  try {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const metadata = parquetMetadata(file);
    // why a thousand: nothing drawn has more rows, and a damaged footer may count thousands of millions
    if (metadata.num_rows > 1000n) return undefined;
    // Of damaged values that library may end the process.
    if (!values) return Array.from({ length: Number(metadata.num_rows) }, (_, at) => ({ line: at + 1, given: undefined }));
    const parsers = {
      timestampFromMilliseconds: (ms: bigint) => ({ ms: Number(ms) }),
      timestampFromMicroseconds: (us: bigint) => ({ ms: Math.floor(Number(us) / 1000) }),
      timestampFromNanoseconds: (ns: bigint) => ({ ms: Number(ns / 1_000_000n) }),
      dateFromDays: (days: number) => ({ day: days }),
    } as unknown as Parameters<typeof parquetReadObjects>[0]['parsers'];
    const rows = await parquetReadObjects({ file, metadata, compressors, ...(parsers ? { parsers } : {}) });
    return rows.map((row, at) => ({ line: at + 1, given: givenIn(row) }));
  } catch {
    return undefined;
  }
}

function givenIn(row: Record<string, unknown>): Map<string, Given> {
  const given = new Map<string, Given>();
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'string') given.set(name, { text: value });
    else if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value)))
      given.set(name, { text: String(value) });
    else if (value !== null && value !== undefined) given.set(name, typeOf(value));
  }
  return given;
}

function typeOf(value: unknown): Given {
  const { ms, day } = value as { ms?: number; day?: number };
  if (ms !== undefined) return { ms };
  const days = day === undefined ? undefined : new Date(day * 86_400_000);
  return days && !Number.isNaN(days.getTime()) ? { day: days.toISOString().slice(0, 10) } : { other: value };
}
