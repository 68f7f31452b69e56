import { choice, days, type Metric, PLATFORM_FULFILLED, PLATFORM_FULFILLED_WORDS } from '../metric.js';

export const lateDelivery = {
  key: 'late_delivery',
  title: 'Late delivery',
  counted: { one: 'order', many: 'orders', fault: 'delivered late' },
  subject: 'order',
  by_carrier: true,
  population: 'orders with a deliver-by promise',
  cohort: 'deliver_by',
  cohort_of: 'subject',
  reasons: {
    fault: { missing: 'not delivered in the days that we wait for it', late: 'delivered after the promised moment' },
    forgiven: { carrier_delay: 'handed over in time, so the carrier was late' },
    excluded: {
      platform_fulfilled: PLATFORM_FULFILLED_WORDS,
      cancelled: 'cancelled',
      untracked: 'sent without a tracking number, so nobody can tell when it came',
    },
  },
  came_after: { missing: { columns: ['delivered_at'], words: 'delivered only after the days that we wait for it' } },
  unlisted: ['platform_fulfilled'],
  settings: {
    maturation_days: days(3, 'delivery scans arrive up to three days late'),
    platform_fulfilled: PLATFORM_FULFILLED,
    untracked: choice('judged', ['left_out'], 'an untracked parcel that never shows as delivered is late to its buyer'),
  },
  needs: ['orders.deliver_by', 'orders.delivered_at'],
  moments: ['ship_by', 'first_scan_at', 'deliver_by', 'delivered_at', 'cancelled_at'],
  advice: 'Choose a faster service for far destinations, or lengthen the promised time.',
} as const satisfies Metric;
