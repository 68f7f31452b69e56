import { days, type Metric, number } from '../metric.js';

export const negativeReview = {
  key: 'negative_review',
  title: 'Negative review',
  counted: { one: 'delivery', many: 'deliveries', fault: 'with a poor review' },
  subject: 'order',
  population: 'delivered orders',
  cohort: 'delivered_at',
  cohort_of: 'subject',
  reasons: {
    fault: {
      stars_1: 'the first review has one star',
      stars_2: 'the first review has two stars',
      stars_3: 'the first review has three stars',
    },
    forgiven: { logistics_review: 'the review is about logistics and the order was dispatched in time' },
  },
  settings: {
    maturation_days: days(14, 'most buyers who review do so within two weeks of delivery'),
    stars_at_most: number(2, 1, 3, 'one and two stars are a complaint; three are a shrug'),
  },
  needs: ['orders.delivered_at', 'reviews'],
  moments: ['delivered_at', 'reviewed_at', 'rating', 'ship_by', 'first_scan_at'],
  advice: 'Read what these buyers wrote, and correct the listing or the packing they complain about.',
} as const satisfies Metric;
