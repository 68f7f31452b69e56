/** What tiers ask for beside their bounds. Numbers and amounts come written. */
import { plural as s } from './plural.js';

export const gates = {
  heading: 'Requisitos aparte de los límites',
  amount: {
    orders: (n: number, have: string) => `${have} ${s(n, 'pedido', 'pedidos')}`,
    days_selling: (n: number, have: string) => `${have} ${s(n, 'día', 'días')}`,
  },
  asked: {
    orders: (needed: string, days: string) => `${needed} en ${days} días`,
    sales: (needed: string, days: string) => `ventas por ${needed} en ${days} días`,
    days_selling: (needed: string, _: string) => `${needed} vendiendo aquí`,
  },
  asks: {
    orders: (tier: string, needed: string, days: string) => `El nivel «${tier}» exige al menos ${needed} en ${days} días`,
    sales: (tier: string, needed: string, days: string) =>
      `El nivel «${tier}» exige ventas por al menos ${needed} en ${days} días`,
    days_selling: (tier: string, needed: string, _: string) => `El nivel «${tier}» exige al menos ${needed} vendiendo aquí`,
  },
  met: (value: string) => `de momento, ${value}`,
  missing: (value: string, missing: string) =>
    `de momento, ${value}; ${/^1\s\p{L}/u.test(missing) ? 'falta' : 'faltan'} ${missing}`,
  otherCurrencies: (n: number, others: string, currency: string) =>
    `${others} ${s(n, 'pedido en otra moneda no cuenta', 'pedidos en otras monedas no cuentan')} como ${currency}`,
  /** `el nivel Top exige al menos 100 pedidos, y el recuento era de 87 pedidos` */
  record: (tier: string, needed: string, value: string) =>
    `el nivel «${tier}» exige al menos ${needed}, y el recuento era de ${value}`,
  both: (enter: string, keep: string) => `para conseguirlo, ${enter}; para mantenerlo, ${keep}`,
};
