/** What the dashboard's list of what is at fault says. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { pluralAsWritten } from '../plural.js';

export const faultsPage: PageWords['faultsPage'] = {
  title: 'En défaut',
  back: 'Ce qui a bougé',
  order: 'Les jours les plus récents d’abord',
  of: (dimension, member) => `${dimension} : ${member}`,
  days: (first, last) => `Pris en compte du ${first} au ${last}`,
  count: (rows) => `${rows} cas en défaut`,
  items: (items, rows) =>
    `${items} ${pluralAsWritten(items, 'article', 'articles')} en défaut, dans ${rows} ${pluralAsWritten(rows, 'commande', 'commandes')}`,
  none: 'Rien n’est en défaut ici sur ces jours.',
  columns: ['Commande', 'Vendeur', 'Jour', 'Raison', 'Transporteur', 'Catégorie', 'Zone de livraison'],
  conversation: 'Conversation',
  csv: ['commande', 'vendeur', 'région', 'jour', 'raison', 'transporteur', 'catégorie', 'zone de livraison', 'compte pour'],
  download: 'Enregistrer en CSV',
  file: 'en-defaut',
};
