import {
  type Changes,
  casesOf,
  exemptionCases,
  is,
  type Landed,
  lostCase,
  NIGHT,
  type OutcomeCase,
  order,
  UNSHIPPED,
  YEAR_END,
} from '../case.js';

const dispute = (
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
  expect: [is(id, 'unresolved_case', outcome as 'met', reason)],
});

const cancelledBy = (id: string, cancelled_by: string, cancelled_at = '2026-11-08T09:00:00Z') => ({
  orders: [order(id, { ...UNSHIPPED, cancelled_at, cancelled_by })],
  cases: [lostCase(id)],
});

/** Not shipped yet; its case is lost on 25 November. 45 days before the year's end is 16 November. */
const placed = (id: string, day: string): Landed => ({
  orders: [order(id, { ...UNSHIPPED, placed_at: `${day}T10:00:00Z`, ship_by: null, deliver_by: null, dt: day })],
  cases: [lostCase(id)],
});

const everyLost = { unresolved_case: { resolved_by_seller: 'counts' } } as const;
const everyOpened = { unresolved_case: { cases: 'opened', resolved_by_seller: 'counts' } } as const;
const openedUnsolved = { unresolved_case: { cases: 'opened', maturation_days: 30 } } as const;
const asked = casesOf('unresolved_case');
const about = (id: string, changes: Changes = {}): Landed => ({ orders: [order(id)], cases: [lostCase(id, changes)] });
const STILL_OPEN = { closed_at: null, outcome: null, resolved_by: null, dt: '2026-11-12', updated_at: '2026-11-12T09:00:00Z' };

export const cases: OutcomeCase[] = [
  dispute('An order without a case is met', 'uc-none', {}, 'met'),
  dispute(
    'A case that the platform decides against the seller is at fault',
    'uc-lost',
    { cases: [lostCase('uc-lost')] },
    'fault',
    'decided_against_seller',
  ),
  dispute(
    'A case that the seller resolves is met, even if the fault was the seller’s',
    'uc-solved',
    { cases: [lostCase('uc-solved', { resolved_by: 'seller' })] },
    'met',
  ),
  dispute(
    'A case decided without fault is met',
    'uc-no-fault',
    { cases: [lostCase('uc-no-fault', { outcome: 'no_fault' })] },
    'met',
  ),
  dispute(
    'A case that the buyer withdraws is met',
    'uc-withdrawn',
    { cases: [lostCase('uc-withdrawn', { outcome: 'withdrawn' })] },
    'met',
  ),
  dispute(
    'A case still open is met so far',
    'uc-open',
    { cases: [lostCase('uc-open', { closed_at: null, outcome: null, resolved_by: null })] },
    'met',
  ),
  dispute(
    'A case decided against the seller and then overturned is met',
    'uc-overturned',
    {
      cases: [
        lostCase('uc-overturned'),
        lostCase('uc-overturned', { outcome: 'no_fault', updated_at: '2026-12-20T09:00:00Z', dt: '2026-12-20' }),
      ],
    },
    'met',
  ),
  dispute(
    'A case decided on the forty-fifth day after the order counts',
    'uc-forty-fifth',
    { cases: [lostCase('uc-forty-fifth', { closed_at: '2026-12-17T23:59:59Z', dt: '2026-12-17' })] },
    'fault',
    'decided_against_seller',
  ),
  dispute(
    'A case decided on the forty-sixth day after the order does not count',
    'uc-forty-sixth',
    { cases: [lostCase('uc-forty-sixth', { closed_at: '2026-12-18T00:00:00Z', dt: '2026-12-18' })] },
    'met',
  ),
  dispute(
    'A decision without its moment counts from the day the case was opened',
    'uc-undated',
    { cases: [lostCase('uc-undated', { closed_at: null })] },
    'fault',
    'decided_against_seller',
  ),
  dispute('An order that its buyer cancelled is left out', 'uc-buyer', cancelledBy('uc-buyer', 'buyer'), 'excluded', 'cancelled'),
  dispute(
    'An order that the platform cancelled is left out',
    'uc-platform',
    cancelledBy('uc-platform', 'platform'),
    'excluded',
    'cancelled',
  ),
  dispute(
    'An order that its seller cancelled can still be lost in a case',
    'uc-seller',
    cancelledBy('uc-seller', 'seller'),
    'fault',
    'decided_against_seller',
  ),
  dispute(
    'An order cancelled by nobody known can still be lost in a case',
    'uc-unknown',
    cancelledBy('uc-unknown', 'unknown'),
    'fault',
    'decided_against_seller',
  ),
  dispute(
    'A cancellation after the final day leaves the order in',
    'uc-cancelled-late',
    cancelledBy('uc-cancelled-late', 'buyer', '2026-12-18T00:00:00Z'),
    'fault',
    'decided_against_seller',
  ),
  dispute(
    'An order placed less than forty-five days ago is pending',
    'uc-pending',
    placed('uc-pending', '2026-11-17'),
    'pending',
  ),
  dispute(
    'An order placed forty-five days ago is final',
    'uc-final',
    placed('uc-final', '2026-11-16'),
    'fault',
    'decided_against_seller',
  ),
  dispute(
    'An order that its buyer cancelled is left out at once',
    'uc-buyer-pending',
    cancelledBy('uc-buyer-pending', 'buyer'),
    'excluded',
    'cancelled',
    NIGHT,
  ),
  asked({
    name: 'Where policy counts what the seller resolved, a case found against the seller counts though the seller paid',
    id: 'uc-paid',
    landed: about('uc-paid', { resolved_by: 'seller' }),
    settings: everyLost,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'decided_against_seller',
  }),
  asked({
    name: 'Where policy counts what the seller resolved, a case without fault is met',
    id: 'uc-paid-no-fault',
    landed: about('uc-paid-no-fault', { resolved_by: 'seller', outcome: 'no_fault' }),
    settings: everyLost,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  asked({
    name: 'Where every opened case counts, one that is withdrawn counts',
    id: 'uc-opened-withdrawn',
    landed: about('uc-opened-withdrawn', { outcome: 'withdrawn', resolved_by: 'seller' }),
    settings: everyOpened,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'case_opened',
  }),
  asked({
    name: 'Where every opened case counts, one opened on the forty-sixth day does not',
    id: 'uc-opened-late',
    landed: about('uc-opened-late', { ...STILL_OPEN, opened_at: '2026-12-18T00:00:00Z', dt: '2026-12-18' }),
    settings: everyOpened,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  asked({
    name: 'Where opened cases count but those that the seller resolved, one still open counts',
    id: 'uc-unsolved',
    landed: about('uc-unsolved', STILL_OPEN),
    settings: openedUnsolved,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'case_opened',
  }),
  asked({
    name: 'Where opened cases count but those that the seller resolved, one that the seller resolved is met',
    id: 'uc-solved-by-seller',
    landed: about('uc-solved-by-seller', { resolved_by: 'seller' }),
    settings: openedUnsolved,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  asked({
    name: 'Where policy waits thirty days, a case of the thirty-first day does not count',
    id: 'uc-thirty-days',
    landed: about('uc-thirty-days', { ...STILL_OPEN, opened_at: '2026-12-03T00:00:00Z', dt: '2026-12-03' }),
    settings: openedUnsolved,
    run_date: YEAR_END,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'unresolved_case',
    prefix: 'uc',
    reason: 'decided_against_seller',
    cohort_day: '2026-11-02',
    landed: (id, carrier) => ({ orders: [order(id, { carrier })], cases: [lostCase(id)] }),
  }),
];
