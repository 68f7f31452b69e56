/** What points of a programme say. Numbers and days come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

/** `aucun point`, `1 point`, `2 points`. */
const some = (n: number, have: string): string => `${n === 0 ? 'aucun' : have} ${s(n, 'point', 'points')}`;

export const points: Words['points'] = {
  heading: 'Vos points',
  total: (n, have) => `${n === 0 ? 'Aucun' : have} ${s(n, 'point en vigueur', 'points en vigueur')}`,
  rating: (rating, starts, have, n, earned) =>
    `Santé du compte ${rating} : départ à ${starts}${earned ? `, gagné par les commandes ${earned}` : ''}, ${some(n, have)} à déduire`,
  next: (next, title) => `« ${title} » commence à ${next}`,
  reached: (at, title, means) => `Le palier ${at} est atteint, « ${title} » : ${means}`,
  caps: (tier) => `Tant que c’est le cas, le niveau ne peut pas dépasser « ${tier} ».`,
  falls: (day, left, n) =>
    `Le ${day}, ${n === 0 ? 'il ne restera aucun point' : `il restera ${left} ${s(n, 'point', 'points')}`}, si rien ne s’ajoute.`,
  ratingThen: (day, rating) => `Le ${day}, la santé du compte sera à ${rating}, si rien ne s’ajoute.`,
  entry: (have, n, what, from, to, id) => `${have} ${s(n, 'point', 'points')} : ${what}, en vigueur du ${from} au ${to} (${id})`,
  missed: (metric) => `« ${metric} » non conforme`,
  states: { stands: 'en vigueur', expired: 'expirés', withdrawn: 'retirés' },
  fade: 'Les points expirent d’eux-mêmes à leur date ; d’ici là, le niveau ne peut pas s’améliorer.',
};
