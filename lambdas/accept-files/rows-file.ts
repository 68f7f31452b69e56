import { type FileHandle, open } from 'node:fs/promises';
import { CsvReader } from './csv-reader.js';
import { JsonArrays } from './json-array.js';
import { lastObjectEnd, objectsOf, wrappedList } from './json-objects.js';
import {
  type Block,
  badRow,
  beginsAsJson,
  blank,
  blocksOf,
  FIELD,
  faultOf,
  goodRow,
  LONGEST_LINE,
  piecesOf,
  withoutReturn,
} from './lines.js';

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
  /** Why nobody can know all of its rows, or ''. */
  fault: string;
}

function jsonRow(number: number, text: string): string {
  const fault = faultOf(text);
  return fault ? badRow(number, fault, text) : goodRow(number, text);
}

/** The rows of an array of objects that stands in one line; nothing where it does not end there. */
function rowsOfArray(number: number, text: string): string[] {
  const rows: string[] = [];
  const arrays = new JsonArrays((element) => rows.push(jsonRow(number, element)));
  arrays.take(text);
  return arrays.finish() ? rows : [];
}

const AMONG_OTHERS = 'row: stands in a line with others; write one JSON object per line';

/** The rows of a line that holds several objects; nothing where it holds one, or something else. */
function rowsOfObjects(number: number, text: string): string[] {
  const found = objectsOf(text);
  return (found?.objects ?? []).map((one) => (found!.apart ? jsonRow(number, one) : badRow(number, AMONG_OTHERS, one)));
}

/** Why an object around a list refuses its file, or ''. */
function wrapped(where: string, text: string): string {
  const list = wrappedList(text);
  return list ? `${where} is an object around a list (${list}); write the list alone, or one JSON object per line` : '';
}

/** Adds the rows of a block; returns why nobody can know all of its rows, or ''. */
function jsonlRows(block: Block, rows: string[]): string {
  let fault = '';
  for (const { number, text } of block.lines) {
    const line = withoutReturn(text);
    const elements = /^\[\s*\{/.test(text) ? rowsOfArray(number, line) : rowsOfObjects(number, line);
    fault ||= wrapped(`line ${number}`, line);
    if (elements.length > 0) rows.push(...elements);
    else if (blank(line)) continue;
    else rows.push(block.clean && text.length <= LONGEST_LINE ? goodRow(number, text) : jsonRow(number, line));
  }
  return fault;
}

/** Adds rows to the rows file, each with the place of its file in front. */
class Sink {
  rows = 0;

  constructor(
    private readonly file: FileHandle,
    index: number,
    private readonly place = `${index}${FIELD}`,
  ) {}

  async write(rows: readonly string[]): Promise<void> {
    if (rows.length === 0) return;
    this.rows += rows.length;
    await this.file.writeFile(Buffer.from(`${this.place}${rows.join(`\n${this.place}`)}\n`, 'latin1'));
  }
}

/**
 * Adds the rows of a plain (not packed) jsonl or csv file to a rows file. `index` is the place of the file among those of the rows file.
 * A csv header that cannot be read comes back as an empty list.
 */
export async function addRows(path: string, format: 'jsonl' | 'csv', index: number, file: FileHandle): Promise<AddedRows> {
  const source = await open(path, 'r');
  const sink = new Sink(file, index);
  try {
    if (format === 'csv') return await addCsv(source, sink);
    const begins = await beginsAsJson(source);
    if (begins !== 'lines') return await addElements(source, sink, begins);
    let fault = '';
    for await (const block of blocksOf(source, lastObjectEnd)) {
      const rows: string[] = [];
      fault ||= jsonlRows(block, rows);
      await sink.write(rows);
    }
    return { rows: sink.rows, fault };
  } finally {
    await source.close();
  }
}

async function addCsv(source: FileHandle, sink: Sink): Promise<AddedRows> {
  const csv = new CsvReader();
  for await (const block of blocksOf(source)) {
    const rows: string[] = [];
    for (const line of block.lines) csv.take(line, rows);
    await sink.write(rows);
  }
  const last: string[] = [];
  csv.finish(last);
  await sink.write(last);
  return { rows: sink.rows, ...(csv.header ? { header: csv.header } : {}), fault: '' };
}

/** Of a file whose rows are told apart by brackets and braces; the line of a row is its place among the rows, from 1. */
async function addElements(source: FileHandle, sink: Sink, begins: 'array' | 'objects'): Promise<AddedRows> {
  let rows: string[] = [];
  let number = 0;
  let fault = '';
  const elements = new JsonArrays((element) => {
    rows.push(jsonRow(++number, element));
    if (begins === 'objects') fault ||= wrapped(`object ${number}`, element);
  }, begins === 'objects');
  for await (const piece of piecesOf(source)) {
    elements.take(piece);
    await sink.write(rows);
    rows = [];
  }
  const whole = elements.finish();
  await sink.write(rows);
  const what = begins === 'array' ? 'is a JSON array that does not end' : 'ends within an object';
  return { rows: sink.rows, fault: fault || (whole ? '' : `the file ${what}; land the whole file again`) };
}
