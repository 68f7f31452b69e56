import * as z from 'zod';
import { count, day, small } from '../columns.js';
import { published } from '../contract.js';
import { outcomeDetails } from './outcome-details.js';

/** What a mail says of a fault: its reason and what proves it, as outcome_details has them. */
const said = outcomeDetails.row.omit({
  order_id: true,
  cohort_day: true,
  outcome: true,
  counts_as_met: true,
  exemption_id: true,
  leaves_window_on: true,
  category: true,
  gmv_minor: true,
  currency: true,
  folded_into: true,
  peak: true,
});

export const mailOrders = published({
  dataset: 'mail_orders',
  grain:
    'One row per seller, programme, order that a scorecard mail shows and metric under which it is at fault: at most five orders (conversations, or what landed) per seller and programme: those under the metric that holds the tier back first, of these and of the others those that leave the numbers first. An order defect is not listed beside its own part.',
  key: ['seller_id', 'programme', 'place', 'metric'],
  row: z.object({
    ...said.shape,
    place: small('Place of the order in the mail: 1 for the first.'),
    newest_day: day('The newest local day on which it counts, over the metrics under which it is at fault.'),
    counts_until: day('The first run date on which none of them counts it any more.'),
    orders_at_fault: count('Orders at fault of the seller under the programme, shown or not.'),
  }),
});
