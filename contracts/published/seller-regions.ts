import * as z from 'zod';
import { count, text } from '../columns.js';
import { published } from '../contract.js';

export const sellerRegions = published({
  dataset: 'seller_regions',
  grain:
    'One row per seller, programme and region (and ALL) of the programme where the seller had an order placed within the assessable window. Who sells in a region, wherever it is at home: what tier_mix counts.',
  key: ['region', 'seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    region: text('Where its orders go, or ALL.'),
    orders: count('Orders placed there within the assessable window.'),
  }),
});
