import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { aMarketplace, csv, jsonl, order } from './landing.js';

const market = aMarketplace();

const SELECT_ORDER = `SELECT 's-1' AS seller_id, 'o-' || i AS order_id, 'DE' AS region, 'seller' AS fulfilment,
  TIMESTAMP '2026-01-05 16:00:00' AS placed_at, CAST(1250 AS INTEGER) AS gmv_minor, 'EUR' AS currency,
  TIMESTAMP '2026-01-06 03:00:00' AS updated_at FROM range(1, 4) AS t(i)`;

it('an order lands as jsonl, csv or parquet, plain or gzipped, and is the same order with the same hash', async () => {
  const { land, landParquet } = await market.fresh();
  const row = order({ ship_by: undefined });
  const asParquet = await landParquet('orders', 'a.parquet', SELECT_ORDER.replace('range(1, 4)', 'range(1, 2)'));
  const all = [
    asParquet,
    await land('orders', 'a.jsonl', jsonl(row)),
    await land('orders', 'a.jsonl.gz', gzipSync(jsonl(row))),
    await land('orders', 'a.csv', csv([row])),
    await land('orders', 'a.CSV.GZ', gzipSync(csv([row]))),
  ];
  for (const { receipt, rows } of all) {
    expect(receipt).toMatchObject({ landed: 1, accepted: 1, quarantined: 0, reasons: {} });
    expect({ ...rows[0], file_id: '' }).toEqual({ ...asParquet.rows[0], file_id: '' });
  }
  expect(asParquet.rows[0]).toMatchObject({
    placed_at: '2026-01-05 16:00:00',
    placed_day: '2026-01-05',
    gmv_minor: 1250,
    dt: '2026-01-06',
  });
});

it('a gzipped Parquet file is unpacked first', async () => {
  const { landing, landParquet, land } = await market.fresh();
  await landParquet('orders', 'a.parquet', SELECT_ORDER);
  const packed = gzipSync((await landing.read('orders/dt=2026-01-06/a.parquet'))!.body);
  expect((await land('orders', 'b.parquet.gz', packed)).receipt).toMatchObject({ landed: 3, accepted: 3 });
});

it('a gzip that ends too early is refused whole, and the rows that can be read are kept in quarantine', async () => {
  const { land, landing } = await market.fresh();
  const rows = Array.from({ length: 5000 }, (_, i) =>
    order({ order_id: `order ${(i * 7919) % 10_007} of the day`, gmv_minor: (i * 31_337) % 99_991 }),
  );
  const whole = gzipSync(jsonl(...rows));
  const { receipt, quarantine, rows: accepted } = await land('orders', 'cut.jsonl.gz', whole.subarray(0, whole.length / 2));
  expect(receipt.refused).toBe(
    'landing/orders/dt=2026-01-06/cut.jsonl.gz: the file is a gzip that ends too early; land the whole file again',
  );
  expect(accepted).toEqual([]);
  expect(receipt.landed).toBeGreaterThan(2000);
  expect(receipt.quarantined).toBe(receipt.landed);
  expect(quarantine).toHaveLength(receipt.landed);
  expect(JSON.parse(quarantine[0]!.raw)).toEqual(rows[0]);
  expect(quarantine[1_999]).toMatchObject({
    line: 2000,
    reasons: ['the file is a gzip that ends too early; land the whole file again'],
  });
  expect((await landing.read('orders/dt=2026-01-06/cut.jsonl.gz'))!.body).toHaveLength(Math.floor(whole.length / 2));
});

it('a file that is named .gz but is not, and one that is gzip under a plain name, are refused with the name to give', async () => {
  const { land } = await market.fresh();
  const plain = await land('orders', 'a.csv.gz', csv([order()]));
  expect(plain.receipt.refused).toMatch(/is named \.gz but is not gzip; compress it, or name it without \.gz$/);
  const packed = await land('orders', 'a.jsonl', gzipSync(jsonl(order())));
  expect(packed.receipt.refused).toMatch(/is gzip; name it \.jsonl\.gz$/);
  expect(packed.receipt).toMatchObject({ landed: 1, accepted: 0, quarantined: 1 });
});

it('an empty file has no rows and a receipt that says so', async () => {
  const { land } = await market.fresh();
  for (const [name, body] of [
    ['a.jsonl', ''],
    ['a.csv', ''],
    ['a.jsonl.gz', ''],
    ['b.jsonl', '\n\r\n\n'],
    ['b.csv', csv([order()]).split('\n')[0]!],
    ['c.jsonl.gz', gzipSync('')],
  ] as const) {
    const { receipt, rows, quarantine, counts } = await land('orders', name, body);
    expect(receipt, name).toMatchObject({ landed: 0, accepted: 0, quarantined: 0 });
    expect(receipt.refused, name).toBeUndefined();
    expect([rows, quarantine]).toEqual([[], []]);
    expect(counts).toEqual([
      {
        ...{ dataset: 'orders', dt: '2026-01-06', file_id: receipt.file_id, region: 'ALL' },
        ...{ landed: 0, accepted: 0, quarantined: 0, late: 0, newest_updated_at: null },
      },
    ]);
  }
});

it('a byte order mark and Windows line ends change nothing', async () => {
  const { land } = await market.fresh();
  const rows = [order(), order({ order_id: 'o-2', cancel_reason: 'two\r\nlines' })];
  const plain = await land('orders', 'a.csv', csv(rows));
  const marked = await land('orders', 'b.csv', `\ufeff${csv(rows, '\r\n')}`);
  const markedJson = await land('orders', 'b.jsonl', `\ufeff${jsonl(...rows).replaceAll('\n', '\r\n')}`);
  const without = (row: Record<string, unknown>) => ({ ...row, file_id: '' });
  expect(plain.rows).toHaveLength(2);
  expect(marked.rows.map(without)).toEqual(plain.rows.map(without));
  expect(markedJson.rows.map(without)).toEqual(plain.rows.map(without));
  expect(marked.receipt.extra_columns).toEqual([]);
});

it('lines may end with a carriage return alone, some of them or all, also in a file of several megabytes', async () => {
  const { land } = await market.fresh();
  const rows = Array.from({ length: 9000 }, (_, i) => order({ order_id: `o-${i}`, category: 'x'.repeat(100) }));
  const lines = jsonl(...rows);
  for (const [name, body] of Object.entries({
    'a.jsonl': lines.replaceAll('\n', '\r'),
    'b.jsonl': lines.replace('\n', '\r\n').replace(/(?<!\r)\n/g, '\r'),
    'c.jsonl': lines.replaceAll('\n', '\r\r\n'),
    'd.csv': csv(rows, '\r'),
    'e.csv': csv(rows).replace('\n', '\r'),
  })) {
    const { receipt } = await land('orders', name, body);
    expect(receipt, name).toMatchObject({ landed: rows.length, accepted: rows.length });
  }
});

it('a line that is not UTF-8 is quarantined alone', async () => {
  const { land } = await market.fresh();
  const bad = Buffer.concat([
    Buffer.from(JSON.stringify(order()).slice(0, -1)),
    Buffer.from(',"category":"caf'),
    Buffer.from([0xe9]),
    Buffer.from('"}\n'),
  ]);
  const body = Buffer.concat([
    Buffer.from(jsonl(order())),
    bad,
    Buffer.from(jsonl(order({ order_id: 'o-2', category: 'café' }))),
  ]);
  const { receipt, quarantine, rows } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ landed: 3, accepted: 2, quarantined: 1 });
  expect(quarantine).toMatchObject([{ line: 2, reasons: ['row: is not UTF-8; write the file as UTF-8'] }]);
  expect(quarantine[0]!.raw).toContain('caf\ufffd');
  expect(rows.map((row) => row.category)).toEqual([null, 'café']);
  const asCsv = await land(
    'orders',
    'a.csv',
    Buffer.concat([Buffer.from(csv([order()])), Buffer.from([0x22, 0xff, 0x22, 0x0a])]),
  );
  expect(asCsv.quarantine).toMatchObject([{ line: 3, reasons: ['row: is not UTF-8; write the file as UTF-8'] }]);
});

it('a quoted field may hold line ends, commas and quotes, and later rows keep their line numbers', async () => {
  const { land } = await market.fresh();
  const reason = 'wrong "size",\nthen\nnothing';
  const { rows, quarantine } = await land(
    'orders',
    'a.csv',
    csv([
      order({ cancel_reason: reason }),
      order({ order_id: 'o-2', gmv_minor: -5, cancel_reason: 'x\ny' }),
      order({ order_id: 'o-3', region: 'XX' }),
    ]),
  );
  expect(rows.map((row) => row.cancel_reason)).toEqual([reason]);
  expect(quarantine.map((row) => row.line)).toEqual([5, 7]);
  expect(quarantine[0]!.raw).toContain('"x\ny"');
});

it('a quote that never closes costs one row, not the rest of the file', async () => {
  const { land } = await market.fresh();
  const rows = [
    order(),
    order({ order_id: 'BROKEN' }),
    ...Array.from({ length: 3000 }, (_, i) => order({ order_id: `o-${i}`, category: 'a, b' })),
  ];
  const { receipt, quarantine } = await land('orders', 'a.csv', csv(rows).replace(',BROKEN,', ',"BROKEN,'));
  expect(receipt).toMatchObject({ landed: 3002, quarantined: 1 });
  expect(quarantine).toMatchObject([{ line: 3, reasons: ['row: opens a quote that does not close; close it, or leave it out'] }]);
});

it('a csv row with too few or too many fields, or with stray quotes, is quarantined', async () => {
  const { land } = await market.fresh();
  const [header, good] = csv([order()]).trim().split('\n') as [string, string];
  const lines = [header, good, good.replace('s-1,', ''), `${good},more`, good.replace('s-1', 's"1'), good.replace('s-1', '"s"1')];
  const { receipt, quarantine } = await land('orders', 'a.csv', lines.join('\n'));
  expect(receipt).toMatchObject({ landed: 5, accepted: 1, quarantined: 4 });
  expect(quarantine.map((row) => [row.line, ...row.reasons])).toEqual([
    [3, 'row: 8 fields where the header has 9; quote fields that hold commas'],
    [4, 'row: 10 fields where the header has 9; quote fields that hold commas'],
    [5, 'row: has a quote inside an unquoted field; quote the whole field and double the quotes in it'],
    [6, 'row: has text behind a closing quote; double the quotes inside quoted fields'],
  ]);
  expect(receipt.reasons).toMatchObject({ 'row: fields where the header has 9; quote fields that hold commas': 2 });
});

it('a line that is not JSON, or not an object, is quarantined with what to write instead', async () => {
  const { land } = await market.fresh();
  const body = [
    JSON.stringify(order()),
    '{"seller_id": "s-1", ',
    '["s-1"]',
    '17',
    ` ${JSON.stringify(order({ order_id: 'o-2' }))} `,
    'a\u0000b',
  ].join('\n');
  const { receipt, quarantine } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ landed: 6, accepted: 2, quarantined: 4 });
  expect(quarantine.map((row) => [row.line, row.raw, ...row.reasons])).toEqual([
    [2, '{"seller_id": "s-1", ', 'row: is not JSON; write one JSON object per line'],
    [3, '["s-1"]', 'row: is JSON but not an object; write one JSON object per line'],
    [4, '17', 'row: is JSON but not an object; write one JSON object per line'],
    [6, 'a\u0000b', 'row: has a control character; escape it or leave it out'],
  ]);
});

it('a line of a megabyte is quarantined and the next one is read', async () => {
  const { land } = await market.fresh();
  const long = JSON.stringify(order({ category: 'x'.repeat(3_000_000) }));
  const { receipt, quarantine } = await land('orders', 'a.jsonl', `${long}\n${JSON.stringify(order())}\n`);
  expect(receipt).toMatchObject({ landed: 2, accepted: 1, quarantined: 1 });
  expect(quarantine[0]).toMatchObject({ line: 1, reasons: ['row: is longer than 131072 bytes'] });
});

it('a column the contract does not know is kept out and reported once', async () => {
  const { land, landParquet } = await market.fresh();
  const some = await land('orders', 'a.jsonl', jsonl(order(), order({ colour: 'red' }), order({ colour: 'blue', Größe: 3 })));
  const columned = await land('orders', 'a.csv', csv([order({ colour: 'red' })]));
  const typed = await landParquet('orders', 'a.parquet', SELECT_ORDER.replace('SELECT', `SELECT 'red' AS colour,`));
  expect(some.receipt).toMatchObject({ accepted: 3, extra_columns: ['Größe', 'colour'] });
  for (const { receipt, rows } of [some, columned, typed]) {
    expect(receipt.extra_columns).toContain('colour');
    expect(receipt.quarantined).toBe(0);
    expect(Object.keys(rows[0]!)).not.toContain('colour');
  }
});

it('a file without a required column is refused in one line, and its rows count as landed and quarantined', async () => {
  const { land, landParquet } = await market.fresh();
  const rows = [order({ currency: undefined }), order({ currency: undefined, order_id: 'o-2', region: 'GB' })];
  const said = 'column currency is missing from the file, and orders must have it; land it again with it';
  for (const { receipt, quarantine, counts } of [
    await land('orders', 'a.jsonl', jsonl(...rows)),
    await land('orders', 'a.csv', csv(rows)),
  ]) {
    expect(receipt).toMatchObject({ landed: 2, accepted: 0, quarantined: 2, reasons: { [said]: 2 } });
    expect(receipt.refused).toMatch(new RegExp(`^landing/orders/dt=2026-01-06/a\\.(jsonl|csv): ${said}$`));
    expect(receipt.accepted_key).toBeUndefined();
    expect(quarantine.map((row) => row.reasons)).toEqual([[said], [said]]);
    expect(counts.map((row) => [row.region, row.landed, row.quarantined])).toEqual([
      ['DE', 1, 1],
      ['GB', 1, 1],
    ]);
  }
  const typed = await landParquet('orders', 'a.parquet', SELECT_ORDER.replace(`'EUR' AS currency,`, ''));
  expect(typed.receipt).toMatchObject({ landed: 3, quarantined: 3, reasons: { [said]: 3 } });
  expect(JSON.parse(typed.quarantine[1]!.raw)).toMatchObject({ order_id: 'o-2', gmv_minor: 1250 });
  const two = await land('orders', 'two.csv', 'seller_id,order_id\ns,o\n');
  expect(two.receipt.refused).toContain('columns region, fulfilment, placed_at, gmv_minor, currency, updated_at are missing');
});

it('a csv header that is not separated by commas, or names a column twice, is refused with what to do', async () => {
  const { land } = await market.fresh();
  const semicolons = await land('orders', 'a.csv', csv([order()]).replaceAll(',', ';'));
  expect(semicolons.receipt.refused).toMatch(/the header separates columns by ";"; separate them by commas$/);
  expect(semicolons.receipt.extra_columns).toEqual([]);
  const twice = await land('orders', 'b.csv', csv([order()]).replace('region', 'order_id'));
  expect(twice.receipt.refused).toMatch(/the header has column order_id twice; keep one$/);
  const unreadable = await land('orders', 'c.csv', 'a"b,c\n1,2\n');
  expect(unreadable.receipt).toMatchObject({ landed: 1, quarantined: 1 });
  expect(unreadable.receipt.refused).toMatch(/the header cannot be read/);
});

it('a file whose columns have other names is told what stands in their place', async () => {
  const { land } = await market.fresh();
  const other = await land('orders', 'a.csv', csv([order()]).replace('order_id', ' Order ID').replace('seller_id', 'sellerId'));
  expect(other.receipt.refused).toMatch(
    /columns seller_id, order_id are missing from the file, and orders must have them; the file has "[^"]+", "[^"]+"; land it again with them$/,
  );
  expect(other.receipt.refused).toContain('" Order ID"');
  expect(other.receipt.refused).toContain('"sellerId"');
  const headless = await land('orders', 'b.csv', csv([order()]).split('\n').slice(1).join('\n').repeat(2));
  expect(headless.receipt.refused).toMatch(
    /; the file names none of its columns, but "[^"]+", "[^"]+", "[^"]+" \.\.\.; land it again/,
  );
  const excel = await land('orders', 'c.csv', `sep=;\n${csv([order()])}`);
  expect(excel.receipt.refused).toMatch(
    /the first line is "sep=;", by which Excel knows how to read the file; take that line out$/,
  );
});

it('a damaged Parquet file is refused and stays visible as one quarantined row', async () => {
  const { land, landParquet, landing } = await market.fresh();
  const junk = await land('orders', 'junk.parquet', 'PAR1 and then nothing');
  expect(junk.receipt).toMatchObject({ landed: 1, accepted: 0, quarantined: 1 });
  expect(junk.receipt.refused).toMatch(/not readable as Parquet \(.+\); write it again$/);
  expect(junk.receipt.refused).not.toContain('scratch');
  expect(junk.quarantine).toMatchObject([{ line: 0, raw: '', file: 'orders/dt=2026-01-06/junk.parquet' }]);
  expect(junk.counts).toMatchObject([{ region: '?', landed: 1, quarantined: 1 }]);

  await landParquet(
    'orders',
    'good.parquet',
    SELECT_ORDER.replace('range(1, 4)', 'range(5000)').replace("'o-' || i", 'md5(CAST(i AS VARCHAR))'),
  );
  const good = (await landing.read('orders/dt=2026-01-06/good.parquet'))!.body;
  const torn = await land(
    'orders',
    'torn.parquet',
    Buffer.concat([good.subarray(0, 2000), Buffer.alloc(20_000, 0xff), good.subarray(22_000)]),
  );
  expect(torn.receipt).toMatchObject({ landed: 1, accepted: 0, quarantined: 1 });
  expect(torn.receipt.refused).toMatch(/damaged Parquet \(.+\); write it again$/);
});

it('a file with an unknown ending is refused with the endings there are', async () => {
  const { land } = await market.fresh();
  const { receipt } = await land('orders', 'orders.xlsx', 'PK');
  expect(receipt.refused).toBe(
    'landing/orders/dt=2026-01-06/orders.xlsx: the file has no known ending; name it .jsonl, .csv or .parquet, plain or with .gz or .zst',
  );
  expect(receipt).toMatchObject({ landed: 1, quarantined: 1 });
});

it('file names may have spaces, unicode, quotes and patterns', async () => {
  const { land, landParquet } = await market.fresh();
  for (const name of ["Bestellungen – Größe 'L' [1].jsonl", 'a*b?.jsonl', '注文 2026.jsonl', '100%.jsonl']) {
    const { receipt, quarantine } = await land('orders', name, jsonl(order(), order({ gmv_minor: -1, order_id: name })));
    expect(receipt).toMatchObject({ landed: 2, accepted: 1, quarantined: 1 });
    expect(quarantine[0]!.file).toBe(`orders/dt=2026-01-06/${name}`);
  }
  expect((await landParquet('orders', "it's [a-z]*.parquet", SELECT_ORDER)).receipt).toMatchObject({ accepted: 3 });
});

it('a file that is gone, and a dataset that is none, are said by name', async () => {
  const { accept } = await market.fresh();
  await expect(accept('orders', 'never.jsonl')).rejects.toThrow(
    'landing/orders/dt=2026-01-06/never.jsonl: was there when the night began, and is gone',
  );
  await expect(accept('parcels', 'a.jsonl')).rejects.toThrow('landing/parcels: is not a dataset; there are orders, sellers');
});
