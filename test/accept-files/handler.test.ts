import { expect, it } from 'vitest';
import { acceptFiles } from '../../lambdas/accept-files/handler.js';
import { readJson } from '../../lambdas/shared/object-store.js';
import { aMarketplace, DAY, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();
const PREFIX = 'runs/2026-01-06/001';
const SHARD = `${PREFIX}/accept/shard-0001.json`;

async function aShard() {
  const { landing, store, scratch } = await market.fresh();
  const bodies = {
    'a.jsonl': jsonl(order(), order({ order_id: 'o-2', gmv_minor: -1 })),
    'b.csv': 'seller_id\ns-1\n',
    'c.jsonl': jsonl(order({ order_id: 'o-3' })),
  };
  for (const [name, body] of Object.entries(bodies)) await landing.write(`orders/dt=${DAY}/${name}`, body);
  const files = Object.keys(bodies).map((name) => ({
    dataset: 'orders',
    dt: DAY,
    key: `orders/dt=${DAY}/${name}`,
    size: 1,
    version: `v-${name}`,
  }));
  await store.write(`${PREFIX}/policies.json`, JSON.stringify({ regions: REGIONS, metrics: [], programmes: [], mails: {} }));
  await store.write(SHARD, JSON.stringify({ run_prefix: PREFIX, files }));
  return { landing, store, handler: acceptFiles({ landing, store, duck: async () => market.duck(), scratch }) };
}

it('a shard is accepted file by file; the answer holds numbers, and the list of files lies beside the shard', async () => {
  const { store, handler } = await aShard();
  expect(await handler({ shard: SHARD })).toEqual({
    shard: SHARD,
    files: 3,
    landed: 4,
    accepted: 2,
    quarantined: 2,
    refused: 1,
    accepted_again: [],
  });
  const done = await readJson<Record<string, string>[]>(store, `${PREFIX}/accept/shard-0001.done.json`);
  expect(done).toMatchObject(
    ['a.jsonl', 'b.csv', 'c.jsonl'].map((name) => ({
      dataset: 'orders',
      dt: DAY,
      key: `orders/dt=${DAY}/${name}`,
      version: `v-${name}`,
    })),
  );
  for (const { file_id } of done!) expect(await store.read(`receipts/orders/dt=${DAY}/${file_id}.json`)).toBeDefined();
});

it('asked again, a shard answers the same and writes the same list', async () => {
  const { store, handler } = await aShard();
  const first = await handler({ shard: SHARD });
  const list = await store.read(`${PREFIX}/accept/shard-0001.done.json`);
  expect(await handler({ shard: SHARD })).toEqual(first);
  expect(await store.read(`${PREFIX}/accept/shard-0001.done.json`)).toEqual(list);
});

it('an event without a shard, and a shard that is not there, are refused by name', async () => {
  const { handler } = await aShard();
  await expect(handler({})).rejects.toThrow('shard: ');
  await expect(handler({ shard: `${PREFIX}/accept/shard-0009.json` })).rejects.toThrow(
    `${PREFIX}/accept/shard-0009.json: is missing from the store`,
  );
});
