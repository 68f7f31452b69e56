import { type FileHandle, open } from 'node:fs/promises';
import { CsvReader } from './csv-reader.js';
import { type Block, badRow, blank, blocksOf, FIELD, faultOf, goodRow, LONGEST_LINE, withoutReturn } from './lines.js';

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
