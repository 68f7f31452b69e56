import * as z from 'zod';
import { count, day, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

export const probations = published({
  dataset: 'probations',
  grain:
    'One row per seller and programme that has, or had, a probation (policy: probation). How many orders a day may come in is data for whoever lets them in: nothing here turns orders away.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    policy_version: text('The version by which it was judged last; of an ended one that which ended it.'),
    state: oneOf(['in_probation', 'ended'], 'Whether it lasts. An ended one does not begin again.'),
    status: oneOf(
      ['probation', 'active', 'restricted', 'suspended', 'closed'],
      'What landed as the status of the seller, tonight: the marketplace’s own word, by which no probation begins or ends.',
    ).nullable(),
    since: day('The day on which the seller joined.'),
    orders_a_day_at_most: count('Orders that may come in on one day while it lasts.'),
    orders_today: count('Orders placed on the run date, cancelled ones too; null once it ended on an earlier night.').nullable(),
    most_orders_a_day: count('The most orders placed on one day of it, cancelled ones too.'),
    days_above: count('Days of it on which more orders were placed than may come in.'),
    exit: text('The name of the way out that ended it; null while it lasts.').nullable(),
    ended_on: day('The run date of the night that ended it; null while it lasts.').nullable(),
  }),
});
