import { expect, it } from 'vitest';
import { lostCase, NIGHT, order, review, UNSHIPPED, YEAR_END } from '../../metrics/case.js';
import { judged, judgedAll, orders, SELLER } from './example.js';

/** Order defect rate: poor feedback, claims and chargebacks; cancellations have a metric of their own. */
const ORDER_DEFECT = {
  metrics: `
metrics:
  negative_review:
  unresolved_case:
    resolved_by_seller: { value: counts, why: "a claim counts also when the seller refunds after it was opened" }
  order_defect:
    parts: { value: [negative_review, unresolved_case], why: "cancellations have a metric of their own" }
`,
  programme: {
    metric: 'order_defect',
    text: `
window_days: 60
why: "two months"
tiers: { good: { at_most: 0.01, why: "under one in a hundred" } }
`,
  },
};

const claim = (order_id: string) => lostCase(order_id, { seller_id: SELLER, resolved_by: 'seller' });

/** So that reviews and cases have a source in either example. */
const ELSEWHERE = {
  orders: [order('elsewhere')],
  reviews: [review('elsewhere')],
  cases: [lostCase('elsewhere', { outcome: 'withdrawn', resolved_by: 'seller' })],
};

it('Six claims that the seller paid after they were opened count among 500 orders: 1.2 %', async () => {
  const landed = {
    ...ELSEWHERE,
    orders: [...ELSEWHERE.orders, ...orders(500, 'sold', { cancelled_by: null })],
    cases: [...ELSEWHERE.cases, ...[1, 2, 3, 4, 5, 6].map((nth) => claim(`sold-${nth}`))],
  };
  expect(await judged({ ...ORDER_DEFECT, run_date: YEAR_END, landed })).toMatchObject({
    ...{ fault: 6, met: 494, accountable_rate: 0.012, verdict: 'missed' },
  });
});

it('One poor review and six cancellations by the seller among 500 orders are a defect rate of 0.2 %', async () => {
  const landed = {
    ...ELSEWHERE,
    orders: [
      ...ELSEWHERE.orders,
      ...orders(494, 'sold'),
      ...orders(6, 'cancelled', { ...UNSHIPPED, cancelled_at: '2026-11-03T10:00:00Z', cancelled_by: 'seller' }),
    ],
    reviews: [...ELSEWHERE.reviews, review('sold-1', { seller_id: SELLER, rating: 1 })],
  };
  expect(await judged({ ...ORDER_DEFECT, run_date: YEAR_END, landed })).toMatchObject({
    ...{ fault: 1, met: 499, accountable_rate: 0.002, verdict: 'met' },
  });
});

it('Of 40 tracked parcels in time and 20 untracked letters the tracked ones alone count: all in time', async () => {
  const letter = { tracking_number: null, first_scan_at: null, delivered_at: null, carrier: 'Royal Post' };
  const card = await judged({
    run_date: NIGHT,
    metrics: `
metrics:
  late_delivery:
    untracked: { value: left_out, why: "only units with a delivery scan count" }
`,
    programme: {
      metric: 'late_delivery',
      text: `
window_days: 14
why: "two weeks"
tiers: { good: { at_most: 0.1, why: "nine of ten in time" } }
`,
    },
    landed: { orders: [...orders(40, 'tracked'), ...orders(20, 'letter', letter)] },
  });
  expect(card).toMatchObject({ fault: 0, met: 40, excluded: 20, verdict: 'met' });
});

/** Below 4 % over ten days and over thirty, both to be met; final the day before the night. */
const LATE_DISPATCH = {
  run_date: '2026-11-13',
  metrics: `
metrics:
  late_dispatch:
    maturation_days: { value: 1, why: "the window ends a day before the report" }
`,
  programme: {
    metric: 'late_dispatch',
    text: `
window_days: 30
why: "a month"
tiers: { good: { below: 0.04, why: "less than one in 25" } }
`,
    beside: {
      metric: 'late_dispatch_10',
      text: `
of: late_dispatch
title: "Late dispatch, ten days"
window_days: 10
why: "the newest days"
tiers: { good: { below: 0.04, why: "less than one in 25" } }
`,
    },
  },
};

const late = { first_scan_at: '2026-11-05T15:00:00Z', delivered_at: '2026-11-10T12:00:00Z' };
/** To be sent on 28 October, before the ten days. */
const earlier = {
  ...{ placed_at: '2026-10-26T10:00:00Z', ship_by: '2026-10-28T17:00:00Z', confirmed_at: '2026-10-28T09:00:00Z' },
  ...{ first_scan_at: '2026-10-28T15:00:00Z', deliver_by: '2026-11-02T20:00:00Z', delivered_at: '2026-11-01T12:00:00Z' },
};
const lateEarlier = { ...earlier, first_scan_at: '2026-10-30T15:00:00Z' };

it('Late dispatch of 2 % over 30 days and of 8 % over the last 10 misses the target', async () => {
  const landed = { orders: [...orders(76, 'earlier', earlier), ...orders(22, 'sent'), ...orders(2, 'late', late)] };
  expect(await judgedAll({ ...LATE_DISPATCH, landed })).toEqual({
    late_dispatch: expect.objectContaining({ fault: 2, counted: 100, verdict: 'met', tier_of_seller: 'below' }),
    late_dispatch_10: expect.objectContaining({ fault: 2, counted: 24, verdict: 'missed', tier_of_seller: 'below' }),
  });
});

it('Late dispatch of none over the last 10 days and of 4 % over 30 misses it too: exactly 4 % is not below 4 %', async () => {
  const landed = {
    orders: [...orders(50, 'sent'), ...orders(46, 'earlier', earlier), ...orders(4, 'late-earlier', lateEarlier)],
  };
  expect(await judgedAll({ ...LATE_DISPATCH, landed })).toEqual({
    late_dispatch: expect.objectContaining({ fault: 4, counted: 100, verdict: 'missed', tier_of_seller: 'below' }),
    late_dispatch_10: expect.objectContaining({ fault: 0, counted: 50, verdict: 'met', tier_of_seller: 'below' }),
  });
});

it('Late dispatch of 2 % over either window meets the target', async () => {
  const landed = {
    orders: [
      ...[...orders(49, 'sent'), ...orders(1, 'late', late)],
      ...[...orders(49, 'earlier', earlier), ...orders(1, 'late-earlier', lateEarlier)],
    ],
  };
  expect(await judgedAll({ ...LATE_DISPATCH, landed })).toEqual({
    late_dispatch: expect.objectContaining({ fault: 2, counted: 100, verdict: 'met', tier_of_seller: 'good' }),
    late_dispatch_10: expect.objectContaining({ fault: 1, counted: 50, verdict: 'met', tier_of_seller: 'good' }),
  });
});
