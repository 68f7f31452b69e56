/** What tiers ask for beside their bounds. Numbers and amounts come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const gates: Words['gates'] = {
  heading: 'Conditions en plus des seuils',
  amount: {
    orders: (n, have) => `${have} ${s(n, 'commande', 'commandes')}`,
    days_selling: (n, have) => `${have} ${s(n, 'jour', 'jours')}`,
  },
  asked: {
    orders: (needed, days) => `${needed} en ${days} jours`,
    sales: (needed, days) => `${needed} de ventes en ${days} jours`,
    days_selling: (needed, _) => `${needed} d’ancienneté comme vendeur ici`,
  },
  asks: {
    orders: (tier, needed, days) => `Le niveau « ${tier} » exige au moins ${needed} en ${days} jours`,
    sales: (tier, needed, days) => `Le niveau « ${tier} » exige au moins ${needed} de ventes en ${days} jours`,
    days_selling: (tier, needed, _) => `Le niveau « ${tier} » exige au moins ${needed} d’ancienneté comme vendeur ici`,
  },
  met: (value) => `condition remplie avec ${value}`,
  missing: (value, missing) => `${value} à ce jour, il manque ${missing}`,
  otherCurrencies: (n, others, currency) =>
    `${others} ${s(n, 'commande dans une autre devise ne compte pas', 'commandes dans d’autres devises ne comptent pas')} comme ${currency}`,
  record: (tier, needed, value) => `le niveau « ${tier} » exige au moins ${needed}, et il y avait ${value}`,
  both: (enter, keep) => `${enter} pour l’obtenir, ${keep} pour le conserver`,
};
