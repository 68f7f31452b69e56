import * as z from 'zod';
import { count, day, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

export const sellerWeeks = published({
  dataset: 'seller_weeks',
  grain:
    'One row per seller, programme, metric of which something is at fault tonight, and each of its eight newest whole weeks, Monday to Sunday, that are final for it and in which anything was counted. Where a programme forgives by itself, weeks further back than it looks are not there.',
  key: ['seller_id', 'programme', 'metric', 'nth'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    metric: text('The metric, or the key of the entry.'),
    nth: small('1 for the newest week; a number that is not there is a week in which nothing was counted.'),
    first_day: day('Monday.'),
    last_day: day('Sunday.'),
    counted: count('Counted by cohort day: met, at fault, and forgiven as met.'),
    fault: count('At fault.'),
    rate: rate('The accountable rate of the week.'),
  }),
});
