/** What the dashboard's page of one seller says: its tiers, its metrics, and the orders behind them. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const seller: PageWords['seller'] = {
  back: 'Verkäufer',
  none: (day) =>
    `Für diesen Verkäufer gibt es am ${day} keine Auswertung. Wer in keinem Zeitraum Bestellungen hat, bekommt keine; sonst prüfen Sie bitte die ID.`,
  managed: (region) => `betreut in der Region ${region}`,
  notDescribed: 'noch nicht beschrieben',
  proposes: (tier, because) => `Die Schwellenwerte allein ergäben die Stufe „${tier}“: ${because}`,
  was: (tier, run) => `zuvor „${tier}“ (Lauf ${run})`,
  facts: {
    heldBackBy: 'Begrenzt durch',
    ifAllMet: 'Wenn alle offenen Bestellungen erfüllt werden',
    ordersIn: (n) => (n === 1 ? 'Bestellungen an einem Tag' : `Bestellungen in ${n} Tagen`),
    ordersInWindow: 'Bestellungen im Zeitraum',
    needed: (shown) => `· ${shown} nötig`,
    measured: 'Gemessene Kennzahlen',
    of: (measured, total) => `${measured} von ${total}`,
  },
  metric: {
    holds: 'begrenzt die Stufe',
    behind: (many) => `Zugehörige ${many}`,
    how: 'So wird gezählt',
    rate: 'Quote',
    standard: 'Vorgabe',
    used: 'Beanstandet',
    usedOf: 'von ',
    usedAllowed: 'erlaubten',
    alone: 'Erlaubt für sich',
  },
  behind: {
    judged: 'Beurteilt werden',
    exempted: 'eine Ausnahme ist anerkannt',
    never: 'nie',
    finalAfter: 'Endgültig nach',
    days: (n, shown) => `${shown} ${s(n, 'Tag', 'Tagen')}`,
    daysWhy: (n, shown, why) => `${shown} ${s(n, 'Tag', 'Tagen')}: ${why}`,
    counted: (first, last) =>
      `Gewertet vom ${first} bis ${last}. Uhrzeiten sind Ortszeiten der Region, in die die Bestellung ging.`,
    pending: (things) => `Noch offen: ${things}; aufgelistet wird, was endgültig ist.`,
    more: (some, rest) => `Weitere ${some} von ${rest} anzeigen`,
    others: (rest) => `Alle weiteren anzeigen (${rest})`,
    unlisted: (shown, reasons) => `Gezählt, aber nicht aufgelistet: ${shown} weitere (${reasons}).`,
    differs: (counted, listed) =>
      `Die Karte zählt ${counted}, aufgelistet sind ${listed}. Bitte melden Sie das mit der Nummer des Laufs.`,
    order: 'Bestellung',
    reason: 'Grund',
    countsOn: 'Zählt am',
    value: 'Wert',
    leavesOn: 'Entfällt am',
    leavesMeans: 'Der erste Stichtag, an dem sie nicht mehr zählt',
    region: 'Region',
    zone: 'Zeitzone',
    category: 'Kategorie',
    carrier: 'Versanddienstleister',
    exemption: 'Ausnahme',
    countsAsMet: 'Zählt als erfüllt',
    yes: 'ja',
    leftOut: 'nein, wird nicht gewertet',
  },
};
