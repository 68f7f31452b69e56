import { exemption, is, type LandedRow, NIGHT, type OutcomeCase, order, sellerOf, UNSHIPPED } from '../../metrics/case.js';

type Told = Parameters<typeof exemption>[1];

/** An order that was never scanned, with a carrier of its own, and the exemptions that may or may not protect it. */
const one = (
  name: string,
  id: string,
  exemptions: readonly Told[],
  outcome: string,
  reason: string | null,
  changes: Parameters<typeof order>[1] = {},
): OutcomeCase => ({
  name,
  run_date: NIGHT,
  landed: {
    orders: [order(id, { ...UNSHIPPED, carrier: `carrier-of-${id}`, ...changes })],
    exemptions: exemptions.map((told, i): LandedRow => exemption(`${id}-${i + 1}`, told)),
  },
  expect: [is(id, 'late_dispatch', outcome as 'met', reason, '2026-11-04')],
});

const NEXT = '2026-11-21';
const forSeller = (id: string, told: Told = {}): Told => ({ seller_id: sellerOf(id), ...told });

export const exemptions: OutcomeCase[] = [
  one('An exemption of the seller forgives', 'ex-seller', [forSeller('ex-seller')], 'forgiven', 'carrier_incident'),
  one('An exemption of another seller does not', 'ex-other', [forSeller('ex-somebody-else')], 'fault', 'missing'),
  one('An exemption of the order forgives', 'ex-order', [{ order_id: 'ex-order' }], 'forgiven', 'carrier_incident'),
  one(
    'An exemption of the region forgives',
    'ex-region',
    [{ region: 'IE', carrier: 'carrier-of-ex-region' }],
    'forgiven',
    'carrier_incident',
    {
      region: 'IE',
    },
  ),
  one(
    'An exemption of the carrier forgives',
    'ex-carrier',
    [{ carrier: 'carrier-of-ex-carrier' }],
    'forgiven',
    'carrier_incident',
  ),
  one(
    'An exemption of a carrier does not reach a parcel whose carrier nobody named',
    'ex-no-carrier',
    [{ carrier: 'carrier-of-ex-no-carrier' }],
    'fault',
    'missing',
    { carrier: null },
  ),
  one(
    'An exemption that names a seller and a region protects only where both agree',
    'ex-both',
    [forSeller('ex-both', { region: 'FR' })],
    'fault',
    'missing',
  ),
  one(
    'An exemption of every metric forgives',
    'ex-all',
    [forSeller('ex-all', { metrics: 'all' })],
    'forgiven',
    'carrier_incident',
  ),
  one(
    'An exemption that lists the metric among others forgives',
    'ex-list',
    [forSeller('ex-list', { metrics: ['late_delivery', 'late_dispatch'] })],
    'forgiven',
    'carrier_incident',
  ),
  one(
    'An exemption of another metric does not',
    'ex-other-metric',
    [forSeller('ex-other-metric', { metrics: ['late_delivery'] })],
    'fault',
    'missing',
  ),
  one(
    'An exemption for exactly the day forgives',
    'ex-day',
    [forSeller('ex-day', { valid_from: '2026-11-04', valid_to: '2026-11-04' })],
    'forgiven',
    'carrier_incident',
  ),
  one(
    'An exemption that begins the day after does not',
    'ex-after',
    [forSeller('ex-after', { valid_from: '2026-11-05' })],
    'fault',
    'missing',
  ),
  one(
    'An exemption that ended the day before does not',
    'ex-before',
    [forSeller('ex-before', { valid_to: '2026-11-03' })],
    'fault',
    'missing',
  ),
  one(
    'An exemption without an end forgives from its first day on',
    'ex-open',
    [forSeller('ex-open', { valid_from: '2026-11-04' })],
    'forgiven',
    'carrier_incident',
  ),
  one(
    'Of several exemptions that apply, the smallest id names the reason',
    'ex-several',
    [
      forSeller('ex-several', { valid_to: '2026-11-03', reason: 'declared_closure' }),
      { order_id: 'ex-several', reason: 'platform_error' },
      forSeller('ex-several', { reason: 'force_majeure' }),
    ],
    'forgiven',
    'platform_error',
  ),
  one(
    'Of two exemptions of the seller that both apply, the smaller id names the reason',
    'ex-pair',
    [forSeller('ex-pair', { reason: 'declared_closure' }), forSeller('ex-pair', { reason: 'force_majeure' })],
    'forgiven',
    'declared_closure',
  ),
  one(
    'An exemption that was taken back for that day does not forgive',
    'ex-withdrawn',
    [
      forSeller('ex-withdrawn', { exemption_id: 'ex-withdrawn' }),
      forSeller('ex-withdrawn', {
        exemption_id: 'ex-withdrawn',
        valid_to: '2026-11-01',
        updated_at: '2026-11-14T09:00:00Z',
        dt: '2026-11-14',
      }),
    ],
    'fault',
    'missing',
  ),
  one('An order dispatched in time stays met under an exemption', 'ex-met', [forSeller('ex-met')], 'met', null, {
    first_scan_at: '2026-11-03T15:00:00Z',
  }),
  one(
    'An order that is left out stays left out under an exemption',
    'ex-excluded',
    [forSeller('ex-excluded')],
    'excluded',
    'cancelled_before_due',
    { cancelled_at: '2026-11-03T09:00:00Z', cancelled_by: 'buyer' },
  ),
  {
    name: 'An exemption decided long after the final day forgives from the night it lands',
    run_date: NEXT,
    landed: {
      orders: [order('ex-late', UNSHIPPED)],
      exemptions: [
        exemption(
          'ex-late',
          forSeller('ex-late', { dt: NEXT, decided_at: '2026-11-21T09:00:00Z', updated_at: '2026-11-21T09:00:00Z' }),
        ),
      ],
    },
    expect: [is('ex-late', 'late_dispatch', 'forgiven', 'carrier_incident')],
  },
  {
    name: 'The night before that exemption lands, the order is still at fault',
    run_date: NIGHT,
    landed: {
      orders: [order('ex-late', UNSHIPPED)],
      exemptions: [
        exemption(
          'ex-late',
          forSeller('ex-late', { dt: NEXT, decided_at: '2026-11-21T09:00:00Z', updated_at: '2026-11-21T09:00:00Z' }),
        ),
      ],
    },
    expect: [is('ex-late', 'late_dispatch', 'fault', 'missing')],
  },
  {
    name: 'An exemption that names nobody protects everybody',
    run_date: NIGHT,
    alone: true,
    landed: {
      orders: [order('ex-anyone', UNSHIPPED), order('ex-anyone-else', { ...UNSHIPPED, region: 'DE' })],
      exemptions: [exemption('ex-anyone', { metrics: 'all', reason: 'force_majeure' })],
    },
    expect: [
      is('ex-anyone', 'late_dispatch', 'forgiven', 'force_majeure'),
      is('ex-anyone-else', 'late_dispatch', 'forgiven', 'force_majeure'),
      is('ex-anyone', 'late_delivery', 'forgiven', 'force_majeure'),
    ],
  },
];
