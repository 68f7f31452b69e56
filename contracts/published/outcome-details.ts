import * as z from 'zod';
import { count, day, flag, moment, money, oneOf, rating, text } from '../columns.js';
import { published } from '../contract.js';

export const outcomeDetails = published({
  dataset: 'outcome_details',
  grain:
    'One row per order (or conversation) and metric that is fault, forgiven or excluded, with the moments that prove it, within the longest window published.',
  key: ['seller_id', 'metric', 'subject_id'],
  row: z.object({
    seller_id: text('The seller.'),
    metric: text('The metric.'),
    subject_id: text('order_id, or conversation_id for slow_response.'),
    order_id: text('The order; null for a conversation without one.').nullable(),
    region: text('The region it counts in.'),
    cohort_day: day('The local day on which it counts.'),
    outcome: oneOf(['fault', 'forgiven', 'excluded'], 'What it means for the metric.'),
    reason: text('The rule or protection that decided, such as late, missing, carrier_delay, cancelled_before_due.'),
    exemption_id: text('The exemption that forgave it; null otherwise.').nullable(),
    category: text('Category of the goods; null where unknown.').nullable(),
    gmv_minor: money('Value of the order in minor units; null for conversations.').nullable(),
    currency: text('Currency of the value; null for conversations.').nullable(),
    placed_at: moment('Order placed; null for conversations.').nullable(),
    ship_by: moment('To be handed over by.').nullable(),
    confirmed_at: moment('Seller confirmed dispatch.').nullable(),
    first_scan_at: moment('First carrier scan.').nullable(),
    deliver_by: moment('Promised to arrive by.').nullable(),
    delivered_at: moment('Arrived.').nullable(),
    cancelled_at: moment('Cancelled.').nullable(),
    cancelled_by: text('Who cancelled.').nullable(),
    carrier: text('The carrier.').nullable(),
    has_tracking: flag('Whether a tracking number is known; null for conversations.').nullable(),
    reviewed_at: moment('First review written.').nullable(),
    rating: rating('Stars of the first review.').nullable(),
    returned_at: moment('First seller-fault return requested.').nullable(),
    case_closed_at: moment('First case decided against the seller and resolved by the platform.').nullable(),
    opened_at: moment('Conversation opened; null for orders.').nullable(),
    first_reply_at: moment('First reply; null for orders.').nullable(),
    days_left_in_window: count(
      'Days until it leaves the metric window of the strictest programme; null when already outside.',
    ).nullable(),
  }),
});
