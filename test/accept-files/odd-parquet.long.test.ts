import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { aMarketplace, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();

type Element = { type: 'INT64' | 'INT32' | 'BYTE_ARRAY' | 'FIXED_LEN_BYTE_ARRAY'; [fact: string]: unknown };
const TEXT: Element = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
const micros = (utc: boolean): Element => ({
  type: 'INT64',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: utc, unit: 'MICROS' },
});
const NANOS: Element = { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'NANOS' } };
const NAT = -(2n ** 63n);

/** Bytes of a Parquet file of two orders, with these columns in place of theirs or beside them. */
function orders(odd: Record<string, { element: Element; data: unknown[] }>, statistics = false): Buffer {
  const rows = [
    order({ order_id: 'o-1', gmv_minor: undefined, ship_by: undefined }),
    order({ order_id: 'o-2', gmv_minor: undefined, ship_by: undefined }),
  ];
  const columns = new Map<string, { element: Element; data: unknown[] }>([
    ...Object.keys(rows[0]!)
      .filter((name) => rows[0]![name] !== undefined)
      .map((name) => [name, { element: TEXT, data: rows.map((row) => row[name]) }] as const),
    ['gmv_minor', { element: { type: 'INT64' }, data: [1250n, 1250n] }],
    ...Object.entries(odd),
  ]);
  const columnData = [...columns].map(([name, { data }]) => ({ name, data })) as ColumnSource[];
  const elements = [...columns].map(([name, { element }]) => ({ name, repetition_type: 'OPTIONAL' as const, ...element }));
  const schema = [{ name: 'root', num_children: elements.length }, ...elements];
  return Buffer.from(parquetWriteBuffer({ columnData, schema: schema as never, statistics }));
}

it.each([
  ['a moment', 'cancelled_at', micros(false)],
  ['a moment with a zone', 'cancelled_at', micros(true)],
  ['a moment in nanoseconds', 'cancelled_at', NANOS],
  ['a moment or day', 'deliver_by', micros(false)],
  ['a text', 'category', micros(false)],
  ['a number', 'items', micros(true)],
])('a moment that pandas calls missing (NaT) quarantines its row alone: in %s', async (_, column, element) => {
  const { land } = await market.fresh();
  const { receipt, quarantine, rows } = await land('orders', 'a.parquet', orders({ [column]: { element, data: [NAT, null] } }));
  expect(receipt).toMatchObject({ landed: 2, accepted: 1, quarantined: 1 });
  expect(rows.map((row) => row.order_id)).toEqual(['o-2']);
  expect(quarantine).toMatchObject([
    { line: 1, reasons: [`row: ${column} holds a value that is on no calendar; leave it empty where there is none`] },
  ]);
  expect(JSON.parse(quarantine[0]!.raw)).toMatchObject({ order_id: 'o-1', gmv_minor: expect.anything() });
});

it('also where the statistics of the file name the missing moment', async () => {
  const { land } = await market.fresh();
  const odd = { cancelled_at: { element: micros(false), data: [NAT, null] } };
  expect((await land('orders', 'a.parquet', orders(odd, true))).receipt).toMatchObject({
    landed: 2,
    accepted: 1,
    quarantined: 1,
  });
});

it('days beyond all calendars quarantine their rows; days of a calendar do not', async () => {
  const { land } = await market.fresh();
  const element: Element = { type: 'INT32', converted_type: 'DATE' };
  for (const day of [-(2 ** 31), -(2 ** 31) + 1, 2 ** 31 - 1, 2_932_897]) {
    const { receipt, quarantine } = await land('orders', 'a.parquet', orders({ deliver_by: { element, data: [day, 20_460] } }));
    expect(receipt, `${day}`).toMatchObject({ landed: 2, accepted: 1, quarantined: 1 });
    expect(quarantine[0]!.reasons[0]).toContain('deliver_by holds a value that is on no calendar');
  }
});

it('a missing moment in a column that nobody asked for does no harm, and shows as nothing where its row is rejected', async () => {
  const { land } = await market.fresh();
  const odd = { exported_at: { element: micros(false), data: [NAT, NAT] } };
  expect((await land('orders', 'a.parquet', orders(odd))).receipt).toMatchObject({ accepted: 2, quarantined: 0 });
  const { quarantine } = await land('orders', 'b.parquet', orders({ ...odd, region: { element: TEXT, data: ['DE', 'XX'] } }));
  expect(quarantine).toHaveLength(1);
  expect(JSON.parse(quarantine[0]!.raw)).toMatchObject({ order_id: 'o-2', region: 'XX', exported_at: null });
});

it('columns may have any name but those that a query has for the place of a row, and such a file is refused with what to do', async () => {
  const { land } = await market.fresh();
  const data = [1n, 2n];
  for (const name of ['file_row_number', 'File_Index']) {
    const { receipt } = await land('orders', `${name}.parquet`, orders({ [name]: { element: { type: 'INT64' }, data } }));
    expect(receipt.refused).toMatch(new RegExp(`the file has a column named ${name}, .*rename the column, or leave it out$`));
  }
  const names = [
    'filename',
    'line',
    'raw',
    'data',
    'fault',
    'every',
    'given_region',
    'a"b',
    "it's",
    ' ',
    'ü\u0001',
    '{{ x }}',
    'SELECT',
  ];
  const odd = Object.fromEntries(names.map((name) => [name, { element: { type: 'INT64' } as Element, data }]));
  const { receipt, quarantine } = await land(
    'orders',
    'a.parquet',
    orders({ ...odd, region: { element: TEXT, data: ['DE', 'XX'] } }),
  );
  expect(receipt).toMatchObject({ landed: 2, accepted: 1, quarantined: 1 });
  expect(receipt.extra_columns).toEqual([...names].sort());
  expect(quarantine[0]!.line).toBe(2);
});

it('ids that are bytes are refused with what to write instead', async () => {
  const { land } = await market.fresh();
  const fixed = Array.from({ length: 2 }, (_, i) => Uint8Array.from({ length: 16 }, (_, at) => at + i));
  const asFixed = await land(
    'orders',
    'a.parquet',
    orders({ order_id: { element: { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 }, data: fixed } }),
  );
  expect(asFixed.receipt.refused).toMatch(
    /column order_id is binary, and nobody can tell which text it means; write it as text$/,
  );
  const bytes = [Uint8Array.from([0xff, 0xfe, 0xc3]), Uint8Array.from([0x80, 0x81])];
  const asBytes = await land('orders', 'b.parquet', orders({ order_id: { element: { type: 'BYTE_ARRAY' }, data: bytes } }));
  expect(asBytes.receipt.refused).toMatch(/a text in the file is not UTF-8; write texts as UTF-8, and bytes not at all$/);
  expect(asBytes.receipt.accepted).toBe(0);
});

it('a footer that counts other rows than there are is refused, also beside good files', async () => {
  const { land } = await market.fresh();
  const good = orders({});
  // num_rows is field 3 of the footer: a type byte of i64 (0x16) and twice the number; the last one is the row group's.
  const at = good.indexOf(Buffer.from([0x16, 4, 0x19, 0x1c]));
  expect(at).toBeGreaterThan(0);
  const bad = Buffer.from(good);
  bad[at + 1] = 6;
  const { receipt } = await land('orders', 'a.parquet', bad);
  expect(receipt.refused).toMatch(/the file is damaged Parquet \(its footer counts 3 rows, its row groups 2\); write it again$/);
  expect(receipt).toMatchObject({ landed: 1, quarantined: 1 });
});

it('an error that is not about the data of a file is not taken for one', async () => {
  const { landing, store, scratch } = await market.fresh();
  const { acceptFiles } = await import('../../lambdas/accept-files/accept-files.js');
  await landing.write('orders/dt=2026-01-06/a.jsonl', jsonl(order()));
  const files = [{ dataset: 'orders', dt: '2026-01-06', key: 'orders/dt=2026-01-06/a.jsonl' }];
  const accept = (message: string) => {
    const duck = {
      run: (sql: string) =>
        sql.startsWith('COPY') && !sql.includes("DATE '") ? Promise.reject(new Error(message)) : market.duck().run(sql),
      close: () => {},
      interrupt: () => {},
    };
    return acceptFiles({ landing, store, files, regions: REGIONS, own_metrics: [], duck, scratch });
  };
  for (const message of [
    'Out of Memory Error: failed to pin block',
    'IO Error: No space left on device',
    'Binder Error: no such column',
    'Invalid Input Error: out of memory',
  ])
    await expect(accept(message)).rejects.toThrow(message);
});
