/** What tiers ask for beside their bounds. Numbers and amounts come written. */
import { plural as s } from './plural.js';

export const gates = {
  heading: 'Asked for beside bounds',
  amount: {
    orders: (n: number, have: string) => `${have} ${s(n, 'order', 'orders')}`,
    days_selling: (n: number, have: string) => `${have} ${s(n, 'day', 'days')}`,
  },
  asked: {
    orders: (needed: string, days: string) => `${needed} in ${days} days`,
    sales: (needed: string, days: string) => `sales of ${needed} in ${days} days`,
    days_selling: (needed: string, _: string) => `${needed} of selling here`,
  },
  asks: {
    orders: (tier: string, needed: string, days: string) => `${tier} asks for at least ${needed} in ${days} days`,
    sales: (tier: string, needed: string, days: string) => `${tier} asks for sales of at least ${needed} in ${days} days`,
    days_selling: (tier: string, needed: string, _: string) => `${tier} asks for at least ${needed} of selling here`,
  },
  met: (value: string) => `there are ${value}`,
  missing: (value: string, missing: string) => `there are ${value}, ${missing} are missing`,
  otherCurrencies: (n: number, others: string, currency: string) =>
    `${others} ${s(n, 'order in another currency does', 'orders in other currencies do')} not count as ${currency}`,
  /** `Top asks for at least 100 orders, and there were 87` */
  record: (tier: string, needed: string, value: string) => `${tier} asks for at least ${needed}, and there were ${value}`,
  both: (enter: string, keep: string) => `to get it ${enter}, to keep it ${keep}`,
};
