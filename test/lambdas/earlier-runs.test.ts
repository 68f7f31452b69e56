import { describe, expect, it } from 'vitest';
import { newestReadable } from '../../lambdas/plan-run/earlier-runs.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';

const runOn = (run_date: string) => ({ run_date, run_id: `${run_date}-001`, prefix: `runs/${run_date}/001` });
const [EARLIER, NEWEST] = [runOn('2026-11-15'), runOn('2026-11-16')];
const CARDS = `${NEWEST.prefix}/scorecards/part-0.parquet`;
const PART = 'ledger/order_outcomes/2026-11-15-001/part-0.parquet';

/** By its ends a Parquet file with a footer of one byte. */
const WHOLE = 'PAR1x\x01\0\0\0PAR1';

/** Two runs; the newer one keeps the older one's part of the ledger. */
async function twoRuns(): Promise<ObjectStore> {
  const store = await freshStore();
  for (const run of [EARLIER, NEWEST]) {
    const cards = `${run.prefix}/scorecards/part-0.parquet`;
    const ledger = {
      order_outcomes: run === NEWEST ? [{ run_prefix: EARLIER.prefix, files: [PART], rows: 1, gathered: true }] : [],
    };
    await store.write(`${run.prefix}/manifest.json`, toJson({ ...run, datasets: { scorecards: { files: [cards] } }, ledger }));
    await store.write(`${run.prefix}/inputs.json`, toJson({ accept_fingerprint: 'f', files: [] }));
    await store.write(`${run.prefix}/facts.json`, toJson(run));
    await store.write(`${run.prefix}/policies.json`, toJson({ regions: [], programmes: [], mails: {} }));
    await store.write(cards, WHOLE);
  }
  await store.write(PART, WHOLE);
  return store;
}

describe('the run that a night compares itself with and builds on', () => {
  it('is the newest, while all of it is there', async () => {
    expect(await newestReadable(await twoRuns(), [EARLIER, NEWEST])).toEqual({ run: NEWEST, passed_over: [] });
  });

  it.each([
    ...['manifest', 'inputs', 'facts', 'policies'].flatMap((name) => [
      [`${NEWEST.prefix}/${name}.json`, undefined, 'is missing from the store'],
      [`${NEWEST.prefix}/${name}.json`, '', 'is empty'],
      [`${NEWEST.prefix}/${name}.json`, '{"run_', 'is not whole'],
    ]),
    [CARDS, undefined, 'is gone'],
    [CARDS, '', 'is empty'],
    [CARDS, WHOLE.slice(0, -1), 'is cut off (12 bytes without the end of a Parquet file)'],
    [CARDS, WHOLE.slice(1), 'is no Parquet'],
    [PART, WHOLE.replace('x', ''), 'is cut off'],
    [PART, 'PAR1', 'is cut off'],
    [PART, undefined, 'is gone'],
    [PART, '', 'is empty'],
  ] as [string, string | undefined, string][])('is the one before when %s is %j', async (key, body, problem) => {
    const store = await twoRuns();
    if (body === undefined) await store.delete(key);
    else await store.write(key, body);
    const found = await newestReadable(store, [EARLIER, NEWEST]);
    expect(found.run).toBe(EARLIER);
    expect(found.passed_over).toEqual([expect.stringContaining(`${NEWEST.run_id}: ${key}: ${problem}`)]);
    expect((await newestReadable(store, [NEWEST])).run).toBeUndefined();
  });
});
