import * as z from 'zod';
import { day, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

/** Why a programme forgives a fault by itself. */
export const RELIEFS = ['peak', 'same_buyer', 'same_buyer_and_day', 'same_day_and_reason'] as const;

export const reliefs = published({
  dataset: 'reliefs',
  grain:
    'One row per seller, programme, metric and order at fault that the programme itself forgives, as its policy says (peaks, collapse); all of them count as met. Of all matured days that a window or an evaluation may look at.',
  key: ['seller_id', 'programme', 'metric', 'order_id'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme that forgives it.'),
    metric: text('The metric, or the key of the entry.'),
    order_id: text('The order at fault.'),
    region: text('The region it counts in.'),
    cohort_day: day('The local day on which it counts.'),
    reason: text('Why it is at fault, such as late.'),
    relief: oneOf(
      RELIEFS,
      'Why it is forgiven. peak: late by no more than the hours that a peak gives; same_...: alike to a newer fault, or of one day to that with the first id, which stands for both.',
    ),
    peak: text('The name of the peak; null otherwise.').nullable(),
    folded_into: text('The order at fault that stands for this one too; null in a peak.').nullable(),
  }),
});
