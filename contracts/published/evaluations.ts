import * as z from 'zod';
import { count, day, flag, moment, oneOf, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const PROVISIONAL = ['too_many_would_fall', 'data_not_fresh'] as const;

export const evaluations = published({
  dataset: 'evaluations',
  grain:
    'One row per programme with evaluations: the newest evaluation day, whether it is decided, and how many sellers an evaluation tonight would move down.',
  key: ['programme'],
  row: z.object({
    programme: text('The programme.'),
    policy_version: text('Version of the programme in force.'),
    evaluation_id: text('Programme and evaluation day with a colon between: what a person names who releases it.'),
    due_on: day('The newest evaluation day up to the run date.'),
    evaluated_on: day('The run date of the last evaluation that was decided; null before the first.').nullable(),
    next_evaluation_on: day('The next evaluation day.'),
    state: oneOf(
      ['decided', 'stands', 'provisional', 'not_held'],
      'decided: by this run; stands: by an earlier one; provisional: nobody is moved by it and no notice begins or ends, until a person releases it, or data are fresh again; not_held: a person decided that it is left out.',
    ),
    because: oneOf(
      PROVISIONAL,
      'Why it is provisional, or was before it was decided or left out: too_many_would_fall, of which a person decides; or data_not_fresh: nothing landed where that is more than chance. Null of one that never was.',
    ).nullable(),
    provisional_since: day('The first run date on which it was so; null as because.').nullable(),
    would_fall: count('Sellers whom an evaluation tonight would move down; without those whose fall waits for a person already.'),
    of_sellers: count('Sellers who hold a tier, or would get their first one.'),
    share_allowed: rate('The share of them that may fall at once.'),
    sellers_needed: count('Fewer than so many may always fall.'),
    too_many: flag('Whether that are too many tonight. One that was provisional for it stays so, until a person releases it.'),
    most_by: text(
      'The metric that would move most of them down, or its key; gate: what the tier asks for beside bounds. Null where nobody would fall.',
    ).nullable(),
    most_sellers: count('How many of them by that; null as most_by.').nullable(),
    silent_dataset: text(
      'Of what the programme is judged by, a dataset of which nothing landed tonight though it should; of several the first. Null where none is.',
    ).nullable(),
    silent_region: text('Where; ALL: in no region. Null as silent_dataset.').nullable(),
    decided_by: text('The person who released it or left it out; null without one.').nullable(),
    decided_at: moment('When.').nullable(),
    reason: text('Why.').nullable(),
  }),
});
