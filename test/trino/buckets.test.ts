/** Buckets of sellers as Trino computes and writes them, against what readers look for. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { bucketOf } from '../../contracts/run/buckets.js';
import { bucketFolder, bucketName } from '../../contracts/run/keys.js';
import { FIRST_BYTE } from '../../infra/aws/adapters/query-engine.js';
import { inBuckets } from '../../infra/shared/in-buckets.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { query } from './client.js';
import { inSql, Tables } from './tables.js';

const url = inject('trinoUrl');
const SELLERS = [
  "o'neill & søn",
  'Ünïcode-Straße',
  '漢字-商店',
  '🛒-shop',
  'S 1',
  ...Array.from({ length: 200 }, (_, n) => `S-${n}`),
];
const ROWS = `SELECT s.seller_id, 'standards' AS programme, 'late_dispatch' AS metric
FROM (VALUES ${SELLERS.map((id) => `(${inSql(id)})`).join(', ')}) AS s (seller_id)`;

/** Rows of each seller, of which no two are alike. */
const EACH = 200;
const DETAILS = `SELECT r.seller_id, r.programme, r.metric, to_hex(md5(to_utf8(concat(r.seller_id, CAST(n AS varchar))))) AS detail
FROM (${ROWS}) AS r CROSS JOIN UNNEST(sequence(1, ${EACH})) AS t (n)`;

/** A table of the rows, which Trino writes as UNLOAD does: the hive connector's writer, a folder per value of the last column. */
async function inTable(name: string, rows: string, ask: (table: string) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'trino-buckets-'));
  const duck = await openDuck();
  try {
    const { schema } = await Tables.in(scratch, { url: url!, duck, path: (key) => key });
    const select = inBuckets({ select: rows, dataset: 'seller_metrics', buckets: 64, firstByte: FIRST_BYTE });
    const table = `${schema}.${name}`;
    await query(url!, `CREATE TABLE ${table} WITH (format = 'PARQUET', partitioned_by = ARRAY['bucket']) AS\n${select}`);
    await ask(table);
  } finally {
    duck.close();
    await rm(scratch, { recursive: true });
  }
}

describe.skipIf(!url)('Trino', () => {
  it('reads a seller’s bucket alone where the bucket is asked for', () =>
    inTable('details', DETAILS, async (table) => {
      const mine = bucketName(bucketOf('S-7', 64), 64);
      const neighbours = SELLERS.filter((id) => bucketName(bucketOf(id, 64), 64) === mine);
      const all = await query(url!, `SELECT seller_id, detail FROM ${table}`);
      const one = await query(url!, `SELECT seller_id, detail FROM ${table} WHERE bucket = ${inSql(mine)}`);
      expect([...new Set(one.rows.map(([id]) => id))].sort()).toEqual(neighbours.sort());
      expect(one.rows).toHaveLength(neighbours.length * EACH);
      // Footers and pages of other buckets would show: of all bytes it reads the share of its rows, and a little.
      const share = one.rows.length / all.rows.length;
      expect(one.bytesRead).toBeGreaterThan(0);
      expect(one.bytesRead / all.bytesRead).toBeLessThan(share * 1.5);
    }));

  it('writes each seller into the folder that readers look for, also one whose id is not plain letters', () =>
    inTable('buckets', ROWS, async (table) => {
      const { rows } = await query(url!, `SELECT seller_id, "$path" FROM ${table}`);
      expect(rows).toHaveLength(SELLERS.length);
      for (const [seller, path] of rows as [string, string][])
        expect(path, seller).toContain(`/${bucketFolder(bucketName(bucketOf(seller, 64), 64))}`);
    }));
});
