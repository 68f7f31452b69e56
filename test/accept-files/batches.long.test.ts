import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../contracts/run/receipt.js';
import { acceptFiles } from '../../lambdas/accept-files/accept-files.js';
import { type ToAccept, toOpenTogether } from '../../lambdas/accept-files/batches.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { aMarketplace, csv, DAY, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();
const NEXT_DAY = '2027-01-07';

const typedOrders = (rows: string, gmv = '1250') => `SELECT 's-1' AS seller_id, 'o-' || i AS order_id, 'DE' AS region,
  'seller' AS fulfilment, TIMESTAMP '2026-01-05 16:00:00' AS placed_at, ${gmv} AS gmv_minor, 'EUR' AS currency,
  TIMESTAMP '2026-01-06 03:00:00' AS updated_at FROM range(${rows}) AS t(i)`;

type Fresh = Awaited<ReturnType<typeof market.fresh>>;

/** Lands one small file of every kind that may stand beside others, some of them twice. */
async function landAll({ landing, writeParquet }: Fresh): Promise<ToAccept[]> {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => order({ order_id: `${n}-${i}`, deliver_by: '2026-07-01' }));
  const texts: Record<string, Buffer | string> = {
    'good.jsonl': jsonl(...rows(3)),
    'other keys.jsonl': jsonl(order({ colour: 'red', carrier: 'post' }), order({ order_id: 'o-2' })),
    'some bad.jsonl': `${jsonl(order({ gmv_minor: -1 }), order(), order({ region: 'XX', items: 'x' }))}{"seller_id"`,
    'refused.jsonl': jsonl(order({ currency: undefined }), order({ currency: undefined, order_id: 'o-2' })),
    'also refused.jsonl': jsonl(order({ currency: undefined, order_id: 'o-9' })),
    'no object.jsonl': '17\n',
    'empty.jsonl': '',
    'same as good.jsonl': jsonl(...rows(3)),
    'packed.jsonl.gz': gzipSync(jsonl(...rows(4))),
    'cut.jsonl.gz': gzipSync(jsonl(...rows(5))).subarray(0, 60),
    'not packed.jsonl.gz': jsonl(order()),
    'a.csv': csv(rows(2)),
    'b.csv': csv(rows(6)),
    'more columns.csv': csv([order({ category: 'a, "b"' }), order({ gmv_minor: -5, category: '' })]),
    'semicolons.csv': csv([order()]).replaceAll(',', ';'),
    'unknown.xlsx': 'PK',
    'junk.parquet': 'PAR1 and then nothing',
  };
  for (const dt of [DAY, NEXT_DAY])
    for (const [name, body] of Object.entries(texts)) await landing.write(`orders/dt=${dt}/${name}`, body);
  for (const [name, select] of Object.entries({
    'one.parquet': typedOrders('5'),
    'two.parquet': typedOrders('5, 12'),
    'wide.parquet': typedOrders('3', 'CAST(7 AS HUGEINT)'),
    'none.parquet': typedOrders('0'),
    'bad.parquet': typedOrders('6', 'i - 2'),
    'torn.parquet': typedOrders('5000').replace("'o-' || i", 'md5(CAST(i AS VARCHAR))'),
  }))
    await writeParquet('orders', name, select);
  const whole = (await landing.read(`orders/dt=${DAY}/torn.parquet`))!.body;
  const torn = Buffer.concat([whole.subarray(0, 2000), Buffer.alloc(20_000, 0xff), whole.subarray(22_000)]);
  await landing.write(`orders/dt=${DAY}/torn.parquet`, torn);
  return (await landing.list('orders/')).map(({ key, size }) => ({
    ...{ dataset: 'orders', dt: /dt=([^/]+)/.exec(key)![1]!, key, size },
  }));
}

/** Every object of the store but its name for who wrote first among files of the same bytes. */
async function contents({ store }: Fresh): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { key } of await store.list('')) found[key] = (await store.read(key))!.body.toString('base64');
  return found;
}

/** Accepts files with a DuckDB that counts its statements. */
async function accept({ landing, store, scratch }: Fresh, files: readonly ToAccept[]) {
  let statements = 0;
  const duck: Duck = {
    run: (sql) => {
      statements++;
      return market.duck().run(sql);
    },
    interrupt: () => {},
    close: () => {},
  };
  const receipts = await acceptFiles({ landing, store, files, regions: REGIONS, own_metrics: [], duck, scratch });
  return { receipts, statements };
}

describe('files that are accepted together', () => {
  let together: Fresh;
  let files: ToAccept[];
  let receipts: Receipt[];
  beforeAll(async () => {
    together = await market.fresh();
    files = await landAll(together);
    receipts = (await accept(together, files)).receipts;
  });

  it('leave what each of them leaves when accepted alone, byte for byte', async () => {
    const alone = await market.fresh();
    await landAll(alone);
    // Landed again by the other, Parquet is the same bytes only if DuckDB writes it so; the test would say nothing otherwise.
    for (const { key } of files) expect(await alone.landing.read(key)).toEqual(await together.landing.read(key));

    const one_by_one = [];
    for (const file of files) one_by_one.push(...(await accept(alone, [{ ...file, size: undefined }])).receipts);
    expect(receipts).toEqual(one_by_one);
    expect(await contents(together)).toEqual(await contents(alone));
  });

  it('are refused one by one: what is wrong with one file is said of that file alone', () => {
    const of = new Map(files.map(({ key }, at) => [key.replace(/^orders\//, ''), receipts[at]!]));
    const refused = [...of].filter(([, receipt]) => receipt.refused).map(([key]) => key);
    const names = [
      'also refused.jsonl',
      'cut.jsonl.gz',
      'junk.parquet',
      'not packed.jsonl.gz',
      'refused.jsonl',
      'semicolons.csv',
    ];
    expect(refused.sort()).toEqual(
      [
        ...[...names, 'torn.parquet', 'unknown.xlsx'].map((name) => `dt=${DAY}/${name}`),
        ...[...names, 'unknown.xlsx'].map((name) => `dt=${NEXT_DAY}/${name}`),
      ].sort(),
    );
    expect(of.get(`dt=${DAY}/refused.jsonl`)).toMatchObject({ landed: 2, accepted: 0, quarantined: 2 });
    expect(of.get(`dt=${DAY}/some bad.jsonl`)).toMatchObject({ landed: 4, accepted: 1, quarantined: 3 });
    expect(of.get(`dt=${DAY}/bad.parquet`)).toMatchObject({
      ...{ landed: 6, accepted: 4, quarantined: 2 },
      reasons: { 'gmv_minor: is negative; write a whole number of minor units >= 0': 2 },
    });
    expect(of.get(`dt=${DAY}/other keys.jsonl`)).toMatchObject({ extra_columns: ['colour'], non_null: { carrier: 1 } });
    expect(of.get(`dt=${DAY}/good.jsonl`)).toMatchObject({ accepted: 3, extra_columns: [], non_null: { carrier: 0 } });
    expect(of.get(`dt=${DAY}/same as good.jsonl`)).toEqual(of.get(`dt=${DAY}/good.jsonl`));
    expect(of.get(`dt=${NEXT_DAY}/good.jsonl`)!.file_id).not.toBe(of.get(`dt=${DAY}/good.jsonl`)!.file_id);
  });

  it('have their rows in the order of the file, each under its own file id and landing day', async () => {
    const fresh = await market.fresh();
    const files: ToAccept[] = [];
    for (const [n, format] of ['jsonl', 'csv', 'jsonl', 'csv', 'csv'].entries()) {
      const rows = Array.from({ length: 5000 }, (_, i) => order({ order_id: `${n}-${i}` }));
      const key = `orders/dt=${n < 3 ? DAY : NEXT_DAY}/${n}.${format}`;
      await fresh.landing.write(key, format === 'csv' ? csv(rows) : jsonl(...rows));
      files.push({ dataset: 'orders', dt: n < 3 ? DAY : NEXT_DAY, key, size: 1 });
    }
    files.sort((a, b) => (a.key.slice(-4) < b.key.slice(-4) ? -1 : 1));
    const { receipts } = await accept(fresh, files);
    for (const [at, { dt, key }] of files.entries()) {
      const rows = await market.read(fresh.store.url(receipts[at]!.accepted_key!));
      const n = /(\d)\.\w+$/.exec(key)![1];
      expect(rows.map((row) => row.order_id)).toEqual(Array.from({ length: 5000 }, (_, i) => `${n}-${i}`));
      expect(new Set(rows.map((row) => `${row.dt} ${row.file_id}`))).toEqual(new Set([`${dt} ${receipts[at]!.file_id}`]));
    }
  });

  it('take one query, not one each', async () => {
    const statementsFor = async (count: number): Promise<number> => {
      const fresh = await market.fresh();
      const files: ToAccept[] = [];
      for (let n = 0; n < count; n++) {
        const key = `orders/dt=${DAY}/${n}.csv`;
        await fresh.landing.write(key, csv([order({ order_id: `o-${n}` })]));
        files.push({ dataset: 'orders', dt: DAY, key, size: 300 });
      }
      const { receipts, statements } = await accept(fresh, files);
      expect(receipts.map((receipt) => receipt.accepted)).toEqual(files.map(() => 1));
      return statements;
    };
    await statementsFor(1);
    expect(await statementsFor(50)).toBe(await statementsFor(1));
  });
});

describe('what is opened together', () => {
  const file = (key: string, size?: number, dataset = 'orders'): ToAccept => ({ dataset, dt: DAY, key, size });
  it('is of one dataset and format, in the order of the files', () => {
    expect(
      toOpenTogether([
        ...[file('a.csv', 1), file('b.csv.gz', 1), file('c.jsonl', 1), file('d.jsonl', 1), file('e.parquet', 1)],
        ...[file('f.parquet', 1, 'reviews'), file('g.parquet', 1, 'reviews')],
      ]),
    ).toEqual([[0, 1], [2, 3], [4], [5, 6]]);
  });

  it('is at most 64 files and 16 MB, ten times as much of gzip; a file of unknown size is alone', () => {
    const many = Array.from({ length: 65 }, (_, n) => file(`${n}.csv`, 1));
    expect(toOpenTogether(many).map((batch) => batch.length)).toEqual([64, 1]);
    const MB = 2 ** 20;
    expect(toOpenTogether([file('a.csv', 8 * MB), file('b.csv', 8 * MB), file('c.csv', 1)])).toEqual([[0, 1], [2]]);
    expect(toOpenTogether([file('a.csv.gz', 1.5 * MB), file('b.csv.gz', MB / 10), file('c.csv', MB)])).toEqual([[0, 1], [2]]);
    expect(toOpenTogether([file('a.csv'), file('b.csv'), file('c.csv', 0)])).toEqual([[0], [1, 2]]);
  });
});
