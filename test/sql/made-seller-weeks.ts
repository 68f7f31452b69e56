/** The weeks of a seller, over made rows. The run date is Monday, 16 November 2026: the newest week final for dispatch began on the 2nd. */
import { type MadeRows, none, rows } from './made-rows.js';

const NEITHER = 'CAST(NULL AS DATE), 0, CAST(NULL AS DATE)';
const order = (seller: string, day: string, outcome: number, placed: string, weight = 1): string =>
  `'${seller}', 'GB', DATE '${day}', ${outcome}, ${weight}, 1, DATE '${placed}', ${NEITHER}`;

/** Outcomes: 1 met, 2 fault, 3 forgiven, 6 forgiven as met. */
const ORDERS = [
  ...[order('a', '2026-11-02', 2, '2026-10-30'), order('a', '2026-11-08', 1, '2026-11-07', 3)],
  // Neither the week that is not over, nor the ninth before it, nor what is forgiven without being met.
  ...[
    order('a', '2026-11-09', 2, '2026-11-08'),
    order('a', '2026-09-13', 2, '2026-09-10'),
    order('a', '2026-11-03', 3, '2026-11-01'),
  ],
  ...[order('a', '2026-09-14', 6, '2026-09-12'), order('a', '2026-09-20', 2, '2026-09-12')],
  // What is due before it was ordered counts as of when it was ordered, and not before.
  ...[order('a', '2026-10-20', 2, '2026-11-16'), order('a', '2026-10-21', 2, '2026-11-17')],
  // Taken back; and of a seller of whom nothing is at fault.
  ...[
    order('a', '2026-10-01', 2, '2026-09-30'),
    order('a', '2026-10-01', 2, '2026-09-30', -1),
    order('b', '2026-11-04', 1, '2026-11-01'),
  ],
];

export const MADE_SELLER_WEEKS: readonly MadeRows[] = [
  {
    path: 'marts/seller_weeks.sql',
    says: 'whole weeks that are final, the newest eight, of whoever has something at fault; weeks in which nothing counts are not there',
    reads: {
      seller_metrics: rows(
        'seller_id, programme, metric, fault',
        "'a', 'both', 'late_dispatch', 1",
        "'b', 'both', 'late_dispatch', 0",
      ),
      'ledger order_outcomes': rows(
        'seller_id, region, late_dispatch_day, late_dispatch, weight, units, placed_day, late_delivery_day, late_delivery, late_delivery_final',
        ...ORDERS,
      ),
      conversation_outcomes: none('seller_id, region, weight'),
      landed_outcomes_judged: none('seller_id, region, metric, cohort_day, outcome'),
    },
    shows: 'seller_id, nth, CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR), counted, fault, rate',
    gives: ['a 1 2026-11-02 2026-11-08 4 1 0.25', 'a 3 2026-10-19 2026-10-25 1 1 1', 'a 8 2026-09-14 2026-09-20 2 1 0.5'],
  },
];
