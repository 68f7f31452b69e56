import * as z from 'zod';
import { count, flag, oneOf, small, text } from '../columns.js';
import { published } from '../contract.js';

/** What a way out of a probation may ask for. */
export const EXIT_ASKS = ['orders', 'days', 'metric'] as const;

export const probationExits = published({
  dataset: 'probation_exits',
  grain:
    'One row per seller in probation, programme, way out and thing that it asks for; also of the night on which the probation ends. All that a way out asks for must be there on one night.',
  key: ['seller_id', 'programme', 'place', 'ask', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    exit: text('The name of the way out.'),
    place: small('Its place in the policy: of several that are open the first is taken.'),
    ask: oneOf(
      EXIT_ASKS,
      'orders: placed since the seller joined, or in the window, in the regions of the programme, without cancelled ones; days: since the seller joined; metric: that its standard is met.',
    ),
    metric: text('The metric, or the key of the entry; null otherwise.').nullable(),
    value: count('Orders or days that there are; of a metric its faults, null where nothing is counted.').nullable(),
    needed: count('How many it takes; of a metric how many faults its standard allows.').nullable(),
    window_days: small('The days in which orders count, the run date the last; null where all count.').nullable(),
    met: flag('Whether it is there. A metric that is not assessed is not.'),
  }),
});
