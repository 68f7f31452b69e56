/** What tiers ask for beside their bounds. Numbers and amounts come written. */
import { plural as s } from './plural.js';

export const gates = {
  heading: 'Requisiti oltre alle soglie',
  amount: {
    orders: (n: number, have: string) => `${have} ${s(n, 'ordine', 'ordini')}`,
    days_selling: (n: number, have: string) => `${have} ${s(n, 'giorno', 'giorni')}`,
  },
  asked: {
    orders: (needed: string, days: string) => `${needed} in ${days} giorni`,
    sales: (needed: string, days: string) => `vendite per ${needed} in ${days} giorni`,
    days_selling: (needed: string, _: string) => `${needed} di vendita qui`,
  },
  asks: {
    orders: (tier: string, needed: string, days: string) => `Il livello «${tier}» richiede almeno ${needed} in ${days} giorni`,
    sales: (tier: string, needed: string, days: string) =>
      `Il livello «${tier}» richiede vendite per almeno ${needed} in ${days} giorni`,
    days_selling: (tier: string, needed: string, _: string) => `Il livello «${tier}» richiede almeno ${needed} di vendita qui`,
  },
  met: (value: string) => `finora ${value}`,
  missing: (value: string, missing: string) => `finora ${value}, ${/^1\s\p{L}/u.test(missing) ? 'manca' : 'mancano'} ${missing}`,
  otherCurrencies: (n: number, others: string, currency: string) =>
    `${others} ${s(n, 'ordine in un’altra valuta non conta', 'ordini in altre valute non contano')} come ${currency}`,
  /** `il livello Top richiede almeno 100 ordini; il conteggio era di 87 ordini` */
  record: (tier: string, needed: string, value: string) =>
    `il livello «${tier}» richiede almeno ${needed}; il conteggio era di ${value}`,
  both: (enter: string, keep: string) => `per ottenerlo ${enter}, per mantenerlo ${keep}`,
};
