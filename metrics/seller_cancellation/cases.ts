import {
  casesOf,
  exemption,
  exemptionCases,
  is,
  NIGHT,
  type OutcomeCase,
  order,
  sellerOf,
  UNSHIPPED,
  YEAR_END,
} from '../case.js';

const cancelled = (
  name: string,
  id: string,
  changes: Parameters<typeof order>[1],
  outcome: string,
  reason: string | null = null,
) => ({
  name,
  run_date: NIGHT,
  landed: { orders: [order(id, { ...UNSHIPPED, cancelled_at: '2026-11-04T09:00:00Z', ...changes })] },
  expect: [is(id, 'seller_cancellation', outcome as 'met', reason)],
});

const recent = {
  placed_at: '2026-11-14T10:00:00Z',
  ship_by: '2026-11-16T17:00:00Z',
  cancelled_at: '2026-11-15T09:00:00Z',
  dt: '2026-11-15',
};

const impatient = { seller_cancellation: { maturation_days: 6, days_after_ship_by: 0 } } as const;
const one = casesOf('seller_cancellation');

/** Ordered on 2 November, to be shipped a month later: final on 12 December. */
const preOrder = (id: string, cancelled_at: string, cancelled_by = 'seller') => ({
  orders: [order(id, { ...UNSHIPPED, ship_by: '2026-12-02T17:00:00Z', deliver_by: '2026-12-09', cancelled_at, cancelled_by })],
});

export const cases: OutcomeCase[] = [
  cancelled('An order never cancelled is met', 'sc-kept', { cancelled_at: null }, 'met'),
  cancelled(
    'An order that the seller cancelled is at fault',
    'sc-seller',
    { cancelled_by: 'seller' },
    'fault',
    'cancelled_by_seller',
  ),
  cancelled(
    'An order that the system cancelled for want of a seller action is at fault',
    'sc-system',
    { cancelled_by: 'system' },
    'fault',
    'cancelled_by_system',
  ),
  cancelled('An order that its buyer cancelled is met', 'sc-buyer', { cancelled_by: 'buyer' }, 'met'),
  cancelled(
    'An order that the platform cancelled is left out',
    'sc-platform',
    { cancelled_by: 'platform' },
    'excluded',
    'platform_cancelled',
  ),
  cancelled(
    'An order cancelled by nobody known is left out',
    'sc-unknown',
    { cancelled_by: 'unknown' },
    'excluded',
    'unattributed',
  ),
  cancelled('An order cancelled without a word by whom is left out', 'sc-unsaid', {}, 'excluded', 'unattributed'),
  cancelled(
    'A name of who cancelled without a moment is no cancellation',
    'sc-no-moment',
    { cancelled_at: null, cancelled_by: 'seller' },
    'met',
  ),
  cancelled(
    'A cancellation in the last second of the final day counts',
    'sc-last-second',
    { cancelled_at: '2026-11-14T23:59:59Z', cancelled_by: 'seller' },
    'fault',
    'cancelled_by_seller',
  ),
  cancelled(
    'A cancellation after the final day changes nothing',
    'sc-too-late',
    { cancelled_at: '2026-11-15T00:00:00Z', cancelled_by: 'seller' },
    'met',
  ),
  cancelled(
    'A cancellation by the platform after the final day leaves the order in',
    'sc-platform-late',
    { cancelled_at: '2026-11-15T00:00:00Z', cancelled_by: 'platform' },
    'met',
  ),
  cancelled(
    'An order cancelled by its seller is pending until ten days after it was due',
    'sc-pending',
    { ...recent, cancelled_by: 'seller' },
    'pending',
  ),
  cancelled(
    'An order cancelled by the platform is left out at once',
    'sc-pending-platform',
    { ...recent, cancelled_by: 'platform' },
    'excluded',
    'platform_cancelled',
  ),
  cancelled(
    'An order without a ship-by moment is final a week after it was placed',
    'sc-week',
    { ...recent, placed_at: '2026-11-13T23:59:59Z', ship_by: null, cancelled_by: 'seller' },
    'fault',
    'cancelled_by_seller',
  ),
  {
    name: 'An order cancelled by its seller and yet delivered is a cancellation',
    run_date: NIGHT,
    landed: { orders: [order('sc-delivered', { cancelled_at: '2026-11-04T09:00:00Z', cancelled_by: 'seller' })] },
    expect: [
      is('sc-delivered', 'seller_cancellation', 'fault', 'cancelled_by_seller'),
      is('sc-delivered', 'late_delivery', 'excluded', 'cancelled'),
      is('sc-delivered', 'late_dispatch', 'excluded', 'cancelled_before_due'),
      is('sc-delivered', 'negative_review', 'met', null, '2026-11-06'),
    ],
  },
  cancelled(
    'An order cancelled automatically eight days after it was due counts',
    'sc-automatic',
    { cancelled_at: '2026-11-12T09:00:00Z', cancelled_by: 'system' },
    'fault',
    'cancelled_by_system',
  ),
  cancelled(
    'An order due long before is still final no sooner than a week after it was placed',
    'sc-early-due',
    {
      placed_at: '2026-11-10T10:00:00Z',
      ship_by: '2026-11-05T17:00:00Z',
      cancelled_at: '2026-11-17T23:59:59Z',
      cancelled_by: 'seller',
      dt: '2026-11-18',
    },
    'fault',
    'cancelled_by_seller',
  ),
  cancelled(
    'An order due ten days ago is final',
    'sc-due-tenth',
    { ...recent, placed_at: '2026-11-08T10:00:00Z', ship_by: '2026-11-10T23:59:59Z', cancelled_by: 'seller' },
    'fault',
    'cancelled_by_seller',
  ),
  cancelled(
    'An order due nine days ago is pending, however long ago it was placed',
    'sc-due-ninth',
    { ...recent, placed_at: '2026-11-02T10:00:00Z', ship_by: '2026-11-11T00:00:00Z', cancelled_by: 'seller' },
    'pending',
  ),
  one({
    name: 'A pre-order that the seller cancels on the twenty-fifth day is a seller cancellation',
    id: 'sc-preorder',
    landed: preOrder('sc-preorder', '2026-11-27T09:00:00Z'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'cancelled_by_seller',
    day: '2026-11-02',
  }),
  one({
    name: 'A pre-order is pending until ten days after it is due',
    id: 'sc-preorder-pending',
    landed: preOrder('sc-preorder-pending', '2026-11-05T09:00:00Z'),
    outcome: 'pending',
  }),
  one({
    name: 'A pre-order that the platform cancels is left out at once',
    id: 'sc-preorder-platform',
    landed: preOrder('sc-preorder-platform', '2026-11-05T09:00:00Z', 'platform'),
    outcome: 'excluded',
    reason: 'platform_cancelled',
  }),
  one({
    name: 'A pre-order cancelled more than ten days after it was due stays met',
    id: 'sc-preorder-late',
    landed: preOrder('sc-preorder-late', '2026-12-13T00:00:00Z'),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'Where policy waits six days and none after ship-by, a cancellation on the sixth day after the order counts',
    id: 'sc-six-days',
    landed: { orders: [order('sc-six-days', { ...UNSHIPPED, cancelled_at: '2026-11-08T23:59:59Z', cancelled_by: 'seller' })] },
    settings: impatient,
    outcome: 'fault',
    reason: 'cancelled_by_seller',
  }),
  one({
    name: 'Where policy waits six days and none after ship-by, a cancellation on the seventh day does not count',
    id: 'sc-seven-days',
    landed: { orders: [order('sc-seven-days', { ...UNSHIPPED, cancelled_at: '2026-11-09T00:00:00Z', cancelled_by: 'seller' })] },
    settings: impatient,
    outcome: 'met',
  }),
  one({
    name: 'Where the final day is counted from the order alone, a pre-order is final a week after it was placed',
    id: 'sc-preorder-final',
    landed: preOrder('sc-preorder-final', '2026-12-01T09:00:00Z'),
    settings: { seller_cancellation: { final_day: 'after_placed' } },
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'Where the final day is counted from the order alone, a cancellation within the week counts',
    id: 'sc-week-only',
    landed: preOrder('sc-week-only', '2026-11-09T23:59:59Z'),
    settings: { seller_cancellation: { final_day: 'after_placed' } },
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'cancelled_by_seller',
  }),
  {
    name: 'An exemption forgives what the seller cancelled and leaves what the buyer cancelled met',
    run_date: NIGHT,
    landed: {
      orders: ['seller', 'buyer'].map((by) =>
        order(`sc-exempt-${by}`, { ...UNSHIPPED, cancelled_at: '2026-11-04T09:00:00Z', cancelled_by: by }),
      ),
      exemptions: ['seller', 'buyer'].map((by) =>
        exemption(`sc-exempt-${by}`, { metrics: ['seller_cancellation'], seller_id: sellerOf(`sc-exempt-${by}`) }),
      ),
    },
    expect: [
      is('sc-exempt-seller', 'seller_cancellation', 'forgiven', 'carrier_incident'),
      is('sc-exempt-buyer', 'seller_cancellation', 'met'),
    ],
  },
  ...exemptionCases({
    metric: 'seller_cancellation',
    prefix: 'sc',
    reason: 'cancelled_by_system',
    cohort_day: '2026-11-02',
    landed: (id, carrier) => ({
      orders: [order(id, { ...UNSHIPPED, carrier, cancelled_at: '2026-11-12T09:00:00Z', cancelled_by: 'system' })],
    }),
  }),
];
