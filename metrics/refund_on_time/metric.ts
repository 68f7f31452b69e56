import { CALENDAR_OF, COUNTED_ON, days, type Metric, number } from '../metric.js';

export const refundOnTime = {
  key: 'refund_on_time',
  title: 'Late refund',
  counted: { one: 'return', many: 'returns', fault: 'refunded late' },
  subject: 'order',
  limit: {
    ...{ from: 'return_requested_at', setting: 'days', hours: 24, due: 'refund_due_at', calendar: 'refund_calendar' },
  },
  population: 'orders that their buyer asked to return',
  cohort: 'return_requested_at',
  cohort_of: 'event',
  reasons: {
    fault: { not_refunded: 'not refunded in the days that we wait for it', refunded_late: 'refunded too late' },
  },
  came_after: { not_refunded: { columns: ['refunded_at'], words: 'refunded only after the days that we wait for it' } },
  settings: {
    maturation_days: days(16, 'the refund is due after fourteen days, and is reported up to two days later'),
    days: number(14, 1, 60, 'consumer law in Europe gives a trader fourteen days to pay back'),
    on: COUNTED_ON(['business_days']),
    calendar: CALENDAR_OF,
  },
  due_after: { setting: 'days', what: 'a refund' },
  needs: ['returns', 'returns.refunded_at'],
  moments: ['return_requested_at', 'refund_due_at', 'refunded_at'],
  advice: 'Refund returns as soon as the goods are back, at the latest fourteen days after the request.',
} as const satisfies Metric;
