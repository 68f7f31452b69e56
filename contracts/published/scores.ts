import * as z from 'zod';
import { count, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const scores = published({
  dataset: 'scores',
  grain: 'One row per seller and programme with a score: the score, or why there is none, and the best tier that it allows.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    policy_version: text('Version of the programme in force.'),
    score: count('The score, in hundredths of a point; null where there is none, which is not a low score.').nullable(),
    out_of: count('The most that a score can be, in hundredths of a point.'),
    because: oneOf(
      ['scored', 'few_orders', 'few_metrics'],
      'Why there is a score or none: enough metrics are assessed; fewer orders than policy asks for; fewer metrics assessed.',
    ),
    metrics_assessed: count('Metrics of the score that are assessed.'),
    metrics_needed: count('Fewer of them make no score.'),
    deciding_dimension: text(
      'Where the worst dimension decides, that one, of equal ones the first that policy names; else null, and without a score.',
    ).nullable(),
    costs_most: text('The metric that costs most points (score_parts.costs); null where none costs any.').nullable(),
    caps_at: text('The best tier that the score allows; null where it caps none.').nullable(),
  }),
});
