import * as z from 'zod';
import { count, day, flag, oneOf, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

/** What an evaluation may say of a metric, from nothing to a loss. */
export const VERDICTS = ['not_measured', 'not_assessable', 'met', 'watch', 'notice', 'confirmed'] as const;
const SAYS =
  'not_measured: nothing lands for it; not_assessable: too little; met: within the bound; watch: above it, but luck explains it; notice: more than luck, fresh days will tell; confirmed: the fresh days miss the bound too.';

export const metricStandings = published({
  dataset: 'metric_standings',
  grain:
    'One row per seller, programme with evaluations and metric: whether a missed bound is more than luck, which notice stands, and what the days since hold. Of a seller without orders only while a notice stands.',
  key: ['seller_id', 'programme', 'metric'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    metric: text('The metric; of an entry of the programme under a key of its own, that key.'),
    held_tier: text('The tier whose bound is judged: the one held, or for a newcomer what is proposed, at least the standard.'),
    at_most: rate('That tier’s bound; null for the last tier, which has none.').nullable(),
    verdict: oneOf(VERDICTS, `Tonight’s, were tonight an evaluation. ${SAYS}`),
    official_verdict: oneOf(VERDICTS, 'That of the last evaluation; null before the first.').nullable(),
    counted: count('Counted in the metric’s window, without days that an earlier notice was settled by.'),
    fault: count('Of those at fault.'),
    fault_days: count('Days with a fault.'),
    worst_day: day('The day with most faults, of several the latest; null without a fault.').nullable(),
    worst_day_fault: count('Its faults.'),
    fault_left: count('Faults without those of the worst day.'),
    counted_left: count('Counted without the worst day’s faults.'),
    beyond_luck: count(
      'The fewest faults that luck does not explain, of counted_left for a seller whose true rate is the bound; null without a bound.',
    ).nullable(),
    is_beyond_luck: flag('Whether faults, days and luck make a notice; of who is judged.'),
    once_in_years: small(
      'A good shop of this size (true rate 40 % of the bound) has so many faults less than once in so many years; null unless more than luck.',
    ).nullable(),
    to_a_person: flag('More than luck against a multiple of the bound too: a person should look at once.'),
    notice_on: day('The run date of the evaluation that gave the notice that stands; null without one.').nullable(),
    notice_tier: text('The tier it is about.').nullable(),
    notice_at_most: rate('The bound it is about.').nullable(),
    fresh_until: day('The last of the first fresh days, which begin on the day after the notice.').nullable(),
    settled_from: day('The first run date that may settle it: the fresh days are final.').nullable(),
    lapses_after: day('It lapses after this run date, where fresh days never were enough.').nullable(),
    fresh_counted: count(
      'Counted in the last fresh days, all after the notice that stands or that tonight ended; null without one.',
    ).nullable(),
    fresh_fault: count('Of those at fault.').nullable(),
    fresh_left: count('Faults of the fresh days without those of their worst day.').nullable(),
    fresh_allowed: count(
      'So many of them the bound allows: at the volume that the notice was given for until the fresh days are whole, then at theirs.',
    ).nullable(),
    counts_after: day(
      'Cohort days up to this one have settled an earlier notice and are not held against the seller again.',
    ).nullable(),
  }),
});
