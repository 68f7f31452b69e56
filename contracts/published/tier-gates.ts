import * as z from 'zod';
import { count, day, flag, oneOf, small, text } from '../columns.js';
import { published } from '../contract.js';

/** What a tier may ask for beside its bounds. */
export const GATE_NAMES = ['orders', 'sales', 'days_selling'] as const;

export const tierGates = published({
  dataset: 'tier_gates',
  grain:
    'One row per seller, programme, tier and gate: what the tier asks for beside its bounds, and what the seller has of it. Of whoever is judged or holds a tier.',
  key: ['seller_id', 'programme', 'tier', 'gate'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    tier: text('The tier that asks.'),
    gate: oneOf(
      GATE_NAMES,
      'orders: placed in the window in the regions of the programme, without cancelled ones; sales: their value; days_selling: days since the seller joined, or since its first order where nobody has described it.',
    ),
    value: count('What the seller has of it: orders, minor units of the currency, or days.'),
    needed: count('How much is asked for, in the same.'),
    missing: count('How much more it takes; 0 where it is met.'),
    met: flag('Whether the seller has as much.'),
    window_days: small('The days of orders and sales, the run date the last; null of days_selling.').nullable(),
    currency: text('The currency of sales; null otherwise.').nullable(),
    orders_in_other_currencies: count(
      'Of sales how many orders in the window are in another currency and do not count.',
    ).nullable(),
    selling_since: day('Of days_selling the day from which they count; null without any, and otherwise.').nullable(),
  }),
});
