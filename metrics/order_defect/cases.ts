import {
  type Changes,
  casesOf,
  type Expectation,
  exemption,
  exemptionCases,
  is,
  type Landed,
  lostCase,
  NIGHT,
  type OutcomeCase,
  order,
  review,
  UNSHIPPED,
  YEAR_END,
} from '../case.js';

const one = (
  name: string,
  id: string,
  landed: Landed,
  outcome: string,
  reason: string | null = null,
  run_date = YEAR_END,
): OutcomeCase => ({
  name,
  run_date,
  landed: { orders: [order(id)], ...landed },
  expect: [is(id, 'order_defect', outcome as 'met', reason, '2026-11-02')],
});

const cancelled = (id: string, cancelled_by: string) =>
  order(id, { ...UNSHIPPED, cancelled_at: '2026-11-04T09:00:00Z', cancelled_by });
const poor = (id: string) => review(id, { rating: 1 });
const aboutLogistics = (id: string) => review(id, { rating: 1, about: 'logistics' });

/** Placed on 9 November, so that its defect is final on 24 December; it arrives on the 17th, so that its review is final on the 31st. */
const slow = (name: string, run_date: string, id: string, written: string, expect: Expectation[]): OutcomeCase => ({
  name,
  run_date,
  landed: {
    orders: [
      order(id, {
        ...{ placed_at: '2026-11-09T10:00:00Z', confirmed_at: '2026-11-10T09:00:00Z', first_scan_at: '2026-11-10T15:00:00Z' },
        ...{ ship_by: '2026-11-11T17:00:00Z', deliver_by: '2026-11-16', delivered_at: '2026-12-17T12:00:00Z' },
        ...{ dt: '2026-12-17', updated_at: '2026-12-17T12:00:00Z' },
      }),
    ],
    reviews: [review(id, { rating: 1, created_at: `${written}T09:00:00Z`, updated_at: `${written}T09:00:00Z`, dt: written })],
  },
  expect,
});

const asked = casesOf('order_defect');
/** Cancellations have a metric of their own here, late parcels are a defect, and a defect is final after thirty days. */
const otherParts = { order_defect: { parts: ['late_delivery', 'unresolved_case'], maturation_days: 30 } } as const;
const lateParcel = (id: string, changes: Changes = {}) =>
  order(id, { first_scan_at: '2026-11-05T09:00:00Z', delivered_at: '2026-11-10T12:00:00Z', ...changes });

export const cases: OutcomeCase[] = [
  one('An order without any complaint has no defect', 'od-none', {}, 'met'),
  one(
    'A cancellation by the seller is a defect',
    'od-cancelled',
    { orders: [cancelled('od-cancelled', 'seller')] },
    'fault',
    'seller_cancellation',
  ),
  one('A poor review is a defect', 'od-review', { reviews: [poor('od-review')] }, 'fault', 'negative_review'),
  one('A lost case is a defect', 'od-case', { cases: [lostCase('od-case')] }, 'fault', 'unresolved_case'),
  one(
    'A poor review and a lost case on one order are one defect, named for the review',
    'od-two',
    { reviews: [poor('od-two')], cases: [lostCase('od-two')] },
    'fault',
    'negative_review',
  ),
  {
    name: 'An order with all three parts counts once in order defects and once in each part',
    run_date: YEAR_END,
    landed: {
      orders: [order('od-three', { cancelled_at: '2026-11-04T09:00:00Z', cancelled_by: 'seller' })],
      reviews: [poor('od-three')],
      cases: [lostCase('od-three')],
    },
    expect: [
      is('od-three', 'order_defect', 'fault', 'seller_cancellation'),
      is('od-three', 'seller_cancellation', 'fault', 'cancelled_by_seller'),
      is('od-three', 'negative_review', 'fault', 'stars_1'),
      is('od-three', 'unresolved_case', 'fault', 'decided_against_seller'),
    ],
  },
  one(
    'A forgiven review is a forgiven defect',
    'od-forgiven',
    { reviews: [aboutLogistics('od-forgiven')] },
    'forgiven',
    'logistics_review',
  ),
  one(
    'A forgiven review beside a lost case is a defect for the case',
    'od-half',
    { reviews: [aboutLogistics('od-half')], cases: [lostCase('od-half')] },
    'fault',
    'unresolved_case',
  ),
  one(
    'An exemption from the part alone forgives the defect that the part makes',
    'od-part-exempt',
    {
      reviews: [poor('od-part-exempt')],
      exemptions: [
        exemption('od-part-exempt', { metrics: ['negative_review'], order_id: 'od-part-exempt', reason: 'dispute_upheld' }),
      ],
    },
    'forgiven',
    'dispute_upheld',
  ),
  {
    name: 'An exemption from order defects alone forgives the defect and leaves its part at fault',
    run_date: YEAR_END,
    landed: {
      orders: [order('od-exempt')],
      reviews: [poor('od-exempt')],
      exemptions: [exemption('od-exempt', { metrics: ['order_defect'], order_id: 'od-exempt', reason: 'platform_error' })],
    },
    expect: [
      is('od-exempt', 'order_defect', 'forgiven', 'platform_error'),
      is('od-exempt', 'negative_review', 'fault', 'stars_1'),
    ],
  },
  one(
    'An order that its buyer cancelled is left out',
    'od-buyer',
    { orders: [cancelled('od-buyer', 'buyer')] },
    'excluded',
    'cancelled',
  ),
  one(
    'An order that the platform cancelled is left out, whatever else is said of it',
    'od-platform',
    { orders: [cancelled('od-platform', 'platform')], cases: [lostCase('od-platform')] },
    'excluded',
    'cancelled',
  ),
  one(
    'An order cancelled by nobody known has no defect by that alone',
    'od-unknown',
    { orders: [cancelled('od-unknown', 'unknown')] },
    'met',
  ),
  one(
    'A defect is pending for forty-five days, though the seller cancelled on the second',
    'od-pending',
    { orders: [cancelled('od-pending', 'seller')] },
    'pending',
    null,
    NIGHT,
  ),
  one(
    'An order that its buyer cancelled is left out at once',
    'od-buyer-pending',
    { orders: [cancelled('od-buyer-pending', 'buyer')] },
    'excluded',
    'cancelled',
    NIGHT,
  ),
  slow(
    'A poor review written before the defect’s final day counts on that day, though the review’s own outcome is still pending',
    '2026-12-24',
    'od-slow',
    '2026-12-19',
    [is('od-slow', 'order_defect', 'fault', 'negative_review'), is('od-slow', 'negative_review', 'pending', null, '2026-12-17')],
  ),
  slow('A week later, nothing having landed meanwhile, the defect is what it was', YEAR_END, 'od-slow', '2026-12-19', [
    is('od-slow', 'order_defect', 'fault', 'negative_review'),
    is('od-slow', 'negative_review', 'fault', 'stars_1'),
  ]),
  slow(
    'A poor review written after the defect’s final day changes the review’s outcome and not the defect',
    YEAR_END,
    'od-too-slow',
    '2026-12-27',
    [is('od-too-slow', 'order_defect', 'met'), is('od-too-slow', 'negative_review', 'fault', 'stars_1')],
  ),
  {
    name: 'A parcel that arrives after the defect’s final day brings no defect, whatever its review said before',
    run_date: YEAR_END,
    landed: {
      orders: [
        order('od-too-late', { delivered_at: '2026-12-18T00:00:00Z', dt: '2026-12-18', updated_at: '2026-12-18T12:00:00Z' }),
      ],
      reviews: [poor('od-too-late')],
    },
    expect: [is('od-too-late', 'order_defect', 'met')],
  },
  asked({
    name: 'Where cancellations are no part of the defect, an order that the seller cancelled has none',
    id: 'od-parts-cancelled',
    landed: { orders: [cancelled('od-parts-cancelled', 'seller')] },
    settings: otherParts,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  asked({
    name: 'Where late parcels are a part of the defect, one is a defect',
    id: 'od-parts-late',
    landed: { orders: [lateParcel('od-parts-late')] },
    settings: otherParts,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'late_delivery',
  }),
  asked({
    name: 'An order of the parts is named for the part that policy names first',
    id: 'od-parts-first',
    landed: { orders: [lateParcel('od-parts-first')], cases: [lostCase('od-parts-first')] },
    settings: otherParts,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'late_delivery',
  }),
  asked({
    name: 'A part that forgives a carrier’s delay makes a forgiven defect',
    id: 'od-parts-forgiven',
    landed: { orders: [order('od-parts-forgiven', { delivered_at: '2026-11-10T12:00:00Z' })] },
    settings: otherParts,
    run_date: YEAR_END,
    outcome: 'forgiven',
    reason: 'carrier_delay',
  }),
  asked({
    name: 'What a part leaves out is no defect by that part',
    id: 'od-parts-excluded',
    landed: { orders: [lateParcel('od-parts-excluded', { fulfilment: 'platform' })] },
    settings: otherParts,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  asked({
    name: 'Where a defect is final after thirty days, a case decided on the thirty-first is none',
    id: 'od-thirty',
    landed: {
      orders: [order('od-thirty')],
      cases: [lostCase('od-thirty', { closed_at: '2026-12-03T00:00:00Z', dt: '2026-12-03' })],
    },
    settings: otherParts,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'order_defect',
    prefix: 'od',
    reason: 'negative_review',
    cohort_day: '2026-11-02',
    landed: (id, carrier) => ({ orders: [order(id, { carrier })], reviews: [poor(id)] }),
  }),
];
