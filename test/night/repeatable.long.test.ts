import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { publish } from '../../lambdas/publish/publish.js';
import { CASE_POLICIES, caseNights, landedFilesOf, NIGHT } from '../cases/index.js';
import { STANDING_ORDERS } from './standing-orders.js';
import { TestMarketplace } from './test-marketplace.js';

const DATASETS = [...Object.keys(PUBLISHED), STANDING_ORDERS, 'conversation_outcomes', 'seller_counts'];
/** What tells how files were delivered: rows that land twice are landed twice. */
const OF_FILES: readonly string[] = ['run_quality', 'landing_drift'];
const cases = caseNights().find((night) => night.run_date === NIGHT)!.cases;
const worlds: TestMarketplace[] = [];
const worldOf = async (files: Iterable<readonly [string, string | Buffer]>): Promise<TestMarketplace> => {
  const marketplace = await TestMarketplace.make(CASE_POLICIES);
  worlds.push(marketplace);
  await marketplace.land(files);
  return marketplace;
};
afterAll(() => Promise.all(worlds.map((marketplace) => marketplace.gone())));

async function everything(marketplace: TestMarketplace, prefix: string, datasets = DATASETS): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const dataset of datasets) rows[dataset] = await marketplace.rows(prefix, dataset);
  return rows;
}

describe('a night that is run again', () => {
  let marketplace: TestMarketplace;
  let first: string;
  beforeAll(async () => {
    marketplace = await worldOf(landedFilesOf(cases));
    first = (await marketplace.published(NIGHT)).prefix;
  });

  it('gives every dataset row for row, and what readers see byte for byte', async () => {
    const again = (await marketplace.published(NIGHT)).prefix;
    expect(again).not.toBe(first);
    expect(await everything(marketplace, again)).toEqual(await everything(marketplace, first));
    for (const dataset of Object.keys(PUBLISHED))
      expect(await marketplace.bytes(again, dataset)).toEqual(await marketplace.bytes(first, dataset));
  });

  it('is published twice as it is once: the same files for readers, one line of the log, and the pointer where it was', async () => {
    const store = new FolderStore(marketplace.store);
    const everyObject = async () => {
      const keys = ['published/', `${first}/`].map((prefix) => store.list(prefix));
      const objects = (await Promise.all(keys))
        .flat()
        .map(async ({ key }) => [key, (await store.read(key))!.body.toString('base64')]);
      return Object.fromEntries(await Promise.all(objects)) as Record<string, string>;
    };
    const before = await everyObject();
    expect(Object.keys(before).filter((key) => /^published\/[^/]+\/[A-Z]+\/.*\.parquet$/.test(key)).length).toBeGreaterThan(5);
    const published = await publish({ store, prefix: first });
    expect(published.run_date).toBe(NIGHT);
    const after = await everyObject();
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(Object.keys(after).filter((key) => after[key] !== before[key])).toEqual([]);
    // Of one whose files for readers are gone, a second Publish brings them back.
    const gone = Object.keys(before).find((key) => /^published\/[^/]+\/[A-Z]+\/.*\.parquet$/.test(key))!;
    await store.delete(gone);
    await publish({ store, prefix: first });
    expect(await everyObject()).toEqual(before);
  });

  it('is not changed by what lands a day later', async () => {
    await marketplace.land([
      ['orders/dt=2026-11-21/late.jsonl', await readFile(join(marketplace.landing, 'orders/dt=2026-11-06/cases.jsonl'))],
    ]);
    await marketplace.published('2026-11-21');
    const again = (await marketplace.published(NIGHT)).prefix;
    expect(await everything(marketplace, again)).toEqual(await everything(marketplace, first));
  });

  it('keeps the pointer on the later day that is published', async () => {
    const pointer = await new FolderStore(marketplace.store).read('published/current.json');
    expect(JSON.parse(pointer!.body.toString()).run_date).toBe('2026-11-21');
  });
});

describe('how files are delivered', () => {
  it('changes nothing: split, shuffled, repeated, zipped', async () => {
    const whole = await worldOf(landedFilesOf(cases));
    const expected = await everything(
      whole,
      (await whole.published(NIGHT)).prefix,
      DATASETS.filter((d) => !OF_FILES.includes(d)),
    );
    const delivery = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      parts: fc.integer({ min: 2, max: 4 }),
      zip: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(delivery, async ({ seed, parts, zip }) => {
        const files: [string, string | Buffer][] = [];
        for (const [key, text] of landedFilesOf(cases)) {
          const lines = text.trimEnd().split('\n');
          const shuffled = lines
            .map((line, at) => ({ line, at: Math.sin(seed * 7919 + at * 104_729) }))
            .sort((a, b) => a.at - b.at);
          for (let part = 0; part < parts; part++) {
            const own = shuffled.filter((_, at) => at % parts === part).map(({ line }) => line);
            if (own.length === 0) continue;
            const body = `${own.join('\n')}\n`;
            const name = key.replace('cases.jsonl', `part ${part} für ${seed}.jsonl`);
            files.push(zip ? [`${name}.gz`, gzipSync(body)] : [name, body]);
            if (part === 0) files.push([name.replace('part', 'again'), body]);
          }
        }
        const marketplace = await worldOf(files);
        expect(await everything(marketplace, (await marketplace.published(NIGHT)).prefix, Object.keys(expected))).toEqual(
          expected,
        );
      }),
      { numRuns: 2 },
    );
  });
});
