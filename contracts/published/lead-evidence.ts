import * as z from 'zod';
import { count, day, moment, money, text } from '../columns.js';
import { published } from '../contract.js';

export const leadEvidence = published({
  dataset: 'lead_evidence',
  grain: 'One row per lead, seller and order that is a sign of it: exactly those that leads counts.',
  key: ['lead', 'seller_id', 'order_id'],
  row: z.object({
    lead: text('The lead.'),
    seller_id: text('The seller.'),
    order_id: text('The order.'),
    region: text('The region it was delivered to.'),
    placed_at: moment('When it was placed.'),
    placed_day: day('The local day of that.'),
    gmv_minor: money('Value in minor units of the currency.'),
    currency: text('Currency of the value.'),
    buyer: count(
      'The buyer, as a number within the seller and the run that tells nobody who it is; null where none landed.',
    ).nullable(),
    from_at: moment('The earlier of the two moments that tell: of brushing the first order of the window.'),
    to_at: moment('The later one: of brushing the last order of the window.'),
    amount: count('How much: orders in the window, orders with the tracking number, or whole hours between the moments.'),
    among: count(
      'Among how many: buyers in the window, places of the tracking number; null where there is no such number.',
    ).nullable(),
    other_order_id: text('Another order with the tracking number; null for other leads.').nullable(),
    twin: text('The innocent twin that explains it; null where none does.').nullable(),
  }),
});
