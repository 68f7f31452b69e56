/**
 * A marketplace of which every Monday a night was run. Orders are placed on Tuesdays to Thursdays and land whole on Fridays, so that
 * no outcome changes between one night and a later one.
 */
import { addDays } from '../../contracts/days.js';
import { OWN_METRIC } from '../../metrics/case.js';
import { EvaluationYaml } from '../../policies/evaluation.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { policiesOf } from '../cases/index.js';
import { TestMarketplace } from '../night/test-marketplace.js';

export const MONDAYS = [0, 1, 2, 3, 4, 5].map((week) => addDays('2026-08-10', 7 * week));
export const [FIRST, LAST] = [MONDAYS[0]!, MONDAYS.at(-1)!];
/** Two weeks with orders lie before the first night. */
const TUESDAYS = [-2, -1, ...MONDAYS.keys()]
  .filter((week) => week < MONDAYS.length - 1)
  .map((week) => addDays(FIRST, 7 * week + 1));

const why = 'as the test wants';
const TIERS = ['top', 'good', 'below'].map((key) => ({ key, title: `The ${key} ones`, means: key }));

const asked = (metric: string, bounds: { top: number; good: number }, more: object = {}): Programme['metrics'][number] => ({
  ...{ metric, window_days: 14, why, at_least: { counted: 0, faults: 0 }, ...more },
  tiers: { top: { at_most: bounds.top, why }, good: { at_most: bounds.good, why } },
});

const PROGRAMME = {
  ...{ version: '1.0', in_force_from: '2016-01-01', regions: ['GB', 'IE'], tiers: TIERS, standard: 'good' },
  assessable: { orders: 8, window_days: 28, why },
};

/** Decides by notice and effect. */
export const WEEKLY: Programme = {
  ...{ ...PROGRAMME, programme: 'weekly', title: 'Weekly standards' },
  evaluation: EvaluationYaml.parse({
    ...{ every: 'monday', why },
    notice: { luck_below: 0.05, faults: 3, days: 3, why },
    effect: { fresh_days: 7, within_days: 28, faults: 2, why },
  }),
  metrics: [
    asked('late_dispatch', { top: 0.05, good: 0.1 }),
    asked('slow_response', { top: 0.1, good: 0.2 }),
    asked(OWN_METRIC, { top: 0.1, good: 0.2 }),
  ],
};

/** Bounds alone propose, every night, by all that a metric can be asked for. */
export const NIGHTLY: Programme = {
  ...{ ...PROGRAMME, programme: 'nightly', title: 'Nightly standards' },
  metrics: [
    asked('late_dispatch', { top: 0.05, good: 0.1 }, { at_least: { counted: 5, faults: 2, days: 2, buyers: 2 } }),
    asked('seller_cancellation', { top: 0, good: 0.05 }, { low_volume: { fewer_than: 10, window_days: 28, why } }),
    asked(
      OWN_METRIC,
      { top: 0.1, good: 0.2 },
      { stretch: { until: 12, at_most_days: 40, why }, alert: { at_most: 0.15, said: 'below', why } },
    ),
  ],
};

/** A violation and each missed week give points; so many cap the tier. */
export const POINTED: Programme = {
  ...{ ...PROGRAMME, programme: 'pointed', title: 'Points' },
  metrics: [{ ...asked('late_dispatch', { top: 0.05, good: 0.1 }), window_days: 7 }],
  points: {
    ...{ why, expire_after_days: { value: 60, why }, looked_at: { every: 'monday', why } },
    violations: { rules: { copied: { points: 3, why } }, severities: {}, other: 'none', why },
    missed_metrics: { late_dispatch: { points: 1, why } },
    milestones: [
      { ...{ at: 1, title: 'Warned', means: 'a warning', why }, caps_at: 'good' },
      { ...{ at: 3, title: 'Stopped', means: 'a stop', why }, caps_at: 'below' },
    ],
  },
};

interface Seller {
  seller_id: string;
  name: string;
  /** Orders of a day, and how many of them are late in each of the weeks; the last number goes on. */
  orders: number;
  late: number[];
  late_on?: number;
  region?: string;
  cancelled?: number;
  damaged?: number;
  one_buyer?: boolean;
}

export const SELLERS: Seller[] = [
  { seller_id: 's-bad', name: '<script>alert("Bad & Sons")</script>', orders: 8, late: [3] },
  { seller_id: 's-good', name: 'Good Goods', orders: 10, late: [0] },
  { seller_id: 's-six', name: 'Six Percent', orders: 16, late: [1] },
  { seller_id: 's-one-day', name: 'One Day', orders: 8, late: [0, 0, 0, 6, 0], late_on: 1 },
  { seller_id: 's-turns', name: 'Turned', orders: 8, late: [3, 3, 0] },
  { seller_id: 's-small', name: 'Small', orders: 1, late: [0, 1], region: 'IE' },
  { seller_id: 's-breaks', name: 'Breaks', orders: 5, late: [0], damaged: 2, cancelled: 1, region: 'IE' },
  { seller_id: 's-one-buyer', name: 'One Buyer', orders: 5, late: [1], one_buyer: true },
];

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function weekOf(tuesday: string, week: number) {
  const landed = addDays(tuesday, 3);
  const updated_at = `${landed}T06:00:00Z`;
  const found: Record<'orders' | 'conversations' | 'outcomes', object[]> = { orders: [], conversations: [], outcomes: [] };
  for (const seller of SELLERS)
    for (const nth of [0, 1, 2]) {
      const day = addDays(tuesday, nth);
      const late = seller.late_on === undefined || seller.late_on === nth ? (seller.late[week] ?? seller.late.at(-1)!) : 0;
      const { seller_id, region = 'GB', orders, cancelled = 0, damaged = 0, one_buyer } = seller;
      for (let n = 0; n < orders; n++) {
        const order_id = `${seller_id}-${day}-${n}`;
        const isCancelled = nth === 0 && n >= orders - cancelled;
        found.orders.push({
          ...{ order_id, seller_id, region, currency: region === 'GB' ? 'GBP' : 'EUR', items: 1, gmv_minor: 1000 + n },
          ...{
            fulfilment: 'seller',
            placed_at: `${day}T07:00:00Z`,
            ship_by: `${day}T18:00:00Z`,
            buyer_id: one_buyer ? 'b-one' : `b-${order_id}`,
          },
          ...{ deliver_by: `${addDays(day, 9)}T18:00:00Z`, updated_at },
          ...(isCancelled
            ? { cancelled_at: `${day}T20:00:00Z`, cancelled_by: 'seller' }
            : { first_scan_at: n < late ? `${addDays(day, 1)}T09:00:00Z` : `${day}T12:00:00Z` }),
        });
        if (n < 2)
          found.outcomes.push({
            ...{ seller_id, subject_id: order_id, region, metric: OWN_METRIC, cohort_day: day, updated_at },
            ...(n < damaged ? { outcome: 'fault', reason: 'crushed' } : { outcome: 'met' }),
          });
      }
      found.conversations.push({
        ...{ conversation_id: `c-${seller_id}-${day}`, seller_id, region, opened_by: 'buyer', kind: 'human', updated_at },
        ...{ opened_at: `${day}T08:00:00Z`, first_reply_at: `${addDays(day, seller_id === 's-bad' ? 2 : 0)}T09:00:00Z` },
      });
    }
  return Object.entries(found).map(([dataset, rows]) => [`${dataset}/dt=${landed}/a.jsonl`, lines(rows)] as const);
}

export const POLICIES: Policies = { ...policiesOf('GB', 'IE'), programmes: [NIGHTLY, WEEKLY, POINTED] };

/** With all that landed, and no night yet. */
export async function weeklyLanding(policies: Policies): Promise<TestMarketplace> {
  const marketplace = await TestMarketplace.make(policies);
  const sellers = SELLERS.map(({ seller_id, name, region = 'GB' }) => ({
    ...{ seller_id, name, email: `${seller_id}@sellers.example`, home_region: region, status: 'active', joined_on: '2025-01-01' },
    email_frequency: 'daily',
    updated_at: '2026-07-01T00:00:00Z',
  }));
  const violation = {
    ...{ violation_id: 'v-1', seller_id: 's-good', region: 'GB', rule: 'copied', source: 'notice', status: 'active' },
    ...{ issued_at: `${addDays(LAST, -5)}T09:00:00Z`, updated_at: `${addDays(LAST, -5)}T09:00:00Z` },
  };
  await marketplace.land([[`violations/dt=${addDays(LAST, -5)}/a.jsonl`, lines([violation])]]);
  await marketplace.land([[`sellers/dt=2026-07-01/a.jsonl`, lines(sellers)], ...TUESDAYS.flatMap(weekOf)]);
  return marketplace;
}

/** With a night of every Monday; prefixes of their runs in the same order. */
export async function weeklyMarketplace(): Promise<{ marketplace: TestMarketplace; prefixes: string[] }> {
  const marketplace = await weeklyLanding(POLICIES);
  const prefixes: string[] = [];
  for (const day of MONDAYS) prefixes.push((await marketplace.published(day)).prefix);
  return { marketplace, prefixes };
}
