import { days, type Metric } from '../metric.js';

export const contactRate = {
  key: 'contact_rate',
  title: 'Contact rate',
  subject: 'order',
  population: 'all orders',
  cohort: 'placed_at',
  cohort_of: 'subject',
  reasons: {
    fault: { contacted: 'the buyer wrote about the order' },
    excluded: { cancelled: 'cancelled' },
  },
  settings: { maturation_days: days(30, 'questions about an order come within a month of it') },
  needs: ['conversations', 'conversations.order_id'],
  moments: ['placed_at', 'contacted_at'],
  advice: 'Look for what buyers ask again and again, and answer it on the listing.',
} as const satisfies Metric;
