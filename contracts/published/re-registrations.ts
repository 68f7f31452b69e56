import * as z from 'zod';
import { count, day, moment, quantity, text } from '../columns.js';
import { published } from '../contract.js';

export const reRegistrations = published({
  dataset: 're_registrations',
  grain:
    'One row per account and action against another account of its family after which it began: what the lead re_registration rests on, of accounts without orders too. Actions are those that policy names, in force or ended shortly before.',
  key: ['seller_id', 'other_seller_id', 'action_id'],
  row: z.object({
    seller_id: text('The account that began later. None against which such an action is itself in force.'),
    other_seller_id: text('The account of its family that the action is against.'),
    action_id: text('The action.'),
    family: text('Their family, as account_families calls it.'),
    members: count('Accounts of the family.'),
    action_kind: text('What was done.'),
    acted_at: moment('From when on it was in force.'),
    ended_at: moment('When it ended or was lifted; null while it is in force.').nullable(),
    began_on: day('When the account began, as account_families says: after the day of the action.'),
    days_after: count('Days between.'),
    link_weight: quantity('What the link between the two weighs; null where others of the family are between them.').nullable(),
    twin: text('What explains it innocently: action_lifted, declared_group; null where nothing does.').nullable(),
  }),
});
