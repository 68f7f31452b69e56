import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicies } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import type { SampleFacts } from '../../sample/generate.js';
import { generateSample } from '../../sample/generate.js';
import type { SampleSize } from '../../sample/marketplace.js';
import { type Counts, within } from '../independent/counts.js';
import { judge } from '../independent/judge.js';
import { type ReadLanding, readLanding } from '../independent/read-landing.js';
import { type SellerMetric, sellers } from '../independent/seller-metrics.js';

const POLICIES = join(import.meta.dirname, '../../policies');

export const policiesOn = (date: string): Policies => {
  const names = readdirSync(POLICIES).filter((name) => name.endsWith('.yaml'));
  return loadPolicies(Object.fromEntries(names.map((name) => [name, readFileSync(join(POLICIES, name), 'utf8')])), date);
};

export interface LandedSample extends ReadLanding {
  folder: string;
  facts: SampleFacts;
  remove(): void;
}

/** Generates a sample in a temporary folder and reads its files back, independently of the night. */
export async function landSample(size: Partial<SampleSize>): Promise<LandedSample> {
  const root = mkdtempSync(join(tmpdir(), 'sample-'));
  const folder = join(root, 'landing');
  const facts = await generateSample({ to: folder, ...size });
  const read = await readLanding(folder, policiesOn(facts.last_day).regions, facts.last_day);
  return { ...read, folder, facts, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export interface Card {
  tier: string;
  orders: number;
  counts: Record<string, Counts>;
  /** Metrics whose own bounds keep the seller from a better tier than it has. */
  held_by: string[];
}

/** Scorecards under the sample's programme, by seller, by an independent judge. */
export function cardsOn(date: string, { records }: ReadLanding): Map<string, Card> {
  const policies = policiesOn(date);
  const { programmes } = policies;
  const judged = sellers(judge(records, policies, date), programmes, new Set());
  const [programme] = programmes;
  const ofSeller = Map.groupBy(judged.metrics, (metric) => metric.seller_id);
  const better = (tier: string) => programme!.tiers[programme!.tiers.findIndex((one) => one.key === tier) - 1]?.key;
  const holds = ({ metric, counts }: SellerMetric, tier: string) => {
    const next = better(tier);
    const bound = next && programme!.metrics.find((one) => one.metric === metric)!.tiers[next];
    return bound !== undefined && bound !== '' && !within(bound, counts!);
  };
  return new Map(
    judged.tiers.map(({ seller_id, tier, orders }) => {
      const metrics = ofSeller.get(seller_id)!;
      const counts = Object.fromEntries(metrics.map((one) => [one.metric, one.counts!]));
      const held_by = metrics.filter((one) => holds(one, tier)).map((one) => one.metric);
      return [seller_id, { tier, orders, counts, held_by }];
    }),
  );
}
