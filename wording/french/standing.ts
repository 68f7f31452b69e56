/** What evaluations say. Numbers, rates, days and tiers come written. */
import type { Words } from '../words.js';

export const standingVerdicts: Words['standingVerdicts'] = {
  not_measured: 'Non mesuré',
  not_assessable: 'Non évalué',
  met: 'Conforme',
  watch: 'À surveiller',
  notice: 'Avertissement',
  confirmed: 'Confirmé',
};

const years = (n: number): string => (n === 1 ? 'une fois par an' : `une fois en ${n} ans`);

export const standing: Words['standing'] = {
  held: 'détient',
  early: (since, fault, counted, bound) =>
    `Alerte précoce : depuis le ${since}, ${fault} cas en défaut sur ${counted}, ce qui semble dépasser le maximum admis de ${bound}. Cela ne change rien, et l’alerte disparaît si les prochains jours redeviennent comme avant.`,
  paused: (since, why) =>
    `Suspendu depuis le ${since} (${why}) : l’indicateur est mesuré et affiché. Aucun niveau n’est perdu à cause de lui ; là où les évaluations décident, aucun niveau que son seuil ne permettrait pas n’est gagné non plus.`,
  because: {
    not_evaluated: (next) => `pas encore d’évaluation ; la première a lieu le ${next}`,
    not_assessable: (next) => `trop peu de commandes pour juger ; prochaine évaluation le ${next}`,
    first_evaluation: (since, next) => `première évaluation le ${since} ; prochaine évaluation le ${next}`,
    kept: (since, next) => `niveau détenu depuis le ${since} ; prochaine évaluation le ${next}`,
    improved: (since, next) =>
      `depuis le ${since}, jour où tous les seuils de ce niveau étaient respectés ; prochaine évaluation le ${next}`,
    gate: (since, next) =>
      `depuis le ${since}, car le niveau précédent exige davantage de commandes, de ventes ou d’ancienneté qu’il n’y en avait ; prochaine évaluation le ${next}`,
    given_back: (since, next) => `niveau rendu, détenu depuis le ${since} ; prochaine évaluation le ${next}`,
    confirmed: (since, next, metric) =>
      `depuis le ${since}, jour où l’avertissement concernant « ${metric} » a été confirmé ; prochaine évaluation le ${next}`,
  },
  missedDay: (due, made) => `l’évaluation du ${due} a été faite après coup, le ${made}`,
  projected: (tier) => `Une évaluation cette nuit donnerait le niveau « ${tier} ».`,
  projectedByGate: (tier, held) =>
    `Une évaluation cette nuit donnerait le niveau « ${tier} », car « ${held} » exige davantage de commandes, de ventes ou d’ancienneté qu’il n’y en a.`,
  leftOver: (day, faults, left, counted, luck) =>
    `Sans le pire jour (${day} : ${faults}), ${left} cas en défaut sur les ${counted} autres ; le hasard en explique jusqu’à ${luck}.`,
  watch: (bound, tier) =>
    `Au-dessus du maximum de ${bound} admis par le niveau « ${tier} », mais pas plus que ce que le hasard explique : aucune conséquence.`,
  notice: (day, tier, bound) => `Avertissement du ${day} : le niveau « ${tier} », qui admet ${bound}, est en jeu.`,
  atStake: (day, metric, tier) => `Avertissement du ${day} concernant « ${metric} » : le niveau « ${tier} » est en jeu.`,
  wouldNotice: (next) => `Une évaluation cette nuit donnerait lieu à un avertissement ; la prochaine a lieu le ${next}.`,
  rare: (n) => `Une bonne boutique de cette taille connaît cela moins d’${years(n)}.`,
  cure: (from, until, bound, settled) =>
    `Si les jours du ${from} au ${until} dépassent eux aussi ${bound}, là encore sans le pire jour, le niveau est perdu ; la décision sera prise à partir du ${settled}, quand ces jours seront définitifs.`,
  soFar: (left, counted, allowed) =>
    `Jusqu’ici ${left} cas sur ${counted}, sans le pire jour ; maximum admis en tout : environ ${allowed}.`,
  confirmed: (left, counted, bound) =>
    `Confirmé : sur les jours qui suivent l’avertissement, ${left} cas en défaut sur ${counted}, sans le pire jour, là aussi au-dessus de ${bound}.`,
  ended: (left, counted) => `L’avertissement est levé : depuis, ${left} cas en défaut sur ${counted}, sans le pire jour.`,
  toAPerson: 'Jusqu’ici si loin au-dessus du seuil qu’une personne l’examine immédiatement.',
};
