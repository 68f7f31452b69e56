import { choice, days, type Metric } from '../metric.js';

export const unresolvedCase = {
  key: 'unresolved_case',
  title: 'Unresolved case',
  counted: { one: 'order', many: 'orders', fault: 'with a case against you' },
  subject: 'order',
  population: 'all orders',
  cohort: 'placed_at',
  cohort_of: 'subject',
  reasons: {
    fault: { decided_against_seller: 'a case was decided against the seller', case_opened: 'a case was opened' },
    excluded: { cancelled: 'cancelled' },
  },
  settings: {
    maturation_days: days(45, 'buyers may open a case for thirty days and a decision takes up to two weeks'),
    cases: choice(
      'found_against',
      ['opened'],
      'a case is a question until it is decided; some marketplaces count every opened one',
    ),
    resolved_by_seller: choice(
      'left_out',
      ['counts'],
      'who solves a case before the platform has to step in has done what we ask for',
    ),
  },
  needs: ['cases'],
  moments: ['placed_at', 'case_opened_at', 'case_closed_at', 'case_lost_at'],
  advice: 'Answer and solve cases yourself before the platform has to step in.',
} as const satisfies Metric;
