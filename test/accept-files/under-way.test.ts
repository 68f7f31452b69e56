import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { acceptFiles } from '../../lambdas/accept-files/accept-files.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { aMarketplace, DAY, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();
const KEY = `orders/dt=${DAY}/a.jsonl`;

/** A file is accepted while somebody does something to it, and then once more. */
async function disturbed(disturb: (path: string) => Promise<void>) {
  const { landing, store, scratch } = await market.fresh();
  const body = jsonl(order(), order({ order_id: 'o-2' }));
  await landing.write(KEY, body);
  const path = landing.url(KEY);
  let once = async (): Promise<void> => {
    once = async () => {};
    await disturb(path);
  };
  const duck: Duck = {
    ...market.duck(),
    async run(sql) {
      await once();
      return market.duck().run(sql);
    },
  };
  const accept = (with_: Duck) =>
    acceptFiles({
      landing,
      store,
      files: [{ dataset: 'orders', dt: DAY, key: KEY, size: 1 }],
      regions: REGIONS,
      own_metrics: [],
      duck: with_,
      scratch,
    });
  const failed = await accept(duck).then(
    () => '',
    (error: Error) => error.message,
  );
  const receipts = await store.list('receipts/');
  await landing.write(KEY, body);
  const [after] = await accept(market.duck());
  return { failed, receipts, after };
}

it('a file that is written over while it is read fails the night by name, and leaves no receipt, whatever its size and time', async () => {
  const { failed, receipts, after } = await disturbed(async (path) => {
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll('o-2', 'o-9'));
    await utimes(path, 1, 1);
  });
  expect(failed).toContain(`landing/${KEY}: changed while it was read; write files beside their place`);
  expect(receipts).toEqual([]);
  expect(after).toMatchObject({ landed: 2, accepted: 2 });
});

it('a file that is gone while it is read fails the night by name, and leaves no receipt', async () => {
  const { failed, receipts, after } = await disturbed((path) => rm(path));
  expect(failed).toContain(`landing/${KEY}: was there when the night began, and is gone; put it back`);
  expect(receipts).toEqual([]);
  expect(after).toMatchObject({ landed: 2, accepted: 2 });
});

it('an engine without memory does not make a Parquet file a damaged one, and names the file at which it failed', async () => {
  const { landing, store, scratch } = await market.fresh();
  const key = `orders/dt=${DAY}/a.parquet`;
  await landing.write(`orders/dt=${DAY}/x.txt`, '');
  await market.duck().run(`COPY (SELECT 'o-1' AS order_id) TO '${landing.url(key).replaceAll("'", "''")}' (FORMAT parquet)`);
  let asked = 0;
  const duck: Duck = {
    ...market.duck(),
    // Once, so that whoever takes it for a fault of the file can go on and keep a receipt of it.
    run: async (sql) => {
      if (asked++ === 0) throw new Error('Out of Memory Error: failed to pin block of size 256 KiB');
      return market.duck().run(sql);
    },
  };
  const files = [{ dataset: 'orders', dt: DAY, key, size: 1 }];
  await expect(acceptFiles({ landing, store, files, regions: REGIONS, own_metrics: [], duck, scratch })).rejects.toThrow(
    `Out of Memory Error: failed to pin block of size 256 KiB (at landing/${key})`,
  );
  expect(await store.list('receipts/')).toEqual([]);
});
