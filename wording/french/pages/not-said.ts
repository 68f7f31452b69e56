/** What pages say where data or a run has nothing to answer with. */
import type { PageWords } from '../../page-words.js';

export const notSaid: PageWords['notSaid'] = {
  apart: {
    carrier: 'Aucune commande de ces jours n’indique son transporteur : rien n’est donc dit des transporteurs.',
    category: 'Aucune commande de ces jours n’indique sa catégorie : rien n’est donc dit des catégories.',
    destination_area: 'Aucune commande de ces jours n’indique sa zone de livraison : rien n’est donc dit des zones.',
    tenure: 'Aucune donnée reçue n’indique depuis quand ces vendeurs sont inscrits : rien n’est donc dit de leur ancienneté.',
  },
  notMeasured: (metric) => `« ${metric} » n’est pas mesuré : aucune des données nécessaires n’a été reçue.`,
  nobodyFell: 'Personne n’a reculé depuis le dernier calcul.',
  nothingWaits: 'Rien n’attend ici la décision d’une personne.',
  notPrinted: (more) =>
    `Hors impression : ${more} de plus. Enregistrez la liste en CSV, ou restreignez-la et imprimez de nouveau.`,
};
