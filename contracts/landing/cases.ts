import * as z from 'zod';
import { id, moment, oneOf, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const cases = landing({
  dataset: 'cases',
  grain: 'One row per case and version; the newest version by updated_at is the case.',
  key: ['case_id'],
  row: z.object({
    case_id: id('The case.'),
    seller_id: id('The seller.'),
    order_id: id('The order in dispute.'),
    kind: oneOf(['not_received', 'not_as_described', 'chargeback', 'other'], 'What the buyer claims.'),
    opened_at: moment('When it was opened.'),
    closed_at: moment('When it was decided; null while open.').optional(),
    outcome: oneOf(['seller_fault', 'no_fault', 'withdrawn'], 'How it was decided; null while open.').optional(),
    resolved_by: oneOf(['seller', 'platform'], 'Who resolved it; null while open.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    {
      column: 'closed_at',
      moment: 'opened_at',
      minutes: 1,
      otherwise: 'rejected',
      why: 'the system that answers knows the question; a minute, because some write whole minutes',
    },
  ],
  rejected: { at_most: 0.05, why: 'as reviews' },
});
