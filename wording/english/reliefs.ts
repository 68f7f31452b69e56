/** What a programme forgives by itself. */
import type { RELIEFS } from '../../contracts/published/reliefs.js';

/** As a clause, of one order. */
export const reasons = {
  peak: 'late by no more than the hours that are given in a peak',
  same_buyer: 'one of several of the same buyer, which count once',
  same_buyer_and_day: 'one of several of the same buyer on one day, which count once',
  same_day_and_reason: 'one of several of one day for the same reason, which count once',
} satisfies Record<(typeof RELIEFS)[number], string>;

export const foldedInto = (order: string): string => `counted with ${order}`;

/** In a programme's page. */
export const alike = {
  buyer: 'of the same buyer count as one; the newest stands for the others',
  buyer_and_day: 'of the same buyer on one day count as one',
  day_and_reason: 'of one day for the same reason count as one',
};
