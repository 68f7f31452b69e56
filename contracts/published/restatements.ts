import * as z from 'zod';
import { day, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

const OUTCOMES = ['met', 'fault', 'forgiven', 'excluded', 'pending'] as const;

export const restatements = published({
  dataset: 'restatements',
  grain:
    'One row per order (or conversation) and metric whose final outcome differs from what the run published before this run date said. Empty when there is no such run.',
  key: ['seller_id', 'metric', 'subject_id'],
  row: z.object({
    seller_id: text('The seller.'),
    metric: text('The metric.'),
    subject_id: text('order_id, or conversation_id.'),
    region: text('The region it counted in then.'),
    previous_run_id: text('The run compared with.'),
    previous_cohort_day: day('The local day on which it counted then.'),
    previous_outcome: oneOf(OUTCOMES, 'What it was then.'),
    previous_reason: text('Why, then; null where met.').nullable(),
    cohort_day: day('The local day on which it counts now; null when the metric no longer judges it.').nullable(),
    outcome: oneOf(OUTCOMES, 'What it is now; null when the metric no longer judges it.').nullable(),
    reason: text('Why, now; null where met.').nullable(),
    changed_by: oneOf(
      ['orders', 'reviews', 'returns', 'cases', 'conversations', 'exemptions', 'policy'],
      'The dataset whose record changed it; policy where none did.',
    ),
  }),
});
