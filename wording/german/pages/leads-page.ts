/** What the dashboard says of leads: the list of them, and the orders behind one. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

const hours = (n: number, shown: string) => `${shown} ${s(n, 'Stunde', 'Stunden')}`;
const orders = (n: number, shown: string) => `${shown} ${s(n, 'Bestellung', 'Bestellungen')}`;

export const leadsPage: PageWords['leadsPage'] = {
  title: 'Hinweise',
  note: 'Anzeichen von Missbrauch, denen ein Mensch nachgeht. Sie zählen in keiner Wertung, und kein Verkäufer erfährt davon.',
  looked: {
    title: 'Wonach gesucht wurde',
    days: (first, last) => `Bestellungen vom ${first} bis ${last}`,
    columns: ['Hinweis', 'Bestellungen durchgesehen', 'Davon prüfbar', 'Auffällig', 'Verkäufer', 'Offen'],
    notMeasured: 'Nicht gemessen',
    lacks: (columns) => `keine Bestellung dieser Tage hat ${columns}`,
    leftOut: 'die Regeln sehen keine Suche danach vor',
    nothing: 'In diesen Tagen ging hier keine Bestellung ein.',
  },
  found: 'Gefundene Hinweise',
  order: 'Zuerst die offenen, dann nach betroffenem Wert: was die Bestellungen wert sind, die nichts Harmloses erklärt.',
  currencies: 'Werte in verschiedenen Währungen stehen in der Reihenfolge ihrer Zahlen.',
  lead: 'Hinweis',
  allLeads: 'Alle Hinweise',
  status: 'Stand',
  allStatuses: 'Offen und erklärt',
  statuses: { open: 'Offen', explained: 'Erklärt' },
  partly: (explained, all) => `${explained} von ${all} erklärt`,
  several: 'Mehrere harmlose Erklärungen',
  seller: 'Verkäufer',
  region: 'Region',
  orders: 'Bestellungen',
  buyers: 'Käufer',
  risk: 'Betroffener Wert',
  days: 'Tage',
  most: 'Stärkstes Anzeichen',
  of: (some, all) => `${some} von ${all}`,
  strongest: {
    brushing: (n, shown) => `${orders(n, shown)} im Zeitfenster`,
    reused_tracking: (n, shown) => `${orders(n, shown)} mit einer Nummer`,
    scan_before_order: hours,
    late_masking: hours,
    re_registration: (n, shown) => `${shown} ${s(n, 'Tag', 'Tage')} nach der Maßnahme`,
  },
  count: (n, shown) => `${shown} ${s(n, 'Hinweis', 'Hinweise')}`,
  none: 'Hier wurde nichts dergleichen gefunden.',
  elsewhere: 'Von Verkäufern, die hier zu Hause sind, bei Bestellungen anderer Regionen',
  download: 'Als CSV speichern',
  file: 'hinweise',
  csv: [
    ...['Verkäufer', 'Name', 'Region', 'Hinweis', 'Stand', 'erklärte Bestellungen', 'Erklärung', 'Bestellungen'],
    ...['durchgesehen', 'Käufer'],
  ],
  csvMore: ['betroffener Wert', 'Währung', 'erster Tag', 'letzter Tag', 'stärkstes Anzeichen'],
  opened: {
    unknown: 'Diesen Hinweis gibt es in diesem Lauf nicht: Seine Bestellungen sind inzwischen zu alt oder wurden berichtigt.',
    noFinding:
      'Das ist ein Hinweis, keine Feststellung. Es entscheidet, wer ihm nachgeht; von sich aus zählt hier nichts gegen den Verkäufer.',
    facts: 'Auf einen Blick',
    title: 'Die Bestellungen',
    count: orders,
    buyer: 'Käufer',
    buyers: 'Käufer sind Nummern innerhalb des Verkäufers; wer sie sind, wird nicht veröffentlicht.',
    order: 'Bestellung',
    placed: 'Bestelleingang',
    value: 'Wert',
    explained: 'Erklärt durch',
    twins: 'Was es harmlos erklären würde',
    explains: (some, all) => `erklärt ${some} von ${all}`,
    basis: 'Rechtsgrundlage',
    csv: ['Verkäufer', 'Bestellung', 'Region', 'Bestelleingang', 'Käufer', 'Wert', 'Währung', 'erklärt durch'],
    file: 'hinweis',
  },
};
