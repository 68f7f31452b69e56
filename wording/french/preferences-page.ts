/** The page on which a seller says how often mails should come. Days come written. */
import type { Words } from '../words.js';

export const preferencesPage: Words['preferencesPage'] = {
  title: 'E-mails de bilan vendeur',
  of: (seller) => `E-mails de bilan du vendeur ${seller}`,
  now: {
    nothing:
      'Vous n’avez encore rien choisi ici. Les e-mails arrivent comme convenu avec la place de marché, sinon une fois par semaine.',
    chosen: (frequency, day) => `Choix du ${day} : ${frequency}.`,
    complained: (day) => `Arrêtés le ${day}, car un e-mail a été signalé comme indésirable.`,
    stopped: (day) => `Vous avez arrêté ces e-mails le ${day}.`,
  },
  bounced: (day) =>
    `Depuis le ${day}, les e-mails envoyés à votre adresse nous reviennent, et nous n’y en envoyons plus. Communiquez à la place de marché une adresse qui fonctionne.`,
  ask: 'À quelle fréquence souhaitez-vous les recevoir ?',
  choices: {
    daily: 'Chaque jour où vos chiffres changent',
    weekly: 'Une fois par semaine, si vos chiffres ont changé',
    monthly: 'Une fois par mois, si vos chiffres ont changé',
    changes: 'Seulement quand votre niveau change',
    off: 'Jamais',
  },
  always:
    'Une baisse de niveau ou un avertissement vous est annoncé le lendemain matin, quel que soit votre choix, sauf « Jamais ».',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  unsubscribed: 'Vous ne recevrez plus ces e-mails. Vous pouvez changer d’avis ci-dessous.',
  unknown: {
    title: 'Ce lien est incomplet',
    says: 'Ouvrez de nouveau le lien de l’e-mail, ou copiez-le en entier : il a peut-être été coupé.',
  },
  unclear: {
    title: 'Votre choix n’a pas pu être enregistré',
    says: 'Revenez en arrière, choisissez la fréquence des e-mails et enregistrez de nouveau.',
  },
};
