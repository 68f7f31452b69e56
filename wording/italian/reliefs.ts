/** What a programme forgives by itself. */
import type { RELIEFS } from '../../contracts/published/reliefs.js';

/** As a clause, of one order. */
export const reasons = {
  peak: 'in ritardo di non oltre le ore concesse in un periodo di picco',
  same_buyer: 'uno di più ordini dello stesso acquirente, che contano una volta sola',
  same_buyer_and_day: 'uno di più ordini dello stesso acquirente nello stesso giorno, che contano una volta sola',
  same_day_and_reason: 'uno di più ordini dello stesso giorno per lo stesso motivo, che contano una volta sola',
} satisfies Record<(typeof RELIEFS)[number], string>;

export const foldedInto = (order: string): string => `conteggiato con ${order}`;

/** In a programme's page. */
export const alike = {
  buyer: 'dello stesso acquirente contano come uno; il più recente vale per gli altri',
  buyer_and_day: 'dello stesso acquirente nello stesso giorno contano come uno',
  day_and_reason: 'dello stesso giorno per lo stesso motivo contano come uno',
};
