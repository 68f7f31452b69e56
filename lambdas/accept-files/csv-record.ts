/** A record as far as its lines go: `open` while a quoted field has not closed, `whole`, or what is wrong with it. */
export type CsvState = 'open' | 'whole' | { fault: string };

/**
 * Reads one record of RFC 4180, line by line: fields by commas; a field that starts with a quote ends with a quote and doubles those
 * inside. Every character is looked at once, however many lines there are.
 * Works on any text whose bytes above 127 are never commas or quotes, so on Latin-1 views of UTF-8 too.
 */
export class CsvRecord {
  readonly cells: string[] = [];
  /** What the quoted field holds so far; undefined outside of one. */
  private quoted: string | undefined;
  /** Where the quote stood that the last line opened last. */
  openedAt = -1;
  /** Where the quote stood that closed a field of an earlier line. */
  closedAt = -1;

  /** Takes the next line, without its line end. */
  take(line: string): CsvState {
    const goesOn = this.quoted !== undefined;
    for (let at = 0; ; at++) {
      if (this.quoted === undefined && line[at] === '"') {
        this.quoted = '';
        this.openedAt = at++;
      }
      const first = goesOn && at === 0;
      const end = this.quoted === undefined ? this.plainField(line, at) : this.quotedField(line, at);
      if (typeof end !== 'number') return end;
      if (first) this.closedAt = end - 1;
      if (end === line.length) return 'whole';
      if (line[end] !== ',') return { fault: 'has text behind a closing quote; double the quotes inside quoted fields' };
      at = end;
    }
  }

  /** The line end that a quoted field goes on behind. */
  goOn(lineEnd: string): void {
    this.quoted += lineEnd;
  }

  /** Returns the place behind the field. */
  private plainField(line: string, from: number): number | { fault: string } {
    const comma = line.indexOf(',', from);
    const end = comma < 0 ? line.length : comma;
    const cell = line.slice(from, end);
    if (cell.includes('"'))
      return { fault: 'has a quote inside an unquoted field; quote the whole field and double the quotes in it' };
    this.cells.push(cell);
    return end;
  }

  private quotedField(line: string, start: number): number | 'open' {
    let from = start;
    let quote = line.indexOf('"', from);
    while (quote >= 0 && line[quote + 1] === '"') {
      this.quoted += line.slice(from, quote + 1);
      from = quote + 2;
      quote = line.indexOf('"', from);
    }
    this.quoted += line.slice(from, quote < 0 ? line.length : quote);
    if (quote < 0) return 'open';
    this.cells.push(this.quoted!);
    this.quoted = undefined;
    return quote + 1;
  }
}

/** How many fields a line has that is a record of its own; 0 where it is none. */
export function fieldsOf(line: string): number {
  const record = new CsvRecord();
  return record.take(line) === 'whole' ? record.cells.length : 0;
}
