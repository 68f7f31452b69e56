import { CALENDAR_OF, COUNTED_ON, days, type Metric, number } from '../metric.js';

export const slowResponse = {
  key: 'slow_response',
  title: 'Slow response',
  counted: { one: 'conversation', many: 'conversations', fault: 'answered late' },
  subject: 'conversation',
  limit: { from: 'opened_at', setting: 'hours', hours: 1, due: 'reply_due_at', calendar: 'reply_calendar' },
  population: 'conversations opened by buyers with a person',
  cohort: 'opened_at',
  cohort_of: 'subject',
  reasons: {
    fault: { missing: 'not answered in the days that we wait for it', late: 'answered too late' },
  },
  came_after: { missing: { columns: ['first_reply_at'], words: 'answered only after the days that we wait for it' } },
  settings: {
    maturation_days: days(1, 'a reply is due within 24 hours'),
    hours: number(24, 1, 336, 'a buyer waits a day before asking elsewhere'),
    on: COUNTED_ON(),
    calendar: CALENDAR_OF,
  },
  needs: ['conversations', 'conversations.first_reply_at'],
  moments: ['opened_at', 'reply_due_at', 'first_reply_at'],
  advice: 'Answer each buyer within a day, weekends included, or declare a closure beforehand.',
} as const satisfies Metric;
