import * as z from 'zod';
import { count, flag, oneOf, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

export const thingsToDo = published({
  dataset: 'things_to_do',
  grain:
    'One row per seller, programme, metric that misses the standard or a bound of the next tier, and kind of cause of which one stands out: its faults lie on three days or more and, its worst day left out, are more than chance gives it. Nothing is decided by it.',
  key: ['seller_id', 'programme', 'metric', 'kind'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    metric: text('The metric, or the key of the entry.'),
    kind: oneOf(['carrier', 'category', 'weekday'], 'What the faults have in common: weekday is that of the cohort day.'),
    cause: text('The carrier or category as it landed, or the weekday: 1 for Monday to 7 for Sunday.'),
    cause_fault: count('At fault of the cause.'),
    cause_counted: count('Counted of the cause: met, at fault, and forgiven as met.'),
    fault: count('At fault in all.'),
    counted: count('Counted in all.'),
    allowed: count('Faults that the standard allows at this volume.'),
    rate_without: rate('The accountable rate had those of the cause been met.'),
    enough: flag('Whether the standard would be met then.'),
    place: small('1 for what wins most of the seller under the programme.'),
  }),
});
