/** What a programme forgives by itself. */
import type { RELIEFS } from '../../contracts/published/reliefs.js';

/** As a clause, of one order. */
export const reasons = {
  peak: 'con un retraso que no supera las horas concedidas en un periodo de alta demanda',
  same_buyer: 'uno de varios del mismo comprador, que cuentan una sola vez',
  same_buyer_and_day: 'uno de varios del mismo comprador en un mismo día, que cuentan una sola vez',
  same_day_and_reason: 'uno de varios del mismo día por el mismo motivo, que cuentan una sola vez',
} satisfies Record<(typeof RELIEFS)[number], string>;

export const foldedInto = (order: string): string => `contado junto con ${order}`;

/** In a programme's page. */
export const alike = {
  buyer: 'del mismo comprador cuentan como uno; el más reciente vale por los demás',
  buyer_and_day: 'del mismo comprador en un mismo día cuentan como uno',
  day_and_reason: 'del mismo día por el mismo motivo cuentan como uno',
};
