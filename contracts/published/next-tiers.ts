import * as z from 'zod';
import { count, day, flag, text } from '../columns.js';
import { published } from '../contract.js';

export const nextTiers = published({
  dataset: 'next_tiers',
  grain:
    'One row per seller, programme and metric that misses a bound of the next tier, where bounds alone hold the seller back and that tier is better than the one held. It says what comes if as many are counted as now, and nothing is decided by it.',
  key: ['seller_id', 'programme', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    metric: text('The metric, or the key of the entry.'),
    tier: text('The next tier: scorecards.next_tier.'),
    fault: count('At fault tonight.'),
    counted: count('What its rate is over tonight; as many are taken to be counted on every later day.'),
    allowed: count('Faults that the next tier allows at this volume.'),
    enough_on: day('The first run date on which so many faults have left the window that no more count than are allowed.'),
    decides: flag('Whether this metric is the last of the seller’s to get there; of equal ones the first by name.'),
    tier_on: day(
      'The day from which the tier is had if no more faults come than `spare`: the first evaluation day, or without evaluations the first run date, on which enough have left of every metric. Null where none is until `looked_until`.',
    ).nullable(),
    gone_by_then: count('Of tonight’s faults those that have left by `tier_on`; null without that day.').nullable(),
    spare: count(
      'How many more faults may be counted by `tier_on` and the bound still be met; null without that day.',
    ).nullable(),
    looked_until: day('The last day that was looked at: the run date and 90 days.'),
    person_approves: flag('Whether a person must approve the rise first (evaluation.approval: all_changes).'),
  }),
});
