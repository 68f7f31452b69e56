import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { acceptShardKey, doneKey, landingKey, receiptKey } from '../../contracts/run/keys.js';
import type { Receipt } from '../../contracts/run/receipt.js';
import { inputsOf } from '../../lambdas/plan-run/plan-run.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';

const PREFIX = 'runs/2026-11-16/001';
const LANDED = Array.from({ length: 60 }, (_, n) => ({
  ...{ dataset: 'orders', dt: '2026-11-16', key: `orders/dt=2026-11-16/${n}.jsonl`, size: 1, version: `${n}` },
  file_id: `file-${n}`,
}));

it('a night reads its receipts, and what its shards accepted, sixteen at a time, and keeps the order of the landed files', async () => {
  const objects = new Map<string, unknown>();
  const landed = LANDED.map(({ file_id: _, ...file }) => file);
  objects.set(landingKey(PREFIX), { accept_fingerprint: 'f', ignored: [], files: landed });
  for (const [n, { key, file_id, dataset, dt }] of LANDED.entries()) {
    objects.set(doneKey(acceptShardKey(PREFIX, n + 1)), [{ dataset, dt, key, file_id }]);
    const counts = { bytes: 1, landed: n, accepted: n, quarantined: 0, extra_columns: [], reasons: {}, non_null: {} };
    const receipt: Receipt = { dataset, dt, file_id, sha256: 's', ...counts, counts_key: 'c' };
    objects.set(receiptKey(dataset, dt, file_id), receipt);
  }
  const most = { receipts: 0, shards: 0 };
  const now = { receipts: 0, shards: 0 };
  const store: Pick<ObjectStore, 'list' | 'read'> = {
    list: async (prefix) =>
      [...objects.keys()].filter((key) => key.startsWith(prefix)).map((key) => ({ key, size: 1, version: '1' })),
    async read(key) {
      const what = key.startsWith('receipts/') ? 'receipts' : 'shards';
      most[what] = Math.max(most[what], ++now[what]);
      await pause(1);
      now[what]--;
      return { body: Buffer.from(JSON.stringify(objects.get(key))), etag: '1' };
    },
  };
  const { files } = await inputsOf(store as ObjectStore, '2026-11-16-001', PREFIX);
  expect(files.map(({ file_id, landed }) => `${file_id} ${landed}`)).toEqual(LANDED.map((_, n) => `file-${n} ${n}`));
  expect(most).toEqual({ receipts: 16, shards: 16 });
});
