/** One CSV record as far as it could be read: its cells, `open` while a quoted field has not closed, or what is wrong. */
export type CsvRecord = { cells: string[] } | 'open' | { fault: string };

/**
 * Reads one record of RFC 4180: fields by commas; a field that starts with a quote ends with a quote and doubles those inside.
 * Works on any text whose bytes above 127 are never commas or quotes, so on Latin-1 views of UTF-8 too.
 */
export function readRecord(text: string): CsvRecord {
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const cell = text.slice(at, comma < 0 ? undefined : comma);
      if (cell.includes('"'))
        return { fault: 'has a quote inside an unquoted field; quote the whole field and double the quotes in it' };
      cells.push(cell);
      if (comma < 0) return { cells };
      at = comma;
      continue;
    }
    let cell = '';
    let from = at + 1;
    let quote = text.indexOf('"', from);
    while (quote >= 0 && text[quote + 1] === '"') {
      cell += text.slice(from, quote + 1);
      from = quote + 2;
      quote = text.indexOf('"', from);
    }
    if (quote < 0) return 'open';
    cells.push(cell + text.slice(from, quote));
    at = quote + 1;
    if (at === text.length) return { cells };
    if (text[at] !== ',') return { fault: 'has text behind a closing quote; double the quotes inside quoted fields' };
  }
}
