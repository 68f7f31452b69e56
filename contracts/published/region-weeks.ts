import * as z from 'zod';
import { count, day, money, oneOf, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const regionWeeks = published({
  dataset: 'region_weeks',
  grain:
    'One row per region (and ALL), number and each of its 13 newest whole weeks, Monday to Sunday: orders, their value and the sellers who had one, by the day an order was placed; and each measured metric, by cohort day, in weeks that are final for it.',
  key: ['region', 'kind', 'number', 'first_day'],
  row: z.object({
    region: text('The region, or ALL.'),
    kind: oneOf(['kpi', 'rate'], 'What the number is: one of how much was sold, or the rate of a metric.'),
    number: text('orders, gmv or active_sellers; of a rate the metric.'),
    first_day: day('Monday.'),
    last_day: day('Sunday.'),
    amount: money(
      'Orders, value in minor units, or sellers; of a rate, what it is over. Null in weeks that began before anybody ordered in the region, and of value where regions differ in currency.',
    ).nullable(),
    currency: text('Of value: as in region_kpis.').nullable(),
    fault: count('Of a rate: at fault.').nullable(),
    rate: rate('Of a rate: the accountable rate; null when nothing was counted.').nullable(),
  }),
});
