/**
 * What a run's mails said to sellers, for whoever reads a seller's page: at mailsPlannedKey() why each seller is written to or not, at
 * mailsSaidKey() what was written and what became of it. Beside the datasets of the run and in no index of it: a run is published before its
 * mails go. No address of anybody and no name of a shop lies here.
 */
import * as z from 'zod';
import { day, oneOf, sentences, text } from '../columns.js';
import { published } from '../contract.js';
import { CAMPAIGNS } from './mail-plan.js';
import { NOT_MAILED } from './mail-preferences.js';
import { MAILS_SAID } from './teams.js';

/** What became of a mail. */
const OUTCOMES = ['sent', 'sent_before', 'withheld', 'not_sent', 'in_doubt'] as const;

export const mailsPlanned = published({
  dataset: MAILS_SAID,
  grain: 'One row per seller with a scorecard: the mail that was planned, or why none was.',
  key: ['seller_id'],
  row: z.object({
    seller_id: text('The seller.'),
    campaign: oneOf(CAMPAIGNS, 'Which mail is planned; null where none is.').nullable(),
    not_mailed: oneOf(NOT_MAILED, 'Why none is; null where one is.').nullable(),
    said_in: text('The file beside this one that has its words once it was seen to; null where none is planned.').nullable(),
    before_run: text('The run whose mail to the seller was the last one before; null where none is known.').nullable(),
  }),
});

export const mailsSaid = published({
  dataset: MAILS_SAID,
  grain: 'One row per mail of a share of the plan that was seen to.',
  key: ['seller_id'],
  row: z.object({
    seller_id: text('The seller.'),
    day: day('The local day that the mail is of; it goes out in the night that ends it.'),
    campaign: oneOf(CAMPAIGNS, 'Which mail it is.'),
    outcome: oneOf(
      OUTCOMES,
      'What became of it. `sent_before`: an earlier run of the day had sent its own in its place; `withheld`: the seller had asked for none, or the address had failed, since it was planned; `in_doubt`: nobody knows whether it went out.',
    ),
    locale: text('In which language, and formats of which place, it is written; null where it could not be written.').nullable(),
    subject: sentences('Its subject; null where it could not be written.').nullable(),
    said: sentences(
      'How it begins, a sentence or heading a line, programmes apart by an empty line: the verdict, what it means, what to do first. Null where it could not be written.',
    ).nullable(),
  }),
});

export type MailPlannedRow = z.infer<(typeof mailsPlanned)['row']>;
export type MailSaidRow = z.infer<(typeof mailsSaid)['row']>;
