import * as z from 'zod';
import { count, day, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

const REASONS = [
  ...(['not_evaluated', 'not_assessable', 'first_evaluation', 'confirmed', 'improved', 'kept'] as const),
  ...(['given_back', 'gate'] as const),
] as const;

export const standings = published({
  dataset: 'standings',
  grain:
    'One row per seller and programme with evaluations: the tier held, since when and why. A seller without orders keeps the row of before.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    policy_version: text('Version of the programme in force.'),
    official_tier: text('The tier held, or not_assessable; not_evaluated until the first evaluation.'),
    since: day('The run date that brought it; null until the first evaluation.').nullable(),
    because: oneOf(
      REASONS,
      'What the last evaluation said: the first; a notice confirmed; every bound of a better tier met; or kept, also while a change waits for a person. given_back: a person departed from a change since, or granted an appeal. gate: the tier held asks for more orders, sales or time than there were. not_assessable and not_evaluated as in official_tier.',
    ),
    because_metric: text('The metric confirmed, or the key of the entry; null otherwise.').nullable(),
    evaluated_on: day('The run date of the last evaluation; null before the first.').nullable(),
    due_on: day(
      'The evaluation day it was for: earlier than evaluated_on where no night ran on it, or it was provisional until then.',
    ).nullable(),
    next_evaluation_on: day('The next evaluation day.'),
    tier_before: text('The tier that tonight’s evaluation changed; null where it changed none.').nullable(),
    projected_tier: text('What an evaluation tonight would make of it.'),
    projected_because: oneOf(REASONS, 'Why.'),
    proposed_tier: text('The tier of the scorecard: bounds alone, without notices; null without a scorecard.').nullable(),
    notices: count('Notices that stand.'),
  }),
});
