import * as z from 'zod';
import { id, moment, oneOf, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const decisions = landing({
  dataset: 'decisions',
  grain: 'One row per decision record and version; the newest version by updated_at is what a person decided of it.',
  key: ['decision_id'],
  row: z.object({
    decision_id: id('The record decided about, as decision_records names it.'),
    outcome: oneOf(
      ['approved', 'departed'],
      'approved: the change is to take effect, or stays; departed: the seller keeps, or is given back, the tier of before.',
    ),
    reason: text('Why, as the seller may read it.'),
    decided_by: text('The person who decided.'),
    decided_at: moment('When it was decided.'),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'a decision that is lost leaves a seller where nobody meant it to be' },
});
