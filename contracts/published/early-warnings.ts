import * as z from 'zod';
import { count, day, quantity, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const earlyWarnings = published({
  dataset: 'early_warnings',
  grain:
    'One row per seller, programme with evaluations and metric whose newest days look as if the rate had become a bad one. A warning: nothing is decided by it, and what is under notice has none.',
  key: ['seller_id', 'programme', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    metric: text('The metric.'),
    at_most: rate('The bound of the tier that the seller holds.'),
    score: quantity('The cumulative sum: how much likelier a bad rate is than a good one, as a natural logarithm.'),
    warns_at: quantity('It warns from here on.'),
    warned_since: day('The cohort day since which the score stands there.'),
    rises_since: day('The first cohort day of those that it adds up.'),
    counted: count('Counted since then.'),
    fault: count('Of those at fault.'),
  }),
});
