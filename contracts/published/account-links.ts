import * as z from 'zod';
import { count, moment, quantity, text } from '../columns.js';
import { published } from '../contract.js';

export const accountLinks = published({
  dataset: 'account_links',
  grain:
    'One row per account, account that it is linked with and kind of what they share: the reasons of the link. A link is there twice, from both of its ends, so that the team of each end reads it.',
  key: ['seller_id', 'other_seller_id', 'kind'],
  row: z.object({
    seller_id: text('The account.'),
    other_seller_id: text('The account it is linked with.'),
    kind: text('The kind of what they share, as identifiers names it.'),
    family: text('Their family, as account_families calls it.'),
    shared_values: count('How many values of the kind they share.'),
    fewest_sellers: count('How many accounts have the rarest of those: the fewer, the more it says.'),
    weight: quantity(
      'What these values say: of each the weight of its kind in policy, divided by the logarithm to base two of the accounts that have it, added up.',
    ),
    link_weight: quantity('The same of all kinds: what links them.'),
    since: moment('Since when both have had one of these values.'),
  }),
});
