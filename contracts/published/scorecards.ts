import * as z from 'zod';
import { count, oneOf, small, text } from '../columns.js';
import { published } from '../contract.js';

export const scorecards = published({
  dataset: 'scorecards',
  grain: 'One row per seller and programme. Sellers without orders in any window are absent, not zero.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme that judges.'),
    policy_version: text('Version of the programme in force.'),
    name: text('The shop name; null while nobody has described the seller.').nullable(),
    home_region: text('Region the seller is managed by; null while nobody has described the seller.').nullable(),
    status: oneOf(
      ['probation', 'active', 'restricted', 'suspended', 'closed'],
      'Where the seller stands; null while not described.',
    ).nullable(),
    orders: count('Orders placed in the assessable window, in the regions of the programme.'),
    orders_needed: count('Orders the programme asks for before it judges.'),
    tier: text('The tier proposed tonight, or not_assessable, or not_measured.'),
    tier_projected: text('The tier if every pending order turns out met; points and score count as they stand tonight.'),
    tier_because: oneOf(
      ['nothing_measured', 'few_orders', 'nothing_final', 'meets_all', 'held_back', 'points', 'score', 'gate'],
      'Why this tier: no metric measured; fewer orders than policy asks for; nothing final yet; every bound met; a metric holds it back; points of the programme allow no better; its score allows none; or a better tier asks for more orders, sales or time (tier_gates).',
    ),
    held_back_by: text(
      'The metric, or the key of the entry, that keeps the seller from the next tier; null at the top or when not judged.',
    ).nullable(),
    held_back_fault: count('Faults of that metric; null where none holds back.').nullable(),
    held_back_counted: count('What its rate is over; null where none holds back.').nullable(),
    held_back_allowed: count('Faults that the tier above allows at this volume; null where none holds back.').nullable(),
    next_tier: text('The tier above; null at the top or when not judged.').nullable(),
    orders_to_next_tier: count(
      'Further orders without a fault that would bring the next tier if none left the window meanwhile; null when not judged or at the top. When it comes is said by next_tiers.',
    ).nullable(),
    metrics_measured: small('How many metrics of the programme are measured.'),
    metrics_total: small('How many metrics the programme has.'),
  }),
});
