import { afterEach, expect, it, vi } from 'vitest';
import { CsvReader } from '../../lambdas/accept-files/csv-reader.js';
import { CsvRecord } from '../../lambdas/accept-files/csv-record.js';
import { aMarketplace, csv, DAY, order } from './landing.js';

const market = aMarketplace();
afterEach(() => vi.restoreAllMocks());

/** A good file of so many orders, and the same with some of its lines changed; line 1 is the header. */
const orders = (rows: number): string[] =>
  csv(Array.from({ length: rows }, (_, i) => order({ order_id: `o-${i}`, category: 'Pipe' })))
    .trimEnd()
    .split('\n');
function changed(lines: readonly string[], how: Record<number, (line: string) => string>): string {
  return `${lines.map((line, i) => how[i + 1]?.(line) ?? line).join('\n')}\n`;
}
const openLast = (line: string): string => line.replace(/Pipe$/, '"Pipe');
const closeLast = (line: string): string => `${line}"`;

it('two stray quotes cost two rows, not all that lies between them, even where they make a record of the right width', async () => {
  const { land } = await market.fresh();
  const { receipt, quarantine } = await land('orders', 'a.csv', changed(orders(300), { 11: openLast, 281: closeLast }));
  expect(receipt).toMatchObject({ landed: 300, accepted: 298, quarantined: 2 });
  expect(quarantine.map((row) => [row.line, ...row.reasons])).toEqual([
    [11, 'row: opens a quote that does not close; close it, or leave it out'],
    [281, 'row: has a quote inside an unquoted field; quote the whole field and double the quotes in it'],
  ]);
});

it.each([
  ['one quote in the middle of a field', { 5: (l: string) => l.replace('o-3', 'o"3') }, [5]],
  ['one quote at the begin of a field', { 5: (l: string) => l.replace('o-3', '"o-3') }, [5]],
  [
    'quotes of one column in two lines',
    { 5: (l: string) => l.replace('o-3', '"o-3'), 9: (l: string) => l.replace('o-7', 'o-7"') },
    [5, 9],
  ],
  ['quotes of two columns in two lines', { 5: openLast, 9: (l: string) => l.replace('o-7', 'o-7"') }, [5, 9]],
  ['quotes in two lines that touch', { 5: openLast, 6: closeLast }, [5, 6]],
  ['a quote that closes where text goes on', { 5: openLast, 9: (l: string) => l.replace('o-7', 'o"7') }, [5, 9]],
  ['three quotes', { 5: openLast, 9: closeLast, 12: openLast }, [5, 9, 12]],
  ['a quote behind a good field over two lines', { 5: (l: string) => l.replace(/Pipe$/, '"one\ntwo"'), 9: openLast }, [10]],
])('only the lines that are bad are rejected: %s', async (_, how, bad) => {
  const { landing, acceptAll } = await market.fresh();
  const ends = { 'lf.csv': '\n', 'crlf.csv': '\r\n', 'cr.csv': '\r' };
  for (const [name, end] of Object.entries(ends))
    await landing.write(`orders/dt=${DAY}/${name}`, changed(orders(20), how).replaceAll('\n', end));
  // why together: one query judges all three, and each file is judged as if alone (batches.long.test.ts).
  for (const [at, { receipt, quarantine }] of (await acceptAll('orders', Object.keys(ends))).entries()) {
    const name = Object.keys(ends)[at];
    expect(receipt, name).toMatchObject({ landed: 20, accepted: 20 - bad.length });
    expect(
      quarantine.map(({ line }) => line),
      name,
    ).toEqual(bad);
  }
});

it('a stray quote in the header refuses the file and swallows no row of it', async () => {
  const { land } = await market.fresh();
  const lines = changed(orders(20), { 1: (l) => l.replace('order_id', '"order_id'), 9: closeLast });
  const { receipt } = await land('orders', 'a.csv', lines);
  expect(receipt).toMatchObject({ landed: 20, accepted: 0, quarantined: 20 });
  expect(receipt.refused).toContain('the header cannot be read');
});

it('a text that quotes whole rows between other lines is rejected line by line, and none of it is accepted as rows', async () => {
  const { land } = await market.fresh();
  const [header, one, two] = orders(2) as [string, string, string];
  const text = [header, one, two.replace(/Pipe$/, `"they wrote\n${one.replace('o-0', 'o-forged')}\nand that was it"`)].join('\n');
  const { receipt, rows, quarantine } = await land('orders', 'a.csv', text);
  expect(receipt).toMatchObject({ landed: 4, accepted: 1, quarantined: 3 });
  expect(rows.map((row) => row.order_id)).toEqual(['o-0']);
  expect(new Set(quarantine.flatMap(({ reasons }) => reasons))).toEqual(
    new Set(['row: is in a quoted field that holds whole rows; double the quotes inside fields']),
  );
});

it('fields that hold line ends, commas and quotes of all kinds are read as they were written', async () => {
  const { land } = await market.fresh();
  const texts = ['a\nb', 'a, b\n"c", d\n', '\n\n', 'a\r\nb\r\n', 'a\rb', '"', '","', 'a,b,c,d\ne,f'];
  for (const first of [true, false]) {
    const rows = texts.map((text, i) =>
      first ? { cancel_reason: text, ...order({ order_id: `o-${i}` }) } : order({ order_id: `o-${i}`, cancel_reason: text }),
    );
    const landed = await land('orders', `${first}.csv`, csv(rows));
    expect(landed.receipt).toMatchObject({ accepted: texts.length, quarantined: 0 });
    expect(landed.rows.map((row) => row.cancel_reason)).toEqual(texts);
  }
});

it.each([
  ['lines of two quotes behind an open one', '"a', '""'],
  ['lines that each open a quote', '"a', '"a'],
  ['lines that close and open', '"a', '",x,"'],
  ['lines of many quotes', '"a', '""""""'],
])('reading looks at every character a few times, however quotes lie: %s', (_, first, others) => {
  let seen = 0;
  const take = CsvRecord.prototype.take;
  vi.spyOn(CsvRecord.prototype, 'take').mockImplementation(function (this: CsvRecord, line) {
    seen += line.length + 1;
    return take.call(this, line);
  });
  const text = [orders(1)[0]!, first, ...Array.from({ length: 300_000 / (others.length + 1) }, () => others)];
  const csv = new CsvReader();
  const rows: string[] = [];
  for (const [at, line] of text.entries()) csv.take({ number: at + 1, text: line }, rows);
  csv.finish(rows);
  expect(rows.length).toBeGreaterThan(30_000);
  expect(seen).toBeLessThan(4 * text.join('\n').length);
});
