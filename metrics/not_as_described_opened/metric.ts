import { days, type Metric } from '../metric.js';

export const notAsDescribedOpened = {
  key: 'not_as_described_opened',
  title: 'Not as described',
  subject: 'order',
  population: 'all orders',
  cohort: 'placed_at',
  cohort_of: 'subject',
  reasons: {
    fault: { not_as_described: 'the buyer opened a case because it is not as described' },
    excluded: { cancelled: 'cancelled' },
  },
  settings: { maturation_days: days(45, 'buyers may open a case for thirty days after the promised delivery') },
  needs: ['cases'],
  moments: ['placed_at', 'delivered_at', 'not_as_described_at'],
  advice: 'Compare the listings of these orders with what was sent: photos, sizes, condition.',
} as const satisfies Metric;
