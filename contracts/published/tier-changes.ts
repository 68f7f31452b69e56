import * as z from 'zod';
import { oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const tierChanges = published({
  dataset: 'tier_changes',
  grain:
    'One row per seller and programme whose tier differs from the run published before this run date. Empty when there is none.',
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
    because: text('The tier now, in words.'),
  }),
});
