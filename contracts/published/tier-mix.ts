import * as z from 'zod';
import { count, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const tierMix = published({
  dataset: 'tier_mix',
  grain:
    'One row per region (and ALL), programme and tier, over sellers with an order placed in the region within the assessable window: of whom bounds alone propose it and, where the programme has evaluations, who holds it. Tiers without sellers are absent.',
  key: ['region', 'programme', 'tier'],
  row: z.object({
    region: text('The region, or ALL.'),
    programme: text('The programme.'),
    tier: text('The tier, or not_assessable, or not_measured.'),
    sellers: count('Sellers for whom bounds alone propose the tier tonight.'),
    share: rate('Share of the sellers of the region under the programme.'),
    held: count(
      'Sellers who hold the tier; of whom no evaluation has judged yet, it is the proposed one. Null where the programme has no evaluations.',
    ).nullable(),
    held_share: rate('Share of the sellers of the region under the programme who hold it.').nullable(),
  }),
});
