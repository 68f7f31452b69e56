import * as z from 'zod';
import { count, flag, oneOf, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

export const sellerMetrics = published({
  dataset: 'seller_metrics',
  grain:
    'One row per seller, programme and metric, over all regions of the programme. Sellers without orders in any window are absent, not zero.',
  key: ['seller_id', 'programme', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme that judges.'),
    metric: text('The metric; of an entry of the programme under a key of its own, that key.'),
    unit: oneOf(['orders', 'items', 'conversations', 'days'], 'What is counted.'),
    window_days: small(
      'Matured cohort days counted: those in (run date - maturation - window, run date - maturation]. Where policy has a longer window for low volume, or one that stretches, as many as apply to the seller.',
    ),
    met: count('Orders (or conversations) that met the rule; null where not measured.').nullable(),
    fault: count('Those at fault; null where not measured.').nullable(),
    forgiven: count('Faults that a protection forgives; null where not measured.').nullable(),
    excluded: count('Those left out, for a stated reason; null where not measured.').nullable(),
    pending: count('Those not yet final, up to the run date; null where not measured.').nullable(),
    counted: count('What the accountable rate is over: met, at fault, and forgiven as met; null where not measured.').nullable(),
    accountable_rate: rate('fault / counted; null when nothing was counted.').nullable(),
    raw_rate: rate('(fault + forgiven) / (met + fault + forgiven); null when nothing was counted.').nullable(),
    verdict: oneOf(['not_measured', 'not_assessable', 'met', 'missed'], 'Against the standard of the programme.'),
    tier: text('The best tier this metric alone allows; null unless measured and assessable.').nullable(),
    at_most: rate('The standard: the highest accountable rate that meets it, or the lowest that does not (bound_said).'),
    allowed: count('Faults the standard allows at this volume; null unless measured.').nullable(),
    because: oneOf(
      ['no_source', 'paused', 'few_orders', 'few_counted', 'nothing_final', 'within', 'few_buyers', 'few_days', 'above'],
      'Why the verdict: nothing has landed for it; the programme pauses it; fewer orders placed, or fewer counted, than policy asks for; nothing is final yet; within the standard; above it, but at fault towards fewer buyers, or on fewer days, than policy asks for; above it.',
    ),
    orders: count('Orders placed in the days that decide whether a seller is judged, in the regions of the programme.'),
    orders_needed: count('Orders the programme asks for before it judges.'),
    orders_window_days: small('Days counted for those orders, by the day of placing, ending on the run date.'),
    counted_needed: count('How many must be counted before this metric is judged; 0 where policy asks for none.'),
    faults_from: count('Fewer faults than this meet every bound; 0 where policy has no such floor.'),
    fault_buyers: count(
      'Different buyers among those at fault, as the newest versions of their orders name them; whatever has none that is known counts as of one of its own. Null where policy has no floor of buyers, or not measured.',
    ).nullable(),
    buyers_from: count('Faults of fewer buyers than this meet every bound; 0 where policy has no such floor.'),
    fault_days: count(
      'Different cohort days among those at fault. Null where policy has no floor of days, or not measured.',
    ).nullable(),
    days_from: count('Faults on fewer days than this meet every bound; 0 where policy has no such floor.'),
    bound_said: oneOf(
      ['at_most', 'below', 'met_at_least', 'met_above'],
      'How policy says the standard: a rate of at most at_most, or below it; or a share met of at least 1 - at_most, or above it. Of below and met_above exactly at_most is too much.',
    ),
    alert_at_most: rate(
      'What policy recommends, as at_most of the standard; neither verdict nor tier asks for it. Null where nothing is recommended.',
    ).nullable(),
    alert_said: oneOf(
      ['at_most', 'below', 'met_at_least', 'met_above'],
      'How policy says what it recommends, as bound_said; null where nothing is recommended.',
    ).nullable(),
    alert_allowed: count(
      'Faults that keep what is recommended at this volume; null where nothing is, or not measured.',
    ).nullable(),
    alert_exceeded: flag(
      'Whether more are at fault than is recommended, and floors of faults, buyers and days do not meet it; null where nothing is recommended, or not assessed.',
    ).nullable(),
  }),
});
