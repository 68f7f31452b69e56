/** Points of a whole marketplace: landed violations, a missed metric that the next night remembers, and who is told what. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order } from '../../metrics/case.js';
import { loadPolicies } from '../../policies/load.js';
import { policiesOf } from '../cases/index.js';
import { scorecards } from '../helpers/scorecards.js';
import { compareRun } from '../independent/compare.js';
import { filesOf, TestMarketplace } from './test-marketplace.js';

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';
const why = 'made';
const { programmes, ...rest } = policiesOf('GB', 'DE');
const shop = { programme: 'shop', title: 'Shop', version: '1', in_force_from: '2016-01-01', regions: ['DE', 'GB'] };
const POLICIES = {
  ...rest,
  programmes: [
    {
      ...programmes[0]!,
      ...shop,
      tiers: ['top', 'good', 'low'].map((key) => ({ key, title: `${key} tier`, means: `The ${key} one.` })),
      standard: 'good',
      assessable: { orders: 1, window_days: 30, why },
      metrics: [
        {
          ...{ metric: 'late_dispatch', window_days: 7, why, at_least: { counted: 0, faults: 0, why } },
          tiers: { top: { at_most: 0.1, why }, good: { at_most: 0.2, why } },
        },
      ],
      points: {
        why,
        expire_after_days: { value: 90, why },
        violations: { rules: { counterfeit: { points: 12, why } }, severities: {}, other: 'landed' as const, why },
        ...{ looked_at: { every: 'monday' as const, why }, missed_metrics: { late_dispatch: { points: 2, why } } },
        milestones: [
          { at: 12, title: 'Warned', means: 'A warning.', caps_at: 'good', why },
          { at: 24, title: 'Closed', means: 'The end.', caps_at: 'low', why },
        ],
      },
    },
  ],
};

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const PLACED = { placed_at: '2026-11-09T10:00:00Z', ship_by: '2026-11-11T17:00:00Z', deliver_by: null };
const orders = (seller: string, many: number, late: number) =>
  Array.from({ length: many }, (__, n) => {
    const { dt: _, ...row } = order(`${seller}-${n}`, {
      ...{ ...PLACED, seller_id: seller, delivered_at: null },
      first_scan_at: n < late ? '2026-11-12T10:00:00Z' : '2026-11-11T10:00:00Z',
      updated_at: '2026-11-13T10:00:00Z',
    });
    return row;
  });
const violation = (violation_id: string, more: object) => ({
  ...{ violation_id, seller_id: 'fine', region: 'GB', rule: 'counterfeit', source: 'test', status: 'active' },
  ...{ issued_at: '2026-11-10T10:00:00Z', updated_at: '2026-11-10T10:00:00Z' },
  ...more,
});
const seller = (seller_id: string) => ({
  ...{ seller_id, name: seller_id, email: `${seller_id}@sellers.example`, home_region: 'GB', joined_on: '2025-01-01' },
  ...{ status: 'active', email_frequency: 'weekly', updated_at: '2026-11-10T10:00:00Z' },
});

describe('a marketplace with points', () => {
  let market: TestMarketplace;
  let nights: { prefix: string }[];
  beforeAll(async () => {
    market = await TestMarketplace.make(POLICIES);
    await market.land([
      [`orders/dt=2026-11-13/a.jsonl`, lines([...orders('fine', 20, 0), ...orders('late', 20, 10)])],
      [`sellers/dt=2026-11-10/a.jsonl`, lines(['fine', 'late'].map(seller))],
      [
        `violations/dt=2026-11-10/a.jsonl`,
        lines([
          violation('v-rule', { points: 3 }),
          // In Berlin it is the next day.
          violation('v-landed', {
            region: 'DE',
            rule: 'wrong size',
            points: 1,
            issued_at: '2026-11-10T23:30:00Z',
            expires_at: '2026-11-30',
          }),
          violation('v-nowhere', { region: 'XX' }),
          violation('v-many', { points: 1_000_001 }),
        ]),
      ],
      [
        `violations/dt=${TUESDAY}/a.jsonl`,
        lines([violation('v-rule', { status: 'withdrawn', updated_at: `${TUESDAY}T08:00:00Z` })]),
      ],
    ]);
    nights = [await market.published(MONDAY, { mails: true }), await market.published(TUESDAY)];
  });
  afterAll(() => market?.gone());

  const entries = async (nth: number): Promise<string[]> =>
    (await market.rows(nights[nth]!.prefix, 'points_entries')).map((row) => {
      const { entry_id, points, given_on, last_day, state } = JSON.parse(row) as Record<string, string>;
      return `${entry_id}: ${points}, ${given_on} to ${last_day}, ${state}`;
    });

  it('counts violations from the local day on which the seller was told, and a metric missed on a Monday', async () => {
    expect(await entries(0)).toEqual([
      'v-landed: 1, 2026-11-11 to 2026-11-30, stands',
      'v-rule: 12, 2026-11-10 to 2027-02-07, stands',
      'shop late_dispatch 2026-11-16 late: 2, 2026-11-16 to 2027-02-13, stands',
    ]);
  });

  it('remembers the missed metric on the next night, gives it once, and takes back what was withdrawn', async () => {
    expect(await entries(1)).toEqual([
      'v-landed: 1, 2026-11-11 to 2026-11-30, stands',
      'v-rule: 12, 2026-11-10 to 2027-02-07, withdrawn',
      'shop late_dispatch 2026-11-16 late: 2, 2026-11-16 to 2027-02-13, stands',
    ]);
    const tier = async (nth: number) =>
      (await market.rows(nights[nth]!.prefix, 'scorecards')).map((row) => {
        const { seller_id, tier, tier_because } = JSON.parse(row) as Record<string, string>;
        return `${seller_id}: ${tier}, ${tier_because}`;
      });
    expect(await tier(0)).toEqual(['fine: good, points', 'late: low, held_back']);
    expect(await tier(1)).toEqual(['fine: top, meets_all', 'late: low, held_back']);
  });

  it('is what the independent judge says', async () => {
    for (const [nth, runDate] of [MONDAY, TUESDAY].entries()) {
      const policies = loadPolicies(filesOf(POLICIES), runDate);
      const run = { store: market.store, prefix: nights[nth]!.prefix, runDate, policies, landed: market.landing };
      const { differences, rows } = await compareRun(run);
      expect(differences).toEqual([]);
      expect(rows.points_entries).toBe(3);
    }
  });

  it('quarantines a violation of an unknown region, and points that nobody can mean', async () => {
    const quality = await scorecards('quality', '--store', market.store, '--date', MONDAY);
    expect(quality.out).toContain('points: 1000001 is more than can be, which is 1000000');
    expect(quality.out).toContain('region: XX is not in regions.yaml; write one of DE, GB');
  });

  it('explains the ledger to a seller, and mails what stands', async () => {
    const { out } = await scorecards('explain', 'fine', '--store', market.store, '--date', MONDAY);
    expect(out.split('\n').slice(2, 8)).toEqual([
      'shop 1: good tier (held back from top tier by points that stand)',
      '  13 points stand; Closed begins at 24.',
      '  Milestone 12 is reached, Warned: A warning.',
      '  While it stands, the tier is at most good tier.',
      '  On 1 Dec 2026 12 points are left, if nothing is added.',
      '    stands    1 point: wrong size, counts from 11 Nov 2026 to 30 Nov 2026 (v-landed)',
    ]);
    const outbox = join(market.store, 'mail/outbox');
    const names = await readdir(outbox, { recursive: true });
    const mails = await Promise.all(
      names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(outbox, name), 'utf8')),
    );
    const mail = mails.find((one) => one.includes('fine@sellers.example'))!.replaceAll('=\r\n', '');
    expect(mail).toContain('Your points');
    expect(mail).toContain('13 points stand; Closed begins at 24.');
    expect(mail).toContain('Points end by themselves on their day');
  });
});
