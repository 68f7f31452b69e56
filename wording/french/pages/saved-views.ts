/** What the list of sellers says of views that a reader saved, and of its file. */
import type { PageWords } from '../../page-words.js';

export const savedViews: PageWords['savedViews'] = {
  title: 'Vues enregistrées',
  name: 'Nom de cette vue',
  save: 'Enregistrer la vue',
  saved: (name) => `Vue enregistrée : « ${name} ».`,
  forget: (name) => `Supprimer « ${name} »`,
  forgotten: (name) => `« ${name} » est supprimée.`,
  full: 'Trente vues au maximum peuvent être enregistrées : supprimez-en une d’abord.',
  where: 'Conservées dans ce navigateur uniquement ; l’adresse d’une vue peut être partagée.',
  notKept:
    'Ce navigateur ne conserve rien pour cette page, aucune vue ne peut donc y être enregistrée. Ajoutez plutôt l’adresse à vos favoris.',
  download: 'Enregistrer en CSV',
  file: 'vendeurs',
  csv: [
    'vendeur',
    'nom',
    'région de rattachement',
    'programme',
    'niveau',
    'proposé',
    'projeté',
    'limité par',
    'commandes',
    'niveau suivant',
    'statut',
  ],
};
