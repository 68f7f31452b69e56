/** What stands on the one page of a week's digest beside its numbers. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const digestPage: Words['digestPage'] = {
  line: (title, weeks, last) => `${title}, 13 semaines jusqu’au ${last} : ${weeks}.`,
  noLine: (title) => `${title} : aucune semaine n’est encore connue.`,
  unknown: 'inconnu',
  clear: (change, low, high) => `${change}, plus que le hasard : entre ${low} et ${high}`,
  movedHeading: 'Ce qui a changé, et pourquoi',
  rose: (metric, points, now, low, high) =>
    `« ${metric} » a augmenté de ${points}, à ${now} : c’est plus que le hasard (entre ${low} et ${high}).`,
  fell: (metric, points, now, low, high) =>
    `« ${metric} » a baissé de ${points}, à ${now} : c’est plus que le hasard (entre ${low} et ${high}).`,
  nothingMoved: 'Aucun indicateur n’a évolué plus que le hasard ne l’explique.',
  nothingCompared: 'Il n’y a pas de période antérieure complète à laquelle comparer les indicateurs.',
  why: (rate, mix) =>
    `De cette évolution, ${rate} vient des taux propres aux vendeurs et ${mix} du poids de chacun dans les ventes.`,
  whyForgiven: (rate, mix, forgiven) =>
    `De cette évolution, ${rate} vient des taux propres aux vendeurs, ${mix} du poids de chacun dans les ventes et ${forgiven} de ce qui a été excusé.`,
  who: (sellers) => `Pour l’essentiel : ${sellers}.`,
  whoAndCarrier: (sellers, carrier) => `Pour l’essentiel : ${sellers} ; par transporteur, ${carrier}.`,
  part: (name, points) => `${name} (${points})`,
  ordersMoved: (change, sellers) => `Commandes ${change} ; vendeurs actifs ${sellers}.`,
  changesHeading: (week) => `Vendeurs promus et rétrogradés, ${week}`,
  changesOfRun: 'Vendeurs promus et rétrogradés depuis le calcul précédent',
  rises: (shown) => `Promus (${shown})`,
  falls: (shown) => `Rétrogradés (${shown})`,
  noChanges: 'Aucun vendeur n’a changé de niveau.',
  change: (seller, from, to) => `${seller} : de « ${from} » à « ${to} »`,
  apart: ' ; ',
  more: (shown) => (shown === '1' ? 'et 1 autre' : `et ${shown} autres`),
  waitingMore: (n, shown) => `Et ${shown} ${s(n, 'autre décision', 'autres décisions')}.`,
  metricsHeading: (days) => `Tous les indicateurs, ${days} jours`,
  change28: 'Évolution',
  better: (change) => `${change}, mieux`,
  worse: (change) => `${change}, moins bien`,
  noise: (change) => `${change}, hasard`,
  few: (change) => `${change}, peu de vendeurs`,
  readMetrics:
    '« Mieux » ou « moins bien » ne se dit que de ce qui dépasse le hasard, c’est-à-dire les écarts habituels entre vendeurs et entre jours.',
  tiers: (programme, tiers) => `${programme} : ${tiers}.`,
  tier: (title, share) => `${title} ${share}`,
  unjudged: (shown, n, share) =>
    `${shown} ${s(n, 'vendeur', 'vendeurs')} (${share}) avec trop peu de commandes pour être ${s(n, 'évalué', 'évalués')}`,
  held: 'niveaux détenus',
  proposed: 'niveaux proposés cette nuit',
  quality: (sentences) => `Données : ${sentences}`,
  besidesHeading: 'Candidatures et pistes',
  applied: (n, shown, before) =>
    `${shown} ${s(n, 'candidature est arrivée', 'candidatures sont arrivées')} dans la semaine, ${before} la semaine précédente.`,
  applicantsWait: (n, shown, overdue) =>
    `${shown} ${s(n, 'attend', 'attendent')}, dont ${overdue} une décision depuis plus longtemps que la politique ne le prévoit.`,
  leads: (n, shown) =>
    `${shown} ${s(n, 'piste est ouverte', 'pistes sont ouvertes')} : des signes d’abus à examiner par une personne.`,
  behind: 'Les raisons, les autres périodes et chaque décompte se trouvent sur le tableau de bord.',
  open: 'Ouvrir le tableau de bord',
  listHeading: 'Synthèses hebdomadaires',
  listIntro: 'Une page par semaine, telle qu’elle a été envoyée.',
  listNone: 'Aucune synthèse n’a encore été écrite. La prochaine arrive avec le calcul du dimanche.',
  listPage: 'Page',
  listPdf: 'PDF',
  listed: (week, sunday) => `${week}, jusqu’au ${sunday}`,
};
