import * as z from 'zod';
import { count, day, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const regionFaults = published({
  dataset: 'region_faults',
  grain:
    'One row per metric, region and order (conversation, landed outcome) at fault in the newest 90 matured cohort days: each of those that region_movers counts, with what it is told apart by there.',
  key: ['metric', 'region', 'cohort_day', 'seller_id', 'subject_id'],
  row: z.object({
    region: text('The region it counts in.'),
    metric: text('The metric.'),
    cohort_day: day('The local day on which it counts; the days of a period are in region_metrics.'),
    seller_id: text('The seller.'),
    subject_id: text('order_id, conversation_id, or what landed as subject_id for a metric of its own.'),
    reason: text('The rule that decided, as in outcome_details.'),
    carrier: text('The carrier; null where nobody took it, and of what is no order.').nullable(),
    category: text('Category of the goods in small letters; null where unknown, and of what is no order.').nullable(),
    destination_area: text(
      'The area it was delivered to, as it landed; null where nobody said, and of what is no order.',
    ).nullable(),
    tenure: oneOf(
      ['under_90_days', 'under_a_year', 'longer'],
      'How long ago the seller joined, as in region_movers; null where unknown.',
    ).nullable(),
    counted: count('As how many it counts: 1, or the items of the order where the metric counts those.'),
  }),
});
