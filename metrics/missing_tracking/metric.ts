import { days, type Metric, PLATFORM_FULFILLED, PLATFORM_FULFILLED_WORDS } from '../metric.js';

export const missingTracking = {
  key: 'missing_tracking',
  title: 'Missing tracking',
  counted: { one: 'parcel', many: 'parcels', fault: 'without tracking' },
  subject: 'order',
  population: 'shipped orders (dispatch milestone reached)',
  cohort: 'milestone_at',
  cohort_of: 'subject',
  reasons: {
    fault: { no_number: 'no tracking number was given', no_scan: 'not scanned by the carrier in the days that we wait for it' },
    excluded: { platform_fulfilled: PLATFORM_FULFILLED_WORDS },
  },
  came_after: {
    no_scan: { columns: ['first_scan_at'], words: 'scanned by the carrier only after the days that we wait for it' },
  },
  unlisted: ['platform_fulfilled'],
  settings: {
    maturation_days: days(7, 'a first scan may be reported up to a week later'),
    platform_fulfilled: PLATFORM_FULFILLED,
  },
  needs: ['orders.tracking_number', 'orders.first_scan_at', 'orders.milestone'],
  moments: ['confirmed_at', 'has_tracking', 'first_scan_at'],
  advice: 'Upload a tracking number for every parcel, and use services whose parcels are scanned.',
} as const satisfies Metric;
