/** What the dashboard fetches of a large file, over HTTP from the server that serves it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readColumns, readParquet } from '../../dashboard/src/data/parquet.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';
import { openQueries } from './query.js';

const KEY = 'runs/2026-11-20/001/outcome_details/part-0.parquet';
/** 40 sellers with 2,000 orders each, in sixteen row groups: a seller lies in one or two of them. */
const SELLERS = 40;
const EACH = 2000;

interface Row {
  seller_id: string;
  order_id: string;
  rating: number | null;
}

let store: string;
let server: Awaited<ReturnType<typeof serveDashboard>>;
let bytesSent = 0;
const fetchNow = globalThis.fetch;

beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'large-file-'));
  await mkdir(join(store, KEY, '..'), { recursive: true });
  const duck = await openQueries();
  await duck.run(`
    COPY (
      SELECT 'S' || lpad((i // ${EACH})::VARCHAR, 3, '0') AS seller_id, md5(i::VARCHAR) AS order_id,
        CASE WHEN i % 3 = 0 THEN 1::INTEGER END AS rating
      FROM range(${SELLERS * EACH}) AS r (i) ORDER BY i
    ) TO '${join(store, KEY)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 5120)`);
  duck.close();
  server = await serveDashboard({ store, port: 0, say: () => {} });
  globalThis.fetch = async (...request) => {
    const response = await fetchNow(...request);
    if ((request[1]?.method ?? 'GET') === 'GET') bytesSent += Number(response.headers.get('content-length'));
    return response;
  };
}, 60_000);

afterAll(async () => {
  globalThis.fetch = fetchNow;
  await server?.close();
  await rm(store, { recursive: true });
});

const urlOf = (version: string): string => new URL(`store/${KEY}?v=${version}`, server.url).href;
const bytesFor = async (reading: Promise<unknown>): Promise<number> => {
  const before = bytesSent;
  await reading;
  return bytesSent - before;
};

test('one seller costs the row groups that may hold it, not the file', async () => {
  const whole = await bytesFor(readParquet<Row>(urlOf('whole')));
  const [filter, url] = [{ seller_id: { $eq: 'S017' } }, urlOf('one')];
  const one = await bytesFor(readParquet<Row>(url, { filter }));
  expect(whole).toBeGreaterThan(1_000_000);
  expect(one / whole).toBeLessThan(0.25);
  const rows = await readParquet<Row>(url, { filter });
  expect(rows).toHaveLength(EACH);
  expect(new Set(rows.map((row) => row.seller_id))).toEqual(new Set(['S017']));
  expect(rows.filter(({ rating }) => rating === null)).toHaveLength(1334); // of orders 34,000 to 35,999, 666 are multiples of 3 and rated
});

test('columns that are not asked for do not travel', async () => {
  const whole = await bytesFor(readParquet<Row>(urlOf('all columns')));
  const narrow = await bytesFor(readParquet<Row>(urlOf('one column'), { columns: ['seller_id'] }));
  expect(narrow / whole).toBeLessThan(0.2);
});

test('a column that another version did not write is named with the file', async () => {
  const columns = ['seller_id', 'tone'] as unknown as ['seller_id'];
  await expect(readParquet<Row>(urlOf('older'), { columns })).rejects.toThrow(
    'outcome_details/part-0.parquet: has no column tone; another version wrote it',
  );
});

test('columns that lie apart come in parts, with nothing of what is wide between them', async () => {
  const between = join(store, KEY.replace('part-0', 'apart'));
  const duck = await openQueries();
  await duck.run(`
    COPY (SELECT 'S' || i AS seller_id, md5(i::VARCHAR) AS order_id, i % 7 AS fault FROM range(2000) AS r (i))
    TO '${between}' (FORMAT parquet)`);
  duck.close();
  const url = urlOf('apart').replace('part-0', 'apart');
  const filter = { seller_id: { $eq: 'S1500' } };
  await readParquet(url, { columns: [] });
  const whole = await bytesFor(readParquet(url));
  let rows: unknown[] = [];
  const apart = await bytesFor(
    readParquet<{ seller_id: string; fault: number }>(url, { columns: ['fault'], filter }).then((found) => {
      rows = found;
    }),
  );
  expect(rows).toEqual([{ fault: 1500 % 7 }]);
  expect(apart).toBeLessThan(whole / 3);
  const without = await readParquet(url, { columns: ['seller_id'], ifThere: ['fault', 'tone'], filter });
  expect(without).toEqual([{ seller_id: 'S1500', fault: 1500 % 7 }]);
});

test('of columns come the row groups that may hold a value', async () => {
  const whole = await bytesFor(
    readColumns<Row, 'seller_id' | 'order_id'>([{ url: urlOf('all sellers') }], ['seller_id', 'order_id']),
  );
  let rows: Pick<Record<keyof Row, unknown[]>, 'seller_id' | 'order_id'> | undefined;
  const one = await bytesFor(
    readColumns<Row, 'seller_id' | 'order_id'>([{ url: urlOf('a seller') }], ['seller_id', 'order_id'], {
      column: 'seller_id',
      value: 'S017',
    }).then((found) => {
      rows = found;
    }),
  );
  expect(one / whole).toBeLessThan(0.25);
  expect(rows!.seller_id.filter((id) => id === 'S017')).toHaveLength(EACH);
  expect(rows!.seller_id).toHaveLength(rows!.order_id.length);
  expect(rows!.seller_id.every((id) => typeof id === 'string')).toBe(true);
});
