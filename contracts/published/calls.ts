import * as z from 'zod';
import { count, flag, money, oneOf, quantity, rate, small, text } from '../columns.js';
import { published } from '../contract.js';
import { VERDICTS } from './metric-standings.js';

export const calls = published({
  dataset: 'calls',
  grain:
    'One row per seller and programme whose tier may fall next, ranked by the orders at stake: whom to call first. As if all that is pending were final tonight; nothing is decided by it.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    place: count('1 is to be called first: most orders at risk; of equal ones the one with more orders, then by id.'),
    name: text('The shop name; null while nobody has described the seller.').nullable(),
    home_region: text('Region the seller is managed by; null while not described.').nullable(),
    contact: oneOf(
      ['mail', 'no_address', 'not_described'],
      'Whether there is where to write: an address has landed; none has; nobody has described the seller. Addresses are not published.',
    ),
    tier: text('The tier held; where nothing is held, the proposed one.'),
    falls: oneOf(
      ['evaluation', 'missed', 'expected'],
      'evaluation: one tonight would take the tier. missed: a bound of the tier is missed even if all that is pending turns out met. expected: it is missed if as many of what is pending turn out at fault as of what is counted.',
    ),
    falls_to: text('The tier that an evaluation tonight would give; null of the others.').nullable(),
    falls_because: text('Why it would: standings.projected_because; null of the others.').nullable(),
    metric: text(
      'The metric, or key of the entry, that misses: the one that evaluations go by, then the one that misses by most; null where none does.',
    ).nullable(),
    metrics: count('How many metrics miss.'),
    fault: count('At fault tonight; null without a metric.').nullable(),
    counted: count('What its rate is over tonight.').nullable(),
    at_most: rate('The bound of keeping the tier.').nullable(),
    pending: count('Pending tonight.').nullable(),
    fault_then: count('fault + pending x fault / counted, in whole ones: what is expected at the seller’s own rate.').nullable(),
    counted_then: count('counted + pending.').nullable(),
    allowed_then: count('Faults that the bound allows of so many.').nullable(),
    verdict: oneOf(
      VERDICTS,
      'What evaluations say of the metric tonight: whether luck explains it (metric_standings).',
    ).nullable(),
    is_beyond_luck: flag(
      'Whether its faults tonight are more than luck: with the verdict watch, in days that a notice has settled; without, and with a notice, the notice still stands. Null without a verdict.',
    ).nullable(),
    orders: count('What is at stake: orders placed in the last 28 days, in all regions.'),
    value_minor: money(
      'Their value in the currency of the home region; orders in other currencies are not in it. Null without any.',
    ).nullable(),
    currency: text('That currency; null without orders, or while not described.').nullable(),
    likely_percent: small(
      'How likely the fall is taken to be: 100 where an evaluation tonight would do it; 75 where it is more than luck; 25 where luck explains it; 50 in programmes without evaluations.',
    ),
    orders_at_risk: quantity('orders x likely_percent / 100. By this it is ranked.'),
  }),
});
