/** What the mail to the operators says when a night stops. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const failure: Words['failure'] = {
  kicker: 'Calcul de nuit',
  subject: (day, where, what) => `Nuit du ${day} arrêtée à ${where} : ${what}`,
  nothing: 'Rien n’a été publié et aucun e-mail n’est parti.',
  published: 'Le calcul est publié ; certains de ses e-mails ne sont pas partis.',
  still: (run, day) => `Les lecteurs voient toujours le calcul ${run} du ${day}.`,
  neverPublished: 'Aucun calcul n’a encore été publié.',
  whatHeading: 'Ce qui s’est arrêté',
  stoppedAt: (where) => `Arrêt à ${where}`,
  proofHeading: 'Les lignes qui le prouvent',
  more: (n, shown) => `et ${shown} ${s(n, 'autre ligne', 'autres lignes')}`,
  nextHeading: 'Prochaine étape',
  run: (day, run) => (run ? `Date d’arrêté ${day}, calcul ${run}` : `Date d’arrêté ${day}, aucun calcul n’a été ouvert`),
};
