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

describe.skipIf(!url)('Trino', () => {
  it('writes each seller into the folder that readers look for, also one whose id is not plain letters', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'trino-buckets-'));
    const duck = await openDuck();
    try {
      const { schema } = await Tables.in(scratch, { url: url!, duck, path: (key) => key });
      const select = inBuckets({ select: ROWS, dataset: 'seller_metrics', buckets: 64, firstByte: FIRST_BYTE });
      // As UNLOAD does: the hive connector's writer, a folder per value of the last column.
      await query(
        url!,
        `CREATE TABLE ${schema}.buckets WITH (format = 'PARQUET', partitioned_by = ARRAY['bucket']) AS\n${select}`,
      );
      const { rows } = await query(url!, `SELECT seller_id, "$path" FROM ${schema}.buckets`);
      expect(rows).toHaveLength(SELLERS.length);
      for (const [seller, path] of rows as [string, string][])
        expect(path, seller).toContain(`/${bucketFolder(bucketName(bucketOf(seller, 64), 64))}`);
    } finally {
      duck.close();
      await rm(scratch, { recursive: true });
    }
  });
});
