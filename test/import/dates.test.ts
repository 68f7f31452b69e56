import { expect, test } from 'vitest';
import { landed, ORDERS, refused } from './tiny-source.js';

const dates = (...placed: string[]): string => `id,placed,price\n${placed.map((at, n) => `${n + 1},"${at}",1\n`).join('')}`;
const asText = ORDERS.replaceAll('placed::timestamp', 'placed');
const read = 'which MAPPING/orders.sql:3 reads as a moment as ISO writes it (2026-01-31 17:00:00)';

test('02/05/2026 is never guessed: the import stops and shows what to write for day/month and for month/day', async () => {
  expect(await refused({ files: dates('02/05/2026 10:00:00', '03/05/2026 11:00:00') })).toEqual([
    `FROM/o.csv:2: placed is "02/05/2026 10:00:00", ${read}`,
    "could be day/month or month/day: write strptime(placed, '%d/%m/%Y %H:%M:%S') for day/month (2 May 2026), " +
      "or strptime(placed, '%m/%d/%Y %H:%M:%S') for month/day (5 February 2026)",
  ]);
});

test.each([
  ['03/25/2026', 'month/day'],
  ['25/03/2026', 'day/month'],
])('another value of the column that fits one way only is shown: %s', async (other, way) => {
  expect((await refused({ files: dates('02/05/2026', other) }))[1]).toMatch(
    new RegExp(`; "${other}" in the same column fits ${way} only$`),
  );
});

test('a mapping that says the format is followed', async () => {
  const us = ORDERS.replaceAll('placed::timestamp', "strptime(placed, '%m/%d/%Y')");
  const placed = "strftime(placed_at, '%Y-%m-%d')";
  expect((await landed({ files: dates('02/05/2026'), orders: us }, placed)).values).toEqual(['2026-02-05']);
});

test('a date that the format of the mapping does not fit is refused by its line, with the format that does', async () => {
  const us = ORDERS.replaceAll('placed::timestamp', "strptime(placed, '%m/%d/%Y')");
  expect(await refused({ files: dates('02/05/2026', '25/05/2026'), orders: us })).toEqual([
    'FROM/o.csv:3: placed is "25/05/2026", which MAPPING/orders.sql reads as what %m/%d/%Y says',
    "write strptime(placed, '%d/%m/%Y')",
  ]);
});

test('a mapping that lands such a date as text is refused, however few the rows are', async () => {
  const many = dates(...Array<string>(199).fill('2026-05-02 10:00:00'), '02.05.2026');
  expect(await refused({ files: many, orders: asText })).toEqual([
    'MAPPING/orders.sql: returns placed_at as text in 1 row: "02.05.2026" (FROM/o.csv:201, column placed)',
    "could be day/month or month/day: write strptime(placed, '%d.%m.%Y') for day/month (2 May 2026), or strptime(placed, '%m.%d.%Y') for month/day (5 February 2026)",
  ]);
});

test.each([
  ['25.05.2026 10:00', "write strptime(placed, '%d.%m.%Y %H:%M')"],
  ['2026-05-02 10:00 PM', "write strptime(placed, '%Y-%m-%d %I:%M %p')"],
  ['5/25/2026 9:05:00 AM', "write strptime(placed, '%m/%d/%Y %I:%M:%S %p')"],
  ['2-May-2026', "write strptime(placed, '%d-%b-%Y')"],
  ['June 2, 2026', "write strptime(placed, '%B %d, %Y')"],
  ['20260502', "write strptime(placed, '%Y%m%d') if it is a day"],
  ['1777716000', 'write to_timestamp(placed::double) if it counts seconds since 1970'],
  ['1777716000000', 'write to_timestamp(placed::bigint / 1000) if it counts milliseconds since 1970'],
  [
    '46144.5',
    "write timestamp '1899-12-30' + to_seconds(round(placed::double * 86400)::bigint) if it is a day as Excel counts them",
  ],
  ['N/A', "write nullif(placed, 'N/A') if it stands for nothing"],
  ['2026-02-30', 'there is no such day or time; mend it in the source'],
  ['yesterday', "say its format, as in strptime(placed, '%d/%m/%Y %H:%M'), or mend it in the source"],
])('%s as a moment is refused with what to write', async (placed, step) => {
  expect(await refused({ files: dates('2026-05-01', placed) })).toEqual([
    `FROM/o.csv:3: placed is ${JSON.stringify(placed)}, ${read}`,
    step,
  ]);
});

test('what an import tells to write works when it is written', async () => {
  const placed = "strftime(placed_at, '%Y-%m-%d %H:%M')";
  for (const [value, write] of [
    ['46144.5', "timestamp '1899-12-30' + to_seconds(round(placed::double * 86400)::bigint)"],
    ['1777716000', 'to_timestamp(placed::double)'],
    ['1777716000000', 'to_timestamp(placed::bigint / 1000)'],
  ] as const) {
    const orders = ORDERS.replaceAll('placed::timestamp', write);
    const expected = value === '46144.5' ? '2026-05-02 12:00' : '2026-05-02 10:00';
    expect((await landed({ files: dates(value), orders }, placed)).values, write).toEqual([expected]);
  }
});

test('a year of two digits is not read as one of the first century', async () => {
  const day = ORDERS.replace("date '2026-06-01'", 'placed::date');
  expect(await refused({ files: dates('02/05/26'), orders: day })).toEqual([
    "MAPPING/orders.sql: landed_on is 0002-05-26 in 1 row; a year of two digits was read as it stands: say the format, as in strptime(x, '%d/%m/%y')::date",
  ]);
  expect((await refused({ files: dates('02/05/26') }))[1]).toMatch(/^placed_at: .*is not between 1995 and 2199/);
});

test('an offset that a cast to TIMESTAMP would drop is refused; Z is UTC, and so is a time without any', async () => {
  expect(await refused({ files: dates('2026-05-02T10:00:00Z', '2026-05-02T10:00:00+02:00') })).toEqual([
    'FROM/o.csv:3: placed is "2026-05-02T10:00:00+02:00", and MAPPING/orders.sql:3 reads it as a TIMESTAMP, which drops the offset',
    'write placed::timestamptz: that is the moment itself, and needs no "at time zone"',
  ]);
  const cast = ORDERS.replaceAll('placed::timestamp', 'cast(o.placed as timestamp)').replace('source.o', 'source.o o');
  expect(await refused({ files: dates('2026-05-02T10:00:00+02:00'), orders: cast })).toHaveLength(2);
  const placed = "strftime(placed_at, '%H:%M')";
  const zoned = ORDERS.replaceAll('placed::timestamp', 'placed::timestamptz');
  expect((await landed({ files: dates('2026-05-02T10:00:00+02:00'), orders: zoned }, placed)).values).toEqual(['08:00']);
  expect((await landed({ files: dates('2026-05-02T10:00:00Z', '2026-05-02 11:00') }, placed)).values).toEqual(['10:00', '11:00']);
});
