/** What tiers ask for beside their bounds. Numbers and amounts come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const gates: Words['gates'] = {
  heading: 'Weitere Voraussetzungen',
  amount: {
    orders: (n, have) => `${have} ${s(n, 'Bestellung', 'Bestellungen')}`,
    days_selling: (n, have) => `${have} ${s(n, 'Tag', 'Tage')}`,
  },
  asked: {
    orders: (needed, days) => `${needed} in ${days} Tagen`,
    sales: (needed, days) => `${needed} Umsatz in ${days} Tagen`,
    days_selling: (needed, _) => `${needed} als Verkäufer hier`,
  },
  asks: {
    orders: (tier, needed, days) => `Die Stufe „${tier}“ verlangt mindestens ${needed} in ${days} Tagen`,
    sales: (tier, needed, days) => `Die Stufe „${tier}“ verlangt mindestens ${needed} Umsatz in ${days} Tagen`,
    days_selling: (tier, needed, _) => `Die Stufe „${tier}“ verlangt mindestens ${needed} als Verkäufer hier`,
  },
  met: (value) => `erreicht mit ${value}`,
  missing: (value, missing) => `bisher ${value}, ${missing} zu wenig`,
  otherCurrencies: (n, others, currency) =>
    `${others} ${s(n, 'Bestellung in anderer Währung zählt', 'Bestellungen in anderen Währungen zählen')} nicht als ${currency}`,
  record: (tier, needed, value) => `die Stufe „${tier}“ verlangt mindestens ${needed}, und es gab ${value}`,
  both: (enter, keep) => `${enter} zum Erreichen, ${keep} zum Halten`,
};
