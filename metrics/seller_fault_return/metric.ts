import { days, type Metric } from '../metric.js';

export const sellerFaultReturn = {
  key: 'seller_fault_return',
  title: 'Seller-fault return',
  counted: { one: 'delivery', many: 'deliveries', fault: 'returned for your fault' },
  subject: 'order',
  population: 'delivered orders',
  cohort: 'delivered_at',
  cohort_of: 'subject',
  reasons: {
    fault: { seller_responsible: 'a return for which the seller is responsible' },
  },
  settings: { maturation_days: days(30, 'the usual right of return runs for thirty days') },
  needs: ['orders.delivered_at', 'returns'],
  moments: ['delivered_at', 'returned_at'],
  advice: 'Check the most returned products for wrong descriptions, sizes or defects.',
} as const satisfies Metric;
