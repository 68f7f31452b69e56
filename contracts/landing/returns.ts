import * as z from 'zod';
import { id, moment, oneOf, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const returns = landing({
  dataset: 'returns',
  grain: 'One row per return and version; the newest version by updated_at is the return.',
  key: ['return_id'],
  row: z.object({
    return_id: id('The return.'),
    seller_id: id('The seller.'),
    order_id: id('The order returned.'),
    requested_at: moment('When the buyer asked for it.'),
    responsible: oneOf(['seller', 'buyer', 'carrier', 'platform', 'unknown'], 'Who answers for it.'),
    reason: text('Why, in the words of the source.').optional(),
    refunded_at: moment('When the money went back; null until then.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    {
      ...{ column: 'refunded_at', moment: 'requested_at', minutes: 24 * 60, otherwise: 'rejected' },
      why: 'support may pay first and file the return on the day after',
    },
  ],
  rejected: { at_most: 0.05, why: 'as reviews' },
});
