import * as z from 'zod';
import { count, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

const counts = (description: string) => count(`${description}; null where not measured.`).nullable();
const rates = (description: string) => rate(`${description}; null when nothing was counted.`).nullable();

export const regionMetrics = published({
  dataset: 'region_metrics',
  grain: 'One row per region (and ALL), metric and trailing window of 7, 28 or 90 days, with the same a period earlier.',
  key: ['region', 'metric', 'window_days'],
  row: z.object({
    region: text('The region, or ALL.'),
    metric: text('The metric.'),
    window_days: small('Days of cohort days counted, ending on the run date.'),
    met: counts('Met'),
    fault: counts('At fault'),
    forgiven: counts('Forgiven'),
    excluded: counts('Excluded'),
    pending: counts('Pending'),
    accountable_rate: rates('fault / (met + fault): every order weighs the same'),
    raw_rate: rates('(fault + forgiven) / (met + fault + forgiven)'),
    seller_weighted_rate: rates("Mean of the sellers' accountable rates: every seller weighs the same"),
    sellers: counts('Sellers with at least one order counted'),
    previous_met: counts('Met, a period earlier'),
    previous_fault: counts('At fault, a period earlier'),
    previous_forgiven: counts('Forgiven, a period earlier'),
    previous_excluded: counts('Excluded, a period earlier'),
    previous_pending: counts('Pending, a period earlier'),
    previous_accountable_rate: rates('Accountable rate, a period earlier'),
    previous_raw_rate: rates('Raw rate, a period earlier'),
    previous_seller_weighted_rate: rates('Seller-weighted rate, a period earlier'),
  }),
});
