/** What the list of sellers says of views that a reader saved, and of its file. */
import type { PageWords } from '../../page-words.js';

export const savedViews: PageWords['savedViews'] = {
  title: 'Viste salvate',
  name: 'Nome di questa vista',
  save: 'Salva questa vista',
  saved: (name: string) => `Vista «${name}» salvata.`,
  forget: (name: string) => `Elimina «${name}»`,
  forgotten: (name: string) => `Vista «${name}» eliminata.`,
  full: 'Si possono conservare al massimo trenta viste: prima eliminane una.',
  where: 'Le viste restano solo in questo browser; l’indirizzo di una vista si può inviare ad altri.',
  notKept:
    'Questo browser non conserva nulla per questa pagina, quindi non si può salvare nessuna vista. Aggiungi invece l’indirizzo ai preferiti.',
  download: 'Salva come CSV',
  file: 'venditori',
  csv: [
    'venditore',
    'nome',
    'regione di sede',
    'programma',
    'livello',
    'proposto',
    'previsto',
    'frenato da',
    'ordini',
    'livello successivo',
    'stato',
  ],
};
