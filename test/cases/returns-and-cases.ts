import { is, type Landed, lostCase, NIGHT, type OutcomeCase, order, returned, UNSHIPPED, YEAR_END } from './case.js';

const one =
  (metric: 'seller_fault_return' | 'unresolved_case') =>
  (
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
    expect: [is(id, metric, outcome as 'met', reason)],
  });

const back = one('seller_fault_return');
const dispute = one('unresolved_case');

export const sellerFaultReturn: OutcomeCase[] = [
  back('An order nobody returned is met', 'rt-kept', {}, 'met'),
  back(
    'A return the seller must answer for is at fault',
    'rt-seller',
    { returns: [returned('rt-seller')] },
    'fault',
    'seller_responsible',
  ),
  back('A return the buyer answers for is met', 'rt-buyer', { returns: [returned('rt-buyer', { responsible: 'buyer' })] }, 'met'),
  back(
    'A return the carrier answers for is met',
    'rt-carrier',
    { returns: [returned('rt-carrier', { responsible: 'carrier' })] },
    'met',
  ),
  back(
    'A return nobody yet answers for is met',
    'rt-unknown',
    { returns: [returned('rt-unknown', { responsible: 'unknown' })] },
    'met',
  ),
  back(
    'A return first laid at the seller’s door and later at the carrier’s is met',
    'rt-corrected',
    {
      returns: [
        returned('rt-corrected'),
        returned('rt-corrected', { responsible: 'carrier', updated_at: '2026-11-18T09:00:00Z', dt: '2026-11-18' }),
      ],
    },
    'met',
  ),
  back(
    'A return asked for in time is at fault though it was decided long after the final day',
    'rt-decided-late',
    {
      returns: [
        returned('rt-decided-late', { responsible: 'unknown' }),
        returned('rt-decided-late', { updated_at: '2026-12-28T09:00:00Z', dt: '2026-12-28' }),
      ],
    },
    'fault',
    'seller_responsible',
  ),
  back(
    'A return asked for on the thirtieth day after arrival counts',
    'rt-thirtieth',
    { returns: [returned('rt-thirtieth', { requested_at: '2026-12-06T23:59:59Z', dt: '2026-12-06' })] },
    'fault',
    'seller_responsible',
  ),
  back(
    'A return asked for on the thirty-first day after arrival does not count',
    'rt-thirty-first',
    { returns: [returned('rt-thirty-first', { requested_at: '2026-12-07T00:00:00Z', dt: '2026-12-07' })] },
    'met',
  ),
  back(
    'Of two returns of one order one at fault is enough, and it counts once',
    'rt-two',
    { returns: [returned('rt-two', { responsible: 'buyer' }), returned('rt-two', { return_id: 'rt-two-2' })] },
    'fault',
    'seller_responsible',
  ),
  back(
    'A returned order is pending for thirty days',
    'rt-pending',
    { returns: [returned('rt-pending')] },
    'pending',
    null,
    NIGHT,
  ),
  back(
    'An order that never arrived cannot be returned',
    'rt-undelivered',
    { orders: [order('rt-undelivered', { delivered_at: null })], returns: [returned('rt-undelivered')] },
    'no_row',
  ),
];

const cancelledBy = (id: string, cancelled_by: string, cancelled_at = '2026-11-08T09:00:00Z') => ({
  orders: [order(id, { ...UNSHIPPED, cancelled_at, cancelled_by })],
  cases: [lostCase(id)],
});

export const unresolvedCase: OutcomeCase[] = [
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
  dispute('An order placed less than forty-five days ago is pending', 'uc-pending', {}, 'pending', null, '2026-12-16'),
  dispute(
    'An order placed forty-five days ago is final',
    'uc-final',
    { cases: [lostCase('uc-final')] },
    'fault',
    'decided_against_seller',
    '2026-12-17',
  ),
  dispute(
    'An order that its buyer cancelled is left out at once',
    'uc-buyer-pending',
    cancelledBy('uc-buyer-pending', 'buyer'),
    'excluded',
    'cancelled',
    NIGHT,
  ),
];
