/**
 * A small marketplace of which two nights were run, and what its landed rows mean by the independent judge: pages are held
 * against the landing, not against what the night wrote.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { type Detail, details } from '../independent/details.js';
import { judge, type Ledger } from '../independent/judge.js';
import { notMeasured } from '../independent/measured.js';
import { type ReadLanding, readLanding } from '../independent/read-landing.js';
import { type RegionMetric, regionMetrics } from '../independent/region-metrics.js';
import { type Sellers, sellers } from '../independent/seller-metrics.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { openQueries } from './query.js';

export const RUN_DATE = SAMPLE_LAST_DAY;
/** A week before: long enough for sellers to change tier. */
export const NIGHT_BEFORE = '2026-11-09';

/** A seller as last described; all null for one that never was. */
export interface Described {
  name: string | null;
  home_region: string | null;
  joined_on: string | null;
}

export interface SmallNight extends ReadLanding {
  /** Folder of the store whose pointer leads to the run of RUN_DATE. */
  store: string;
  policies: Policies;
  /** Every order's outcomes on RUN_DATE. */
  ledger: Ledger;
  now: Sellers;
  /** The same on NIGHT_BEFORE. */
  before: Sellers;
  /** The orders behind the numbers: of each seller under each programme, all but those that are counted and not listed. */
  behind: Detail[];
  regions: RegionMetric[];
  /** Metrics made of what never landed: here, of conversations. */
  notMeasured: ReadonlySet<string>;
  /** By seller id. */
  described: ReadonlyMap<string, Described>;
  /** Goods value by `seller_id/order_id`. */
  value: ReadonlyMap<string, { gmv_minor: number; currency: string }>;
  remove(): Promise<void>;
}

/** Writes the project's own policies, and a second programme over two regions with two metrics, so that pages show more than one. */
async function twoProgrammes(folder: string): Promise<void> {
  const own = await readPolicyFiles(join(import.meta.dirname, '../../policies'));
  const first = parse(own['eu-seller-standards.yaml']!);
  const { late_dispatch, late_delivery } = first.metrics;
  const pilot = { ...first, version: '0.3', regions: ['DE', 'FR'], metrics: { late_dispatch, late_delivery } };
  const named = { ...pilot, programme: 'swift-dispatch-pilot', title: 'Swift dispatch pilot' };
  await mkdir(folder);
  for (const [name, text] of Object.entries({ ...own, 'pilot.yaml': stringify(named) }))
    await writeFile(join(folder, name), text);
}

/** Lands a small sample without conversations, runs the nights of NIGHT_BEFORE and RUN_DATE, and judges the landing anew. */
export async function smallNight(): Promise<SmallNight> {
  const root = await mkdtemp(join(tmpdir(), 'small-night-'));
  const landing = join(root, 'landing');
  await generateSample({ to: landing, sellers: 120, orders: 9000, days: 120, lastDay: RUN_DATE });
  await rm(join(landing, 'conversations'), { recursive: true });

  await twoProgrammes(join(root, 'policies'));
  const policies = loadPolicies(await readPolicyFiles(join(root, 'policies')), RUN_DATE);
  const marketplace = await TestMarketplace.make(join(root, 'policies'));
  for (const day of [NIGHT_BEFORE, RUN_DATE]) await marketplace.published(day, { landing });

  const read = await readLanding(landing, policies.regions, RUN_DATE);
  const absent = notMeasured(read.records, policies, RUN_DATE);
  const ledger = judge(read.records, policies, RUN_DATE);
  const earlier = judge(read.records, policies, NIGHT_BEFORE);
  return {
    ...read,
    ...(await plainFacts(landing)),
    store: marketplace.store,
    policies,
    ledger,
    now: sellers(ledger, policies.programmes, absent),
    before: sellers(earlier, policies.programmes, absent),
    behind: details(ledger, policies.programmes, absent),
    regions: regionMetrics(ledger, policies.regions, absent),
    notMeasured: absent,
    remove: async () => {
      await marketplace.gone();
      await rm(root, { recursive: true });
    },
  };
}

/** What no rule looks at, straight from the landed files. A spoiled row lands beside the good one, never in its place. */
async function plainFacts(landing: string): Promise<Pick<SmallNight, 'described' | 'value'>> {
  const duck = await openQueries();
  try {
    const described = await duck.run(`
      SELECT seller_id, arg_max(name, updated_at) AS name, arg_max(home_region, updated_at) AS home_region,
        arg_max(joined_on, updated_at) AS joined_on
      FROM read_csv('${landing}/sellers/*/*.csv', all_varchar = true) GROUP BY seller_id`);
    const value = await duck.run(`
      SELECT seller_id || '/' || order_id AS key, max(gmv_minor) AS gmv_minor, max(currency) AS currency
      FROM read_json('${landing}/orders/*/*.jsonl.gz', ignore_errors = true, hive_partitioning = false,
        columns = {seller_id: 'VARCHAR', order_id: 'VARCHAR', gmv_minor: 'BIGINT', currency: 'VARCHAR'})
      WHERE seller_id IS NOT NULL GROUP BY ALL`);
    return {
      described: new Map(described.map((row) => [String(row.seller_id), row as unknown as Described])),
      value: new Map(value.map((row) => [String(row.key), row as never])),
    };
  } finally {
    duck.close();
  }
}
