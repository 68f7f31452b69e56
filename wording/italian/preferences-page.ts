import type { Frequency } from '../../contracts/landing/sellers.js';
import { atStart, dal, il } from './articles.js';

/** The page on which a seller says how often mails should come. Days come written. */
export const preferencesPage = {
  title: 'E-mail sulla scheda prestazioni',
  /** Whose mails. */
  of: (seller: string) => `E-mail sulla scheda prestazioni di ${seller}`,
  now: {
    nothing:
      'Qui non hai ancora scelto nulla. Le e-mail arrivano come concordato con il marketplace, altrimenti una volta alla settimana.',
    chosen: (frequency: string, day: string) => `Scelta fatta ${il(day)}: ${frequency}.`,
    complained: (day: string) => `Invio interrotto ${il(day)}, perché un’e-mail è stata segnalata come indesiderata.`,
    stopped: (day: string) => `Hai disattivato queste e-mail ${il(day)}.`,
  },
  bounced: (day: string) =>
    `${atStart(dal(day))} le e-mail al tuo indirizzo tornano indietro, e non ne inviamo altre. Comunica al marketplace un indirizzo che funzioni.`,
  ask: 'Con quale frequenza vuoi riceverle?',
  choices: {
    daily: 'Ogni giorno in cui i tuoi numeri cambiano',
    weekly: 'Una volta alla settimana, se i tuoi numeri sono cambiati',
    monthly: 'Una volta al mese, se i tuoi numeri sono cambiati',
    changes: 'Solo quando cambia il tuo livello',
    off: 'Mai',
  } satisfies Record<Frequency, string>,
  always: 'Un livello più basso o un preavviso ti viene comunicato il mattino dopo, qualunque cosa tu scelga, tranne «Mai».',
  save: 'Salva',
  saved: 'Salvato.',
  unsubscribed: 'Non riceverai più queste e-mail. Qui sotto puoi scegliere diversamente.',
  unknown: {
    title: 'Questo link non è completo',
    says: 'Apri di nuovo il link nell’e-mail, oppure copialo per intero: forse è stato troncato.',
  },
  unclear: {
    title: 'Non è stato possibile salvare',
    says: 'Torna indietro, scegli con quale frequenza vuoi ricevere le e-mail e salva di nuovo.',
  },
};
