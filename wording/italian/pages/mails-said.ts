/** What a seller's page says about mails, around their own words. */
import type { PageWords } from '../../page-words.js';

export const mailsSaid: PageWords['mailsSaid'] = {
  title: 'Che cosa diceva l’e-mail',
  note: 'Come la legge il venditore, con le parole dell’e-mail: l’oggetto e le prime frasi. Un’e-mail riguarda un giorno, ora locale, e parte nella notte che lo conclude.',
  withoutMails: (day) => `L’elaborazione del ${day} è stata fatta senza e-mail.`,
  nothingKept: (day) =>
    `Delle e-mail del ${day} non è conservato nulla: non sono ancora previste, oppure l’elaborazione è di una versione precedente.`,
  noMail: 'nessuna e-mail',
  notSeenTo: 'prevista, non ancora trattata',
  before: 'E-mail precedenti',
  noneBefore: 'Non si conosce nessuna e-mail precedente.',
  gone: (run) => `L’e-mail precedente era dell’elaborazione ${run}; qui non ne è conservato nulla.`,
  kinds: {
    scorecard: 'scheda settimanale',
    'scorecard-daily': 'scheda giornaliera',
    'scorecard-monthly': 'scheda mensile',
    'scorecard-change': 'cambio di livello',
    'scorecard-notice': 'preavviso',
  },
  outcomes: {
    sent: 'inviata',
    sent_before: 'non inviata: un’elaborazione precedente dello stesso giorno aveva già inviato la sua',
    withheld: 'trattenuta: nel frattempo il venditore aveva chiesto di non riceverne più, o l’indirizzo non funzionava',
    not_sent: 'non inviata: non è stato possibile scriverla, o nessun sistema di posta l’ha accettata',
    in_doubt: 'nessuno sa se sia partita',
  },
  reasons: {
    not_described: 'il venditore non è descritto da nessuna parte',
    closed: 'il negozio è chiuso',
    wants_none: 'il venditore non desidera e-mail',
    no_address: 'non si conosce nessun indirizzo',
    address_unreadable: 'all’indirizzo non si può scrivere',
    suppressed: 'bloccata: le e-mail a questo indirizzo sono tornate indietro',
    not_final: 'le cattive notizie si danno solo con un’elaborazione definitiva del giorno più recente',
    nothing_changed: 'dall’ultima e-mail non è cambiato nulla, o nulla di cui il venditore desidera essere informato',
    not_its_day: 'il giorno della sua e-mail deve ancora arrivare',
    sent_this_week: 'l’e-mail di questa settimana è già partita',
    sent_this_month: 'l’e-mail di questo mese è già partita',
    sent_today: 'l’e-mail di questo giorno è già partita',
  },
};
