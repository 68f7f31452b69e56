/** What the dashboard says of a seller's weeks and of what happened meanwhile. Numbers, days and tiers come written. */
import type { PageWords } from '../../page-words.js';

export const sellerHistory: PageWords['sellerHistory'] = {
  title: 'Historique et décisions',
  note: 'Semaines définitives, du lundi au dimanche, selon le jour où une commande compte. En grisé : les jours qui n’appartiennent encore à aucune de ces semaines. Les lettres sont expliquées sous chaque graphique.',
  none: 'Aucune semaine n’est connue ici : aucune évaluation ne porte sur ce vendeur, ou ce calcul n’a pas publié de semaines.',
  clean: (days) =>
    `Aucun défaut sur les ${days} jours qui comptent cette nuit. La courbe des semaines apparaît dès qu’il y en a un.`,
  noWeeks: 'Rien n’en compte dans les semaines entières affichées ici.',
  withoutWeeks: (metrics) => `Rien n’est connu ici pour : ${metrics}. Non mesuré, ou trop peu de cas pour juger.`,
  picture: (metric) => `${metric}, semaine par semaine. Les chiffres figurent dans le tableau ci-dessous.`,
  marksAlone: (metric) => `${metric} : ce qui s’est passé et quand, à lire ci-dessous.`,
  marked: 'Repères',
  table: 'Les chiffres en tableau',
  columns: ['Semaine', 'Taux', 'En défaut', 'Dans le calcul'],
  nothing: 'rien dans le calcul',
  limit: (tier, bound) => `${tier} : ${bound}`,
  limits: 'Seuils',
  mark: {
    policy: (version) => `La version ${version} du programme entre en vigueur`,
    evaluated: (tier) => `Dernière évaluation : « ${tier} »`,
    since: (tier) => `Détient le niveau « ${tier} » à partir de ce jour`,
    notice: (bound) => `Avertissement : plus que le hasard ne l’explique, pour un seuil de ${bound}`,
    fresh: 'Dernier des premiers jours qui décident de l’issue de l’avertissement',
    changed: (from, to) => `Évaluation : de « ${from} » à « ${to} »`,
    proposes: (from, to) => `Changement proposé par l’évaluation : de « ${from} » à « ${to} »`,
    effective: (from, to) => `En vigueur : de « ${from} » à « ${to} »`,
    givenBack: (tier) => `Niveau rendu : « ${tier} »`,
    appealed: 'Contestation déposée',
    exempted: (orders, why) => `Cas excusés : ${orders} (${why})`,
    incident: (carrier, region, orders) =>
      `Proposé et non accordé : jours de ${carrier} vers ${region}, qui excuseraient ${orders}`,
    peak: (name) => `Période de pointe avec délai supplémentaire : ${name}`,
    paused: 'L’indicateur est suspendu à partir de ce jour : aucun niveau n’est perdu à cause de lui',
  },
  span: (first, last) => `du ${first} au ${last}`,
  decisions: 'Décisions',
  noDecisions:
    'Aucune évaluation n’a changé ce niveau, ni proposé de le changer, pendant la durée de conservation des décisions.',
  asTold:
    'Les e-mails annoncent au vendeur ce qui attend la décision d’une personne et ce que des personnes ont décidé en quatre semaines, dans les phrases en haut de cette fiche.',
};
