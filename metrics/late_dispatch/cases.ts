import { casesOf, exemptionCases, is, NIGHT, type OutcomeCase, order, UNSHIPPED } from '../case.js';

const one = (name: string, id: string, changes: Parameters<typeof order>[1], ...rest: [string, (string | null)?, string?]) => ({
  name,
  run_date: NIGHT,
  landed: { orders: [order(id, changes)] },
  expect: [is(id, 'late_dispatch', rest[0] as 'met', rest[1] ?? null, rest[2])],
});

const due = (day: string) => ({ ...UNSHIPPED, placed_at: '2026-11-14T10:00:00Z', ship_by: `${day}T17:00:00Z`, dt: '2026-11-14' });

const waitsThreeDays = { late_dispatch: { maturation_days: 3, platform_fulfilled: 'counts_as_met' } } as const;
const asked = casesOf('late_dispatch');

export const cases: OutcomeCase[] = [
  one('A parcel scanned a day before it was due is dispatched in time', 'ld-early', {}, 'met', null, '2026-11-04'),
  one('A parcel scanned at the very moment it was due is in time', 'ld-exact', { first_scan_at: '2026-11-04T17:00:00Z' }, 'met'),
  one(
    'A parcel scanned one second after it was due is late',
    'ld-second',
    { first_scan_at: '2026-11-04T17:00:01Z' },
    'fault',
    'late',
  ),
  one(
    'A parcel scanned one millisecond after it was due is late',
    'ld-millisecond',
    { first_scan_at: '2026-11-04T17:00:00.001Z' },
    'fault',
    'late',
  ),
  one('A parcel never scanned is missing', 'ld-never', UNSHIPPED, 'fault', 'missing', '2026-11-04'),
  one(
    'A parcel scanned in the last second of its final day is late, not missing',
    'ld-final-second',
    { first_scan_at: '2026-11-06T23:59:59Z' },
    'fault',
    'late',
  ),
  one(
    'A parcel first scanned after its final day is missing, because that scan came too late to matter',
    'ld-after-final',
    { first_scan_at: '2026-11-07T00:00:00Z', delivered_at: '2026-11-09T12:00:00Z' },
    'fault',
    'missing',
  ),
  one(
    'Where confirmation is dispatch, a parcel confirmed in time and never scanned is in time',
    'ld-confirmed',
    { region: 'DE', first_scan_at: null },
    'met',
  ),
  one(
    'Where confirmation is dispatch, a parcel scanned in time but confirmed late is late',
    'ld-confirmed-late',
    { region: 'DE', confirmed_at: '2026-11-05T09:00:00Z' },
    'fault',
    'late',
  ),
  one(
    'Where the first scan is dispatch, a confirmation alone does not help',
    'ld-only-confirmed',
    { first_scan_at: null, delivered_at: null },
    'fault',
    'missing',
  ),
  one(
    'An order cancelled before it was due is left out',
    'ld-cancelled-before',
    { ...UNSHIPPED, cancelled_at: '2026-11-04T16:59:59Z', cancelled_by: 'buyer' },
    'excluded',
    'cancelled_before_due',
  ),
  one(
    'An order cancelled before it was due is left out even if it was shipped',
    'ld-cancelled-shipped',
    { cancelled_at: '2026-11-03T20:00:00Z', cancelled_by: 'buyer' },
    'excluded',
    'cancelled_before_due',
  ),
  one(
    'An order cancelled at the very moment it was due still counts',
    'ld-cancelled-exact',
    { ...UNSHIPPED, cancelled_at: '2026-11-04T17:00:00Z', cancelled_by: 'buyer' },
    'fault',
    'missing',
  ),
  one(
    'An order cancelled after it was due still counts',
    'ld-cancelled-after',
    { ...UNSHIPPED, cancelled_at: '2026-11-05T10:00:00Z', cancelled_by: 'seller' },
    'fault',
    'missing',
  ),
  one(
    'An order that the platform ships is left out',
    'ld-platform',
    { fulfilment: 'platform' },
    'excluded',
    'platform_fulfilled',
  ),
  one(
    'That the platform ships comes before that it was cancelled',
    'ld-platform-cancelled',
    { ...UNSHIPPED, fulfilment: 'platform', cancelled_at: '2026-11-03T10:00:00Z', cancelled_by: 'buyer' },
    'excluded',
    'platform_fulfilled',
  ),
  one('An order due two days before the run date is final', 'ld-due-18', due('2026-11-18'), 'fault', 'missing', '2026-11-18'),
  one('An order due the day before the run date is pending', 'ld-due-19', due('2026-11-19'), 'pending', null, '2026-11-19'),
  one(
    'An order due after the run date is pending on the day to come',
    'ld-due-23',
    due('2026-11-23'),
    'pending',
    null,
    '2026-11-23',
  ),
  one(
    'An order not yet due that is cancelled is left out at once',
    'ld-due-cancelled',
    { ...due('2026-11-23'), cancelled_at: '2026-11-15T10:00:00Z', cancelled_by: 'buyer' },
    'excluded',
    'cancelled_before_due',
  ),
  one(
    'An order that the platform ships is left out at once, due or not',
    'ld-due-platform',
    { ...due('2026-11-23'), fulfilment: 'platform' },
    'excluded',
    'platform_fulfilled',
  ),
  one('An order without a ship-by moment is not counted', 'ld-no-promise', { ship_by: null }, 'no_row'),
  one(
    'An order that was due more than a day before it was placed had no promise that anybody could keep, and is not counted',
    'ld-due-before-placed',
    { placed_at: '2026-11-04T10:00:00Z', ship_by: '2026-11-03T09:59:59Z' },
    'no_row',
  ),
  one(
    'An order that was due a day before it was placed is late: some systems write the day alone',
    'ld-due-at-midnight',
    { placed_at: '2026-11-04T10:00:00Z', ship_by: '2026-11-03T10:00:00Z', first_scan_at: '2026-11-04T12:00:00Z' },
    'fault',
    'late',
  ),
  asked({
    name: 'Where policy waits three days, a parcel scanned on the third day is late, not missing',
    id: 'ld-three-days',
    landed: { orders: [order('ld-three-days', { first_scan_at: '2026-11-07T23:59:59Z' })] },
    settings: waitsThreeDays,
    outcome: 'fault',
    reason: 'late',
  }),
  asked({
    name: 'Where policy waits three days, an order due two days ago is pending',
    id: 'ld-three-days-pending',
    landed: { orders: [order('ld-three-days-pending', due('2026-11-18'))] },
    settings: waitsThreeDays,
    outcome: 'pending',
  }),
  asked({
    name: 'Where policy counts platform-fulfilled orders as met, one that is never scanned is met',
    id: 'ld-platform-met',
    landed: { orders: [order('ld-platform-met', { ...UNSHIPPED, fulfilment: 'platform' })] },
    settings: waitsThreeDays,
    outcome: 'met',
    day: '2026-11-04',
  }),
  asked({
    name: 'Where policy counts platform-fulfilled orders as met, one cancelled before it was due is left out all the same',
    id: 'ld-platform-met-cancelled',
    landed: {
      orders: [
        order('ld-platform-met-cancelled', {
          ...UNSHIPPED,
          fulfilment: 'platform',
          cancelled_at: '2026-11-03T10:00:00Z',
          cancelled_by: 'buyer',
        }),
      ],
    },
    settings: waitsThreeDays,
    outcome: 'excluded',
    reason: 'cancelled_before_due',
  }),
  ...exemptionCases({
    metric: 'late_dispatch',
    prefix: 'ld',
    reason: 'late',
    cohort_day: '2026-11-04',
    landed: (id, carrier) => ({ orders: [order(id, { carrier, first_scan_at: '2026-11-04T17:00:01Z' })] }),
  }),
];
