/** What a programme forgives by itself. */
import type { RELIEFS } from '../../contracts/published/reliefs.js';

/** As a clause, of one order. */
export const reasons = {
  peak: 'com atraso que não passa das horas concedidas em um período de pico',
  same_buyer: 'um de vários do mesmo comprador, que contam uma vez só',
  same_buyer_and_day: 'um de vários do mesmo comprador no mesmo dia, que contam uma vez só',
  same_day_and_reason: 'um de vários do mesmo dia pelo mesmo motivo, que contam uma vez só',
} satisfies Record<(typeof RELIEFS)[number], string>;

export const foldedInto = (order: string): string => `contado junto com ${order}`;

/** In a programme's page. */
export const alike = {
  buyer: 'do mesmo comprador contam como um; o mais recente vale pelos outros',
  buyer_and_day: 'do mesmo comprador no mesmo dia contam como um',
  day_and_reason: 'do mesmo dia pelo mesmo motivo contam como um',
};
