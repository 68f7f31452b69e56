/** Of an evaluation that is provisional, or was. Numbers, days and titles come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const evaluation: Words['evaluation'] = {
  provisional: {
    too_many_would_fall: (day, fell, share, most) =>
      `L’évaluation du ${day} est provisoire : elle rétrograderait ${fell} d’un coup${most}, pour ${share} admis. Tant qu’une personne ne l’a pas validée, personne ne change de niveau et aucun avertissement ne commence ni ne prend fin.`,
    data_not_fresh: (day, dataset, where) =>
      `L’évaluation du ${day} est provisoire : les données « ${dataset} » manquent${where}, plus que le hasard ne l’explique. Personne ne change de niveau et aucun avertissement ne commence ni ne prend fin ; elle sera refaite dès que les données seront à jour, ou validée par une personne.`,
  },
  fewer: (day, fell, since) =>
    `L’évaluation du ${day} est provisoire depuis le ${since}, car elle en aurait rétrogradé trop d’un coup ; cette nuit, ce serait ${fell}. Tant qu’une personne ne l’a pas validée, personne ne change de niveau et aucun avertissement ne commence ni ne prend fin.`,
  fell: (n, shown, _, all) => `${shown} ${s(n, 'vendeur', 'vendeurs')} sur ${all}`,
  mostBy: (n, metric) => `, dont ${n} pour le motif « ${metric} »`,
  gate: 'conditions du niveau en plus des seuils',
  inRegion: (region) => ` pour la région ${region}`,
  released: (day, why, who, reason) => `L’évaluation du ${day} était provisoire, car ${why} ; ${who} l’a validée : ${reason}`,
  notHeld: (day, who, reason) =>
    `L’évaluation du ${day} n’a pas lieu : chacun conserve son niveau, et aucun avertissement ne commence ni ne prend fin de ce fait. ${who} : ${reason}`,
  freshAgain: (day, made) =>
    `L’évaluation du ${day} était provisoire, car des données manquaient ; elle a été refaite le ${made}.`,
  why: {
    too_many_would_fall: 'elle en aurait rétrogradé trop d’un coup',
    data_not_fresh: 'des données manquaient',
  },
  seller: {
    too_many_would_fall: (day) =>
      `L’évaluation du ${day} n’est pas encore tranchée : une personne vérifie d’abord les données sur lesquelles elle repose. D’ici là, vous conservez votre niveau et aucun avertissement ne commence.`,
    data_not_fresh: (day) =>
      `L’évaluation du ${day} n’est pas encore tranchée, car des données manquent. Tant qu’elles ne sont pas là, vous conservez votre niveau et aucun avertissement ne commence.`,
    notHeld: (day) =>
      `L’évaluation du ${day} n’a pas lieu : vous conservez votre niveau, et elle ne déclenche aucun avertissement.`,
    headline: 'l’évaluation n’est pas encore tranchée',
  },
  release: (id) =>
    `Pour la valider et la refaire la nuit suivante : scorecards decide ${id} --approve --by NAME --reason "...". Pour y renoncer définitivement : --depart.`,
  whoDecides: 'qui est responsable du programme : valider l’évaluation ou y renoncer',
};
