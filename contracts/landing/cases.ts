import * as z from 'zod';
import { moment, oneOf, text } from '../columns.js';
import { landing } from '../contract.js';

export const cases = landing({
  dataset: 'cases',
  grain: 'One row per case and version; the newest version by updated_at is the case.',
  key: ['case_id'],
  row: z.object({
    case_id: text('The case.'),
    seller_id: text('The seller.'),
    order_id: text('The order in dispute.'),
    kind: oneOf(['not_received', 'not_as_described', 'chargeback', 'other'], 'What the buyer claims.'),
    opened_at: moment('When it was opened.'),
    closed_at: moment('When it was decided; null while open.').optional(),
    outcome: oneOf(['seller_fault', 'no_fault', 'withdrawn'], 'How it was decided; null while open.').optional(),
    resolved_by: oneOf(['seller', 'platform'], 'Who resolved it; null while open.').optional(),
    updated_at: moment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'as reviews' },
});
