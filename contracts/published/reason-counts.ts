import * as z from 'zod';
import { count, oneOf, small, text } from '../columns.js';
import { published } from '../contract.js';

export const reasonCounts = published({
  dataset: 'reason_counts',
  grain:
    'One row per region (and ALL), metric, outcome (excluded or forgiven), reason and trailing window of 7, 28 or 90 matured days.',
  key: ['region', 'metric', 'outcome', 'reason', 'window_days'],
  row: z.object({
    region: text('The region, or ALL.'),
    metric: text('The metric.'),
    outcome: oneOf(['excluded', 'forgiven'], 'Left out, or forgiven.'),
    reason: text('Why.'),
    window_days: small('Matured cohort days counted: those in (run date - maturation - window, run date - maturation].'),
    orders: count('Orders, items or conversations.'),
  }),
});
