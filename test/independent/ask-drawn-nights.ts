import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRIC_KEYS } from '../../metrics/index.js';
import { loadPolicies } from '../../policies/load.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { compareRun } from './compare.js';
import { RANDOM_RUN_DATE, randomLanding, randomPolicies } from './random-marketplace.js';

/** Asks of each seed whether a whole night over what it draws says what a computation outside SQL says. */
export function askDrawnNights(seeds: readonly number[]): void {
  describe('a night over a drawn marketplace under a drawn policy', () => {
    it.each([...seeds])('of seed %i equals a computation outside SQL, row for row', async (seed) => {
      const folder = await mkdtemp(join(tmpdir(), 'random-policies-'));
      const files = randomPolicies(seed);
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      const policies = loadPolicies(files, RANDOM_RUN_DATE);
      const marketplace = await TestMarketplace.make(folder);
      try {
        await marketplace.land(randomLanding(seed));
        const { prefix } = await marketplace.published(RANDOM_RUN_DATE);
        const run = { store: marketplace.store, prefix, runDate: RANDOM_RUN_DATE, policies, landed: marketplace.landing };
        const compared = await compareRun(run);
        expect(compared.totals).toEqual(Object.fromEntries(Object.keys(compared.totals).map((dataset) => [dataset, 0])));
        expect(compared.differences).toEqual([]);
        expect(compared.notMeasured).toEqual([]);
        expect(policies.metrics.map((m) => m.metric)).toEqual(expect.arrayContaining([...METRIC_KEYS]));
        // Benchmarks are one a category and metric, and few shops of a drawn marketplace have a category; bounds alone hold back few or none.
        const least: Record<string, number> = { category_benchmarks: 1, seller_categories: 1, next_tiers: 0, calls: 0 };
        for (const [dataset, rows] of Object.entries(compared.rows))
          expect(rows, dataset).toBeGreaterThanOrEqual(least[dataset] ?? 11);
      } finally {
        await marketplace.gone();
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}
