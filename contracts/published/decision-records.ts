import * as z from 'zod';
import { count, day, flag, moment, oneOf, rate, small, text } from '../columns.js';
import { published } from '../contract.js';
import { GATE_NAMES } from './tier-gates.js';

export const decisionRecords = published({
  dataset: 'decision_records',
  grain:
    'One row per change of tier that an evaluation made or proposed: what, why, who decided, how to contest it and what came of it. Kept for 366 days after it could be contested; what waits for a person, as long as it waits.',
  key: ['decision_id'],
  row: z.object({
    decision_id: text('The record: programme, evaluation and seller, with colons between.'),
    seller_id: text('The seller.'),
    programme: text('The programme, whose terms are the ground.'),
    policy_version: text('Its version in force.'),
    evaluated_on: day('The run date of the evaluation, whose data it rests on.'),
    due_on: day('The evaluation day it was for.'),
    tier_before: text('The tier held before.'),
    since_before: day('Since when it was held.'),
    tier_after: text('The tier that the evaluation says.'),
    direction: oneOf(['up', 'down'], 'Whether that is a better tier or a worse one.'),
    because: oneOf(
      ['confirmed', 'improved', 'gate'],
      'A notice confirmed by fresh days; every bound of a better tier met; or the tier held asks for more orders, sales or time.',
    ),
    because_metric: text('The metric confirmed, or the key of the entry, which is the rule; null otherwise.').nullable(),
    notice_on: day('When the notice was given that it confirms; null of a rise, as all numbers.').nullable(),
    at_most: rate('The bound that the notice is about.').nullable(),
    counted: count('Counted in the metric’s window, without days that an earlier notice was settled by.').nullable(),
    fault: count('Of those at fault.').nullable(),
    fresh_counted: count('Counted in the fresh days after the notice.').nullable(),
    fresh_fault: count('Of those at fault.').nullable(),
    fresh_left: count('Faults of the fresh days without those of their worst day.').nullable(),
    gate: oneOf(
      GATE_NAMES,
      'What the tier before asks for and the seller does not have, of several the first; null otherwise.',
    ).nullable(),
    gate_value: count('How much of it the seller has (tier_gates); null as the gate.').nullable(),
    gate_needed: count('How much is asked for; null as the gate.').nullable(),
    effect: text('What the tier after brings or costs, in the words of the programme; null where it says nothing.').nullable(),
    needs_approval: flag('Whether it takes effect only once a person has approved it.'),
    status: oneOf(
      ['proposed', 'in_effect', 'departed', 'overturned', 'withdrawn'],
      'proposed: waits for a person; in_effect; departed: a person decided otherwise; overturned: an appeal was granted; withdrawn: while it waited, the tier held or what evaluations say became another.',
    ),
    decided: oneOf(
      ['automatically', 'by_a_person', 'not_yet'],
      'Who decided; all are found by automated means. not_yet: it needs a person.',
    ),
    decided_by: text('The person; null without a decision.').nullable(),
    decided_at: moment('When; null without a decision.').nullable(),
    reason: text('Why the person decided so; null without a decision.').nullable(),
    effective_on: day('The run date from which it took effect; null where it never did.').nullable(),
    given_back_on: day('The run date from which that was undone, by a person or an appeal; null otherwise.').nullable(),
    contest_days: small('For so many days from then on it can be contested; null where the programme says nothing.').nullable(),
    contest_until: day('The last day to contest it; null where it never took effect, or the programme says nothing.').nullable(),
    contest_address: text('Where to, by mail; null where the programme names none.').nullable(),
    contest_url: text('Where to, on the web; null where the programme names none.').nullable(),
    appeal_id: text('The appeal: a granted one, else the latest; null without one.').nullable(),
    appealed_at: moment('When it was submitted.').nullable(),
    appeal_outcome: oneOf(['open', 'granted', 'refused'], 'What came of it; refused: the change stands.').nullable(),
    appeal_decided_by: text('The person who decided it; null while open.').nullable(),
    appeal_decided_at: moment('When; null while open.').nullable(),
    appeal_reason: text('Why; null while open.').nullable(),
  }),
});
