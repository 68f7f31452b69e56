/** What a score says. Numbers come written. */
import type { Words } from '../words.js';
import { pluralAsWritten, plural as s } from './plural.js';

const pointsOf = (shown: string): string => `${shown} ${pluralAsWritten(shown, 'point', 'points')}`;

export const score: Words['score'] = {
  heading: 'Votre score',
  total: (title, have, of) => `${title} : ${have} sur ${of}`,
  weighted: 'c’est la somme de ce que chaque partie apporte',
  worst: (dimension) => `la partie la plus basse décide, ici « ${dimension} »`,
  few_orders: (title) =>
    `${title} : pas encore disponible, car il y a trop peu de commandes pour juger. Ce n’est pas un mauvais score.`,
  few_metrics: (title, have, need, n) =>
    `${title} : pas encore disponible, faute d’indicateurs évaluables (${have} sur ${need} ${s(n, 'nécessaire', 'nécessaires')}). Ce n’est pas un mauvais score.`,
  part: (what, faults, rate, points, of, weight, brings) =>
    `${what} : ${faults} = ${rate} : ${pointsOf(points)} sur ${of}, poids ${weight}, apporte ${brings}`,
  faults: (fault, counted) => `${fault} sur ${counted}`,
  partOnly: (what, faults, rate, points, of, weight) =>
    `${what} : ${faults} = ${rate} : ${pointsOf(points)} sur ${of}, poids ${weight}`,
  weightInPart: (share, dimension) => `${share} de « ${dimension} »`,
  notAssessed: (what, weight) => `${what} : non évalué, son poids de ${weight} est réparti sur les autres`,
  notAssessedInPart: (what, dimension) => `${what} : non évalué, hors calcul dans « ${dimension} »`,
  costsMost: (what, points) => `Ce qui coûte le plus : « ${what} », ${pointsOf(points)}.`,
  caps: (tier) => `Avec ce score, le niveau ne peut pas dépasser « ${tier} ».`,
  lift: (what) => `Le score empêche un meilleur niveau ; ce qui le relèverait le plus : « ${what} ».`,
  benchmarkInShort: (share, sellers, at, low, high) =>
    `suit ce que respectent ${share} des boutiques de la catégorie, si au moins ${sellers} peuvent être évaluées : telle qu’elle est écrite à ${at}, jamais au-delà de ${low} à ${high}`,
  beside: (what, category, share, n, rate, day, until) =>
    `« ${what} » est comparé à votre catégorie, « ${category} » : le ${day}, ${share} de ses ${n} boutiques étaient à ${rate} ou moins, et cela vaut jusqu’au ${until}.`,
  moved: (written, at) => `Ce que la courbe donne à ${written}, vous l’obtenez à ${at}.`,
  asWritten: 'La courbe reste telle qu’elle est écrite.',
  heldAt: (rate) => `La valeur retenue est ${rate}, car la courbe ne se déplace pas davantage.`,
  besideFew: (what, category, n, needed, day, until) =>
    `« ${what} » n’est pas comparé à votre catégorie, « ${category} » : boutiques évaluables le ${day} : ${n}, nécessaires : ${needed}. La courbe reste telle qu’elle est écrite jusqu’au ${until}.`,
  besideNew: (what, category) =>
    `« ${what} » n’est pas comparé à votre catégorie, « ${category} » : aucune de ses boutiques ne pouvait être évaluée au début du trimestre. La courbe reste telle qu’elle est écrite.`,
  besideNone: (what) =>
    `« ${what} » n’est comparé à aucune catégorie, car aucune de vos commandes n’indique la sienne. La courbe reste telle qu’elle est écrite.`,
  columns: {
    part: 'Partie',
    metric: 'Indicateur',
    faults: 'En défaut',
    points: 'Points',
    weight: 'Poids',
    brings: 'Apport',
  },
};
