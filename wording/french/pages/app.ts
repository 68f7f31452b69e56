/** What stands around every page of the dashboard, and in what all of them are made of. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const app: PageWords['app'] = {
  name: 'Bilans vendeurs',
  tab: (page, runDate) => `${page} · Bilans vendeurs · ${runDate}`,
  opening: 'Ouverture du calcul publié…',
  skip: 'Aller aux chiffres',
  pages: 'Pages',
  views: {
    overview: 'Aperçu',
    movers: 'Évolution',
    calls: 'À appeler',
    leads: 'Pistes',
    onboarding: 'Intégration',
    metrics: 'Indicateurs',
    sellers: 'Vendeurs',
    programme: 'Programme',
    quality: 'Données',
  },
  region: 'Région',
  language: 'Langue',
  run: 'Calcul',
  runDate: 'Date d’arrêté',
  policy: 'Règles',
  newer: (run) => `Le calcul ${run} a été publié depuis.`,
  showNewer: 'L’afficher',
  period: 'Période',
  days: (n, shown) => `${shown} ${s(n, 'jour', 'jours')}`,
  points: (shown) => `${shown} pt`,
  reading: 'Chargement',
  notPublished: (dataset) => `Ce calcul n’a pas publié ${dataset}, il n’y a donc rien à afficher ici.`,
  failed: (message) => `Cette partie n’a pas pu être lue : ${message}`,
  again: 'Réessayer',
  change: {
    same: 'inchangé',
    up: 'en hausse',
    down: 'en baisse',
    upWorse: 'en hausse, moins bien',
    downBetter: 'en baisse, mieux',
  },
  more: (some, rest) => (some === rest ? `Afficher le reste (${rest})` : `Afficher ${some} de plus sur ${rest}`),
};
