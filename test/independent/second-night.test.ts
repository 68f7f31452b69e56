import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Explanation, explainSellers } from '../../cli/explain.js';
import { whatMoved } from '../../cli/what-moved.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { loadPolicies } from '../../policies/load.js';
import { readSqlFiles } from '../../sql/files.js';
import { twoNights } from '../mutation/oracle.js';
import { askWhatTeamsRead } from './ask-what-teams-read.js';
import { compareRun } from './compare.js';
import { RANDOM_RUN_DATE, randomPolicies } from './random-marketplace.js';
import { teamsOf } from './what-teams-read.js';

const SEED = 1;
/** why 12: more say nothing new, and each is asked of two runs. */
const sellersOf = async (marketplace: Awaited<ReturnType<typeof twoNights>>['marketplace'], prefix: string): Promise<string[]> =>
  (await marketplace.rows(prefix, 'scorecards')).map((row) => String(JSON.parse(row).seller_id)).slice(0, 30);

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

  it('says what moved each rate since the first night, in parts that sum', async () => {
    const { marketplace, prefixes } = night;
    const duck = await openDuck();
    const asked = { store: new FolderStore(marketplace.store), duck, sql: await readSqlFiles() };
    const causes = new Map<string, number>();
    const sellers = await sellersOf(marketplace, prefixes[1]!);
    const nights: Explanation[][] = [];
    for (const prefix of prefixes) nights.push(await explainSellers({ ...asked, prefix, sellers }));
    const [earlier, later] = nights;
    for (const seller of sellers) {
      const [before, after] = [earlier, later].map((night) => night!.find((one) => one.seller_id === seller));
      if (!before || !after) continue;
      for (const { programme, metrics } of whatMoved(before, after).programmes)
        for (const moved of metrics) {
          const published = (found: Explanation) => {
            const { metrics: all } = found.programmes.find((one) => one.programme === programme)!;
            const { counted, fault, accountable_rate: rate } = all.find((one) => one.metric === moved.metric)!;
            return { counted, fault, rate };
          };
          expect({ seller, ...moved.before }).toEqual({ seller, ...published(before) });
          expect({ seller, ...moved.now }).toEqual({ seller, ...published(after) });
          expect(moved.parts.reduce((sum, { change }) => sum + change, 0)).toBe(moved.change);
          for (const { cause, orders } of moved.parts) causes.set(cause, (causes.get(cause) ?? 0) + orders.length);
        }
    }
    duck.close();
    for (const cause of ['left_the_window', 'new_days', 'became_final', 'landed_since', 'corrected'] as const)
      expect(causes.get(cause), cause).toBeGreaterThan(0);
  });

  it('gives the team of each region what is about it and all of the sellers at home there, and nothing else', async () => {
    const { store, landing } = night.marketplace;
    const policies = loadPolicies(randomPolicies(SEED), RANDOM_RUN_DATE);
    const rows = await askWhatTeamsRead({ store, landing, prefix: night.prefixes[1]! }, policies, RANDOM_RUN_DATE);
    for (const dataset of ['scorecards', 'seller_metrics', 'outcome_details', 'restatements', 'tier_changes', 'region_kpis'])
      expect(rows[dataset], dataset).toBeGreaterThan(0);
    const { home, sells } = await teamsOf(landing, policies, RANDOM_RUN_DATE);
    const places = Map.groupBy([...sells], (one) => one.split(' ').slice(0, 2).join(' '));
    expect([...places.values()].filter((regions) => regions.length >= 2).length, 'sell in two regions').toBeGreaterThan(1);
    const described = new Set(
      (await night.marketplace.rows(night.prefixes[1]!, 'sellers')).map((row) => JSON.parse(row).seller_id),
    );
    expect([...home.keys()].filter((seller) => !described.has(seller)).length, 'nobody described').toBeGreaterThan(1);
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
