import * as z from 'zod';
import { id, moment, oneOf, rating, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const reviews = landing({
  dataset: 'reviews',
  grain: 'One row per review and version; the first landed version of the first review of an order counts.',
  key: ['review_id'],
  row: z.object({
    review_id: id('The review.'),
    seller_id: id('The seller reviewed.'),
    order_id: id('The order reviewed.'),
    rating: rating('Stars, 1 to 5.'),
    about: oneOf(
      ['product', 'logistics', 'service', 'unknown'],
      'What the buyer writes about; null counts as unknown.',
    ).optional(),
    created_at: moment('When the buyer wrote it.'),
    updated_at: versionMoment('When this version was made.'),
  }),
  rejected: { at_most: 0.05, why: 'reviews are few per order, so a twentieth lost shifts rates noticeably' },
});
