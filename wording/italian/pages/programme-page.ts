/** What the dashboard's page of the programmes says beside their text. Days come written. */
import type { PageWords } from '../../page-words.js';
import { dal } from '../articles.js';

export const programmePage: PageWords['programmePage'] = {
  title: 'Programma',
  note: 'Che cosa si chiede ai venditori, perché, e che cosa comporta per loro: la policy di questa elaborazione, come la leggono i venditori.',
  asWritten: 'Ciò che le regole dicono con parole proprie e che nessuno ha ancora tradotto appare com’è scritto: in inglese.',
  programme: 'Programma',
  none: 'Nel giorno di questa elaborazione non era in vigore nessun programma.',
  versions: {
    title: 'Versioni',
    columns: ['Versione', 'In vigore dal', 'Fino a', 'Comunicata ai venditori il', 'Stato'],
    now: 'usata in questa elaborazione',
    later: 'entrerà in vigore',
    open: 'una nuova versione',
    notSaid: 'non indicato',
    whole: (version: string, day: string) => `La versione ${version}, in vigore ${dal(day)}`,
  },
};
