import * as z from 'zod';
import { count, day, oneOf, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const proposedIncidents = published({
  dataset: 'proposed_incidents',
  grain:
    'One row per metric, region, carrier and span of cohort days on which unusually many parcels of that lane were late, of many sellers. It forgives nobody: a person lands the exemption, or does not.',
  key: ['incident_id'],
  row: z.object({
    incident_id: text('Metric, region, carrier and first day; the same while the span grows.'),
    metric: text('The metric, whose cohort days these are.'),
    region: text('The region.'),
    carrier: text('The carrier, as orders name it.'),
    first_day: day('The first unusual day.'),
    last_day: day('The last one.'),
    unusual_days: count('How many days from the first to the last are unusual; the others had too few parcels to tell.'),
    covered_days: count('Those of them that an exemption of the lane, or of more, covers.'),
    parcels: count('Parcels of the unusual days: met, at fault and forgiven.'),
    late: count('Of those at fault or forgiven.'),
    at_fault: count('Of those still at fault: what an exemption would forgive.'),
    usual_share: rate('The share of late ones on the lane’s usual day (the median of its other days), at these days’ parcels.'),
    sellers: count('Sellers with a late parcel.'),
    most_of_one_seller: count('The most late parcels that one seller has.'),
    status: oneOf(
      ['proposed', 'covered', 'nobody_at_fault'],
      'covered: every unusual day is covered by an exemption; nobody_at_fault: all late parcels are forgiven already; else proposed.',
    ),
  }),
});
