import { closeSync, openSync, writeSync } from 'node:fs';
import { counted, ImportRefused, shown } from './refused.js';
import { settingOf } from './source-settings.js';
import { linesOf, type SourceFile, type SourceLine } from './source-text.js';

const DELIMITERS = [',', ';', '\t', '|'];
/** why 100: the records by which a delimiter is told; a file whose first hundred agree on one is not of another. */
const LOOKED_AT = 100;
/** why 64 MB: no value of a contract has more than 512 bytes, and a quote that is open for longer was never meant to be. */
const LONGEST_VALUE = 64 * 2 ** 20;

/** A csv file, written anew so that it can be read in one way only. */
export interface Normalised {
  columns: string[];
  rows: number;
  /** Bytes of the longest row. */
  longest: number;
}

interface Row {
  line: number;
  cells: string[];
}

/** What kind of words a cell has: `A-17` and `B-4` look alike, and so do two hashes. */
const shape = (cell: string): string =>
  cell.trim().replaceAll(/[\p{L}\d]+/gu, (word) => (/^\d+$/.test(word) ? '9' : /\d/.test(word) ? 'x' : 'a'));

/** What of an open quote is known so far. */
interface Open {
  line: number;
  cells: string[];
  value: string[];
  bytes: number;
}

/** Reads csv as RFC 4180 has it, with any delimiter; a quote inside an unquoted value is a character like others. */
class CsvReader {
  private open: Open | undefined;
  private first: string | undefined;

  constructor(
    private readonly file: SourceFile,
    private readonly delimiter: string,
    private readonly columns: () => readonly string[] | undefined,
  ) {}

  /** The row that this line ends; undefined for a blank line, and inside a quoted value. */
  take({ number, text, end }: SourceLine): Row | undefined {
    if (this.open) {
      if (this.looksLikeRow(text)) throw this.stray('the lines after it look like rows of their own');
      return this.read(text, end, this.open, true);
    }
    if (text.trim() === '' && !text.includes(this.delimiter)) return undefined;
    if (!text.includes('"')) return this.done({ line: number, cells: text.split(this.delimiter) });
    return this.read(text, end, { line: number, cells: [], value: [], bytes: 0 }, false);
  }

  /** At the end of the file. */
  finish(): void {
    if (this.open) throw this.stray('does not close');
  }

  private done(row: Row): Row {
    this.first = row.cells[0];
    return row;
  }

  private read(text: string, end: string, row: Open, inside: boolean): Row | undefined {
    let at = 0;
    let quoted = inside;
    for (;;) {
      if (!quoted && text[at] === '"') {
        quoted = true;
        at++;
      }
      if (!quoted) {
        const next = text.indexOf(this.delimiter, at);
        row.cells.push(text.slice(at, next < 0 ? undefined : next));
        if (next < 0) return this.done(row);
        at = next + 1;
        continue;
      }
      const quote = text.indexOf('"', at);
      row.value.push(quote < 0 ? text.slice(at) + end : text.slice(at, quote));
      if (quote < 0) {
        this.open = row;
        row.bytes += text.length;
        if (row.bytes > LONGEST_VALUE) throw this.stray('does not close');
        return undefined;
      }
      if (text[quote + 1] === '"') {
        row.value.push('"');
        at = quote + 2;
        continue;
      }
      this.open = row;
      const behind = text[quote + 1];
      if (behind !== undefined && behind !== this.delimiter)
        throw this.stray(`has ${shown(text.slice(quote + 1, quote + 11))} behind its end`);
      this.open = undefined;
      row.cells.push(row.value.join(''));
      row.value = [];
      if (behind === undefined) return this.done(row);
      quoted = false;
      at = quote + 2;
    }
  }

  /** Whether a line inside a quoted value has as many fields as the header, and a first one like that of a row. */
  private looksLikeRow(text: string): boolean {
    const columns = this.columns();
    if (this.file.settings.quoted_lines || !columns || columns.length < 2) return false;
    const cells = text.split(this.delimiter);
    const first = this.open!.cells[0] ?? this.first;
    return cells.length === columns.length && first !== undefined && shape(cells[0]!.replace(/^"|"$/g, '')) === shape(first);
  }

  private stray(what: string): ImportRefused {
    const { line, cells } = this.open!;
    const column = this.columns()?.[cells.length];
    const lines = [
      `${this.file.shown}:${line}: a quote that opens in ${column ? `column ${column}` : `field ${cells.length + 1}`} ${what.startsWith('the') ? 'is not closed on its line, and ' : ''}${what}; remove the quote, or quote the whole value and double the quotes in it`,
    ];
    if (what.startsWith('the'))
      lines.push(
        `if the value does hold such lines, write  ${settingOf(this.file.mapping, this.file.name, 'quoted_lines: true')}`,
      );
    return new ImportRefused(lines);
  }
}

/** The delimiter of a file, told by its first lines; refuses to choose between two that would both do. */
function delimiterOf(file: SourceFile, lines: readonly SourceLine[]): string {
  const said = file.settings.delimiter;
  if (said) return said;
  const header = lines.find((line) => line.text.trim() !== '')?.text ?? '';
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const present = DELIMITERS.filter((mark) => bare.includes(mark));
  if (present.length < 2) return present[0] ?? ',';
  const even = present.filter((delimiter) => {
    const reader = new CsvReader(file, delimiter, () => undefined);
    try {
      const rows = lines.map((line) => reader.take(line)).filter((row) => row !== undefined);
      return rows.length > 1 && rows.every((row) => row.cells.length === rows[0]!.cells.length);
    } catch {
      return false;
    }
  });
  if (even.length === 1) return even[0]!;
  const names = present.map((mark) => (mark === '\t' ? '"\\t"' : `'${mark}'`));
  throw new ImportRefused([
    `${file.shown}:1: its columns could be separated by ${names.join(' or ')}; write  ${settingOf(file.mapping, file.name, `delimiter: ${names[0]}`)}`,
  ]);
}

/** Names of columns, by which SQL can tell them apart; one without a name is called by its place. */
function columnsFrom(file: SourceFile, line: number, cells: readonly string[]): string[] {
  const columns = cells.map((cell, at) => cell.trim() || `column${at + 1}`);
  const seen = new Map<string, number>();
  for (const [at, name] of columns.entries()) {
    if (name.includes('\0'))
      throw new ImportRefused([
        `${file.shown}:${line}: the header names ${shown(name)}, which holds a nought and is no name; is it a csv file?`,
      ]);
    const earlier = seen.get(name.toLowerCase());
    if (earlier !== undefined) {
      const names = columns.map((column, place) => (place === at ? `${column}_2` : column)).join(', ');
      throw new ImportRefused([
        `${file.shown}:${line}: the header names ${shown(name)} twice (columns ${earlier + 1} and ${at + 1}); rename one of them in the file`,
        `or write  ${settingOf(file.mapping, file.name, `skip_lines: 1, header: [${names}]`)}`,
      ]);
    }
    seen.set(name.toLowerCase(), at);
  }
  return columns;
}

/** Rows whose number of fields is not that of the header. */
class Ragged {
  private first: Row | undefined;
  private count = 0;

  /** The row with as many cells as there are columns; undefined when it cannot be had. */
  even(file: SourceFile, row: Row, columns: number): string[] | undefined {
    const { cells } = row;
    if (cells.length === columns) return cells;
    if (file.settings.ragged === 'fill') {
      const rest = cells.slice(columns);
      if (rest.every((cell) => cell === ''))
        return [...cells.slice(0, columns), ...Array(Math.max(0, columns - cells.length)).fill('')];
    }
    this.first ??= row;
    this.count++;
    return undefined;
  }

  /** @throws ImportRefused when there was any */
  refuse(file: SourceFile, columns: number, delimiter: string): void {
    if (!this.first) return;
    const { line, cells } = this.first;
    const more = this.count > 1 ? `, and ${counted(this.count - 1, 'more row')} like it` : '';
    const mark = delimiter === '\t' ? 'tab' : delimiter;
    const many = cells.length > columns;
    const lines = [
      `${file.shown}:${line}: has ${cells.length} fields where the header has ${columns}${more}; ${many ? `quote values that hold a ${mark}` : 'mend the row: a line break or an end may be missing'}`,
    ];
    const harmless = !many || cells.slice(columns).every((cell) => cell === '');
    if (harmless)
      lines.push(
        `if ${many ? 'empty fields at the end' : 'the last fields'} may be left out, write  ${settingOf(file.mapping, file.name, 'ragged: fill')}`,
      );
    throw new ImportRefused(lines);
  }
}

const field = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes rows of any csv file as plain ones: a line number, then every cell; by commas, ended by LF, without a header. */
class Sink {
  rows = 0;
  longest = 0;
  private buffer: string[] = [];
  private size = 0;
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  add(line: number, cells: readonly string[]): void {
    const text = `${line},${cells.map(field).join(',')}\n`;
    this.rows++;
    // three bytes is the most that a UTF-16 unit takes in UTF-8
    this.longest = Math.max(this.longest, text.length * 3);
    this.buffer.push(text);
    this.size += text.length;
    if (this.size > 1 << 20) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    const bytes = Buffer.from(this.buffer.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    this.buffer = [];
    this.size = 0;
  }
}

/**
 * Reads a csv file and writes it to `target` so that there is one way to read it: nothing is guessed that could be otherwise, and
 * nothing is left out.
 *
 * @throws ImportRefused naming the line, what was found, and what to do
 */
export async function normaliseCsv(file: SourceFile, target: string): Promise<Normalised> {
  const sink = new Sink(target);
  const ragged = new Ragged();
  let columns = file.settings.header ? columnsFrom(file, 1, file.settings.header) : undefined;
  let reader: { csv: CsvReader; delimiter: string } | undefined;
  const waiting: SourceLine[] = [];
  const take = (lines: readonly SourceLine[]): void => {
    reader ??= begin(file, lines, () => columns);
    for (const line of lines) {
      const row = reader.csv.take(line);
      if (!row) continue;
      if (!columns) columns = columnsFrom(file, row.line, row.cells);
      else {
        const cells = ragged.even(file, row, columns.length);
        if (cells) sink.add(row.line, cells);
      }
    }
  };
  try {
    const skip = file.settings.skip_lines ?? 0;
    for await (const read of linesOf(file)) {
      const lines = read.filter((line) => line.number > skip);
      if (reader) take(lines);
      else {
        waiting.push(...lines);
        if (waiting.length > LOOKED_AT) take(waiting.splice(0));
      }
    }
    take(waiting);
    reader!.csv.finish();
    if (!columns) throw new ImportRefused([`${file.shown}: is empty, without even a header; export it again, or take it away`]);
    ragged.refuse(file, columns.length, reader!.delimiter);
    return { columns, rows: sink.rows, longest: sink.longest };
  } finally {
    sink.close();
  }
}

function begin(file: SourceFile, lines: readonly SourceLine[], columns: () => readonly string[] | undefined) {
  const delimiter = delimiterOf(file, lines.slice(0, LOOKED_AT));
  return { csv: new CsvReader(file, delimiter, columns), delimiter };
}
