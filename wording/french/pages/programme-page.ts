/** What the dashboard's page of the programmes says beside their text. */
import type { PageWords } from '../../page-words.js';

export const programmePage: PageWords['programmePage'] = {
  title: 'Programme',
  note: 'Ce qui est demandé aux vendeurs, pourquoi, et ce que cela leur apporte ou leur coûte : les règles de ce calcul, telles que les vendeurs les lisent.',
  asWritten:
    'Ce que les règles disent avec leurs propres mots et que personne n’a encore traduit s’affiche tel quel : en anglais.',
  programme: 'Programme',
  none: 'Aucun programme n’était en vigueur à la date d’arrêté de ce calcul.',
  versions: {
    title: 'Versions',
    columns: ['Version', 'En vigueur à partir du', 'Fin', 'Vendeurs informés le', 'État'],
    now: 'appliquée par ce calcul',
    later: 'à venir',
    open: 'jusqu’à une version plus récente',
    notSaid: 'non indiqué',
    whole: (version, day) => `Texte de la version ${version} à partir du ${day}`,
  },
};
