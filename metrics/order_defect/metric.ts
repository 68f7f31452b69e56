import { days, type Metric } from '../metric.js';

export const orderDefect = {
  key: 'order_defect',
  title: 'Order defect',
  counted: { one: 'order', many: 'orders', fault: 'with a defect' },
  subject: 'order',
  population: 'all orders',
  cohort: 'placed_at',
  cohort_of: 'subject',
  /** A part's own name is the reason: see the parts below. */
  reasons: {
    fault: {
      seller_cancellation: 'the order is a seller cancellation',
      negative_review: 'the order has a negative first review',
      unresolved_case: 'the order has a case against the seller',
    },
    excluded: { cancelled: 'cancelled' },
  },
  settings: {
    maturation_days: days(45, 'as its slowest part, the unresolved case'),
    parts: {
      kind: 'metrics',
      default: ['seller_cancellation', 'negative_review', 'unresolved_case'],
      why: 'what a buyer remembers of an order that went wrong',
    },
  },
  /** And what its parts need. */
  needs: [],
  moments: ['placed_at', 'cancelled_at', 'cancelled_by', 'reviewed_at', 'rating', 'case_closed_at'],
  advice: 'Look at cancellations, poor reviews and cases together: each such order counts once here.',
} as const satisfies Metric;
