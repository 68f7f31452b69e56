import { isUtf8 } from 'node:buffer';
import { CsvRecord, type CsvState, fieldsOf } from './csv-record.js';
import { badRow, blank, faultOf, goodRow, type Line, LONGEST_LINE, readable, withoutReturn } from './lines.js';

const STRAY_QUOTE = 'row: opens a quote that does not close; close it, or leave it out';
const HOLDS_ROWS = 'row: is in a quoted field that holds whole rows; double the quotes inside fields';

/**
 * Reads csv records line by line. A record may take several lines, as far as its quotes can be trusted:
 *
 * 1. A record over several lines that is faulty, does not close, or has not the header's number of fields, has a stray quote. Its first
 *    line is given up and those behind it are read anew, so that only lines that are really bad are rejected. The same holds where every
 *    one of its lines would be a row by itself, but for that one quote: two stray quotes have by chance made a record of them.
 * 2. Where only some of the lines inside of a quoted field would be rows, nobody can tell rows from a text that quotes them: nothing of it
 *    is accepted, and it counts as as many rejected rows as it has lines.
 * 3. All others are what they seem: a field that holds line ends.
 *
 * A line is looked at twice at most: what lies between a line that opens a quote and the one that closes it has an even number of quotes
 * in every line, so none of these opens a record over several lines when it is read anew.
 */
export class CsvReader {
  header: string[] | undefined;
  /** Lines of a record whose quoted field has not closed yet. */
  private open: Line[] = [];
  private openBytes = 0;
  private record = new CsvRecord();
  private openedAt = -1;

  take(line: Line, rows: string[]): void {
    const text = withoutReturn(line.text);
    if (this.open.length === 0) {
      if (blank(text)) return;
      if (this.header && !line.text.includes('"')) {
        const fault = faultOf(text);
        rows.push(fault ? badRow(line.number, fault, text) : goodRow(line.number, text));
        return;
      }
    }
    this.open.push(line);
    this.openBytes += line.text.length + 1;
    if (this.openBytes > LONGEST_LINE && this.open.length > 1) this.giveUp(rows);
    else this.goOn(this.record.take(text), line, rows);
  }

  private goOn(state: CsvState, line: Line, rows: string[]): void {
    const several = this.open.length > 1;
    if (state !== 'open') {
      if (several && this.isBroken(state)) this.giveUp(rows);
      else this.add(state, rows);
      return;
    }
    // Rows of a file whose header cannot be read are not put together.
    if (this.header?.length === 0) {
      this.giveUp(rows);
      return;
    }
    if (!several) this.openedAt = this.record.openedAt;
    this.record.goOn(line.byReturn ? '\r' : line.text.endsWith('\r') ? '\r\n' : '\n');
  }

  /** At the end of the file: what is still open never closes. */
  finish(rows: string[]): void {
    while (this.open.length > 0) this.giveUp(rows);
  }

  /** Whether a record over several lines is none, for a stray quote. */
  private isBroken(state: Exclude<CsvState, 'open'>): boolean {
    if (state !== 'whole') return true;
    const { cells } = this.record;
    if (!this.header) return cells.some((cell) => /[\r\n]/.test(cell) && cell.includes(','));
    return cells.length !== this.header.length || this.open.every((_, at) => this.isRow(at));
  }

  /** Whether a line of the open record would be a row by itself; of the first and the last, but for the quote that binds them. */
  private isRow(at: number): boolean {
    const text = withoutReturn(this.open[at]!.text);
    const last = this.open.length - 1;
    const quote = at === 0 ? this.openedAt : at === last ? this.record.closedAt : -1;
    return fieldsOf(quote < 0 ? text : text.slice(0, quote) + text.slice(quote + 1)) === this.header!.length;
  }

  private add(state: Exclude<CsvState, 'open'>, rows: string[]): void {
    const lines = this.open;
    const { cells } = this.record;
    const holdsRows = this.header !== undefined && lines.some((_, at) => at > 0 && at < lines.length - 1 && this.isRow(at));
    const text = withoutReturn(
      lines
        .map((line) => line.text + (line.byReturn ? '\r' : '\n'))
        .join('')
        .slice(0, -1),
    );
    this.close();
    const long = text.length > LONGEST_LINE || !isUtf8(Buffer.from(text, 'latin1'));
    const fault = long ? faultOf(text) : state !== 'whole' ? `row: ${state.fault}` : holdsRows ? HOLDS_ROWS : undefined;
    if (!this.header) this.header = fault ? [] : cells.map(readable);
    else if (!fault) rows.push(goodRow(lines[0]!.number, JSON.stringify(cells), JSON.stringify(text)));
    else {
      for (const line of lines) {
        const alone = withoutReturn(line.text);
        if (!blank(alone)) rows.push(badRow(line.number, fault, alone));
      }
    }
  }

  private close(): void {
    this.open = [];
    this.openBytes = 0;
    this.record = new CsvRecord();
  }

  /** Gives up the first open line as a row, and reads those after it anew. */
  private giveUp(rows: string[]): void {
    const [first, ...others] = this.open as [Line, ...Line[]];
    this.close();
    if (this.header) rows.push(badRow(first.number, STRAY_QUOTE, withoutReturn(first.text)));
    else this.header = [];
    for (const line of others) this.take(line, rows);
  }
}
