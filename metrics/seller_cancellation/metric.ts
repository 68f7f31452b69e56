import { choice, days, type Metric } from '../metric.js';

export const sellerCancellation = {
  key: 'seller_cancellation',
  title: 'Seller cancellation',
  counted: { one: 'order', many: 'orders', fault: 'cancelled by you' },
  subject: 'order',
  population: 'all orders',
  cohort: 'placed_at',
  cohort_of: 'subject',
  reasons: {
    fault: {
      cancelled_by_seller: 'the seller cancelled',
      cancelled_by_system: 'the system cancelled because the seller did not act',
    },
    excluded: { platform_cancelled: 'the platform cancelled', unattributed: 'cancelled, but nobody says by whom' },
  },
  settings: {
    maturation_days: days(7, 'almost every cancellation of goods in stock comes within a week of the order'),
    final_day: choice(
      'after_ship_by',
      ['after_placed'],
      'pre-orders are cancelled when they fall due; a rate of the days just past can only look at what was placed in them',
    ),
    days_after_ship_by: days(10, 'orders that nobody hands over are cancelled automatically up to ten days after they were due'),
  },
  needs: ['orders.cancelled_at', 'orders.cancelled_by'],
  moments: ['placed_at', 'ship_by', 'cancelled_at', 'cancelled_by'],
  advice: 'Keep stock counts current so that no order has to be cancelled for want of goods.',
} as const satisfies Metric;
