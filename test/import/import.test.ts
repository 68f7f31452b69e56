import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { expect, onTestFinished, test } from 'vitest';
import { keepNewRows } from '../../import/add-to-landing.js';
import { landedAlready } from '../../import/commit-landing.js';
import { importLine } from '../../import/import.js';
import { ImportRefused } from '../../import/refused.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { importToFolder } from '../helpers/import-to-folder.js';

const SHOP = join(import.meta.dirname, 'shop');

/** A copy of the shop's source and mapping, to be changed at will, and a place for the landing. Paths hold a space and a quote. */
async function shop() {
  const root = await mkdtemp(join(tmpdir(), "an owner's import-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(SHOP, root, { recursive: true });
  const options = { mapping: join(root, 'mapping'), from: join(root, 'source'), to: join(root, 'landing') };
  return {
    root,
    options,
    source: (name: string) => join(root, 'source', name),
    select: (name: string, sql: string) => writeFile(join(root, 'mapping', name), sql),
    selectOrders: (change: (sql: string) => string) =>
      readFile(join(root, 'mapping/orders.sql'), 'utf8').then((sql) => writeFile(join(root, 'mapping/orders.sql'), change(sql))),
    import: (more: { replace?: boolean; add?: boolean } = {}) => importToFolder({ ...options, ...more }),
  };
}

/** Every file below a folder with its bytes; empty when there is no such folder. */
async function files(folder: string): Promise<Record<string, string>> {
  const store = new FolderStore(folder);
  const objects = await store.list('');
  return Object.fromEntries(
    await Promise.all(objects.map(async ({ key }) => [key, (await store.read(key))!.body.toString('base64')] as const)),
  );
}

async function rows(path: string): Promise<Record<string, unknown>[]> {
  const body = await readFile(path);
  return parquetReadObjects({
    file: body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer,
    compressors,
  });
}

async function refusal(of: Promise<unknown>): Promise<string[]> {
  const error = await of.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(ImportRefused);
  return (error as ImportRefused).lines;
}

test('each dataset lands one file per day, and the summary says so', async () => {
  const { import: run, options } = await shop();
  const summary = await run();
  expect(Object.keys(await files(options.to))).toEqual([
    'orders/dt=2026-06-30/part-0.parquet',
    'orders/dt=2026-07-01/part-0.parquet',
    'orders/dt=2026-07-04/part-0.parquet',
    'sellers/dt=2025-03-01/part-0.parquet',
    'sellers/dt=2026-01-15/part-0.parquet',
  ]);
  expect(summary.datasets.map(importLine)).toEqual([
    'orders: 4 rows over 3 days, 2026-06-30 to 2026-07-04',
    'sellers: 2 rows over 2 days, 2025-03-01 to 2026-01-15',
  ]);
});

test('a SELECT that asks for a table that is not there is left out, and said; with the table it lands', async () => {
  const { import: run, options, select, source } = await shop();
  const dataset = `-- only with: shop_orders, exceptions
select id as exemption_id, 'all' as metrics, 'anna' as seller_id, 'strike' as reason, 'x' as decided_by,
  day::timestamp as decided_at, day::timestamp as updated_at, day::date as landed_on
from source.exceptions`;
  await select('exemptions.sql', dataset);
  const { notes, datasets } = await run();
  expect(datasets.map(({ dataset: name }) => name)).toEqual(['orders', 'sellers']);
  expect(notes).toContain(`${join(options.mapping, 'exemptions.sql')}: left out, because there is no exceptions`);
  await writeFile(source('exceptions.csv'), 'id,day\n1,2026-07-01\n');
  expect((await run()).datasets.map(importLine)[0]).toBe('exemptions: 1 row over 1 day, 2026-07-01 to 2026-07-01');
});

test('rows land with the columns of the contract: moments in UTC, a promised day as a day, what is not known as null', async () => {
  const { import: run, options } = await shop();
  await run();
  expect(await rows(join(options.to, 'orders/dt=2026-07-04/part-0.parquet'))).toEqual([
    {
      seller_id: 'anna',
      order_id: 'B-1',
      buyer_id: null,
      region: 'DE',
      category: null,
      fulfilment: 'seller',
      placed_at: new Date('2026-06-30T21:30:00Z'), // 23:30 in Berlin
      ship_by: new Date('2026-07-02T16:00:00Z'),
      deliver_by: new Date('2026-07-05'),
      confirmed_at: null,
      first_scan_at: new Date('2026-07-02T07:00:00Z'),
      delivered_at: new Date('2026-07-04T10:00:00Z'),
      cancelled_at: null,
      cancelled_by: null,
      cancel_reason: null,
      carrier: null,
      tracking_number: null,
      destination_area: null,
      items: 4n, // 1 + 3 pieces
      gmv_minor: 2009n, // 19.99 + 0.10 euros
      currency: 'EUR',
      updated_at: new Date('2026-07-04T10:00:00Z'),
    },
  ]);
});

test('the rows of a file stand in the order of their key', async () => {
  const { import: run, options } = await shop();
  await run();
  const landed = await rows(join(options.to, 'orders/dt=2026-07-01/part-0.parquet'));
  expect(landed.map((row) => [row.seller_id, row.order_id])).toEqual([
    [`O'Brien "&" sons`, 'B-3'],
    ['anna', 'B-2'],
  ]);
});

test('importing twice changes nothing, and says so', async () => {
  const { import: run, options } = await shop();
  await run();
  const before = await files(options.to);
  const again = await run();
  expect(await files(options.to)).toEqual(before);
  expect(again.datasets.map(importLine)).toEqual([
    'orders: 4 rows over 3 days, 2026-06-30 to 2026-07-04 (landed already, unchanged)',
    'sellers: 2 rows over 2 days, 2025-03-01 to 2026-01-15 (landed already, unchanged)',
  ]);
});

test('the order of the source rows does not matter: the same bytes land', async () => {
  const [straight, shuffled] = [await shop(), await shop()];
  const [header, ...lines] = (await readFile(shuffled.source('shop_orders.csv'), 'utf8')).trim().split('\n');
  await writeFile(shuffled.source('shop_orders.csv'), [header, ...lines.reverse()].join('\n'));
  await straight.import();
  await shuffled.import();
  expect(await files(shuffled.options.to)).toEqual(await files(straight.options.to));
});

test('gzipped csv, json lines and json are read like plain ones', async () => {
  const [plain, zipped] = [await shop(), await shop()];
  for (const name of ['shop_orders.csv', 'lines.jsonl', 'shops.json']) {
    await writeFile(zipped.source(`${name}.gz`), gzipSync(await readFile(zipped.source(name))));
    await rm(zipped.source(name));
  }
  await plain.import();
  await zipped.import();
  expect(await files(zipped.options.to)).toEqual(await files(plain.options.to));
});

test('parquet is read, gzipped or not: what was landed can be imported again as it was', async () => {
  const { import: run, options, root } = await shop();
  await run();
  const day = join(options.to, 'orders/dt=2026-07-01/part-0.parquet');
  const mapping = join(root, 'second mapping');
  await mkdir(mapping);
  await writeFile(join(mapping, 'orders.sql'), `select *, date '2026-07-01' as landed_on from source."landed rows"`);
  for (const zipped of [false, true]) {
    const from = await mkdtemp(join(root, 'second source-'));
    if (zipped) await writeFile(join(from, 'landed rows.parquet.gz'), gzipSync(await readFile(day)));
    else await copyFile(day, join(from, 'landed rows.parquet'));
    const to = join(root, `second landing ${zipped}`);
    await importToFolder({ mapping, from, to });
    expect((await readFile(join(to, 'orders/dt=2026-07-01/part-0.parquet'))).equals(await readFile(day))).toBe(true);
  }
});

test('a source that has grown by a day adds that day and leaves the others alone', async () => {
  const { import: run, options, source } = await shop();
  await run();
  const before = await files(options.to);
  const line = 'B-2;anna;DE;2026-07-01 00:30:00;2026-07-03 18:00:00;2026-07-06;2026-07-05 08:00:00;;2026-07-05 08:00:00\n';
  await writeFile(source('shop_orders.csv'), (await readFile(source('shop_orders.csv'), 'utf8')) + line);
  await run();
  const { 'orders/dt=2026-07-05/part-0.parquet': added, ...others } = await files(options.to);
  expect(added).toBeDefined();
  expect(others).toEqual(before);
});

test('a landing with other rows is left as it is, unless told to replace them', async () => {
  const { import: run, options, source } = await shop();
  await run();
  const before = await files(options.to);
  const csv = await readFile(source('shop_orders.csv'), 'utf8');
  await writeFile(source('shop_orders.csv'), csv.replace(/B-3;.*\n/, '').replace(/B-2;anna;DE/, 'B-2;anna;IE'));
  await writeFile(join(options.to, 'orders/dt=2026-07-04/by hand.csv'), 'seller_id\n');
  expect(await refusal(run())).toEqual([
    `${options.to}/orders: holds 2 files other than this import's (first: orders/dt=2026-07-01/part-0.parquet); ` +
      'import to an empty folder, pass --add to land beside them only what is new in your files, or --replace to exchange them',
  ]);
  const { 'orders/dt=2026-07-04/by hand.csv': byHand, ...after } = await files(options.to);
  expect(byHand).toBeDefined();
  expect(after).toEqual(before);

  await run({ replace: true });
  const replaced = await files(options.to);
  expect(Object.keys(replaced)).toEqual(Object.keys(before));
  expect((await rows(join(options.to, 'orders/dt=2026-07-01/part-0.parquet'))).map((row) => [row.order_id, row.region])).toEqual([
    ['B-2', 'IE'],
  ]);
});

test('an export of all orders every day adds what changed since, and keeps what had landed', async () => {
  const { import: run, options, source } = await shop();
  await run();
  const before = await files(options.to);
  const csv = await readFile(source('shop_orders.csv'), 'utf8');
  await writeFile(source('shop_orders.csv'), csv.replace(/B-3;.*\n/, '').replace(/B-2;anna;DE/, 'B-2;anna;IE'));
  const { datasets } = await run({ add: true });
  expect(datasets.map(importLine)).toEqual(
    datasets.map(({ dataset, rows }) => `${dataset}: ${dataset === 'orders' ? '1 new row' : '0 new rows'} of ${rows}`),
  );
  const { 'orders/dt=2026-07-01/part-1.parquet': added, ...kept } = await files(options.to);
  expect(added).toBeDefined();
  expect(kept).toEqual(before);
  expect((await rows(join(options.to, 'orders/dt=2026-07-01/part-1.parquet'))).map((row) => [row.order_id, row.region])).toEqual([
    ['B-2', 'IE'],
  ]);
  // again, nothing is new
  const after = await files(options.to);
  await run({ add: true });
  expect(await files(options.to)).toEqual(after);
  // into an empty folder it lands as without
  await rm(options.to, { recursive: true });
  await writeFile(source('shop_orders.csv'), csv);
  await run({ add: true });
  expect(await files(options.to)).toEqual(before);
  await writeFile(join(options.to, 'orders/dt=2026-07-01/by hand.csv'), 'seller_id\n');
  expect((await refusal(run({ add: true })))[0]).toMatch(/by hand\.csv: was not written by an import, so that nobody can tell/);
});

test('what a desktop or a job leaves in the folder of a day is no row, and new rows land beside it', async () => {
  const { import: run, options, source } = await shop();
  await run();
  for (const name of ['.DS_Store', '_SUCCESS', 'Thumbs.db', 'desktop.ini', '._part-0.parquet', '.part-0.parquet.crc'])
    await writeFile(join(options.to, 'orders/dt=2026-07-01', name), 'x');
  // The same source again: nothing to say of them, and nothing that is taken away.
  const before = await files(options.to);
  await run();
  await run({ replace: true });
  expect(await files(options.to)).toEqual(before);
  const csv = await readFile(source('shop_orders.csv'), 'utf8');
  await writeFile(source('shop_orders.csv'), csv.replace(/B-2;anna;DE/, 'B-2;anna;IE'));
  const { datasets } = await run({ add: true });
  expect(datasets.find(({ dataset }) => dataset === 'orders')?.added).toBe(1);
  expect(Object.keys(await files(options.to))).toContain('orders/dt=2026-07-01/part-1.parquet');
});

test('a landed file that is damaged is named as such, and so are other columns', async () => {
  const { import: run, options } = await shop();
  await run();
  const part = join(options.to, 'orders/dt=2026-07-01/part-0.parquet');
  const whole = await readFile(part);
  const inside = Buffer.from(whole);
  inside.fill(7, 30, 200);
  for (const damaged of [Buffer.from('PAR1junk'), Buffer.alloc(0), whole.subarray(0, -50), inside]) {
    await writeFile(part, damaged);
    expect(await refusal(run({ add: true }))).toEqual([
      `${part}: is damaged, so that nobody can tell which rows are new beside it; put it back from a copy, or take it out of the landing and import again: of its rows those that are in your files land anew`,
    ]);
  }
  await copyFile(join(options.to, 'sellers/dt=2025-03-01/part-0.parquet'), part);
  expect(await refusal(run({ add: true }))).toEqual([
    `${part}: has other columns than an import writes today; import to an empty folder, or pass --replace`,
  ]);
});

test('a fault of disk or memory is not blamed on what landed', async () => {
  const { import: run, options, root } = await shop();
  await run();
  const staging = new FolderStore(options.to);
  const gone = Object.assign(new FolderStore(join(root, 'landing')), { url: (at: string) => join(root, 'no such disk', at) });
  const adding = keepNewRows({ staging, landing: gone, datasets: ['orders'], already: await landedAlready(gone), scratch: root });
  const error = await adding.catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(ImportRefused);
  expect(String(error)).toMatch(/IO Error/);
});

test('a row that changed without a later updated_at lands, and is named with what to do', async () => {
  const { import: run, source } = await shop();
  await run();
  const csv = await readFile(source('shop_orders.csv'), 'utf8');
  const corrected = csv.replace('2026-07-02 09:00:00;2026-07-04 12:00:00;', '2026-07-02 09:00:00;2026-07-03 12:00:00;');
  // B-3 changes as it should, within its day
  await writeFile(
    source('shop_orders.csv'),
    corrected.replace(';2026-07-01 16:00:00;;2026-07-01 16:00:00', ';2026-07-01 16:00:00;;2026-07-01 17:00:00'),
  );
  const { datasets, notes } = await run({ add: true });
  expect(importLine(datasets[0]!)).toBe('orders: 2 new rows of 4');
  const said = (all: readonly string[]) => all.filter((note) => !note.includes('not read'));
  expect(said(notes)).toEqual([
    'orders: 1 new row changed without a later updated_at than the row that landed before (first: seller_id "anna", order_id "B-1"); of two such rows a night may keep the old one: return a later updated_at with every change, or pass --replace to take the old rows out',
  ]);
  // a row that stands twice says nothing new
  await writeFile(source('shop_orders.csv'), `${corrected}${corrected.split('\n')[1]}\n`);
  const twice = await run({ add: true });
  expect([twice.datasets[0]!.added, said(twice.notes)]).toEqual([1, []]);
});

test('nothing lands and nothing is left behind when one of the SELECTs fails, even half-way', async () => {
  const { import: run, root, select } = await shop();
  await select('sellers.sql', `select *, 1 as landed_on from source.shops`);
  await refusal(run());
  const sellers = await readFile(join(SHOP, 'mapping/sellers.sql'), 'utf8');
  await select('sellers.sql', sellers.replace('since as joined_on', `(called || since)::date as joined_on`));
  expect((await refusal(run()))[0]).toMatch(/^"Anna's Wool2025-03-01", which .*sellers\.sql:6 reads as a moment/);
  expect(await readdir(root)).toEqual(['mapping', 'source']);
});

test('a column the contract does not know is refused with the nearest one that it does', async () => {
  const { import: run, options, selectOrders } = await shop();
  await selectOrders((sql) => sql.replace('first_scan_at', 'first_scan'));
  expect(await refusal(run())).toEqual([
    `${options.mapping}/orders.sql: returns first_scan, which orders does not have; leave it out or rename it (nearest: first_scan_at)`,
  ]);
});

test('required columns and the landing day that a SELECT forgets are all named at once', async () => {
  const { import: run, options, selectOrders } = await shop();
  await selectOrders((sql) => sql.replace('land as region,', '').replace('changed::date as landed_on,', ''));
  expect(await refusal(run())).toEqual([
    `${options.mapping}/orders.sql: does not return region, which orders requires; add it`,
    `${options.mapping}/orders.sql: does not return landed_on; add the day on which each row would have landed, as a DATE`,
  ]);
});

test.each([
  ['cents as gmv_minor', 'cents / 100 as gmv_minor', 'returns gmv_minor as DOUBLE, but it is whole minor units such as cents'],
  ['promised::date as deliver_by', '7 as deliver_by', 'returns deliver_by as INTEGER, but it is a moment or a day'],
  ["bought::timestamp at time zone 'Europe/Berlin'", 'bought::date', 'returns placed_at as DATE, but it is a moment'],
  ['changed::date as landed_on', 'changed::timestamp as landed_on', 'returns landed_on as TIMESTAMP; cast it to DATE'],
])('a column of the wrong kind is refused with what to return instead: %s', async (right, wrong, says) => {
  const { import: run, selectOrders } = await shop();
  await selectOrders((sql) => sql.replace(right, wrong));
  const lines = await refusal(run());
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(says);
});

test('a row without a landing day stops the import', async () => {
  const { import: run, selectOrders } = await shop();
  await selectOrders((sql) => sql.replace('changed::date', 'handed_over::date'));
  expect((await refusal(run()))[0]).toMatch(/orders\.sql: landed_on is null in 2 rows; give every row the day/);
});

test('a mistake in the SQL is reported with its file, its line and what DuckDB says', async () => {
  const { import: run, options, selectOrders } = await shop();
  await selectOrders((sql) => sql.replace('items,', 'itmes,'));
  const [line, ...more] = await refusal(run());
  expect(line).toBe(`${options.mapping}/orders.sql:14: Binder Error: Referenced column "itmes" not found in FROM clause!`);
  expect(more).toEqual([]);
});

test('a SELECT of a table that is not in the source is told which there are', async () => {
  const { import: run, options, select } = await shop();
  await select('_a_totals.sql', 'select * from source.line');
  const lines = await refusal(run());
  expect(lines[0]).toBe(`${options.mapping}/_a_totals.sql:1: Catalog Error: Table with name line does not exist!`);
  expect(lines[1]).toBe('readable: source.lines, source.shop_orders, source.shops');
});

test('a file may hold one SELECT only', async () => {
  const { import: run, select } = await shop();
  await select('sellers.sql', 'select 1; drop schema source cascade;');
  expect((await refusal(run()))[0]).toMatch(/sellers\.sql: holds something other than one SELECT/);
  await select('sellers.sql', 'select 1) ; select (1');
  expect((await refusal(run()))[0]).toMatch(/sellers\.sql:1: Parser Error: syntax error at or near "\)"/);
});

test('a mapping file named for no dataset is refused with the nearest dataset', async () => {
  const { import: run, options, select } = await shop();
  await select('order.sql', 'select 1');
  expect(await refusal(run())).toEqual([
    `${options.mapping}/order.sql: order is not a landed dataset; rename it (nearest: orders), or to _order.sql if it is a helper`,
  ]);
});

test('a mapping file named like something that every object has is refused as any other', async () => {
  const { import: run, select } = await shop();
  await select('constructor.sql', 'select 1');
  expect((await refusal(run()))[0]).toContain('constructor.sql: constructor is not a landed dataset');
});

test('a mapping folder that is missing or holds no dataset is refused', async () => {
  const { options, root } = await shop();
  expect((await refusal(importToFolder({ ...options, mapping: join(root, 'nowhere') })))[0]).toMatch(
    /nowhere: cannot be read; give --mapping/,
  );
  expect((await refusal(importToFolder({ ...options, mapping: options.from })))[0]).toMatch(
    /source: holds no SELECT of a dataset; add one such as/,
  );
});

test('a source that is missing, holds no table, or gives no row is refused', async () => {
  const { import: run, options, root, source } = await shop();
  expect((await refusal(importToFolder({ ...options, from: join(root, 'nowhere') })))[0]).toMatch(
    /nowhere: cannot be read; give --from/,
  );
  expect((await refusal(importToFolder({ ...options, from: options.mapping })))[0]).toMatch(/mapping: holds no .parquet, .csv/);
  await writeFile(source('lines.jsonl'), '{"order": "of another shop", "euros": 1.5, "pieces": 1}\n');
  await rm(join(options.mapping, 'sellers.sql'));
  expect((await refusal(run()))[0]).toMatch(/source: the SELECTs of .* return no row of it; is --from right\?/);
});

test('source files that cannot be told apart or cannot be read are refused by name', async () => {
  const { import: run, source } = await shop();
  await writeFile(source('LINES.csv'), 'order\nB-1\n');
  expect((await refusal(run()))[0]).toMatch(/LINES.csv and lines.jsonl would both be source.lines; rename one/);
  await rm(source('LINES.csv'));
  await writeFile(source('broken.parquet'), 'this is not parquet');
  expect((await refusal(run()))[0]).toMatch(/broken.parquet: is not Parquet; /);
  await rm(source('broken.parquet'));
  await writeFile(source('torn.parquet.gz'), gzipSync(Buffer.alloc(1000)).subarray(0, 15));
  expect((await refusal(run()))[0]).toMatch(/torn.parquet.gz: cannot be unpacked \(unexpected end of file\); is it whole\?/);
});
