import { days, type Metric } from '../metric.js';

export const notReceivedOpened = {
  key: 'not_received_opened',
  title: 'Not received',
  subject: 'order',
  population: 'all orders',
  cohort: 'placed_at',
  cohort_of: 'subject',
  reasons: {
    fault: { not_received: 'the buyer opened a case because nothing came' },
    excluded: { cancelled: 'cancelled' },
  },
  settings: { maturation_days: days(45, 'buyers may open a case for thirty days after the promised delivery') },
  needs: ['cases'],
  moments: ['placed_at', 'deliver_by', 'delivered_at', 'not_received_at'],
  advice: 'Use tracked services, and tell buyers early when a parcel is delayed.',
} as const satisfies Metric;
