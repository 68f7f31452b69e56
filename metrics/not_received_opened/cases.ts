import {
  type Changes,
  casesOf,
  exemptionCases,
  type Landed,
  lostCase,
  type OutcomeCase,
  order,
  UNSHIPPED,
  YEAR_END,
} from '../case.js';

const one = casesOf('not_received_opened');

/** A case of this kind, opened on 12 November. */
const opened = (id: string, changes: Changes = {}): Landed => ({
  orders: [order(id)],
  cases: [lostCase(id, { kind: 'not_received', ...changes })],
});

const cancelled = (id: string, cancelled_by: string, cancelled_at = '2026-11-08T09:00:00Z'): Landed => ({
  ...opened(id),
  orders: [order(id, { ...UNSHIPPED, cancelled_at, cancelled_by })],
});

const STILL_OPEN = { closed_at: null, outcome: null, resolved_by: null };

export const cases: OutcomeCase[] = [
  one({
    name: 'An order without a case is met, on the day it was placed',
    id: 'ni-none',
    landed: { orders: [order('ni-none')] },
    run_date: YEAR_END,
    outcome: 'met',
    day: '2026-11-02',
  }),
  one({
    name: 'A case of this kind counts as soon as it is opened',
    id: 'ni-open',
    landed: opened('ni-open', STILL_OPEN),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_received',
  }),
  one({
    name: 'A case of this kind counts though the buyer withdrew it',
    id: 'ni-withdrawn',
    landed: opened('ni-withdrawn', { outcome: 'withdrawn', resolved_by: 'seller' }),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_received',
  }),
  one({
    name: 'A case of another kind does not count',
    id: 'ni-other-kind',
    landed: opened('ni-other-kind', { kind: 'not_as_described' }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'A chargeback does not count',
    id: 'ni-chargeback',
    landed: opened('ni-chargeback', { kind: 'chargeback' }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'Of two cases on one order one of this kind is enough',
    id: 'ni-two',
    landed: {
      orders: [order('ni-two')],
      cases: [lostCase('ni-two', { kind: 'other' }), lostCase('ni-two', { kind: 'not_received', case_id: 'ni-two-2' })],
    },
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_received',
  }),
  one({
    name: 'A case opened on the forty-fifth day after the order counts',
    id: 'ni-forty-fifth',
    landed: opened('ni-forty-fifth', { ...STILL_OPEN, opened_at: '2026-12-17T23:59:59Z', dt: '2026-12-17' }),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_received',
  }),
  one({
    name: 'A case opened on the forty-sixth day after the order does not count',
    id: 'ni-forty-sixth',
    landed: opened('ni-forty-sixth', { ...STILL_OPEN, opened_at: '2026-12-18T00:00:00Z', dt: '2026-12-18' }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'An order is pending for forty-five days, though a case was opened',
    id: 'ni-pending',
    landed: opened('ni-pending', { ...STILL_OPEN, dt: '2026-11-12', updated_at: '2026-11-12T09:00:00Z' }),
    outcome: 'pending',
  }),
  one({
    name: 'An order that its buyer cancelled is left out',
    id: 'ni-buyer',
    landed: cancelled('ni-buyer', 'buyer'),
    run_date: YEAR_END,
    outcome: 'excluded',
    reason: 'cancelled',
  }),
  one({
    name: 'An order that the platform cancelled is left out at once',
    id: 'ni-platform',
    landed: cancelled('ni-platform', 'platform'),
    outcome: 'excluded',
    reason: 'cancelled',
  }),
  one({
    name: 'An order that its seller cancelled still counts',
    id: 'ni-seller',
    landed: cancelled('ni-seller', 'seller'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_received',
  }),
  one({
    name: 'A cancellation after the final day leaves the order in',
    id: 'ni-cancelled-late',
    landed: cancelled('ni-cancelled-late', 'buyer', '2026-12-18T00:00:00Z'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_received',
  }),
  one({
    name: 'Where policy waits ten days, a case of the eleventh day does not count',
    id: 'ni-ten-days',
    landed: opened('ni-ten-days', { opened_at: '2026-11-13T00:00:00Z' }),
    settings: { not_received_opened: { maturation_days: 10 } },
    run_date: YEAR_END,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'not_received_opened',
    prefix: 'ni',
    reason: 'not_received',
    cohort_day: '2026-11-02',
    landed: (id, carrier) => ({ ...opened(id), orders: [order(id, { carrier })] }),
  }),
];
