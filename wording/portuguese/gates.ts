/** What tiers ask for beside their bounds. Numbers and amounts come written. */
import { plural as s } from './plural.js';

export const gates = {
  heading: 'Requisitos além dos limites',
  amount: {
    orders: (n: number, have: string) => `${have} ${s(n, 'pedido', 'pedidos')}`,
    days_selling: (n: number, have: string) => `${have} ${s(n, 'dia', 'dias')}`,
  },
  asked: {
    orders: (needed: string, days: string) => `${needed} em ${days} dias`,
    sales: (needed: string, days: string) => `vendas de ${needed} em ${days} dias`,
    days_selling: (needed: string, _: string) => `${needed} vendendo aqui`,
  },
  asks: {
    orders: (tier: string, needed: string, days: string) => `O nível “${tier}” exige pelo menos ${needed} em ${days} dias`,
    sales: (tier: string, needed: string, days: string) =>
      `O nível “${tier}” exige vendas de pelo menos ${needed} em ${days} dias`,
    days_selling: (tier: string, needed: string, _: string) => `O nível “${tier}” exige pelo menos ${needed} vendendo aqui`,
  },
  met: (value: string) => `até agora, ${value}`,
  missing: (value: string, missing: string) =>
    `até agora, ${value}; ${/^1\s\p{L}/u.test(missing) ? 'falta' : 'faltam'} ${missing}`,
  otherCurrencies: (n: number, others: string, currency: string) =>
    `${others} ${s(n, 'pedido em outra moeda não conta', 'pedidos em outras moedas não contam')} como ${currency}`,
  /** `o nível Top exige pelo menos 100 pedidos, e a contagem era de 87 pedidos` */
  record: (tier: string, needed: string, value: string) =>
    `o nível “${tier}” exige pelo menos ${needed}, e a contagem era de ${value}`,
  both: (enter: string, keep: string) => `para conquistá-lo, ${enter}; para mantê-lo, ${keep}`,
};
