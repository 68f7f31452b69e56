import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { type CsvRecord, readRecord } from './csv-record.js';

/**
 * The physical layer of text files: bytes in, one line per landed row out. A rows file takes the rows of one or many landed
 * files, each in five fields separated by chr(31): the place of its file, from 0; its first line number; what is physically
 * wrong with it; the row as it landed (a JSON string; only where `data` is not already that); and its data (jsonl: the line;
 * csv: the line, or a JSON list where fields are quoted).
 *
 * Text is handled as Latin-1 views of the bytes, which keeps every byte and costs no decoding.
 */
export interface AddedRows {
  /** Landed rows, readable or not; blank lines are none. */
  rows: number;
  /** Column names of a csv file, in order; absent for jsonl, and for a csv file without a single line. */
  header?: string[];
}

/** A longer line is no row of ours: 22 columns of 512 bytes make 11 kB. */
const LONGEST_LINE = 128 * 1024;
const BLOCK = 1 << 20;
const FIELD = '\x1f';

/** A Latin-1 view of bytes as people read them; bytes that are not UTF-8 show as replacement characters. */
const readable = (line: string): string => Buffer.from(line, 'latin1').toString('utf8');
const asLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

interface Line {
  number: number;
  text: string;
}

interface Block {
  lines: Line[];
  /** No line of the block holds anything but UTF-8 without control characters that would break a rows file. */
  clean: boolean;
}

/** Whole lines in blocks, without their line feeds. A line over the limit is cut short, one byte longer than the limit. */
async function* blocksOf(file: FileHandle): AsyncGenerator<Block> {
  const block = Math.min(BLOCK, (await file.stat()).size + 1);
  const buffer = Buffer.allocUnsafe(block);
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  let first = true;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, block);
    let bytes = bytesRead === 0 ? rest : Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    if (first && bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    first = false;
    const end = bytesRead === 0 ? bytes.length : bytes.lastIndexOf(10) + 1;
    const whole = bytes.subarray(0, end);
    rest = Buffer.from(bytes.subarray(end));
    if (end === 0 && rest.length > LONGEST_LINE) rest = rest.subarray(0, LONGEST_LINE + 1);
    if (whole.length > 0) {
      const texts = whole.toString('latin1').split('\n');
      if (whole.at(-1) === 10) texts.pop();
      const clean = isUtf8(whole) && !whole.includes(0) && !whole.includes(31) && !whole.includes(13);
      yield { lines: texts.map((text) => ({ number: ++number, text })), clean };
    }
    if (bytesRead === 0) return;
  }
}

/** Why a line cannot be a row, whatever its columns; undefined when it can. */
function faultOf(text: string): string | undefined {
  if (text.length > LONGEST_LINE) return `row: is longer than ${LONGEST_LINE} bytes`;
  if (!isUtf8(Buffer.from(text, 'latin1'))) return 'row: is not UTF-8; write the file as UTF-8';
  if (text.includes('\r')) return 'row: has a carriage return in its middle; end lines with LF or CRLF';
  if (text.includes(FIELD) || text.includes('\0')) return 'row: has a control character; escape it or leave it out';
  return undefined;
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);
const blank = (text: string): boolean => text.length < 80 && text.trim() === '';
const goodRow = (line: number, data: string, raw = ''): string => `${line}${FIELD}${FIELD}${raw}${FIELD}${data}`;
const badRow = (line: number, fault: string, text: string): string =>
  `${line}${FIELD}${fault}${FIELD}${asLatin1(JSON.stringify(readable(text.slice(0, LONGEST_LINE))))}${FIELD}`;

function jsonlRows(block: Block, rows: string[]): void {
  for (const { number, text } of block.lines) {
    if (block.clean && text.length <= LONGEST_LINE) {
      if (!blank(text)) rows.push(goodRow(number, text));
      continue;
    }
    const line = withoutReturn(text);
    if (blank(line)) continue;
    const fault = faultOf(line);
    rows.push(fault ? badRow(number, fault, line) : goodRow(number, line));
  }
}

/** Reads csv records line by line; a record may take several lines, and one that never closes its quote costs only its first line. */
class CsvReader {
  header: string[] | undefined;
  /** Lines of a record whose quoted field has not closed yet. */
  private open: Line[] = [];
  private openBytes = 0;

  take(line: Line, rows: string[]): void {
    const quoted = line.text.includes('"');
    if (this.open.length === 0) {
      const text = withoutReturn(line.text);
      if (blank(text)) return;
      if (!quoted && this.header) {
        const fault = faultOf(text);
        rows.push(fault ? badRow(line.number, fault, text) : goodRow(line.number, text));
        return;
      }
    }
    this.open.push(line);
    this.openBytes += line.text.length + 1;
    const several = this.open.length > 1;
    if (several && this.openBytes > LONGEST_LINE) {
      this.dropFirst(rows);
      return;
    }
    if (several && !quoted) return;
    const text = withoutReturn(this.open.map((l) => l.text).join('\n'));
    const record = readRecord(text);
    if (record === 'open') return;
    if (several && 'fault' in record) {
      this.dropFirst(rows);
      return;
    }
    const number = this.open[0]!.number;
    this.close();
    this.add(number, text, record, rows);
  }

  /** At the end of the file: what is still open never closes. */
  finish(rows: string[]): void {
    while (this.open.length > 0) this.dropFirst(rows);
  }

  private add(number: number, text: string, record: Exclude<CsvRecord, 'open'>, rows: string[]): void {
    const long = text.length > LONGEST_LINE || !isUtf8(Buffer.from(text, 'latin1'));
    const fault = long ? faultOf(text) : 'fault' in record ? `row: ${record.fault}` : undefined;
    if (!this.header) this.header = fault || 'fault' in record ? [] : record.cells.map(readable);
    else if (fault || 'fault' in record) rows.push(badRow(number, fault!, text));
    else rows.push(goodRow(number, JSON.stringify(record.cells), JSON.stringify(text)));
  }

  private close(): void {
    this.open = [];
    this.openBytes = 0;
  }

  /** Gives up the first open line as a row, and reads those after it anew. */
  private dropFirst(rows: string[]): void {
    const [first, ...others] = this.open as [Line, ...Line[]];
    this.close();
    if (this.header) rows.push(badRow(first.number, 'row: opens a quote that does not close', withoutReturn(first.text)));
    else this.header = [];
    for (const line of others) this.take(line, rows);
  }
}

/**
 * Adds the rows of a plain (not gzipped) jsonl or csv file to a rows file. `index` is the place of the file among those of the rows file.
 * A csv header that cannot be read comes back as an empty list.
 */
export async function addRows(path: string, format: 'jsonl' | 'csv', index: number, sink: FileHandle): Promise<AddedRows> {
  const source = await open(path, 'r');
  const csv = new CsvReader();
  const file = `${index}${FIELD}`;
  let count = 0;
  try {
    const write = async (rows: string[]): Promise<void> => {
      if (rows.length === 0) return;
      count += rows.length;
      await sink.writeFile(Buffer.from(`${file}${rows.join(`\n${file}`)}\n`, 'latin1'));
    };
    for await (const block of blocksOf(source)) {
      const rows: string[] = [];
      if (format === 'jsonl') jsonlRows(block, rows);
      else for (const line of block.lines) csv.take(line, rows);
      await write(rows);
    }
    const last: string[] = [];
    csv.finish(last);
    await write(last);
  } finally {
    await source.close();
  }
  return { rows: count, ...(csv.header ? { header: csv.header } : {}) };
}
