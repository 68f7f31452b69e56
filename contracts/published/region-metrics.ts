import * as z from 'zod';
import { count, day, difference, flag, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

const counts = (description: string) => count(`${description}; null where not measured.`).nullable();
const rates = (description: string) => rate(`${description}; null when nothing was counted.`).nullable();

export const regionMetrics = published({
  dataset: 'region_metrics',
  grain: 'One row per region (and ALL), metric and trailing window of 7, 28 or 90 matured days, with the same a period earlier.',
  key: ['region', 'metric', 'window_days'],
  row: z.object({
    region: text('The region, or ALL.'),
    metric: text('The metric.'),
    window_days: small('Matured cohort days counted: those in (run date - maturation - window, run date - maturation].'),
    met: counts('Met'),
    fault: counts('At fault'),
    forgiven: counts('Forgiven'),
    forgiven_as_met: counts('Of the forgiven, those that count as met'),
    excluded: counts('Excluded'),
    pending: counts('Pending'),
    accountable_rate: rates('fault / (met + fault + forgiven_as_met): every order weighs the same'),
    raw_rate: rates('(fault + forgiven) / (met + fault + forgiven)'),
    seller_weighted_rate: rates("Mean of the sellers' accountable rates: every seller weighs the same"),
    sellers: counts('Sellers with at least one order counted'),
    previous_met: counts('Met, a period earlier'),
    previous_fault: counts('At fault, a period earlier'),
    previous_forgiven: counts('Forgiven, a period earlier'),
    previous_forgiven_as_met: counts('Of the forgiven, those that count as met, a period earlier'),
    previous_excluded: counts('Excluded, a period earlier'),
    previous_pending: counts('Pending, a period earlier'),
    previous_accountable_rate: rates('Accountable rate, a period earlier'),
    previous_raw_rate: rates('Raw rate, a period earlier'),
    previous_seller_weighted_rate: rates('Seller-weighted rate, a period earlier'),
    first_day: day('The first cohort day counted.'),
    last_day: day('The last cohort day counted: the newest that is final.'),
    previous_whole: flag(
      'Whether there is data for all of the period earlier: of orders since its first day at least. Where not, nothing is compared.',
    ),
    change: difference(
      'Accountable rate less that of the period earlier; null where either is or that period is not whole.',
    ).nullable(),
    change_low: difference('From here ...').nullable(),
    change_high: difference(
      '... to here the change would lie in 95 of 100 such pairs of periods, were sellers and days drawn anew (sql/macros/noise.sql); null with fewer than ten sellers.',
    ).nullable(),
    beyond_noise: flag('Whether nothing, as a change, lies outside of it: only then is it called better or worse.'),
  }),
});
