import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';

export const sellerCategories = published({
  dataset: 'seller_categories',
  grain:
    'One row per seller and programme whose score has a benchmark: the category that the seller is compared in during the quarter of the run date. Sellers without an order of a known category are absent.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    quarter: text('The quarter that it holds for, such as 2026-Q4.'),
    category: text('The category, in small letters: that of most orders, of equally many the first by name.'),
    orders: count('Orders of that category, in the programme’s assessable window when it was frozen.'),
    of_orders: count('Orders of any known category there.'),
    frozen_on: day(
      'The run date of the night that worked it out: the first of the quarter on which the seller had such an order.',
    ),
  }),
});
