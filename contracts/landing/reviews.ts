import * as z from 'zod';
import { moment, oneOf, rating, text } from '../columns.js';
import { landing } from '../contract.js';

export const reviews = landing({
  dataset: 'reviews',
  grain: 'One row per review and version; the first landed version of the first review of an order counts.',
  key: ['review_id'],
  row: z.object({
    review_id: text('The review.'),
    seller_id: text('The seller reviewed.'),
    order_id: text('The order reviewed.'),
    rating: rating('Stars, 1 to 5.'),
    about: oneOf(
      ['product', 'logistics', 'service', 'unknown'],
      'What the buyer writes about; null counts as unknown.',
    ).optional(),
    created_at: moment('When the buyer wrote it.'),
    updated_at: moment('When this version was made.'),
  }),
  rejected: { at_most: 0.05, why: 'reviews are few per order, so a twentieth lost shifts rates noticeably' },
});
