import { casesOf, exemption, exemptionCases, is, NIGHT, type OutcomeCase, order, UNSHIPPED } from '../case.js';

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
  expect: [is(id, 'missing_tracking', outcome as 'met', reason, day)],
});

const confirmedAlone = { region: 'DE', first_scan_at: null, delivered_at: null };

const otherPolicy = { missing_tracking: { maturation_days: 10, platform_fulfilled: 'counts_as_met' } } as const;
const asked = casesOf('missing_tracking');

export const cases: OutcomeCase[] = [
  one('A shipped order with a number and a scan is met, on the day it was scanned', 'mt-both', {}, 'met', null, '2026-11-03'),
  one('A shipped order without a number is at fault', 'mt-no-number', { tracking_number: null }, 'fault', 'no_number'),
  one(
    'A confirmed order with a number that no carrier scanned is at fault',
    'mt-no-scan',
    confirmedAlone,
    'fault',
    'no_scan',
    '2026-11-03',
  ),
  one(
    'A confirmed order with neither is told of the number first',
    'mt-neither',
    { ...confirmedAlone, tracking_number: null },
    'fault',
    'no_number',
  ),
  one(
    'A scan on the seventh day after the confirmation is soon enough',
    'mt-seventh',
    { ...confirmedAlone, first_scan_at: '2026-11-10T22:59:59Z' },
    'met',
  ),
  one(
    'A scan on the eighth day after the confirmation is too late',
    'mt-eighth',
    { ...confirmedAlone, first_scan_at: '2026-11-10T23:00:00Z' },
    'fault',
    'no_scan',
  ),
  one('An order not yet shipped is not counted', 'mt-unshipped', UNSHIPPED, 'no_row'),
  one(
    'An order confirmed but not scanned is not shipped where the scan is dispatch',
    'mt-confirmed-gb',
    { first_scan_at: null },
    'no_row',
  ),
  one(
    'An order that the platform ships is left out',
    'mt-platform',
    { fulfilment: 'platform' },
    'excluded',
    'platform_fulfilled',
  ),
  one(
    'An order shipped within the week is pending',
    'mt-pending',
    { first_scan_at: '2026-11-14T00:00:00Z', delivered_at: null, tracking_number: null },
    'pending',
    null,
    '2026-11-14',
  ),
  one(
    'An order shipped a week ago is final',
    'mt-week',
    { first_scan_at: '2026-11-13T23:59:59Z', delivered_at: null, tracking_number: null },
    'fault',
    'no_number',
    '2026-11-13',
  ),
  asked({
    name: 'Where policy waits ten days, a scan on the tenth day after the confirmation is soon enough',
    id: 'mt-ten-days',
    landed: { orders: [order('mt-ten-days', { ...confirmedAlone, first_scan_at: '2026-11-13T22:59:59Z' })] },
    settings: otherPolicy,
    outcome: 'met',
  }),
  asked({
    name: 'Where policy counts platform-fulfilled orders as met, one without a number is met',
    id: 'mt-platform-met',
    landed: { orders: [order('mt-platform-met', { fulfilment: 'platform', tracking_number: null })] },
    settings: otherPolicy,
    outcome: 'met',
  }),
  asked({
    name: 'An exemption forgives a first scan that came a day too late',
    id: 'mt-exempt-late-scan',
    landed: {
      orders: [order('mt-exempt-late-scan', { ...confirmedAlone, first_scan_at: '2026-11-10T23:00:00Z' })],
      exemptions: [exemption('mt-exempt-late-scan', { metrics: ['missing_tracking'], order_id: 'mt-exempt-late-scan' })],
    },
    outcome: 'forgiven',
    reason: 'carrier_incident',
  }),
  asked({
    name: 'An exemption leaves a first scan on the last day met',
    id: 'mt-exempt-in-time',
    landed: {
      orders: [order('mt-exempt-in-time', { ...confirmedAlone, first_scan_at: '2026-11-10T22:59:59Z' })],
      exemptions: [exemption('mt-exempt-in-time', { metrics: ['missing_tracking'], order_id: 'mt-exempt-in-time' })],
    },
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'missing_tracking',
    prefix: 'mt',
    reason: 'no_number',
    cohort_day: '2026-11-03',
    landed: (id, carrier) => ({ orders: [order(id, { carrier, tracking_number: null })] }),
  }),
];
