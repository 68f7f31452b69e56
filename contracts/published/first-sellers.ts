import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';
import { scorecards } from './scorecards.js';
import { tierChanges } from './tier-changes.js';

const { status } = scorecards.row.shape;
const { direction, previous_tier } = tierChanges.row.shape;

export const firstSellers = published({
  dataset: 'first_sellers',
  grain:
    'One row per region (and ALL) and place among the first hundred of the scorecards of its sellers (seller_regions), most orders first: where the page Sellers begins, which shows them before it has read the rest.',
  key: ['region', 'place'],
  row: z.object({
    region: text('Where the sellers sell, or ALL.'),
    place: count('1 has most orders; of equal ones by id, then by programme.'),
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    name: text('The shop name; null while nobody has described the seller.').nullable(),
    home_region: text('Region the seller is managed by; null while nobody has described the seller.').nullable(),
    status,
    orders: count('Orders of the scorecard: in the assessable window, in all regions of the programme.'),
    tier: text('The tier held; where nothing is held, the proposed one.'),
    proposed: text('The tier that bounds alone propose tonight.'),
    tier_projected: text('The tier if every pending order turns out met; points and score count as they stand tonight.'),
    held_back_by: text(
      'The metric, or the key of the entry, that keeps the seller from the next tier; null where none does.',
    ).nullable(),
    direction: direction.nullable(),
    previous_tier,
    next_tier_on: day(
      'The day from which the next tier is had (next_tiers.tier_on); null where none is until `looked_until`, where bounds alone do not hold the seller back, and to teams that the seller is not at home with.',
    ).nullable(),
    looked_until: day('The last day that was looked at; null where bounds alone do not hold the seller back.').nullable(),
    cards: count('How many scorecards the list has in all.'),
    sellers: count('How many sellers those are of.'),
  }),
});
