/** What a seller's page fetches of a run whose facts lie in buckets, from the server that serves it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bucketOf } from '../../contracts/run/buckets.js';
import { bucketOfKey, POINTER } from '../../contracts/run/keys.js';
import { ordersOf, wholeOrder } from '../../dashboard/src/data/orders.js';
import { openRun } from '../../dashboard/src/data/run.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const BUCKETS = 16;
let folder: string;
let server: Awaited<ReturnType<typeof serveDashboard>>;
let asked: string[] = [];
const before = { fetch: globalThis.fetch, document: (globalThis as { document?: unknown }).document };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seller-card-'));
  const store = new FolderStore(folder);
  const prefix = await writeRun(store, { ...mailRows(), next_tiers: [] }, { buckets: BUCKETS });
  await store.write(POINTER, JSON.stringify({ prefix, run_id: '2026-11-16-001', run_date: '2026-11-16' }));
  server = await serveDashboard({ store: folder, port: 0, say: () => {} });
  Object.assign(globalThis, { document: { querySelector: () => null, baseURI: server.url } });
  globalThis.fetch = (...request) => {
    asked.push(new URL(String(request[0])).pathname);
    return before.fetch(...request);
  };
}, 60_000);

afterAll(async () => {
  Object.assign(globalThis, before);
  await server?.close();
  await rm(folder, { recursive: true });
});

test.each(['S-0001', 'S-0004'])('%s: its numbers and the orders behind them come from its own bucket', async (seller) => {
  const run = await openRun();
  const own = mailRows();
  asked = [];
  expect(await run.metricsOf(seller)).toHaveLength(own.seller_metrics.filter((row) => row.seller_id === seller).length);
  expect(await run.outcomeDetailsOf(seller)).toHaveLength(own.outcome_details.filter((row) => row.seller_id === seller).length);
  const files = [...new Set(asked)];
  expect(files.map((path) => path.split('/').at(-3)).sort()).toEqual(
    seller === 'S-0001' ? ['outcome_details', 'seller_metrics'] : ['seller_metrics'],
  );
  for (const path of files) expect(bucketOfKey(path)).toEqual({ bucket: bucketOf(seller, BUCKETS), of: BUCKETS });
});

test('a seller of whose bucket nobody has orders behind the numbers costs no request', async () => {
  const run = await openRun();
  asked = [];
  const nobody = Array.from({ length: 99 }, (_, n) => `nobody-${n}`).find(
    (id) => ![...mailRows().outcome_details].some((row) => bucketOf(row.seller_id, BUCKETS) === bucketOf(id, BUCKETS)),
  )!;
  expect(await run.outcomeDetailsOf(nobody)).toEqual([]);
  expect(asked).toEqual([]);
});

test('the list of a metric has what proves it; an order that is opened, all there is', async () => {
  const run = await openRun();
  const listed = await ordersOf(run, 'S-0001', 'late_dispatch');
  const all = await run.outcomeDetailsOf('S-0001');
  expect(listed).toHaveLength(all.length);
  for (const [place, row] of listed.entries()) expect(all[place]).toMatchObject(row);
  expect(listed[0]).toHaveProperty('ship_by');
  for (const column of ['order_id', 'placed_at', 'delivered_at', 'rating']) expect(listed[0]).not.toHaveProperty(column);
  expect(await wholeOrder(run, listed[1]!)).toEqual(all[1]);
  for (const conversation of await ordersOf(run, 'S-0001', 'slow_response')) expect(conversation).toHaveProperty('order_id');
});

test('what has no rows costs no request', async () => {
  const run = await openRun();
  asked = [];
  expect(await run.nextTiersOf('S-0001')).toEqual([]);
  expect(run.filesOf('next_tiers')).toEqual([]);
  expect(asked).toEqual([]);
});
