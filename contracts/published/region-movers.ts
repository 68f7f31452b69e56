import * as z from 'zod';
import { count, oneOf, small, text } from '../columns.js';
import { published } from '../contract.js';

/** By what a change is told apart. */
export const DIMENSIONS = ['cause', 'seller', 'carrier', 'category', 'destination_area', 'tenure', 'region'] as const;

export const regionMovers = published({
  dataset: 'region_movers',
  grain:
    'One row per region (and ALL), metric, trailing window, dimension and place: who moved the rate since the period before. Only where region_metrics has a change; the parts of a dimension sum exactly to it.',
  key: ['region', 'metric', 'window_days', 'dimension', 'place'],
  row: z.object({
    region: text('The region, or ALL.'),
    metric: text('The metric.'),
    window_days: small('Matured cohort days of each of the two periods, as in region_metrics.'),
    dimension: oneOf(
      DIMENSIONS,
      'By what it is told apart: `cause` splits the change itself; `region` is where was delivered to, and of ALL alone; carrier, category and destination_area are of orders alone; tenure is how long ago the seller joined.',
    ),
    place: small('From the largest part to the smallest; all others together are the last.'),
    kind: oneOf(['member', 'unknown', 'others'], 'One member; those of whom the dimension is not known; or all others together.'),
    member: text(
      'Which: the seller, carrier, category (in small letters), area as it landed or region; of tenure under_90_days, under_a_year or longer; of cause rate, mix or forgiven. Null of unknown and of others.',
    ).nullable(),
    members: count('How many members the row is of.'),
    counted: count('What its rate is over.'),
    fault: count('Of those at fault.'),
    previous_counted: count('Counted, a period earlier.'),
    previous_fault: count('At fault, a period earlier.'),
    contribution_ppm: small('Its part of the change, in millionths of the rate; positive raised it. rate_ppm + mix_ppm.'),
    rate_ppm: small(
      'By its own rate: mean share of what is counted x change of its rate. Of cause: rate is what sellers’ rates did apart from what is forgiven; forgiven the change of accountable less raw rate.',
    ),
    mix_ppm: small(
      'By its share of what is counted: change of share x (its mean rate - the region’s mean rate). All of it of whoever has nothing in one of the periods.',
    ),
  }),
});
