import * as z from 'zod';
import { count, flag, oneOf, quantity, text } from '../columns.js';
import { published } from '../contract.js';

/** What of a day's landed rows is compared with the days before. */
export const DRIFT_MEASURES = ['rows', 'rejected', 'empty', 'share'] as const;
export const DRIFT_VERDICTS = ['usual', 'unusual', 'too_few', 'too_early'] as const;

export const landingDrift = published({
  dataset: 'landing_drift',
  grain:
    'One row per landed dataset, region (ALL for a whole dataset) and figure of what landed on the run date, against the 28 days before.',
  key: ['dataset', 'region', 'measure', 'column_name', 'category'],
  row: z.object({
    dataset: text('The landed dataset.'),
    region: text(
      'The region named in the row, ALL, or ? for rows rejected without a known region; by region only rows are told.',
    ),
    measure: oneOf(
      DRIFT_MEASURES,
      'rows: rows landed; rejected: share of them quarantined; empty: share of accepted rows without a value in the column; share: share of the value among accepted rows that have one.',
    ),
    column_name: text('The column; null for rows and rejected.').nullable(),
    category: text(
      'The value, for share; null for all others. A value that is less than a hundredth on the run date and usually has no row.',
    ).nullable(),
    n: count('Rows landed, or the rows that the share counts.'),
    out_of: count('Rows that the share is of; 1 for rows.'),
    amount: quantity('n / out_of: what landed on the run date.'),
    nights: count('Days of the 28 before with such a figure.'),
    by_weekday: flag('Whether it is measured by the same weekday, of which there are four; else by all days.'),
    usual: quantity('The median of those days; null without any.').nullable(),
    spread: quantity('The median distance of the days from their own median; null without any.').nullable(),
    usual_from: quantity('Least that is usual; null without any day before.').nullable(),
    usual_to: quantity('Most that is usual; null without any day before.').nullable(),
    verdict: oneOf(
      DRIFT_VERDICTS,
      'Whether the amount is outside what is usual; too_few: a share of fewer than 30 rows; too_early: fewer than seven days before.',
    ),
  }),
});
