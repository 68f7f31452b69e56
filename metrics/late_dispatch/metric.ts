import { days, type Metric, PLATFORM_FULFILLED, PLATFORM_FULFILLED_WORDS } from '../metric.js';

export const lateDispatch = {
  key: 'late_dispatch',
  title: 'Late dispatch',
  counted: { one: 'order', many: 'orders', fault: 'dispatched late' },
  subject: 'order',
  by_carrier: true,
  population: 'all orders with a ship-by moment',
  cohort: 'ship_by',
  cohort_of: 'subject',
  reasons: {
    fault: { missing: 'not handed over in the days that we wait for it', late: 'handed over after the ship-by moment' },
    excluded: { platform_fulfilled: PLATFORM_FULFILLED_WORDS, cancelled_before_due: 'cancelled before it had to be shipped' },
  },
  came_after: {
    missing: { columns: ['first_scan_at', 'confirmed_at'], words: 'handed over only after the days that we wait for it' },
  },
  unlisted: ['platform_fulfilled'],
  settings: {
    maturation_days: days(2, 'carrier scans arrive up to two days late'),
    platform_fulfilled: PLATFORM_FULFILLED,
  },
  needs: ['orders.ship_by', 'orders.milestone'],
  moments: ['ship_by', 'first_scan_at', 'confirmed_at', 'cancelled_at'],
  advice: 'Hand parcels over before the ship-by time, and ask the carrier for a scan at handover.',
} as const satisfies Metric;
