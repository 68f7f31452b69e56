/** What the pages and the command line say of what landed. */
import { del } from './articles.js';
import { plural as s } from './plural.js';

export const quality = {
  title: 'Qualità dei dati',
  night: (day: string) => `Notte ${del(day)}`,
  run: (run: string) => `Elaborazione ${run}`,
  stopped: (n: number) =>
    `Bloccata da ${n} ${s(n, 'controllo', 'controlli')}. Non è stato pubblicato nulla e non è stata inviata nessuna e-mail.`,
  passed: 'Controlli superati.',
  warned: (n: number) => `Controlli superati con ${n} ${s(n, 'avvertenza', 'avvertenze')}.`,
  unusual: (n: number) => `${n} ${s(n, 'valore insolito', 'valori insoliti')} tra i dati ricevuti.`,
  nothingUnusual: 'Nulla di insolito tra i dati ricevuti.',
  glance: 'Che cosa è arrivato',
  heads: {
    dataset: 'Dataset',
    landed: 'Ricevute stanotte',
    usual: 'Di solito',
    left_out: 'Escluse stanotte',
    ever: 'Escluse finora',
    unusual: 'Insolito',
  },
  neverLanded: 'mai ricevuto',
  nothing: 'nessuna',
  checks: 'Controlli',
  checksFound: { fail: 'ferma la notte', warn: 'avvertenza' },
  checksClean: (n: number) => `${n} ${s(n, 'controllo non ha', 'controlli non hanno')} trovato nulla`,
  firstRows: (n: number, all: string) => (n === 1 ? 'la riga' : `le prime ${n} righe su ${all}`),
  whole: 'tutte le regioni',
  noRegion: 'nessuna regione nota',
  leftOut: (rows: string, landed: string, share: string) => `${rows} righe su ${landed} escluse finora (${share})`,
  noneLeftOut: (landed: number, shown: string) =>
    landed === 1 ? 'La riga ricevuta è stata accettata' : `Tutte le ${shown} righe ricevute sono state accettate`,
  late: (rows: string) => `${rows} arrivate con più di un giorno di ritardo`,
  refused: (n: number, shown: string) =>
    s(
      n,
      `${shown} file non si è potuto leggere: le righe che contiene sono sconosciute, e il file conta come una riga esclusa`,
      `${shown} file non si sono potuti leggere: le righe che contengono sono sconosciute, e ogni file conta come una riga esclusa`,
    ),
  why: 'Escluse, e perché',
  reason: 'Motivo',
  rows: 'Righe',
  where: 'Dove',
  line: (file: string, line: string) => `${file}, riga ${line}`,
  moreReasons: (n: number) => s(n, 'e un altro motivo', `e altri ${n} motivi`),
  someFiles: (read: string, all: string) => `Conteggio sui ${read} file più recenti tra i ${all} con righe escluse.`,
  allRows: (folder: string) => `Ogni riga con file, numero di riga e motivi: ${folder}`,
  extra: (columns: string) => `Colonne che il contratto non conosce, tenute fuori: ${columns}`,
  ignoredHeading: 'File di nessuno',
  ignored: (n: number, shown: string) =>
    `${shown} ${s(n, 'elemento in arrivo non è stato letto', 'elementi in arrivo non sono stati letti')}.`,
  drift: 'Rispetto alle notti precedenti',
  driftHeads: {
    figure: 'Valore',
    tonight: 'Stanotte',
    usual: 'Di solito',
    range: 'Intervallo abituale',
    nights: 'Confronto con',
  },
  everyFigure: (n: number) => (n === 1 ? 'Il valore' : `Tutti i ${n} valori`),
  figures: {
    rows: 'righe ricevute',
    rowsOf: (region: string) => `righe ricevute, ${region}`,
    rejected: 'righe escluse',
    empty: (column: string) => `${column} è vuota`,
    share: (column: string, value: string) => `${column} è ${value}`,
  },
  verdicts: {
    usual: 'abituale',
    unusual: 'insolito',
    too_few: 'troppo poche righe per dirlo',
    too_early: 'troppo presto per dirlo',
  },
  range: (from: string, to: string) => `da ${from} a ${to}`,
  ofRows: (n: string, all: string) => `${n} su ${all}`,
  weekdays: 'lo stesso giorno di quattro settimane',
  nights: (n: number) => `${n} ${s(n, 'giorno precedente', 'giorni precedenti')}`,
  tooEarly: 'Finora i dati sono arrivati per meno di sette giorni: che cosa sia abituale non è ancora noto.',
  howUsual:
    'Di solito: la mediana dello stesso giorno della settimana nelle ultime quattro settimane, o di tutti i giorni dove non ce ne sono quattro. Insolito: più lontano di quanto varino i giorni stessi, di quanto spieghi il caso e di quanto si spostino le abitudini.',
  page: (page: string) => `Il rapporto completo: ${page}`,
};
