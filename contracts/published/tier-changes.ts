import * as z from 'zod';
import { count, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const tierChanges = published({
  dataset: 'tier_changes',
  grain:
    'One row per seller and programme whose tier differs from the run published before this run date: the tier held where the programme has evaluations, else the proposed one. Empty when there is none.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    previous_run_id: text('The run compared with.'),
    previous_tier: text('The tier then; null for a seller without a scorecard then.').nullable(),
    tier: text('The tier now.'),
    direction: oneOf(
      ['up', 'down', 'new', 'other'],
      'up and down among the tiers of the programme; new without an earlier scorecard; other to or from not_assessable or not_measured.',
    ),
    because: text(
      'Why the tier now: as because of its standing where the programme has evaluations, else as tier_because of its scorecard.',
    ),
    orders: count('Orders that decide whether the seller is judged.'),
    orders_needed: count('Orders the programme asks for before it judges.'),
    held_back_by: text(
      'The metric that was confirmed, or that keeps the seller from the next tier; null where none does.',
    ).nullable(),
    held_back_fault: count('Faults of that metric; null where none holds back, and where the tier is held.').nullable(),
    held_back_counted: count('What its rate is over; null as the faults.').nullable(),
    held_back_allowed: count('Faults that the tier above allows at this volume; null as the faults.').nullable(),
  }),
});
