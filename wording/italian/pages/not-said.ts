/** What pages say where data or a run has nothing to answer with. */
import type { PageWords } from '../../page-words.js';

export const notSaid: PageWords['notSaid'] = {
  apart: {
    carrier: 'Nessun ordine di questi giorni indica il corriere: perciò qui non si dice nulla dei corrieri.',
    category: 'Nessun ordine di questi giorni indica la categoria: perciò qui non si dice nulla delle categorie.',
    destination_area: 'Nessun ordine di questi giorni indica la zona di consegna: perciò qui non si dice nulla delle zone.',
    tenure: 'Nessun dato ricevuto indica da quando vendono questi venditori: perciò qui non si dice nulla della loro anzianità.',
  },
  notMeasured: (metric) => `${metric}: metrica non misurata, perché i dati che la compongono non sono arrivati.`,
  nobodyFell: 'Dall’ultima elaborazione nessuno è sceso di livello.',
  nothingWaits: 'Qui nulla attende la decisione di una persona.',
  notPrinted: (more: string) =>
    `Nella stampa ${more === '1' ? 'ne manca' : 'ne mancano'} ${more}. Salva l’elenco come CSV, oppure restringilo, e stampa di nuovo.`,
};
