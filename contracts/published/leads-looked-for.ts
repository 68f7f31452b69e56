import * as z from 'zod';
import { count, day, flag, text } from '../columns.js';
import { published } from '../contract.js';

export const leadsLookedFor = published({
  dataset: 'leads_looked_for',
  grain:
    'One row per lead and region (and ALL) with orders in the days that policy looks back on: of how many could be told, and what was found. None found says nothing where it is not measured.',
  key: ['lead', 'region'],
  row: z.object({
    lead: text('The lead.'),
    region: text('The region, or ALL.'),
    is_measured: flag('Whether anything could be told: false where policy does not look for it, or its sources did not land.'),
    orders: count('Orders looked at.'),
    could_tell: count('Of those how many have what the lead needs, such as a buyer.'),
    signs: count('Orders that are a sign of it.'),
    sellers: count('Sellers with such an order.'),
    open_sellers: count('Of those whom no innocent twin explains in full.'),
    first_day: day('The first local day that was looked at; the last is the run date.'),
  }),
});
