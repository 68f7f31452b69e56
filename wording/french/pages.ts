/** What the dashboard's pages say before, instead of and above their numbers. Days come written. */
import type { Words } from '../words.js';

export const pages: Words['pages'] = {
  nothingPublished: {
    title: 'Rien n’a encore été publié',
    says: 'Les chiffres apparaîtront ici dès que la première nuit sera terminée. S’ils devraient déjà y être, prévenez les responsables des bilans.',
  },
  signedOut: {
    title: 'Veuillez vous reconnecter',
    says: 'Votre session a expiré, ou votre compte n’a pas le droit de lire ces chiffres. Les chiffres eux-mêmes ne sont pas en cause.',
    again: 'Se reconnecter',
  },
  unopened: { title: 'Le calcul publié n’a pas pu être ouvert', again: 'Réessayer' },
  late: (has, expected) =>
    `Ces chiffres s’arrêtent au ${has}. Ceux du ${expected} devraient déjà être là : la dernière nuit est en retard.`,
  madeAfterwards: (day) =>
    `Ce calcul du ${day} a été fait sans e-mails, comme ceux qui rattrapent des jours passés : aucun vendeur n’en a été informé par écrit.`,
  leftOut:
    'Les lignes écartées et leurs raisons, avec fichier et ligne, figurent sur la page de qualité des données jointe au calcul ; les responsables des bilans l’ont.',
};
