/** What the dashboard says of leads: the list of them, and the orders behind one. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { al, dal } from '../articles.js';
import { plural as s } from '../plural.js';

const hours = (n: number, shown: string) => `${shown} ${s(n, 'ora', 'ore')}`;
const orders = (n: number, shown: string) => `${shown} ${s(n, 'ordine', 'ordini')}`;

export const leadsPage: PageWords['leadsPage'] = {
  title: 'Indizi',
  note: 'Segni di abuso che una persona deve esaminare. Non entrano in nessun punteggio, e nessun venditore ne viene informato.',
  looked: {
    title: 'Che cosa è stato cercato',
    days: (first, last) => `Ordini effettuati ${dal(first)} ${al(last)}`,
    columns: ['Indizio', 'Ordini esaminati', 'Di cui verificabili', 'Segni trovati', 'Venditori', 'Aperti'],
    notMeasured: 'Non misurato',
    lacks: (columns) => `nessun ordine di questi giorni ha ${columns}`,
    leftOut: 'la policy non prevede di cercarlo',
    nothing: 'In questi giorni qui non è stato effettuato nessun ordine.',
  },
  found: 'Indizi trovati',
  order: 'Prima quelli aperti, poi per valore a rischio: quello degli ordini che niente di innocuo spiega.',
  currencies: 'I valori in valute diverse sono ordinati in base alla sola cifra.',
  lead: 'Indizio',
  allLeads: 'Tutti gli indizi',
  status: 'Stato',
  allStatuses: 'Aperti e spiegati',
  statuses: { open: 'Aperto', explained: 'Spiegato' },
  partly: (explained, all) => `${explained} su ${all} spiegati`,
  several: 'Più spiegazioni innocue',
  seller: 'Venditore',
  region: 'Regione',
  orders: 'Ordini',
  buyers: 'Acquirenti',
  risk: 'Valore a rischio',
  days: 'Giorni',
  most: 'Segno più forte',
  of: (some, all) => `${some} su ${all}`,
  strongest: {
    brushing: (n, shown) => `${orders(n, shown)} nella finestra`,
    reused_tracking: (n, shown) => `${orders(n, shown)} con un solo numero`,
    scan_before_order: hours,
    late_masking: hours,
    re_registration: (n, shown) => `${shown} ${s(n, 'giorno', 'giorni')} dopo la misura`,
  },
  count: (n, shown) => `${shown} ${s(n, 'indizio', 'indizi')}`,
  none: 'Qui non è stato trovato nessun segno di questo tipo.',
  elsewhere: 'Di venditori con sede qui, tra gli ordini di altre regioni',
  download: 'Salva come CSV',
  file: 'indizi',
  csv: [
    ...['venditore', 'nome', 'regione', 'indizio', 'stato', 'ordini spiegati', 'spiegazione', 'ordini', 'esaminati'],
    'acquirenti',
  ],
  csvMore: ['valore a rischio', 'valuta', 'primo giorno', 'ultimo giorno', 'segno più forte'],
  opened: {
    unknown: 'In questa elaborazione l’indizio non c’è: i suoi ordini sono ormai troppo vecchi, o sono stati corretti.',
    noFinding:
      'È un indizio, non un accertamento. Decide chi lo esamina; niente di ciò che sta qui conta di per sé contro il venditore.',
    facts: 'In breve',
    title: 'I suoi ordini',
    count: orders,
    buyer: 'Acquirente',
    buyers: 'Gli acquirenti sono numeri propri del venditore; chi siano non viene pubblicato.',
    order: 'Ordine',
    placed: 'Effettuato',
    value: 'Valore',
    explained: 'Spiegato da',
    twins: 'Che cosa lo spiegherebbe in modo innocuo',
    explains: (some, all) => `ne spiega ${some} su ${all}`,
    basis: 'Base giuridica',
    csv: ['venditore', 'ordine', 'regione', 'effettuato', 'acquirente', 'valore', 'valuta', 'spiegato da'],
    file: 'indizio',
  },
};
