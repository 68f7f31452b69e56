/** What a seller's page says about mails, around their own words. */
import type { PageWords } from '../../page-words.js';

export const mailsSaid: PageWords['mailsSaid'] = {
  title: 'Ce que disait l’e-mail',
  note: 'Tel que le vendeur le lit, dans les mots de l’e-mail : l’objet et les premières phrases. Un e-mail porte sur un jour, à l’heure locale, et part dans la nuit qui le termine.',
  withoutMails: (day) => `Le calcul du ${day} a été fait sans e-mails.`,
  nothingKept: (day) =>
    `Rien n’est conservé des e-mails du ${day} : ils ne sont pas encore prévus, ou une version antérieure a fait le calcul.`,
  noMail: 'pas d’e-mail',
  notSeenTo: 'prévu, pas encore traité',
  before: 'E-mails précédents',
  noneBefore: 'Aucun e-mail précédent n’est connu.',
  gone: (run) => `L’e-mail précédent était celui du calcul ${run} ; rien n’en est conservé ici.`,
  kinds: {
    scorecard: 'bilan hebdomadaire',
    'scorecard-daily': 'bilan quotidien',
    'scorecard-monthly': 'bilan mensuel',
    'scorecard-change': 'changement de niveau',
    'scorecard-notice': 'avertissement',
  },
  outcomes: {
    sent: 'envoyé',
    sent_before: 'non envoyé : un calcul antérieur du même jour avait envoyé le sien',
    withheld: 'retenu : le vendeur avait entre-temps demandé à ne plus en recevoir, ou l’adresse ne fonctionnait plus',
    not_sent: 'non envoyé : il n’a pas pu être écrit, ou aucun système de messagerie ne l’a accepté',
    in_doubt: 'personne ne sait s’il est parti',
  },
  reasons: {
    not_described: 'le vendeur n’est décrit nulle part',
    closed: 'la boutique est fermée',
    wants_none: 'le vendeur ne souhaite aucun e-mail',
    no_address: 'aucune adresse n’est connue',
    address_unreadable: 'l’adresse est impossible à joindre',
    suppressed: 'bloqué : des e-mails à cette adresse sont revenus',
    not_final: 'une mauvaise nouvelle n’est annoncée que par un calcul définitif du jour le plus récent',
    nothing_changed: 'rien n’a changé depuis le dernier e-mail, ou rien de ce dont le vendeur souhaite être informé',
    not_its_day: 'le jour de son e-mail est à venir',
    sent_this_week: 'l’e-mail de cette semaine est déjà parti',
    sent_this_month: 'l’e-mail de ce mois-ci est déjà parti',
    sent_today: 'l’e-mail de ce jour est déjà parti',
  },
};
