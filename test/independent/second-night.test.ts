import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPolicies } from '../../policies/load.js';
import { twoNights } from '../mutation/oracle.js';
import { compareRun } from './compare.js';
import { RANDOM_RUN_DATE, randomPolicies } from './random-marketplace.js';

const SEED = 1;
/** Datasets that the judge of this folder does not compute; their rows were read by a person. */
const REVIEWED = ['scorecards', 'tier_changes', 'tier_mix', 'region_kpis', 'restatements', 'run_quality', 'reason_counts'];
const golden = (dataset: string): string => join(import.meta.dirname, 'golden', `${dataset}.jsonl`);

describe('the second night over a drawn marketplace, which reuses the first', () => {
  let night: Awaited<ReturnType<typeof twoNights>>;
  beforeAll(async () => {
    night = await twoNights(SEED);
  });
  afterAll(async () => {
    await night?.marketplace.gone();
    await rm(night?.folder ?? '', { recursive: true, force: true });
  });

  it('equals a computation outside SQL, row for row', async () => {
    const { store, landing } = night.marketplace;
    const policies = loadPolicies(randomPolicies(SEED), RANDOM_RUN_DATE);
    const compared = await compareRun({ store, prefix: night.prefixes[1]!, runDate: RANDOM_RUN_DATE, policies, landed: landing });
    expect(compared.differences).toEqual([]);
    expect(compared.totals).toEqual(Object.fromEntries(Object.keys(compared.totals).map((dataset) => [dataset, 0])));
  });

  it.each(REVIEWED)('%s holds the rows that were reviewed', async (dataset) => {
    const rows = `${(await night.marketplace.rows(night.prefixes[1]!, dataset)).join('\n')}\n`;
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(join(import.meta.dirname, 'golden'), { recursive: true });
      writeFileSync(golden(dataset), rows);
    }
    if (!existsSync(golden(dataset)))
      throw new Error(
        `${golden(dataset)}: is missing; run UPDATE_GOLDEN=1 npx vitest run --project unit test/independent/second-night`,
      );
    expect(rows).toBe(readFileSync(golden(dataset), 'utf8'));
  });
});
