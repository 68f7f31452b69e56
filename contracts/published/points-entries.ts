import * as z from 'zod';
import { count, day, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const pointsEntries = published({
  dataset: 'points_entries',
  grain:
    'One row per seller, programme with points and entry: a violation, read anew every night, or a missed metric, remembered from the night that gave it. Listed until 28 days after its last day.',
  key: ['seller_id', 'programme', 'entry_id'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    entry_id: text(
      'The violation_id; of a missed metric programme, metric, day and seller. To take one back, land a withdrawn violation of this id.',
    ),
    kind: oneOf(['violation', 'missed_metric'], 'What it was given for.'),
    what: text('The rule that was broken, or the metric or the key of the entry.'),
    points: count('Its points; 0 where the programme gives none for it.'),
    given_on: day(
      'The first day on which it counts: the local day on which the seller was told, or the run date that saw the miss.',
    ),
    last_day: day('The last day on which it counts.'),
    state: oneOf(['stands', 'expired', 'withdrawn'], 'Whether it counts tonight, and why not.'),
  }),
});
