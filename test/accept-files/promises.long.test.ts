import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { acceptFiles } from '../../lambdas/accept-files/accept-files.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { aMarketplace, csv, DAY, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();

/** Every object of a store, by key. */
async function contents(store: FolderStore): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { key } of await store.list('')) found[key] = (await store.read(key))!.body.toString('base64');
  return found;
}

it('the same bytes delivered twice on a day are one file; on another day, or under other regions, they are another', async () => {
  const { land, accept, store } = await market.fresh();
  const body = jsonl(order(), order({ gmv_minor: -1 }));
  const first = await land('orders', 'a.jsonl', body);
  const again = await land('orders', 'a second time.jsonl', body);
  expect(again.receipt).toEqual(first.receipt);
  expect((await store.list('accepted/')).map((o) => o.key)).toEqual([first.receipt.accepted_key]);

  const nextDay = await land('orders', 'a.jsonl', body, '2026-01-07');
  const moved = await accept('orders', 'a.jsonl', DAY, [{ code: 'DE', time_zone: 'Europe/Moscow' }]);
  const ids = [first, nextDay, moved].map((a) => a.receipt.file_id);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{20}$/);
  const reordered = await accept('orders', 'a.jsonl', DAY, [...REGIONS].reverse());
  expect(reordered.receipt.file_id).toBe(first.receipt.file_id);
});

it('accepting again in another place gives the same bytes, and leaves nothing in the scratch folder', async () => {
  const body = csv(Array.from({ length: 400 }, (_, i) => order({ order_id: `o-${i}`, gmv_minor: i % 9 === 0 ? -i - 1 : i })));
  const one = await market.fresh();
  const two = await market.fresh();
  const a = await one.land('orders', 'a.csv', body);
  await two.land('orders', 'a.csv', body);
  expect(a.receipt).toMatchObject({ landed: 400, accepted: 355, quarantined: 45 });
  expect(await contents(one.store)).toEqual(await contents(two.store));
  expect(await readdir(one.scratch)).toEqual([]);
});

// why 250,000: DuckDB writes 122,880 rows a group, so that these are three.
it('a file of several row groups gives the same bytes each time, in the order of its rows', async () => {
  const select = `SELECT 's-' || i % 97 AS seller_id, md5(CAST(i AS VARCHAR)) AS order_id, 'DE' AS region, 'seller' AS fulfilment,
    TIMESTAMP '2026-01-05 16:00:00' AS placed_at, i AS gmv_minor, 'EUR' AS currency, TIMESTAMP '2026-01-06 03:00:00' AS updated_at FROM range(250000) AS t(i)`;
  const one = await market.fresh();
  const two = await market.fresh();
  const { receipt } = await one.landParquet('orders', 'a.parquet', select);
  await two.landParquet('orders', 'a.parquet', select);
  expect(receipt.accepted).toBe(250_000);
  expect(await contents(one.store)).toEqual(await contents(two.store));
  const [order] = await market
    .duck()
    .run(
      `SELECT count(*) AS n FROM read_parquet('${one.store.url(receipt.accepted_key!)}', file_row_number = true) WHERE gmv_minor = file_row_number`,
    );
  expect(order!.n).toBe(250_000);
});

it('a crash at any write leaves nothing that counts, and the next attempt gives what an undisturbed one gives', async () => {
  const body = jsonl(order(), order({ gmv_minor: -1 }));
  const calm = await market.fresh();
  await calm.land('orders', 'a.jsonl', body);
  const expected = await contents(calm.store);
  expect(Object.keys(expected).map((key) => key.split('/')[0])).toEqual(['accepted', 'counts', 'quarantine', 'receipts']);

  const { landing, store, scratch } = await market.fresh();
  await landing.write(`orders/dt=${DAY}/a.jsonl`, body);
  const attempt = (into: ObjectStore) =>
    acceptFiles({
      landing,
      store: into,
      files: [{ dataset: 'orders', dt: DAY, key: `orders/dt=${DAY}/a.jsonl` }],
      regions: REGIONS,
      own_metrics: [],
      duck: market.duck(),
      scratch,
    });
  for (let survives = 0; survives < 4; survives++) {
    let writes = 0;
    const dies = async () => {
      if (writes++ === survives) throw new Error('killed');
    };
    const failing = new (class extends FolderStore {
      override async fromFile(path: string, key: string) {
        await dies();
        return super.fromFile(path, key);
      }
      override async create(key: string, text: string) {
        await dies();
        return super.create(key, text);
      }
    })(store.root);
    await expect(attempt(failing)).rejects.toThrow('killed');
    expect((await store.list('receipts/')).filter(({ key }) => key.endsWith('.json'))).toEqual([]);
  }
  await attempt(store);
  expect(await contents(store)).toEqual(expected);
});

it('two who accept the same file at once get the same receipt', async () => {
  const { landing, store, scratch } = await market.fresh();
  await landing.write(`orders/dt=${DAY}/a.jsonl`, jsonl(order()));
  const attempt = () =>
    acceptFiles({
      landing,
      store,
      files: [{ dataset: 'orders', dt: DAY, key: `orders/dt=${DAY}/a.jsonl` }],
      regions: REGIONS,
      own_metrics: [],
      duck: market.duck(),
      scratch,
    });
  const [one, two] = await Promise.all([attempt(), attempt()]);
  expect(one).toEqual(two);
});

it('a row has the same hash in whatever file, line and format it lands, and another when anything in it changes', async () => {
  const { land } = await market.fresh();
  const rows = [
    order(),
    order({ order_id: 'o-2', deliver_by: '2026-01-09' }),
    order({ category: 'a', carrier: null }),
    order({ category: null, carrier: 'a' }),
  ];
  const together = await land('orders', 'a.jsonl', jsonl(...rows));
  const shuffled = await land('orders', 'b.csv', csv([...rows].reverse().map((row) => ({ colour: 'red', ...row }))));
  const hashes = together.rows.map((row) => row.row_hash);
  expect(shuffled.rows.map((row) => row.row_hash).reverse()).toEqual(hashes);
  expect(new Set(hashes).size).toBe(4);
  expect(hashes.every((hash) => Number(hash) >= 0)).toBe(true);
});

it('accepted files have the columns the night reads, in that order and of those types, and so have counts', async () => {
  for (const contract of Object.values(LANDING)) {
    const { landing, store, scratch } = await market.fresh();
    const row = Object.fromEntries(
      contract.columns.map(({ name, kind, choices }) => {
        if (choices) return [name, choices[0]];
        if (name.endsWith('region')) return [name, 'DE'];
        return [
          name,
          {
            moment: '2026-01-05T10:00Z',
            moment_or_day: '2026-01-05',
            day: '2026-01-05',
            count: 1,
            money: 1,
            rating: 1,
            metrics: 'all',
          }[kind as string] ?? 'EUR',
        ];
      }),
    );
    const key = `${contract.dataset}/dt=${DAY}/a.jsonl`;
    await landing.write(key, jsonl(row));
    const [receipt] = await acceptFiles({
      landing,
      store,
      files: [{ dataset: contract.dataset, dt: DAY, key }],
      regions: REGIONS,
      own_metrics: [],
      duck: market.duck(),
      scratch,
    });
    expect(receipt).toMatchObject({
      accepted: 1,
      extra_columns: [],
      non_null: Object.fromEntries(contract.columns.map((c) => [c.name, 1])),
    });
    const columnsOf = async (path: string) =>
      (await market.duck().run(`DESCRIBE SELECT * FROM read_parquet('${path}')`)).map((c) => ({
        name: c.column_name,
        sql: c.column_type,
      }));
    expect(await columnsOf(store.url(receipt!.accepted_key!))).toEqual(acceptedColumns(contract));
    expect(await columnsOf(store.url(receipt!.counts_key))).toEqual(COUNT_COLUMNS);
  }
});

it('counts say by region what landed, what came late and what is newest; the receipt says which columns have values', async () => {
  const { land } = await market.fresh();
  const { receipt, counts } = await land(
    'orders',
    'a.jsonl',
    jsonl(
      order({ updated_at: '2026-01-05T00:00:00Z', carrier: 'post' }),
      order({ updated_at: '2026-01-04T23:59:59.5Z' }),
      order({ updated_at: '2025-06-01T00:00:00Z', region: 'GB' }),
      order({ gmv_minor: -1 }),
      order({ region: 'GB', order_id: null }),
      order({ region: 'XX' }),
    ),
  );
  const of = (region: string, landed: number, accepted: number, late: number, newest_updated_at: string | null) => ({
    ...{ dataset: 'orders', dt: DAY, file_id: receipt.file_id, region, landed, accepted, quarantined: landed - accepted },
    ...{ late, newest_updated_at },
  });
  expect(counts).toEqual([
    of('?', 1, 0, 0, null),
    of('DE', 3, 2, 1, '2026-01-05 00:00:00'),
    of('GB', 2, 1, 1, '2025-06-01 00:00:00'),
  ]);
  expect(receipt.non_null).toMatchObject({ seller_id: 3, carrier: 1, deliver_by: 0, delivered_at: 0 });
});

it('datasets without a region count as ALL, and sellers by their home region', async () => {
  const { land } = await market.fresh();
  const review = {
    review_id: 'r',
    seller_id: 's',
    order_id: 'o',
    rating: 5,
    created_at: '2026-01-05T10:00Z',
    updated_at: '2026-01-05T10:00Z',
  };
  const reviews = await land('reviews', 'a.jsonl', jsonl(review, { ...review, rating: 9 }));
  expect(reviews.counts).toMatchObject([{ region: 'ALL', landed: 2, accepted: 1, quarantined: 1 }]);
  const seller = {
    seller_id: 's',
    name: 'Shop',
    home_region: 'GB',
    joined_on: '2025-01-01',
    status: 'active',
    updated_at: '2026-01-05T10:00Z',
  };
  const sellers = await land('sellers', 'a.jsonl', jsonl(seller, { ...seller, home_region: 'XX' }));
  expect(sellers.counts).toMatchObject([
    { region: '?', quarantined: 1 },
    { region: 'GB', accepted: 1 },
  ]);
  expect(sellers.quarantine[0]!.reasons).toEqual(['home_region: XX is not in regions.yaml; write one of DE, GB, NZ']);
});

it('whatever lands, accepted and quarantined rows add up to the landed rows, and every quarantined row has a reason', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '',
      '2026-01-05',
      '2026-01-05T17:00:00+01:00',
      'all',
      'DE',
      'EUR',
      '5',
      'seller',
      '"',
      ',',
      '\n',
      '\r\n',
      '\u0000',
      '\u001f',
      '\ufeff',
    ),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
  );
  const names = LANDING.orders!.columns.map((c) => c.name);
  const change = fc.dictionary(fc.constantFrom(...names, 'other'), value, { maxKeys: 3 });
  const line = fc.oneof(
    { weight: 4, arbitrary: change.map((given) => JSON.stringify(order(given))) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ')) },
  );
  const { land } = await market.fresh();
  let n = 0;
  const addsUp = async (name: string, body: Buffer | string, rows: number) => {
    const { receipt, quarantine, rows: accepted, counts } = await land('orders', name, body);
    expect(receipt.accepted + receipt.quarantined).toBe(receipt.landed);
    expect(receipt.landed).toBe(rows);
    expect([accepted.length, quarantine.length]).toEqual([receipt.accepted, receipt.quarantined]);
    expect(quarantine.every((row) => row.reasons.length > 0 && row.line > 0)).toBe(true);
    const lines = quarantine.map((row) => row.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const sum = (column: string) => counts.reduce((total, row) => total + Number(row[column]), 0);
    expect([sum('landed'), sum('accepted'), sum('quarantined')]).toEqual([receipt.landed, receipt.accepted, receipt.quarantined]);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
      const landed = lines.flatMap((text) => Buffer.from(text).toString('latin1').split('\r'));
      const rows = landed.filter((text) => text.trim() !== '').length;
      await addsUp(`${++n}.jsonl`, lines.join('\n'), rows);
    }),
    { numRuns: 5 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (given) => {
      const rows = given.map((some) => order({ other: 'x', ...some }));
      await addsUp(`${++n}.csv`, csv(rows), rows.length);
    }),
    { numRuns: 5 },
  );
});

it('any text comes out of a csv or jsonl file as it went in', async () => {
  const { land } = await market.fresh();
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 8 }),
      async (texts) => {
        const rows = texts.map((cancel_reason, i) => order({ order_id: `o-${i}`, cancel_reason: `"${cancel_reason}` }));
        const asCsv = await land('orders', `${++n}.csv`, csv(rows));
        const asJsonl = await land('orders', `${n}.jsonl`, jsonl(...rows));
        expect(asCsv.rows.map((row) => row.cancel_reason)).toEqual(rows.map((row) => row.cancel_reason));
        expect(asJsonl.rows.map((row) => row.cancel_reason)).toEqual(rows.map((row) => row.cancel_reason));
      },
    ),
    { numRuns: 5 },
  );
});
