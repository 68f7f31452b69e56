import { casesOf, exemptionCases, is, type Landed, NIGHT, type OutcomeCase, order, returned, YEAR_END } from '../case.js';

const back = (
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
  expect: [is(id, 'seller_fault_return', outcome as 'met', reason)],
});

const asked = casesOf('seller_fault_return');

export const cases: OutcomeCase[] = [
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
  asked({
    name: 'Where policy waits two weeks, a return of the fifteenth day does not count',
    id: 'rt-fortnight',
    landed: {
      orders: [order('rt-fortnight')],
      returns: [returned('rt-fortnight', { requested_at: '2026-11-21T00:00:00Z', dt: '2026-11-21' })],
    },
    settings: { seller_fault_return: { maturation_days: 14 } },
    run_date: YEAR_END,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'seller_fault_return',
    prefix: 'rt',
    reason: 'seller_responsible',
    cohort_day: '2026-11-06',
    landed: (id, carrier) => ({ orders: [order(id, { carrier })], returns: [returned(id)] }),
  }),
];
