/** Probation of new sellers. Numbers and days come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const probation: Words['probation'] = {
  since: (day, n, most) => `Période probatoire depuis le ${day} : ${most} ${s(n, 'commande', 'commandes')} par jour au maximum.`,
  soFar: (n, today, most) =>
    `${n === 0 ? 'Il n’y en a eu aucune' : `Il y en a eu ${today}`} aujourd’hui ; maximum en un seul jour jusqu’ici : ${most}.`,
  above: (n, days) => `Le plafond a été dépassé pendant ${days} ${s(n, 'jour', 'jours')}.`,
  ended: (day, exit) => `La période probatoire a pris fin le ${day} (${exit}) : le nombre de commandes n’est plus plafonné.`,
  exit: (name, asks) => `Fin de la période probatoire (${name}) avec : ${asks}.`,
  orders: (n, needed, days, value) =>
    `${needed} ${s(n, 'commande', 'commandes')}${days === null ? '' : ` en ${days} jours`} (${value} à ce jour)`,
  days: (n, needed, value) => `${needed} ${s(n, 'jour', 'jours')} depuis l’inscription (${value} à ce jour)`,
  metric: (title, met) => `exigence « ${title} » respectée (${met ? 'c’est le cas' : 'pas encore'})`,
  heading: 'Pendant vos débuts',
};
