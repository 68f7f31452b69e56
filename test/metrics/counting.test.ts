import { spawnSync } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../cli/explain.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { exemption, type LandedRow, landedOutcome, NIGHT, OWN_METRIC, order, UNSHIPPED } from '../../metrics/case.js';
import type { Programme, ProgrammeMetric } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { CASE_POLICIES, casePolicies, landedFilesOf } from '../cases/index.js';
import { ask, TestMarketplace } from '../night/test-marketplace.js';

const programme = (name: string, metric: string, window_days: number, at_least: ProgrammeMetric['at_least']): Programme => ({
  ...CASE_POLICIES.programmes[0]!,
  programme: name,
  metrics: [
    {
      metric,
      window_days,
      why: 'what the test is about',
      at_least,
      tiers: { good: { at_most: 0.1, why: 'one in ten' } },
    },
  ],
});

const NO_FLOOR = { counted: 0, faults: 0 };
const policies = casePolicies({ late_delivery: { count: 'items' } });
const judgedHere = ['late_dispatch', 'late_delivery', 'seller_cancellation', OWN_METRIC];
const POLICIES = {
  ...policies,
  metrics: policies.metrics.filter(({ metric }) => judgedHere.includes(metric)),
  programmes: [
    programme('three-days', 'seller_cancellation', 3, NO_FLOOR),
    programme('five-counted', 'late_dispatch', 30, { counted: 5, faults: 0 }),
    programme('three-faults', 'late_dispatch', 30, { counted: 0, faults: 3 }),
    programme('two-buyers', 'late_dispatch', 30, { counted: 0, faults: 0, buyers: 2 }),
    programme('items', 'late_delivery', 30, NO_FLOOR),
    programme('own', OWN_METRIC, 30, NO_FLOOR),
  ],
};

const many = (seller_id: string, times: number, prefix: string, changes: Parameters<typeof order>[1] = {}): LandedRow[] =>
  Array.from({ length: times }, (_, nth) => order(`${seller_id}-${prefix}-${nth}`, { seller_id, ...changes }));
const lateScan = { first_scan_at: '2026-11-05T09:00:00Z' };

/** Cancelled by the seller on the day it was placed; no ship-by moment, so that it is final seven days later. */
const cancelledOn = (day: number): LandedRow =>
  order(`days-${day}`, {
    ...UNSHIPPED,
    seller_id: 'days',
    dt: '2026-11-20',
    placed_at: `2026-11-${day}T10:00:00Z`,
    ship_by: null,
    deliver_by: null,
    cancelled_at: `2026-11-${day}T12:00:00Z`,
    cancelled_by: 'seller',
  });
const preOrder = (day: number): LandedRow =>
  order(`pre-${day}`, {
    ...UNSHIPPED,
    seller_id: 'days',
    dt: '2026-11-20',
    placed_at: `2026-11-${day}T10:00:00Z`,
    ship_by: '2026-12-02T17:00:00Z',
    deliver_by: null,
  });

const damaged = (nth: number, changes: Parameters<typeof landedOutcome>[1]) =>
  landedOutcome(`own-${nth}`, { seller_id: 'own', ...changes });

describe('what a night counts', () => {
  let marketplace: TestMarketplace;
  let prefix: string;
  const rows = async (dataset: string, seller: string, programme_: string) => {
    const { datasets } = await marketplace.manifest(prefix);
    const found = await ask(`
      SELECT * FROM read_parquet('${marketplace.store}/${datasets[dataset]!.files[0]}')
      WHERE seller_id = '${seller}' AND programme = '${programme_}'
      ORDER BY ALL
    `);
    return found.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])),
    );
  };
  const metric = async (seller: string, programme_: string) => (await rows('seller_metrics', seller, programme_))[0];

  beforeAll(async () => {
    marketplace = await TestMarketplace.make(POLICIES);
    const landed = {
      orders: [
        ...[10, 11, 12, 13, 14, 20].map(cancelledOn),
        ...[10, 12].map(preOrder),
        ...many('four', 4, 'late', lateScan),
        ...many('five', 4, 'met'),
        ...many('five', 1, 'late', lateScan),
        ...many('two-faults', 3, 'met'),
        ...many('two-faults', 2, 'late', lateScan),
        ...many('three-faults', 3, 'met'),
        ...many('three-faults', 3, 'late', lateScan),
        ...many('one-buyer', 2, 'met', { buyer_id: 'somebody' }),
        ...many('one-buyer', 3, 'late', { ...lateScan, buyer_id: 'somebody else' }),
        ...many('items', 1, 'two', { items: 2 }),
        ...many('items', 1, 'unsaid', { items: null }),
        ...many('items', 1, 'late', { ...lateScan, items: 3, delivered_at: '2026-11-10T12:00:00Z' }),
        ...many('own', 1, 'placed'),
      ],
      outcomes: [
        ...[1, 2, 3, 4, 5, 6, 7].map((nth) => damaged(nth, { outcome: 'met', reason: null })),
        damaged(8, {}),
        damaged(9, {}),
        damaged(10, { outcome: 'excluded', reason: 'no_photo' }),
        damaged(11, { cohort_day: '2026-11-18' }),
      ],
      exemptions: [exemption('own-9', { metrics: 'all', order_id: 'own-9', reason: 'carrier_delay' })],
    };
    await marketplace.land(landedFilesOf([{ landed }]));
    prefix = (await marketplace.published(NIGHT)).prefix;
  });
  afterAll(() => marketplace?.gone());

  it('A window of three days holds three matured days, though the metric takes seven days to mature', async () => {
    expect(await metric('days', 'three-days')).toMatchObject({ window_days: 3, fault: 3, met: 0, verdict: 'missed' });
  });

  it('Pending are the days since that window opened, a pre-order of its matured days included', async () => {
    // The 14th and the 20th, and the pre-order of the 12th; the pre-order of the 10th was placed before the window.
    expect(await metric('days', 'three-days')).toMatchObject({ pending: 3 });
  });

  it('A seller with fewer counted than the floor is not judged by this metric', async () => {
    expect(await metric('four', 'five-counted')).toMatchObject({
      ...{ counted: 4, fault: 4, verdict: 'not_assessable', because: 'few_counted', tier: null, counted_needed: 5 },
    });
    expect(await rows('scorecards', 'four', 'five-counted')).toMatchObject([{ tier: 'not_assessable' }]);
  });

  it('A seller with exactly so many counted is judged', async () => {
    expect(await metric('five', 'five-counted')).toMatchObject({ counted: 5, fault: 1, verdict: 'missed', because: 'above' });
    expect(await rows('scorecards', 'five', 'five-counted')).toMatchObject([{ tier: 'below', held_back_by: 'late_dispatch' }]);
  });

  it('Fewer faults than the floor meet every bound', async () => {
    expect(await metric('two-faults', 'three-faults')).toMatchObject({ fault: 2, counted: 5, verdict: 'met', allowed: 2 });
    expect(await rows('scorecards', 'two-faults', 'three-faults')).toMatchObject([{ tier: 'good' }]);
  });

  it('As many faults as the floor are judged by the rate', async () => {
    expect(await metric('three-faults', 'three-faults')).toMatchObject({ fault: 3, counted: 6, verdict: 'missed' });
    expect(await rows('scorecards', 'three-faults', 'three-faults')).toMatchObject([{ tier: 'below', held_back_allowed: 2 }]);
  });

  it('Faults towards fewer buyers than the floor meet every bound; of orders without a buyer each has one of its own', async () => {
    expect(await metric('one-buyer', 'two-buyers')).toMatchObject({
      fault: 3,
      counted: 5,
      because: 'few_buyers',
      fault_buyers: 1,
    });
    expect(await rows('scorecards', 'one-buyer', 'two-buyers')).toMatchObject([{ tier: 'good', tier_because: 'meets_all' }]);
    expect(await metric('three-faults', 'two-buyers')).toMatchObject({ because: 'above', fault_buyers: 3, buyers_from: 2 });
    expect(await metric('one-buyer', 'five-counted')).toMatchObject({ because: 'above', fault_buyers: null, buyers_from: 0 });
  });

  it('Where items count, an order counts as its items, and as one where nobody says how many', async () => {
    expect(await metric('items', 'items')).toMatchObject({ unit: 'items', met: 3, fault: 3, counted: 6, accountable_rate: 0.5 });
    expect(await rows('outcome_details', 'items', 'items')).toHaveLength(1);
  });

  it('A metric that lands as outcomes is counted like any other: forgiven as met, left out, pending', async () => {
    expect(await metric('own', 'own')).toMatchObject({
      ...{ metric: OWN_METRIC, met: 7, fault: 1, forgiven: 1, excluded: 1, pending: 1, counted: 9, verdict: 'missed' },
    });
  });

  it('It holds its seller back from the better tier', async () => {
    expect(await rows('scorecards', 'own', 'own')).toMatchObject([
      { tier: 'below', held_back_by: OWN_METRIC, next_tier: 'good' },
    ]);
  });

  it('Each of its faults opens up into what proves it', async () => {
    const details = await rows('outcome_details', 'own', 'own');
    const fault = details.find((row) => row.outcome === 'fault');
    expect(fault).toMatchObject({ subject_id: 'own-8', reason: 'crushed', evidence: 'photo-of-own-8', counts_as_met: null });
    const forgiven = details.find((row) => row.outcome === 'forgiven');
    expect(forgiven).toMatchObject({ subject_id: 'own-9', reason: 'carrier_delay', exemption_id: 'own-9', counts_as_met: true });
    expect(details.map((row) => row.outcome).sort()).toEqual(['excluded', 'fault', 'forgiven']);
  });

  it('The command line explains it', () => {
    const args = ['--import', 'tsx', 'cli/cli.ts', 'explain', 'own', '--json', '--store', marketplace.store];
    const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const explained = JSON.parse(ran.stdout) as { programmes: { programme: string; metrics: { orders: object[] }[] }[] };
    const own = explained.programmes.find((one) => one.programme === 'own')!;
    expect(own.metrics[0]).toMatchObject({ metric: OWN_METRIC, fault: 1, counted: 9 });
    expect(JSON.stringify(own.metrics[0])).toContain('photo-of-own-8');
  });

  it('A run of a version that knew no floors of buyers and days is explained as it was', async () => {
    const { datasets } = await marketplace.manifest(prefix);
    const path = `${marketplace.store}/${datasets.seller_metrics!.files[0]}`;
    await ask(
      `COPY (SELECT * EXCLUDE (fault_buyers, buyers_from, fault_days, days_from) FROM read_parquet('${path}')) TO '${path}.old' (FORMAT parquet)`,
    );
    await rename(`${path}.old`, path);
    const duck = await openDuck({ threads: 1 });
    try {
      const store = new FolderStore(marketplace.store);
      const found = await explain({ store, duck, sql: await readSqlFiles(), prefix, seller: 'five', metric: 'late_dispatch' });
      expect(found!.programmes.find((one) => one.programme === 'five-counted')!.metrics).toMatchObject([
        { fault: 1, counted: 5, because: 'above', buyers_from: 0, fault_buyers: null },
      ]);
    } finally {
      duck.close();
    }
  });
});
