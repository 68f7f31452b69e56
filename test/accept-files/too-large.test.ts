import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DISK, LARGEST, SPILL } from '../../infra/aws/disk.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { acceptFiles } from '../../lambdas/accept-files/accept-files.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { aMarketplace, DAY, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();
const MB = 2 ** 20;
const largest = { text: 2 * MB, parquet: MB };
const keyOf = (name: string) => `orders/dt=${DAY}/${name}`;

/** Lands files and accepts them where disk is bounded; sizes may be pretended. Notes which files were fetched, and how many at once. */
async function accepted(files: Record<string, { body?: string | Buffer; size?: number; version?: string }>, bounds = largest) {
  const { landing, store, scratch } = await market.fresh();
  const fetched: string[] = [];
  for (const [name, { body }] of Object.entries(files)) if (body !== undefined) await landing.write(keyOf(name), body);
  class Noting extends FolderStore {
    override async toFile(key: string) {
      fetched.push(key);
      return super.toFile(key);
    }
  }
  const accept = (duck: Duck = market.duck()) =>
    acceptFiles({
      landing: new Noting(landing.root),
      store,
      files: Object.entries(files).map(([name, { body, size, version }]) => ({
        ...{ dataset: 'orders', dt: DAY, key: keyOf(name), size: size ?? Buffer.byteLength(body!) },
        ...(version ? { version } : {}),
      })),
      ...{ regions: REGIONS, own_metrics: [], duck, scratch, largest: bounds },
    });
  return { accept, receipts: await accept(), fetched, store };
}

it('a file that is too large for a function goes to quarantine with its reason, unfetched, and the others are accepted', async () => {
  const { receipts, fetched, store } = await accepted({
    'small.jsonl': { body: jsonl(order()) },
    'large.jsonl': { size: 2 * MB + 1 },
    'just.jsonl': { body: jsonl(order({ order_id: 'o-2' })), size: 2 * MB },
  });
  const refused = `landing/${keyOf('large.jsonl')}: the file has 2 MB, more than the 2 MB that a function can hold; land its rows in smaller files`;
  expect(receipts.map((receipt) => [receipt.landed, receipt.accepted, receipt.quarantined, receipt.refused])).toEqual([
    [1, 1, 0, undefined],
    [1, 0, 1, refused],
    [1, 1, 0, undefined],
  ]);
  expect(fetched.sort()).toEqual([keyOf('just.jsonl'), keyOf('small.jsonl')]);
  const quarantined = (await store.read(receipts[1]!.quarantine_key!))!.body.toString();
  expect(JSON.parse(quarantined)).toMatchObject({ file: keyOf('large.jsonl'), line: 0, reasons: [refused.split(': ')[1]] });
});

it('Parquet, which holds more in less, is too large sooner, also when it is unpacked', async () => {
  const noughts = gzipSync(Buffer.alloc(MB + 1));
  const { receipts } = await accepted({
    'a.parquet': { size: MB + 1 },
    'b.jsonl': { body: jsonl(order()), size: MB + 1 },
    'c.parquet.gz': { body: noughts },
  });
  expect(receipts.map(({ refused }) => refused?.split(': ')[1])).toEqual([
    'the file has 1 MB, more than the 1 MB that a function can hold; land its rows in smaller files',
    undefined,
    'the file unpacks to 1 MB, more than the 1 MB that a function can hold; land its rows in smaller files',
  ]);
});

it('what was too large is known again, and looked at anew when other bytes lie in its place or more can be held', async () => {
  const size = 3 * MB;
  const large = (version: string, bounds = largest) =>
    accepted({ 'large.jsonl': { body: jsonl(order()), size, version } }, bounds).then(({ receipts }) => receipts[0]!);
  const first = await large('v1');
  expect((await large('v1')).file_id).toBe(first.file_id);
  expect((await large('v2')).file_id).not.toBe(first.file_id);
  expect(await large('v1', { text: size, parquet: MB })).toMatchObject({ landed: 1, accepted: 1 });
});

it('of files that take much of the disk, one is at work at a time', async () => {
  const large = Object.fromEntries(
    [1, 2, 3].map((n) => [`${n}.jsonl`, { body: jsonl(order({ order_id: `o-${n}` })), size: 129 * MB }]),
  );
  const { accept, store } = await accepted(large, { text: 500 * MB, parquet: MB });
  for (const { key } of await store.list('receipts/')) await store.delete(key);
  let [atWork, most] = [0, 0];
  const duck: Duck = {
    ...market.duck(),
    async run(sql) {
      most = Math.max(most, ++atWork);
      return market
        .duck()
        .run(sql)
        .finally(() => atWork--);
    },
  };
  await accept(duck);
  expect(most).toBe(1);
});

it('the disk of the function holds the largest text of which all is rejected, and what DuckDB puts aside', async () => {
  // Landed, as rows, rejected as Parquet and as text.
  const { receipts, store, fetched } = await accepted({
    'bad.jsonl': { body: jsonl(...Array.from({ length: 5000 }, (_, n) => order({ order_id: `o-${n}`, gmv_minor: -1 }))) },
  });
  expect(fetched).toHaveLength(1);
  const [{ bytes, quarantine_key, quarantined }] = receipts as [(typeof receipts)[0]];
  expect(quarantined).toBe(5000);
  const text = (await readFile(store.url(quarantine_key!))).length;
  const times = (bytes + 1.1 * bytes + bytes / 3 + text) / bytes;
  console.log(`a text of which all is rejected takes ${times.toFixed(1)} times its size`);
  expect((times * LARGEST.text) / MB + SPILL).toBeLessThan(DISK);
  expect(DISK).toBeLessThanOrEqual(10_240);
});
