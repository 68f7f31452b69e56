import * as z from 'zod';
import { id, idOrNone, moment, oneOf, rating, text, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const conversations = landing({
  dataset: 'conversations',
  grain: 'One row per conversation and version; the newest version by updated_at is the conversation.',
  key: ['conversation_id'],
  row: z.object({
    conversation_id: id('The conversation.'),
    seller_id: id('The seller.'),
    region: text('The market of the conversation; one of the regions in regions.yaml.'),
    order_id: idOrNone('The order it is about; null before a purchase.').optional(),
    opened_by: oneOf(['buyer', 'seller', 'platform'], 'Who wrote first.'),
    opened_at: moment('When it was opened.'),
    first_reply_at: moment('When the other side first replied; null until then.').optional(),
    kind: oneOf(['human', 'bot', 'spam'], 'Who or what the buyer talked to.'),
    satisfaction: rating('Stars of the survey after the conversation; null where not answered.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    {
      column: 'first_reply_at',
      moment: 'opened_at',
      minutes: 1,
      otherwise: 'rejected',
      why: 'the system that answers knows the question; a minute, because some write whole minutes',
    },
  ],
  rejected: { at_most: 0.05, why: 'as reviews' },
});
