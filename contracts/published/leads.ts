import * as z from 'zod';
import { count, day, money, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const leads = published({
  dataset: 'leads',
  grain:
    'One row per lead, seller and region with a sign of it among the orders of the days that policy looks back on. A person decides; a lead is never part of a score, and no seller is told.',
  key: ['lead_id'],
  row: z.object({
    lead_id: text('Lead, seller and region; the same every night.'),
    lead: text('The lead, as leads/ names it: brushing, reused_tracking, scan_before_order, late_masking, re_registration.'),
    seller_id: text('The seller.'),
    region: text('The region of the orders.'),
    status: oneOf(['open', 'explained'], 'explained: an innocent twin explains every one of the orders; else open.'),
    orders: count('Orders that are a sign of it: the rows of lead_evidence.'),
    explained: count('Of those how many an innocent twin explains.'),
    twin: text('That twin; `several` where more than one explains some; null where none does.').nullable(),
    buyers: count('Different buyers of the orders, of those that are known.'),
    looked_at: count('All orders of the seller in the region that were looked at.'),
    first_day: day('The local day on which the first of the orders was placed.'),
    last_day: day('The same of the last.'),
    most: count('The largest `amount` of its evidence.'),
    at_risk_minor: money('What the orders that no twin explains are worth, in the currency of the region; others are not in it.'),
    currency: text('That currency.'),
  }),
});
