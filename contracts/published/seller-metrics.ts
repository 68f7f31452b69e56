import * as z from 'zod';
import { count, oneOf, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

export const sellerMetrics = published({
  dataset: 'seller_metrics',
  grain:
    'One row per seller, programme and metric, over all regions of the programme. Sellers without orders in any window are absent, not zero.',
  key: ['seller_id', 'programme', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme that judges.'),
    metric: text('The metric.'),
    window_days: small('Days of cohort days counted, ending on the run date.'),
    met: count('Orders (or conversations) that met the rule; null where not measured.').nullable(),
    fault: count('Those at fault; null where not measured.').nullable(),
    forgiven: count('Faults that a protection forgives; null where not measured.').nullable(),
    excluded: count('Those left out, for a stated reason; null where not measured.').nullable(),
    pending: count('Those not yet final; null where not measured.').nullable(),
    accountable_rate: rate('fault / (met + fault); null when nothing was counted.').nullable(),
    raw_rate: rate('(fault + forgiven) / (met + fault + forgiven); null when nothing was counted.').nullable(),
    verdict: oneOf(['not_measured', 'not_assessable', 'met', 'missed'], 'Against the standard of the programme.'),
    tier: text('The best tier this metric alone allows; null unless measured and assessable.').nullable(),
    at_most: rate('The standard: the highest accountable rate that meets it.'),
    allowed: count('Faults the standard allows at this volume; null unless measured.').nullable(),
    because: text('The verdict in words.'),
  }),
});
