import { is, type Landed, NIGHT, type OutcomeCase, order, review, UNSHIPPED } from '../../metrics/case.js';

const NEXT = '2026-11-21';

const corrected: Landed = {
  orders: [
    order('vi-corrected', { ...UNSHIPPED }),
    order('vi-corrected', { dt: NEXT, updated_at: '2026-11-21T08:00:00Z', delivered_at: null }),
  ],
};

const wrongly: Landed = {
  orders: [
    order('vi-worse'),
    order('vi-worse', { dt: NEXT, updated_at: '2026-11-21T08:00:00Z', first_scan_at: '2026-11-05T09:00:00Z' }),
  ],
};

const lateReview: Landed = {
  orders: [order('vi-review', { delivered_at: '2026-11-05T12:00:00Z' })],
  reviews: [review('vi-review', { rating: 1, dt: NEXT })],
};

export const visibility: OutcomeCase[] = [
  {
    name: 'Until a correction lands, an order is judged by what had landed',
    run_date: NIGHT,
    landed: corrected,
    expect: [is('vi-corrected', 'late_dispatch', 'fault', 'missing'), is('vi-corrected', 'missing_tracking', 'no_row')],
  },
  {
    name: 'A correction about an earlier moment counts from the night it lands, final or not',
    run_date: NEXT,
    landed: corrected,
    expect: [is('vi-corrected', 'late_dispatch', 'met'), is('vi-corrected', 'missing_tracking', 'met')],
  },
  {
    name: 'A correction can also turn an order that was met into one at fault',
    run_date: NEXT,
    landed: wrongly,
    expect: [is('vi-worse', 'late_dispatch', 'fault', 'late', '2026-11-04')],
  },
  {
    name: 'That order was met the night before',
    run_date: NIGHT,
    landed: wrongly,
    expect: [is('vi-worse', 'late_dispatch', 'met')],
  },
  {
    name: 'A review written in time that lands after the final day counts from the night it lands',
    run_date: NEXT,
    landed: lateReview,
    expect: [is('vi-review', 'negative_review', 'fault', 'stars_1')],
  },
  {
    name: 'The night before that review lands, the order is met',
    run_date: NIGHT,
    landed: lateReview,
    expect: [is('vi-review', 'negative_review', 'met')],
  },
  {
    name: 'An older version of an order that lands after a newer one changes nothing',
    run_date: NIGHT,
    landed: {
      orders: [order('vi-older'), order('vi-older', { ...UNSHIPPED, dt: '2026-11-08', updated_at: '2026-11-03T08:00:00Z' })],
    },
    expect: [is('vi-older', 'late_dispatch', 'met'), is('vi-older', 'late_delivery', 'met')],
  },
  {
    name: 'Of two versions made at one moment the one that knows more moments wins, also if it landed earlier or knows less else',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-tie', { dt: '2026-11-07', carrier: null, tracking_number: null, items: null }),
        order('vi-tie', { first_scan_at: null, category: 'shoes', dt: '2026-11-08' }),
      ],
    },
    expect: [is('vi-tie', 'late_dispatch', 'met')],
  },
  {
    name: 'Of two versions that know as many moments the one that knows more else wins',
    run_date: NIGHT,
    landed: {
      orders: [order('vi-fuller', { dt: '2026-11-07' }), order('vi-fuller', { tracking_number: null, dt: '2026-11-08' })],
    },
    expect: [is('vi-fuller', 'missing_tracking', 'met')],
  },
  {
    name: 'Of two versions that know as much the one with the later last moment wins',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-later', { first_scan_at: '2026-11-05T09:00:00Z', delivered_at: '2026-11-06T13:00:00Z', dt: '2026-11-07' }),
        order('vi-later', { dt: '2026-11-08' }),
      ],
    },
    expect: [is('vi-later', 'late_dispatch', 'fault', 'late')],
  },
  {
    name: 'Of two versions that nothing else tells apart the one that landed later wins',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-landed', { first_scan_at: '2026-11-05T09:00:00Z', dt: '2026-11-08' }),
        order('vi-landed', { dt: '2026-11-07' }),
      ],
    },
    expect: [is('vi-landed', 'late_dispatch', 'fault', 'late')],
  },
  {
    name: 'A delivery more than a minute before the order is none that we know of; within it, clocks differ',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-before', { delivered_at: '2026-11-02T09:58:59Z' }),
        order('vi-minute', { delivered_at: '2026-11-02T09:59:00Z' }),
      ],
    },
    expect: [
      ...[is('vi-before', 'late_delivery', 'forgiven', 'carrier_delay'), is('vi-before', 'negative_review', 'no_row')],
      is('vi-minute', 'late_delivery', 'met'),
    ],
  },
  {
    name: 'A scan more than 180 days before the order is none that we know of',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-scan-181', { first_scan_at: '2026-05-06T09:59:59Z' }),
        order('vi-scan-180', { first_scan_at: '2026-05-06T10:00:00Z' }),
      ],
    },
    expect: [is('vi-scan-181', 'late_dispatch', 'fault', 'missing'), is('vi-scan-180', 'late_dispatch', 'met')],
  },
  {
    name: 'A newer version replaces the whole record: a scan that it no longer holds is gone',
    run_date: NIGHT,
    landed: {
      orders: [order('vi-whole'), order('vi-whole', { ...UNSHIPPED, dt: '2026-11-08', updated_at: '2026-11-08T08:00:00Z' })],
    },
    expect: [is('vi-whole', 'late_dispatch', 'fault', 'missing'), is('vi-whole', 'negative_review', 'no_row')],
  },
  {
    name: 'An order that moves to another region is judged there',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-moved', { first_scan_at: '2026-11-05T09:00:00Z' }),
        order('vi-moved', {
          first_scan_at: '2026-11-05T09:00:00Z',
          region: 'DE',
          dt: '2026-11-08',
          updated_at: '2026-11-08T08:00:00Z',
        }),
      ],
    },
    expect: [is('vi-moved', 'late_dispatch', 'met')],
  },
  {
    name: 'An order that lands after the run date does not exist yet',
    run_date: NIGHT,
    landed: { orders: [order('vi-unlanded', { dt: NEXT })] },
    expect: [is('vi-unlanded', 'late_dispatch', 'no_row'), is('vi-unlanded', 'seller_cancellation', 'no_row')],
  },
  {
    name: 'An order placed after the run date does not exist yet, though it has landed',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-unplaced', { ...UNSHIPPED, placed_at: '2026-11-21T00:00:00Z', ship_by: '2026-11-23T17:00:00Z', dt: NIGHT }),
      ],
    },
    expect: [is('vi-unplaced', 'late_dispatch', 'no_row'), is('vi-unplaced', 'seller_cancellation', 'no_row')],
  },
  {
    name: 'An order placed in the last second of the run date exists',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-placed', { ...UNSHIPPED, placed_at: '2026-11-20T23:59:59Z', ship_by: '2026-11-23T17:00:00Z', dt: NIGHT }),
      ],
    },
    expect: [
      is('vi-placed', 'late_dispatch', 'pending', null, '2026-11-23'),
      is('vi-placed', 'seller_cancellation', 'pending', null, NIGHT),
    ],
  },
  {
    name: 'A delivery that is to come after the run date has not happened yet, though it has landed',
    run_date: NIGHT,
    landed: { orders: [order('vi-foretold', { delivered_at: '2026-11-21T00:00:00Z', dt: NIGHT })] },
    expect: [is('vi-foretold', 'negative_review', 'no_row'), is('vi-foretold', 'seller_fault_return', 'no_row')],
  },
  {
    name: 'A cancellation that is to come after the run date has not happened yet, though it has landed',
    run_date: NIGHT,
    landed: {
      orders: [
        order('vi-cancel-foretold', {
          ...UNSHIPPED,
          placed_at: '2026-11-19T10:00:00Z',
          ship_by: '2026-11-23T17:00:00Z',
          cancelled_at: '2026-11-21T00:00:00Z',
          cancelled_by: 'platform',
          dt: NIGHT,
        }),
      ],
    },
    expect: [
      is('vi-cancel-foretold', 'late_dispatch', 'pending', null, '2026-11-23'),
      is('vi-cancel-foretold', 'seller_cancellation', 'pending'),
      is('vi-cancel-foretold', 'unresolved_case', 'pending'),
    ],
  },
];
