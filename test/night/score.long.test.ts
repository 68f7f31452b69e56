/** Scores of a whole marketplace: what each metric brings, which tier a score allows, and who is told what. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order } from '../../metrics/case.js';
import { loadPolicies } from '../../policies/load.js';
import type { Score } from '../../policies/score.js';
import { policiesOf } from '../cases/index.js';
import { scorecards } from '../helpers/scorecards.js';
import { compareRun } from '../independent/compare.js';
import { filesOf, TestMarketplace } from './test-marketplace.js';

const MONDAY = '2026-11-16';
const why = 'made';
const { programmes, ...rest } = policiesOf('GB', 'DE');
const asked = (metric: string) => ({
  ...{ metric, window_days: 28, why, at_least: { counted: 5, faults: 0, why } },
  tiers: { top: { at_most: 0.1, why }, good: { at_most: 0.5, why } },
});
const late_dispatch = {
  ...{ weight: 2, why },
  curve: [
    [0, 5],
    [0.02, 4],
    [0.04, 2.5],
    [0.1, 0],
  ] as [number, number][],
};
const falling = (to: number) => ({ weight: 1, why, curve: [[0, 5] as [number, number], [to, 0] as [number, number]] });
const shop = {
  ...programmes[0]!,
  ...{ title: 'Shop', version: '1', in_force_from: '2016-01-01', regions: ['DE', 'GB'], standard: 'good' },
  tiers: ['top', 'good', 'low'].map((key) => ({ key, title: `${key} tier`, means: `The ${key} one.` })),
  assessable: { orders: 10, window_days: 30, why },
  metrics: ['late_dispatch', 'missing_tracking', 'late_delivery'].map(asked),
};
const dimension = (key: string, title: string, metrics: Score['dimensions'][0]['metrics']) => ({ key, title, why, metrics });
const WEIGHTED: Score = {
  ...{ title: 'Shop score', why, out_of: 5, decides: 'weighted', needs: { metrics: 2, why } },
  dimensions: [
    { ...dimension('parcels', 'Parcels', { late_dispatch, missing_tracking: falling(0.5) }), weight: 2 },
    { ...dimension('buyers', 'Buyers', { late_delivery: falling(0.1) }), weight: 1 },
  ],
  tiers: { top: { at_least: 4.5, why }, good: { at_least: 2, why } },
};
/** In the way of a marketplace that publishes: the lowest of the three dimension scores decides the rating. */
const LOWEST: Score = {
  ...{ title: 'Shop rating', why, out_of: 5, decides: 'worst_dimension', needs: { metrics: 3, why }, tiers: {} },
  dimensions: [
    dimension('fulfilment', 'Fulfilment', { late_dispatch: { ...late_dispatch, weight: 1 } }),
    dimension('product', 'Product', { missing_tracking: falling(0.5) }),
    dimension('service', 'Service', { late_delivery: falling(0.1) }),
  ],
};
const POLICIES = {
  ...rest,
  programmes: [
    { ...shop, programme: 'shop', score: WEIGHTED },
    { ...shop, programme: 'stars', score: LOWEST },
  ],
};

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const PLACED = { placed_at: '2026-10-26T10:00:00Z', ship_by: '2026-10-28T17:00:00Z', deliver_by: '2026-10-31' };
/** Of so many orders the first ones are dispatched late, and the last ones have no tracking number. */
const orders = (seller: string, many: number, late: number, untracked = 0) =>
  Array.from({ length: many }, (__, n) => {
    const { dt: _, ...row } = order(`${seller}-${n}`, {
      ...{ ...PLACED, seller_id: seller, delivered_at: '2026-10-30T10:00:00Z', updated_at: '2026-10-31T10:00:00Z' },
      first_scan_at: n < late ? '2026-10-29T10:00:00Z' : '2026-10-28T10:00:00Z',
      ...(n >= many - untracked ? { tracking_number: null } : {}),
    });
    return row;
  });
const seller = (seller_id: string) => ({
  ...{ seller_id, name: seller_id, email: `${seller_id}@sellers.example`, home_region: 'GB', joined_on: '2025-01-01' },
  ...{ status: 'active', email_frequency: 'daily', updated_at: '2026-10-10T10:00:00Z' },
});

describe('a marketplace with scores', () => {
  let market: TestMarketplace;
  let night: { prefix: string };
  beforeAll(async () => {
    market = await TestMarketplace.make(POLICIES);
    await market.land([
      [
        'orders/dt=2026-10-31/a.jsonl',
        lines([...orders('fine', 20, 0), ...orders('some', 200, 3, 20), ...orders('late', 20, 2), ...orders('new', 6, 3)]),
      ],
      ['sellers/dt=2026-10-10/a.jsonl', lines(['fine', 'some', 'late', 'new'].map(seller))],
    ]);
    night = await market.published(MONDAY, { mails: true });
  });
  afterAll(() => market?.gone());

  const rows = async (dataset: string, programme: string, ...columns: string[]): Promise<string[]> =>
    (await market.rows(night.prefix, dataset))
      .map((row) => JSON.parse(row) as Record<string, unknown>)
      .filter((row) => row.programme === programme)
      .map((row) => columns.map((name) => row[name] ?? '-').join(' '));

  it('adds up what metrics bring, and a tier asks for so much of it', async () => {
    expect(await rows('scores', 'shop', 'seller_id', 'score', 'because', 'costs_most', 'caps_at')).toEqual([
      'fine 500 scored - -',
      'late 278 scored late_dispatch good',
      'new - few_orders - -',
      'some 445 scored late_dispatch good',
    ]);
    expect(await rows('score_parts', 'shop', 'seller_id', 'metric', 'points', 'contribution')).toContain(
      'some missing_tracking 400 89',
    );
    expect(await rows('scorecards', 'shop', 'seller_id', 'tier', 'tier_because')).toEqual([
      'fine top meets_all',
      'late good score',
      'new not_assessable few_orders',
      'some good score',
    ]);
  });

  it('gives the lowest of three dimension scores where the worst decides, and moves no tier that asks for nothing', async () => {
    expect(await rows('scores', 'stars', 'seller_id', 'score', 'deciding_dimension')).toEqual([
      'fine 500 fulfilment',
      'late 0 fulfilment',
      'new - -',
      'some 400 product',
    ]);
    expect(await rows('scorecards', 'stars', 'seller_id', 'tier')).toEqual([
      'fine top',
      'late top',
      'new not_assessable',
      'some top',
    ]);
  });

  it('is what the independent judge says', async () => {
    const policies = loadPolicies(filesOf(POLICIES), MONDAY);
    const { differences, rows: compared } = await compareRun({
      ...{ store: market.store, prefix: night.prefix, runDate: MONDAY, policies, landed: market.landing },
    });
    expect(differences).toEqual([]);
    expect(compared).toMatchObject({ scores: 8, score_parts: 24 });
  });

  it('explains the score with its working, and mails it', async () => {
    const { out } = await scorecards('explain', 'some', '--store', market.store, '--date', MONDAY);
    expect(out.split('\n').slice(2, 9)).toEqual([
      'shop 1: good tier (held back from top tier by the score)',
      '  Shop score: 4.45 of 5; what each part brings adds up to it.',
      '  Late dispatch costs most: 0.33 points.',
      '  With it, the tier is at most good tier.',
      '    late dispatch: 3 of 200 = 1.50%: 4.25 of 5 points, weight 44.4%, brings 1.89',
      '    missing tracking: 20 of 200 = 10.00%: 4.00 of 5 points, weight 22.2%, brings 0.89',
      '    late delivery: 0 of 200 = 0.00%: 5.00 of 5 points, weight 33.3%, brings 1.67',
    ]);
    const outbox = join(market.store, 'mail/outbox');
    const names = await readdir(outbox, { recursive: true });
    const mails = await Promise.all(
      names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(outbox, name), 'utf8')),
    );
    const mail = mails.find((one) => one.includes('some@sellers.example'))!.replaceAll(/=\r?\n/g, '');
    expect(mail).toContain('Your score');
    expect(mail).toContain('Shop score: 4.45 of 5; what each part brings adds up to it. Late dispatch costs most: 0.33 points.');
    expect(mail).toContain('The score holds the tier back; what would raise it most is late dispatch.');
  });
});
