import { casesOf, exemption, exemptionCases, is, NIGHT, type OutcomeCase, order, sellerOf } from '../case.js';

const one = (
  name: string,
  id: string,
  changes: Parameters<typeof order>[1],
  outcome: string,
  reason: string | null = null,
  day?: string,
) => ({
  name,
  run_date: NIGHT,
  landed: { orders: [order(id, changes)] },
  expect: [is(id, 'late_delivery', outcome as 'met', reason, day)],
});

const scannedLate = { first_scan_at: '2026-11-05T09:00:00Z' };
const tenth = { delivered_at: '2026-11-10T00:00:00Z' };

const otherPolicy = {
  late_delivery: { maturation_days: 5, platform_fulfilled: 'counts_as_met', untracked: 'left_out' },
} as const;
const asked = casesOf('late_delivery');

export const cases: OutcomeCase[] = [
  one('A parcel that arrives before its day is in time', 'dl-early', {}, 'met', null, '2026-11-09'),
  one(
    'A parcel that arrives in the last second of the promised day is in time',
    'dl-last',
    { delivered_at: '2026-11-09T23:59:59Z' },
    'met',
  ),
  one(
    'A parcel that arrives as the promised day has ended is late',
    'dl-midnight',
    { ...scannedLate, ...tenth },
    'fault',
    'late',
  ),
  one(
    'A parcel promised for a moment is in time at that moment',
    'dl-moment',
    { ...scannedLate, deliver_by: '2026-11-09T15:00:00Z', delivered_at: '2026-11-09T15:00:00Z' },
    'met',
  ),
  one(
    'A parcel promised for a moment is late one second after it',
    'dl-moment-late',
    { ...scannedLate, deliver_by: '2026-11-09T15:00:00Z', delivered_at: '2026-11-09T15:00:01Z' },
    'fault',
    'late',
    '2026-11-09',
  ),
  one(
    'A parcel shipped late that never arrives is missing',
    'dl-never',
    { ...scannedLate, delivered_at: null },
    'fault',
    'missing',
  ),
  one(
    'A parcel that arrives after its final day is missing, because it came too late to matter',
    'dl-after-final',
    { ...scannedLate, delivered_at: '2026-11-13T00:00:00Z' },
    'fault',
    'missing',
  ),
  one(
    'A parcel that arrives in the last second of its final day is late, not missing',
    'dl-final-second',
    { ...scannedLate, delivered_at: '2026-11-12T23:59:59Z' },
    'fault',
    'late',
  ),
  one('A late parcel that was scanned in time is the carrier’s delay', 'dl-carrier', tenth, 'forgiven', 'carrier_delay'),
  one(
    'A late parcel scanned at the very moment it was due is the carrier’s delay',
    'dl-carrier-exact',
    { ...tenth, first_scan_at: '2026-11-04T17:00:00Z' },
    'forgiven',
    'carrier_delay',
  ),
  one(
    'A parcel scanned in time that never arrives is the carrier’s delay',
    'dl-carrier-lost',
    { delivered_at: null },
    'forgiven',
    'carrier_delay',
  ),
  one(
    'It is the scan that saves, also where confirmation is dispatch',
    'dl-carrier-de',
    { region: 'DE', confirmed_at: '2026-11-03T09:00:00Z', ...scannedLate, delivered_at: '2026-11-10T12:00:00Z' },
    'fault',
    'late',
  ),
  one('Where no scan saves, a late parcel is late whoever was slow', 'dl-no-saving', { region: 'FR', ...tenth }, 'fault', 'late'),
  one(
    'Without a ship-by moment nothing shows that the carrier was slow',
    'dl-no-ship-by',
    { ship_by: null, ...tenth },
    'fault',
    'late',
  ),
  one('An order without a promised day is not counted', 'dl-no-promise', { deliver_by: null }, 'no_row'),
  one(
    'An order promised for more than a day before it was placed is not counted',
    'dl-promised-before-placed',
    { placed_at: '2026-11-04T10:00:00Z', deliver_by: '2026-11-02' },
    'no_row',
  ),
  one(
    'A cancelled order is left out, whoever cancelled it',
    'dl-cancelled',
    { delivered_at: null, cancelled_at: '2026-11-08T09:00:00Z', cancelled_by: 'seller' },
    'excluded',
    'cancelled',
  ),
  one(
    'A cancelled order that arrives all the same is left out',
    'dl-cancelled-delivered',
    { ...scannedLate, ...tenth, cancelled_at: '2026-11-08T09:00:00Z' },
    'excluded',
    'cancelled',
  ),
  one(
    'An order cancelled after its final day still counts',
    'dl-cancelled-late',
    { ...scannedLate, delivered_at: null, cancelled_at: '2026-11-13T00:00:00Z', cancelled_by: 'buyer' },
    'fault',
    'missing',
  ),
  one(
    'That the platform ships comes before that it was cancelled',
    'dl-platform',
    { fulfilment: 'platform', delivered_at: null, cancelled_at: '2026-11-08T09:00:00Z', cancelled_by: 'buyer' },
    'excluded',
    'platform_fulfilled',
  ),
  one(
    'A parcel promised for two days ago is pending',
    'dl-pending',
    { deliver_by: '2026-11-18', delivered_at: null },
    'pending',
    null,
    '2026-11-18',
  ),
  one(
    'A parcel promised for three days ago is final',
    'dl-final',
    { ...scannedLate, deliver_by: '2026-11-17', delivered_at: null },
    'fault',
    'missing',
    '2026-11-17',
  ),
  one('A parcel promised for a day to come is pending', 'dl-ahead', { deliver_by: '2026-11-30' }, 'pending', null, '2026-11-30'),
  {
    name: 'The carrier’s delay is named before an exemption that would forgive as well',
    run_date: NIGHT,
    landed: {
      orders: [order('dl-both', tenth)],
      exemptions: [exemption('dl-both', { metrics: 'all', seller_id: sellerOf('dl-both') })],
    },
    expect: [is('dl-both', 'late_delivery', 'forgiven', 'carrier_delay')],
  },
  {
    name: 'An exemption forgives a late parcel that no scan saves',
    run_date: NIGHT,
    landed: {
      orders: [order('dl-exempt', { ...scannedLate, ...tenth })],
      exemptions: [exemption('dl-exempt', { metrics: ['late_delivery'], seller_id: sellerOf('dl-exempt') })],
    },
    expect: [is('dl-exempt', 'late_delivery', 'forgiven', 'carrier_incident')],
  },
  asked({
    name: 'Where policy waits five days, a parcel that arrives on the fifth is late, not missing',
    id: 'dl-five-days',
    landed: { orders: [order('dl-five-days', { ...scannedLate, delivered_at: '2026-11-14T23:59:59Z' })] },
    settings: otherPolicy,
    outcome: 'fault',
    reason: 'late',
  }),
  asked({
    name: 'Where policy counts platform-fulfilled orders as met, one that never arrives is met',
    id: 'dl-platform-met',
    landed: { orders: [order('dl-platform-met', { ...scannedLate, fulfilment: 'platform', delivered_at: null })] },
    settings: otherPolicy,
    outcome: 'met',
  }),
  asked({
    name: 'Where policy leaves untracked parcels out, one that never shows as delivered is left out',
    id: 'dl-untracked-out',
    landed: { orders: [order('dl-untracked-out', { ...scannedLate, tracking_number: null, delivered_at: null })] },
    settings: otherPolicy,
    outcome: 'excluded',
    reason: 'untracked',
  }),
  asked({
    name: 'By default an untracked parcel that never shows as delivered is missing',
    id: 'dl-untracked',
    landed: { orders: [order('dl-untracked', { ...scannedLate, tracking_number: null, delivered_at: null })] },
    outcome: 'fault',
    reason: 'missing',
  }),
  ...exemptionCases({
    metric: 'late_delivery',
    prefix: 'dl',
    reason: 'late',
    cohort_day: '2026-11-09',
    landed: (id, carrier) => ({ orders: [order(id, { ...scannedLate, ...tenth, carrier })] }),
  }),
];
