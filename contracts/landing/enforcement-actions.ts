import * as z from 'zod';
import { count, id, moment, money, oneOf, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const ACTION_KINDS = [
  ...(['warning', 'listing_removed', 'listing_demoted', 'visibility', 'selling_limit'] as const),
  ...(['payout_hold', 'charge', 'suspension', 'closure', 'other'] as const),
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const enforcementActions = landing({
  dataset: 'enforcement_actions',
  grain:
    'One row per action that the marketplace takes against a seller and version; the newest version by updated_at is the action.',
  key: ['action_id'],
  row: z.object({
    action_id: id('The action.'),
    seller_id: id('The seller.'),
    kind: oneOf(ACTION_KINDS, 'What is done.'),
    scope: text('What of the seller it is about: account, a listing, a category; null where nobody says.').optional(),
    amount_minor: money(
      'What is held or charged, in minor units of the seller’s currency; null where it is no money.',
    ).optional(),
    cap: count('How many orders a day, or listings, a limit leaves; null where it is no limit.').optional(),
    territory: text('Where it holds, by the marketplace’s own name, such as EU; null means everywhere.').optional(),
    ground_legal: text('The law it rests on; null where it rests on the contract.').optional(),
    ground_contract: text('The clause of the contract it rests on; null where it rests on the law.').optional(),
    automated_detection: oneOf(['yes', 'no'], 'Whether a machine found it; null where nobody says.').optional(),
    automated_decision: oneOf(
      ['fully', 'partially', 'not_automated'],
      'How far a machine decided it; null where nobody says.',
    ).optional(),
    facts_ref: text('Where the facts it rests on are kept.').optional(),
    proposed_at: moment('When it was proposed.').optional(),
    approved_by: text('The person who approved it; null where nobody did.').optional(),
    approved_at: moment('When that was.').optional(),
    notified_at: moment('When the seller was told; null while nobody has.').optional(),
    effective_from: moment('From when on it is in force; null while it is only proposed.').optional(),
    effective_to: moment('When it ends by itself; null: until it is lifted.').optional(),
    lifted_at: moment('When it was taken back; null where it was not.').optional(),
    lifted_reason: text('Why, such as an appeal.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'an action that is lost lets its seller come back unseen' },
});
