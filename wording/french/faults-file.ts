/** The file of all faults that a scorecard mail brings. Numbers come written. */
import type { Words } from '../words.js';

export const faultsFile: Words['faultsFile'] = {
  name: 'commandes-en-defaut',
  columns: [
    'Programme',
    'Indicateur',
    'Commande ou conversation',
    'Région',
    'Compte au',
    'Sort de vos indicateurs le',
    'Ce qui s’est passé',
  ],
};
