import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CASE_POLICIES, order } from '../cases/index.js';
import { readLanding } from './read-landing.js';
import { day, momentOf } from './time.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'landing-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function land(key: string, body: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, key)), { recursive: true });
  await writeFile(join(folder, key), body);
}

const row = (id: string, changes: Parameters<typeof order>[1] = {}) => {
  const { dt: _, ...columns } = order(id);
  return { ...columns, ...changes };
};
const json = (...rows: object[]): string => rows.map((r) => `${JSON.stringify(r)}\n`).join('');
const readOrders = async (runDate = '2026-11-20') => {
  const { records, counts } = await readLanding(folder, CASE_POLICIES.regions, runDate);
  return { ids: records.orders.map((o) => o.order_id), orders: records.orders, ...counts.orders! };
};

describe('a landing', () => {
  it('is read up to the run date and no further', async () => {
    await land('orders/dt=2026-11-20/a.jsonl', json(row('today')));
    await land('orders/dt=2026-11-21/a.jsonl', json(row('tomorrow')));
    expect(await readOrders()).toMatchObject({ ids: ['today'], rows: 1, refused: 0 });
  });

  it('is the same as plain or gzipped JSON lines or CSV, with or without a byte order mark', async () => {
    const values = row('same');
    const csv = `\uFEFF${Object.keys(values).join(',')}\r\n${Object.values(values).join(',')}\r\n`;
    await land('orders/dt=2026-11-20/a.jsonl', json(values));
    await land('orders/dt=2026-11-20/b.jsonl.gz', gzipSync(`\uFEFF${json(values)}`));
    await land('orders/dt=2026-11-20/c.csv', csv);
    await land('orders/dt=2026-11-20/d.csv.gz', gzipSync(csv));
    const { orders, refused } = await readOrders();
    expect([orders.length, refused]).toEqual([4, 0]);
    expect(new Set(orders.map((o) => JSON.stringify(o))).size).toBe(1);
  });

  it('may be a JSON array, and may end its lines with carriage returns', async () => {
    await land('orders/dt=2026-11-20/a.jsonl', JSON.stringify([row('one'), row('two'), 3]));
    await land('orders/dt=2026-11-20/b.jsonl', json(row('three'), row('four')).replaceAll('\n', '\r'));
    expect(await readOrders()).toMatchObject({ ids: ['one', 'two', 'three', 'four'], rows: 5, refused: 1 });
  });

  it('gives a promised day its local end', async () => {
    await land('orders/dt=2026-11-20/a.jsonl', json(row('day', { region: 'SP', currency: 'BRL' })));
    const { orders } = await readOrders();
    expect(orders[0]!.deliver_by).toBe(momentOf('2026-11-10T03:00:00Z')! - 1);
    expect(orders[0]!.dt).toBe(day('2026-11-20'));
  });

  it.each([
    ['a region nobody knows', { region: 'XX' }],
    ['a number where a date belongs', { placed_at: 1763632800 }],
    ['a date that is none', { ship_by: '2026-02-30T10:00:00Z' }],
    ['a negative amount', { gmv_minor: -1 }],
    ['half a cent', { gmv_minor: 12.5 }],
    ['a word not to choose from', { fulfilment: 'carrier' }],
    ['no seller', { seller_id: null }],
    ['no version', { updated_at: '' }],
    ['a seller that is a word for nobody', { seller_id: ' N/A' }],
    ['a space behind its id', { order_id: 'bad ' }],
    ['an id that a spreadsheet shortened', { order_id: '1.08E+14' }],
    ['an id that was a float', { order_id: '1001.0' }],
    ['an id in another normal form', { order_id: 'cafe\u0301' }],
    ['a cancellation long before the order', { cancelled_at: '1995-01-01T00:00:00Z' }],
    ['a moment of the first second there is', { first_scan_at: '1970-01-01T00:00:00Z' }],
    ['a version of the far future', { updated_at: '2026-11-23T00:00:00Z' }],
    ['more money than there is', { gmv_minor: 10_000_000_000_001 }],
    ['more items than there are', { items: 1_000_001 }],
    ['an order id of ten thousand bytes', { order_id: 'x'.repeat(10_000) }],
  ])('leaves out a row with %s, and keeps its neighbours', async (_what, changes) => {
    await land('orders/dt=2026-11-20/a.jsonl', json(row('before'), row('bad', changes), row('after')));
    expect(await readOrders()).toMatchObject({ ids: ['before', 'after'], rows: 3, refused: 1 });
  });

  it('reads a delivery before the order as not known', async () => {
    await land('orders/dt=2026-11-20/a.jsonl', json(row('early', { delivered_at: '2026-11-02T09:58:00Z' })));
    expect((await readOrders()).orders.map((o) => o.delivered_at)).toEqual([null]);
  });

  it('reads a word for none as none', async () => {
    await land('orders/dt=2026-11-20/a.jsonl', json(row('without', { carrier: 'N/A', tracking_number: '0000' }), row('some')));
    const { orders } = await readOrders();
    expect(orders.map((o) => [o.carrier, o.tracking_number])).toEqual([
      [null, null],
      ['Parcelline', 'track-some'],
    ]);
  });

  it.each([
    ['SW', 'SW'],
    ['2019', '2019'],
    ['NA', 'NA'],
    ['Zone 5', 'Zone 5'],
    ['unknown', null],
    ['10115', null],
    ['US-9021-0', null],
    ['SW1A 1AA', null],
    ['m1 1ae', null],
    ['K1A 0B1', null],
    ['1012 AB', null],
  ])('reads the area %s as %s', async (landed, read) => {
    await land('orders/dt=2026-11-20/a.jsonl', json(row('one', { destination_area: landed })));
    expect((await readOrders()).orders.map((o) => o.destination_area)).toEqual([read]);
  });

  it('leaves out a line that is no JSON and one that is not UTF-8', async () => {
    const bad = Buffer.from(json(row('b\u00e4d')), 'latin1');
    await land(
      'orders/dt=2026-11-20/a.jsonl',
      Buffer.concat([Buffer.from(json(row('köln'))), Buffer.from('{"seller_id":\n'), bad]),
    );
    expect(await readOrders()).toMatchObject({ ids: ['köln'], rows: 3, refused: 2 });
  });

  it('leaves out a CSV row with a column too many, and reads quoted line breaks', async () => {
    const values = row('quoted', { carrier: '"Two\nlines"' });
    const header = Object.keys(values).join(',');
    const csv = `${header}\n${Object.values(values).join(',')}\n${Object.values(row('wide')).join(',')},more\n`;
    await land('orders/dt=2026-11-20/a.csv', csv);
    const { orders, refused } = await readOrders();
    expect([orders.map((o) => o.carrier), refused]).toEqual([['Two\nlines'], 1]);
  });

  it('leaves out a truncated file and one without a column it needs', async () => {
    const { placed_at: _, ...unplaced } = row('unplaced');
    await land('orders/dt=2026-11-20/a.jsonl.gz', gzipSync(json(row('cut'))).subarray(0, -12));
    await land('orders/dt=2026-11-20/b.csv', `${Object.keys(unplaced).join(',')}\n${Object.values(unplaced).join(',')}\n`);
    await land('orders/dt=2026-11-20/c.jsonl', json(row('whole')));
    expect(await readOrders()).toMatchObject({ ids: ['whole'], refused: 2 });
  });
});
