import * as z from 'zod';
import { count, day, flag, moment, text } from '../columns.js';
import { published } from '../contract.js';

export const runQuality = published({
  dataset: 'run_quality',
  grain:
    'One row per landed dataset and region it names (ALL for a whole dataset). A dataset that never landed has one row with landed_ever false.',
  key: ['dataset', 'region'],
  row: z.object({
    dataset: text('The landed dataset.'),
    region: text('The region named in the row, ALL, or ? for rows rejected without a known region.'),
    landed_ever: flag('Whether any file of the dataset had landed by the run date.'),
    files: count('Landed files seen, each content once.'),
    landed: count('Rows landed up to the run date.'),
    accepted: count('Rows accepted.'),
    quarantined: count('Rows quarantined.'),
    landed_today: count('Rows landed on the run date.'),
    accepted_today: count('Rows accepted of those.'),
    quarantined_today: count('Rows quarantined of those.'),
    late: count('Accepted rows that landed more than one day after their updated_at.'),
    newest_updated_at: moment('The newest updated_at accepted; null without accepted rows.').nullable(),
    newest_day: day('The newest landing day with an accepted row; null without.').nullable(),
    refused_files: count(
      'Landed files that could not be read, each a single quarantined row whatever it holds; counted where region is ALL.',
    ),
  }),
});
