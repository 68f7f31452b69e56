import * as z from 'zod';
import { count, day, oneOf, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const scoreParts = published({
  dataset: 'score_parts',
  grain:
    'One row per seller, programme with a score and metric of it: points on the curve, and what they bring. Contributions add up to the score.',
  key: ['seller_id', 'programme', 'dimension', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    dimension: text('The dimension that the metric is part of.'),
    metric: text('The metric.'),
    because: oneOf(
      ['no_source', 'few_orders', 'few_counted', 'nothing_final', 'within', 'few_buyers', 'few_days', 'above'],
      'As in seller_metrics. Of the first four the metric is not assessed, and its weight goes to the others.',
    ),
    fault: count('Those at fault, as in seller_metrics; null where not measured.').nullable(),
    counted: count('What the rate is over; null where not measured.').nullable(),
    accountable_rate: rate('fault / counted, where the curve is read; null when nothing was counted.').nullable(),
    points: count('Points on the curve, in hundredths, rounded half up; null where not assessed.').nullable(),
    out_of: count('The most that a score can be, in hundredths of a point.'),
    share_by_policy: rate(
      'Weight that policy gives the metric: in the score or, where the worst dimension decides, in its dimension.',
    ),
    share: rate(
      'The same tonight, when what is not assessed has left its weight to the others; null where not assessed.',
    ).nullable(),
    dimension_points: count(
      'Points of the dimension, in hundredths: the weighted mean of its metrics, rounded half up; null where none is assessed.',
    ).nullable(),
    contribution: count(
      'Hundredths of a point that it brings to the score, 0 in a dimension that does not decide; null where not assessed, or without a score.',
    ).nullable(),
    costs: count(
      'Hundredths of a point that it takes from the score: its share of what its points lack, 0 in a dimension that does not decide; null as the contribution.',
    ).nullable(),
    category: text(
      'Where the part has a benchmark: the category that the seller is compared in (seller_categories); null where none is known.',
    ).nullable(),
    benchmark_because: oneOf(
      ['measured', 'few_sellers', 'new_category', 'no_category'],
      'Whether the curve moved: by the benchmark of the category, or not, as too few of its sellers were assessed when the quarter was frozen; as none was; as no category of the seller is known. Null where the part has no benchmark.',
    ).nullable(),
    benchmark: rate('The benchmark of the category (category_benchmarks); null where it has none.').nullable(),
    benchmark_taken: rate(
      'The same, held between not_below and not_above: rates of the curve are times this, over relative_to. Null where not assessed, or the curve holds as it is written.',
    ).nullable(),
    benchmark_sellers: count(
      'Sellers of the category that were assessed when it was frozen; null without a row of it.',
    ).nullable(),
    benchmark_sellers_needed: count('Of fewer there is no benchmark; null without a row of it.').nullable(),
    benchmark_on: day('The run date on which it was frozen; null without a row of it.').nullable(),
    benchmark_until: day('The last day of the quarter that it holds for; null without a row of it.').nullable(),
  }),
});
