import { is, NIGHT, type OutcomeCase, order, UNSHIPPED } from './case.js';

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

export const sellerCancellation: OutcomeCase[] = [
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
    { cancelled_at: '2026-11-09T23:59:59Z', cancelled_by: 'seller' },
    'fault',
    'cancelled_by_seller',
  ),
  cancelled(
    'A cancellation after the final day changes nothing',
    'sc-too-late',
    { cancelled_at: '2026-11-10T00:00:00Z', cancelled_by: 'seller' },
    'met',
  ),
  cancelled(
    'A cancellation by the platform after the final day leaves the order in',
    'sc-platform-late',
    { cancelled_at: '2026-11-10T00:00:00Z', cancelled_by: 'platform' },
    'met',
  ),
  cancelled(
    'An order cancelled by its seller is pending until a week has passed',
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
    'An order cancelled by its seller is final a week after it was placed',
    'sc-week',
    { ...recent, placed_at: '2026-11-13T23:59:59Z', cancelled_by: 'seller' },
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
];
