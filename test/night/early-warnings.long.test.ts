import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { EvaluationYaml } from '../../policies/evaluation.js';
import type { Policies } from '../../policies/policy.js';
import { policiesOf } from '../cases/policies.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const why = 'made';
const NIGHTS = ['2026-11-02', '2026-11-09'] as const;

/** Evaluated every Monday on the 28 days before. */
const policies = (warns: boolean): Policies => {
  const evaluation = EvaluationYaml.parse({ every: 'monday', why });
  return {
    ...policiesOf('GB'),
    programmes: [
      {
        ...{
          programme: 'trusted',
          title: 'Trusted',
          version: '1',
          in_force_from: '2016-01-01',
          regions: ['GB'],
          standard: 'good',
        },
        tiers: ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key })),
        assessable: { orders: 1, window_days: 90, why },
        evaluation: { ...evaluation, early_warning: { ...evaluation.early_warning, warns } },
        metrics: [
          {
            ...{ metric: 'late_dispatch', window_days: 28, why, at_least: { counted: 0, faults: 0 } },
            tiers: { top: { at_most: 0.01, why }, good: { at_most: 0.1, why } },
          },
        ],
      },
    ],
  };
};

/** Of ten orders a day so many are late: of one seller none, of one always five, of one every other day one, and three in its last days. */
const lateOf = (seller: string, day: string): number => {
  const turned = day >= '2026-11-04';
  return { good: 0, bad: 5, turning: turned ? 3 : Number(day.slice(-2)) % 2 }[seller]!;
};
const ordersOf = (day: string): string =>
  ['good', 'bad', 'turning']
    .flatMap((seller) =>
      Array.from({ length: 10 }, (_, at) => {
        const scanned = `${at < lateOf(seller, day) ? addDays(day, 2) : day}T15:00:00Z`;
        return JSON.stringify({
          ...{ seller_id: seller, order_id: `${seller}-${day}-${at}`, region: 'GB', fulfilment: 'seller' },
          ...{ placed_at: `${day}T09:00:00Z`, ship_by: `${day}T22:00:00Z`, confirmed_at: scanned, first_scan_at: scanned },
          ...{ carrier: 'DHL', items: 1, gmv_minor: 1000, currency: 'GBP', updated_at: scanned },
        });
      }),
    )
    .join('\n');

describe('an early warning of two nights', () => {
  const made: TestMarketplace[] = [];
  const warned: unknown[][] = [];
  const decided: unknown[][] = [];
  beforeAll(async () => {
    for (const warns of [true, false]) {
      const marketplace = await TestMarketplace.make(policies(warns));
      made.push(marketplace);
      const days = Array.from({ length: 34 }, (_, at) => addDays('2026-10-05', at));
      await marketplace.land(days.map((day) => [`orders/dt=${addDays(day, 2)}/a.jsonl`, ordersOf(day)] as const));
      const rows: unknown[][] = [[], []];
      for (const night of NIGHTS) {
        const { prefix } = await marketplace.published(night);
        const of = async (columns: string, dataset: string) =>
          ask(`SELECT ${columns} FROM ${await marketplace.relation(prefix, dataset)} ORDER BY ALL`);
        rows[0]!.push(...(await of('seller_id, metric', 'early_warnings')));
        for (const dataset of ['scorecards', 'standings', 'metric_standings', 'tier_changes'])
          rows[1]!.push(...(await of('*', dataset)));
      }
      warned.push(rows[0]!);
      decided.push(rows[1]!);
    }
  });
  afterAll(() => Promise.all(made.map((marketplace) => marketplace.gone())));

  it('comes to the seller that turned bad, and to nobody where the policy wants none', () => {
    expect(warned).toEqual([[{ seller_id: 'turning', metric: 'late_dispatch' }], []]);
  });

  it('moves nothing: without it every tier, standing and change is the same', () => {
    expect(decided[0]!.length).toBeGreaterThan(12);
    expect(decided[0]).toEqual(decided[1]);
  });
});
