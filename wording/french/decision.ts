/** What a record of a change of tier says, as clauses. Numbers, days and tiers come written. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const decision: Words['decision'] = {
  changed: (id, from, to) => `${id} : de « ${from} » à « ${to} »`,
  confirmed: (metric) => `un avertissement concernant « ${metric} » a été confirmé`,
  improved: 'tous les seuils de ce niveau étaient respectés',
  numbers: (counted, fault, left, bound, notice) =>
    `depuis l’avertissement du ${notice}, ${fault} cas en défaut sur ${counted}, ${left} sans le pire jour, au-dessus de ${bound}`,
  status: {
    proposed: (day) => `proposé le ${day}, en attente de la décision d’une personne`,
    in_effect: (_, since) => `en vigueur depuis le ${since}`,
    departed: (day) => `proposé le ${day}, une personne en a décidé autrement`,
    overturned: (_, since) => `en vigueur depuis le ${since}, jusqu’à ce qu’une contestation soit acceptée`,
    withdrawn: (day) => `proposé le ${day}, puis retiré avant toute décision`,
  },
  automatically: 'décidé automatiquement',
  person: (who, day, reason) => `décidé par ${who} le ${day} : ${reason}`,
  contest: (until, where) => `contestable jusqu’au ${until}${where}`,
  at: (where) => ` (${where})`,
  appeal: {
    open: (day) => `contestation du ${day}, pas encore tranchée`,
    granted: (day, who, reason) => `contestation du ${day} acceptée par ${who} : ${reason}`,
    refused: (day, who, reason) => `contestation du ${day} rejetée par ${who} : ${reason}`,
  },
  seller: {
    heading: 'Décisions sur votre niveau',
    proposed: (tier, day) =>
      `Un passage au niveau « ${tier} » est proposé depuis le ${day} ; une personne doit encore en décider.`,
    because: {
      confirmed: (metric) => `Motif : un avertissement confirmé concernant « ${metric} ».`,
      gate: 'Motif : les conditions que votre niveau exige en plus des seuils.',
      improved: 'Motif : tous les seuils de ce niveau sont respectés.',
    },
    numbers: (counted, fault, left, bound, notice) =>
      `Depuis l’avertissement du ${notice} : ${fault} cas en défaut sur ${counted}, ${left} sans le pire jour ; maximum admis : ${bound}.`,
    notBefore: (held, day) =>
      `Vous conservez le niveau « ${held} » tant qu’une personne n’a pas approuvé ce changement ; il ne prend pas effet avant le ${day}, lendemain de ce bilan.`,
    sayNow: (where) => `Si c’est une erreur, signalez-le avant la décision : ${where}.`,
    onceInEffect: (days) => `Une fois en vigueur, le changement peut être contesté pendant ${days} jours.`,
    approved: (tier, day, reason) => `Le ${day}, une personne a approuvé le passage au niveau « ${tier} » : ${reason}.`,
    departed: (tier, day, reason) =>
      `Un passage au niveau « ${tier} » avait été proposé ; le ${day}, une personne l’a refusé : ${reason}.`,
    appeal: {
      open: (day) =>
        `Votre contestation du ${day} est en attente : elle sera examinée par une autre personne que celle qui a approuvé le changement.`,
      granted: (day, tier, reason) =>
        `Votre contestation du ${day} a été acceptée : ${reason}. Le niveau « ${tier} » vous est rendu.`,
      refused: (day, tier, reason) =>
        `Votre contestation du ${day} a été rejetée : ${reason}. Le niveau « ${tier} » est maintenu.`,
    },
  },
  forPersons: {
    heading: 'À décider',
    waiting: (n, shown, programme, since) =>
      `${programme} : ${shown} ${s(n, 'changement de niveau attend', 'changements de niveau attendent')} une décision, le plus ancien depuis le ${since}.`,
    incident: (metric, carrier, region, days, late, usually, sellers) =>
      `« ${metric} », ${carrier} vers ${region}, ${days} : ${late}, contre ${usually} d’habitude ; ${sellers}`,
    lateParcels: (late, _, shown, share) => `${late} colis sur ${shown} en retard (${share})`,
    waitingHow: 'qui décide des niveaux, un par un',
    incidentHow: 'qui suit les transporteurs : un incident reconnu excuse ces colis',
    pause: (metric, programme, granted, appeals, share) =>
      `${programme} : il est proposé de suspendre « ${metric} », car ${granted} contestations sur ${appeals} ont été acceptées (${share}).`,
    pauseHow: 'qui est responsable du programme : suspendre la règle ou la maintenir',
    how: (who) => `Décide : ${who}.`,
    change: (from, to, since) => `de « ${from} » à « ${to} », depuis le ${since}`,
    others: (shown) => `et ${shown} de plus`,
  },
};
