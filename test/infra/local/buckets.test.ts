/** A dataset of many sellers, written into buckets by the laptop's engine. */
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BUCKETED, bucketOf } from '../../../contracts/run/buckets.js';
import { bucketOfKey } from '../../../contracts/run/keys.js';
import { DuckEngine } from '../../../infra/local/query-engine.js';
import { type Duck, openDuck } from '../../../lambdas/shared/duck.js';
import type { Written } from '../../../lambdas/shared/query-engine.js';
import { freshStore } from '../../helpers/fresh-store.js';

const SELLERS = [
  "o'neill & søn",
  'Ünïcode-Straße',
  '漢字-商店',
  '🛒-shop',
  'S 1',
  ...Array.from({ length: 300 }, (_, n) => `S-${n}`),
];
/** Four metrics of each seller, out of order, as an engine may answer them. */
const ROWS = `SELECT s.seller_id, 'standards' AS programme, 'metric-' || m.n AS metric, CAST(m.n AS BIGINT) AS fault
FROM (VALUES ${SELLERS.map((id) => `('${id.replaceAll("'", "''")}')`).join(', ')}) AS s (seller_id), range(4) AS m (n) -- all`;

let duck: Duck;
let store: Awaited<ReturnType<typeof freshStore>>;
beforeAll(async () => {
  duck = await openDuck();
  await duck.run('SET preserve_insertion_order = false');
});
beforeEach(async () => {
  store = await freshStore();
});
afterAll(() => duck.close());

async function write(outputPrefix: string, buckets: number, select = ROWS): Promise<Written & { engine: DuckEngine }> {
  const engine = new DuckEngine(store, async () => duck);
  await engine.register('some', engine.wrap(select, 'seller_metrics', outputPrefix, buckets), { outputPrefix, spread: buckets });
  const answer = await engine.start({ QueryString: 'EXECUTE some', ClientRequestToken: outputPrefix });
  return { engine, ...(await engine.outputOf(answer.QueryExecution)) };
}

it('puts each seller into the bucket that readers look for, also one whose id is not plain letters', async () => {
  const { files, rows } = await write('runs/2026-11-16/001/seller_metrics/', 16);
  expect(rows).toBe(4 * SELLERS.length);
  expect(files).toHaveLength(16);
  let seen = 0;
  for (const key of files) {
    const found = await duck.run(`SELECT DISTINCT seller_id FROM read_parquet('${store.url(key)}')`);
    for (const { seller_id } of found) expect({ bucket: bucketOf(String(seller_id), 16), of: 16 }).toEqual(bucketOfKey(key));
    seen += found.length;
  }
  expect(seen).toBe(SELLERS.length);
});

it('keeps the rows of a bucket in the order of the key, so that a seller lies together', async () => {
  const { files } = await write('runs/2026-11-16/002/seller_metrics/', 8);
  for (const key of files) {
    const rows = await duck.run(
      `SELECT * FROM read_parquet('${store.url(key)}', file_row_number = true, hive_partitioning = false)`,
    );
    const ids = rows
      .sort((a, b) => Number(a.file_row_number) - Number(b.file_row_number))
      .map((row) => `${row.seller_id} ${row.metric}`);
    const bytes = (text: string) => Buffer.from(text);
    expect(ids).toEqual([...ids].sort((a, b) => Buffer.compare(bytes(a), bytes(b))));
    expect(Object.keys(rows[0]!)).toEqual(['seller_id', 'programme', 'metric', 'fault', 'file_row_number']);
  }
});

it('lets later SQL of the night see every row, and no column more', async () => {
  const { engine, files } = await write('runs/2026-11-16/003/seller_metrics/', 4);
  const from = engine.relation({ kind: 'run', dataset: 'seller_metrics', parts: [{ run_prefix: 'runs/2026-11-16/003', files }] });
  const [found] = await duck.run(`SELECT count(*) AS rows, count(DISTINCT seller_id) AS sellers FROM ${from}`);
  expect(found).toEqual({ rows: 4 * SELLERS.length, sellers: SELLERS.length });
  expect((await duck.run(`DESCRIBE SELECT * FROM ${from}`)).map((row) => row.column_name)).not.toContain('bucket');
});

it('writes the same bytes when it writes again, and leaves nothing else behind', async () => {
  const bytes = async (prefix: string) => {
    const { files } = await write(prefix, 8);
    const lying = (await store.list(prefix)).map(({ key }) => key);
    expect(lying).toEqual([...files].sort());
    return Promise.all(files.map(async (key) => (await store.read(key))!.body.toString('base64')));
  };
  expect(await bytes('runs/2026-11-16/004/seller_metrics/')).toEqual(await bytes('runs/2026-11-16/005/seller_metrics/'));
  expect(await readdir(dirname(store.url('runs/2026-11-16/005/seller_metrics/x')))).toHaveLength(8);
});

it('without rows it writes one file that says its columns, and later SQL reads it', async () => {
  const { engine, files, rows } = await write(
    'runs/2026-11-16/006/seller_metrics/',
    8,
    `SELECT * FROM (${ROWS}\n) AS r WHERE 1 = 0`,
  );
  expect({ files, rows }).toEqual({ files: ['runs/2026-11-16/006/seller_metrics/part-0.parquet'], rows: 0 });
  const from = engine.relation({ kind: 'run', dataset: 'seller_metrics', parts: [{ run_prefix: 'runs/2026-11-16/006', files }] });
  expect(await duck.run(`SELECT seller_id, fault FROM ${from}`)).toEqual([]);
});

it('sorts once, although the SELECT sorts by seller already', async () => {
  const engine = new DuckEngine(store, async () => duck);
  const sorted = `${ROWS}\nORDER BY seller_id, programme, metric`;
  expect(engine.wrap(sorted, 'seller_metrics', 'runs/x/', 2).match(/ORDER BY/g)).toHaveLength(1);
  expect((await write('runs/2026-11-16/007/seller_metrics/', 2, sorted)).rows).toBe(4 * SELLERS.length);
});

it('refuses what is not sorted by seller', () => {
  const engine = new DuckEngine(store, async () => duck);
  expect(() => engine.wrap('SELECT 1 AS n', 'region_kpis', 'runs/x/', 2)).toThrow(
    /region_kpis: is no published dataset of sellers/,
  );
  for (const dataset of BUCKETED) expect(engine.wrap('SELECT 1', dataset, 'runs/x/', 2)).toContain('ORDER BY bucket, seller_id');
});
