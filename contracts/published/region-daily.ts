import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';

export const regionDaily = published({
  dataset: 'region_daily',
  grain:
    "One row per region (and ALL), metric and cohort day on which something counted, as far back as the regions' periods reach. Metrics not measured are absent.",
  key: ['region', 'metric', 'day'],
  row: z.object({
    region: text('The region, or ALL.'),
    metric: text('The metric.'),
    day: day('The cohort day.'),
    met: count('Met.'),
    fault: count('At fault.'),
    forgiven: count('Forgiven.'),
    forgiven_as_met: count('Of the forgiven, those that count as met.'),
    excluded: count('Excluded.'),
    pending: count('Pending.'),
  }),
});
