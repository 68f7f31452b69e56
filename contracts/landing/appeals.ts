import * as z from 'zod';
import { id, moment, oneOf, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const appeals = landing({
  dataset: 'appeals',
  grain: 'One row per appeal and version; the newest version by updated_at is the appeal.',
  key: ['appeal_id'],
  row: z.object({
    appeal_id: id('The appeal.'),
    decision_id: id('The record contested, as decision_records names it.'),
    submitted_at: moment('When the seller contested it.'),
    outcome: oneOf(
      ['open', 'granted', 'refused'],
      'granted: the seller is right, and is given back the tier of before; refused: the change stays; open until decided.',
    ),
    decided_by: text('The person who decided it, another than who approved the change; null while open.').optional(),
    decided_at: moment('When it was decided; null while open.').optional(),
    reason: text('Why, as the seller may read it; null while open.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    {
      column: 'decided_at',
      moment: 'submitted_at',
      minutes: 24 * 60,
      otherwise: 'rejected',
      why: 'nothing is answered before it is asked; a day, because some systems write the day alone',
    },
  ],
  rejected: { at_most: 0.05, why: 'as decisions' },
});
