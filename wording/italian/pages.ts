/** What the dashboard's pages say before, instead of and above their numbers. Days come written. */
import { al, del } from './articles.js';

export const pages = {
  nothingPublished: {
    title: 'Non è ancora stato pubblicato nulla',
    says: 'La prima notte mette qui i suoi numeri appena è conclusa. Se a quest’ora dovrebbero già esserci, avvisa chi gestisce le schede prestazioni.',
  },
  signedOut: {
    title: 'Accedi di nuovo',
    says: 'La tua sessione è terminata, oppure il tuo account non può leggere questi numeri. I numeri in sé sono a posto.',
    again: 'Accedi di nuovo',
  },
  unopened: { title: 'Non è stato possibile aprire l’elaborazione pubblicata', again: 'Riprova' },
  /** A run that is older than it should be by now. */
  late: (has: string, expected: string) =>
    `Questi numeri arrivano ${al(has)}. A quest’ora dovrebbero esserci quelli ${del(expected)}: l’ultima notte è in ritardo.`,
  /** A run that was made without mails, such as one of a backfill. */
  madeAfterwards: (day: string) =>
    `Questa elaborazione ${del(day)} è stata fatta senza e-mail, come quelle che completano giorni passati: i venditori non ne hanno ricevuto notizia.`,
  leftOut:
    'Quali righe sono state escluse e perché, con file e riga, si trova nella pagina sulla qualità dei dati accanto all’elaborazione, presso chi gestisce le schede prestazioni.',
};
