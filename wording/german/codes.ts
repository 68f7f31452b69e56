/** The words for every code that the datasets carry. */
import type { Words } from '../words.js';
import { dative, plural as s } from './plural.js';

export const tiers: Words['tiers'] = {
  not_assessable: {
    title: 'Noch nicht eingestuft',
    means: 'Für ein faires Urteil gibt es noch zu wenige Bestellungen, deshalb wird keine Stufe vergeben.',
  },
  not_measured: {
    title: 'Nicht gemessen',
    means: 'Die Daten für dieses Programm liegen uns nicht vor, deshalb wird keine Stufe vergeben.',
  },
};

export const verdicts: Words['verdicts'] = {
  met: 'Erfüllt',
  missed: 'Verfehlt',
  not_assessable: 'Nicht beurteilt',
  not_measured: 'Nicht gemessen',
};

export const outcomes: Words['outcomes'] = {
  met: 'Erfüllt',
  fault: 'Beanstandet',
  forgiven: 'Entschuldigt',
  excluded: 'Nicht gewertet',
  pending: 'Noch offen',
};

export const rates: Words['rates'] = { accountable: 'Anrechenbare Quote', raw: 'Rohquote' };

export const directions: Words['directions'] = {
  up: 'Aufgestiegen',
  down: 'Abgestiegen',
  new: 'Erste Auswertung',
  other: 'Neu oder nicht mehr beurteilt',
};

export const statuses: Words['statuses'] = {
  probation: 'Probezeit',
  active: 'Aktiv',
  restricted: 'Eingeschränkt',
  suspended: 'Gesperrt',
  closed: 'Geschlossen',
};

export const units: Words['units'] = {
  orders: { one: 'Bestellung', many: 'Bestellungen' },
  items: { one: 'Position', many: 'Positionen' },
  conversations: { one: 'Anfrage', many: 'Anfragen' },
  days: { one: 'Tag', many: 'Tage' },
};

export const atFault: Words['atFault'] = 'beanstandet';

export const exemptions: Words['exemptions'] = {
  carrier_incident: 'Störung beim Versanddienstleister',
  platform_error: 'Fehler der Plattform',
  declared_closure: 'vom Verkäufer vorab gemeldete Betriebspause',
  force_majeure: 'höhere Gewalt',
  dispute_upheld: 'vom Verkäufer zu Recht bestritten',
  shared_dispatch: 'zusammen mit einer anderen Bestellung versandt',
};

export const columns: Words['columns'] = {
  placed_at: 'Bestelleingang',
  confirmed_at: 'Versandbestätigung',
  ship_by: 'Versand bis',
  first_scan_at: 'Erstscan',
  deliver_by: 'Zustellung bis',
  delivered_at: 'Zustellung',
  cancelled_at: 'Stornierung',
  cancelled_by: 'Stornierung durch',
  has_tracking: 'Sendungsnummer',
  reviewed_at: 'Bewertung vom',
  rating: 'Erstbewertung',
  about: 'Bewertung betrifft',
  return_requested_at: 'Rückgabe angemeldet',
  returned_at: 'Rücksendung (vom Verkäufer zu vertreten)',
  refund_due_at: 'Erstattung fällig',
  refunded_at: 'Erstattung',
  case_opened_at: 'Fall eröffnet',
  case_unsolved_at: 'Fall vom Verkäufer nicht gelöst',
  case_lost_at: 'Fall gegen den Verkäufer entschieden',
  case_closed_at: 'Fall von der Plattform gelöst',
  not_received_at: 'Meldung als nicht erhalten',
  not_as_described_at: 'Meldung als nicht wie beschrieben',
  contacted_at: 'Nachricht des Käufers',
  opened_at: 'Eingang',
  reply_due_at: 'Antwort fällig',
  first_reply_at: 'Erstantwort',
  satisfaction: 'Umfrage',
  evidence: 'Nachweis',
};

/** Who cancelled an order, after the title of its column. */
export const cancelledBy: Words['cancelledBy'] = {
  buyer: 'den Käufer',
  seller: 'den Verkäufer',
  system: 'das System',
  platform: 'die Plattform',
  unknown: 'Unbekannt',
};

export const known: Words['known'] = 'vorhanden';
export const none: Words['none'] = 'fehlt';
export const star: Words['star'] = { one: 'Stern', many: 'Sterne' };

const needed = (have: string, need: string, many: string, days: string | undefined): string =>
  `${have} von ${need} nötigen ${dative(many)}${days ? ` in ${days} Tagen` : ''}`;
const faultsOf = (fault: string, counted: string, allowed: string): string =>
  `${fault} von ${counted} beanstandet, ${allowed} erlaubt`;

export const verdictBecause: Words['verdictBecause'] = {
  no_source: 'dafür sind keine Daten eingegangen',
  few_orders: (have, need, days?) => needed(have, need, 'Bestellungen', days),
  few_counted: (have, need, many, days) => needed(have, need, many, days),
  nothing_final: (days) => `in ${days} Tagen ist nichts endgültig geworden`,
  paused: (fault, counted, allowed) => `${faultsOf(fault, counted, allowed)}; die Kennzahl ist ausgesetzt`,
  within: faultsOf,
  above: faultsOf,
  few_buyers: (faults, _, have, need) =>
    `${faults}, aber nur ${have} Käufer betroffen: bei weniger als ${need} gilt jeder Schwellenwert als eingehalten`,
  few_days: (faults, n, have, need) =>
    `${faults}, aber nur an ${have} ${s(n, 'Tag', 'Tagen')}: bei weniger als ${need} gilt jeder Schwellenwert als eingehalten`,
};

export const window: Words['window'] = {
  low_volume: (days, fewer, many, usual) =>
    `gewertet werden ${days} Tage, weil es in ${usual} Tagen weniger als ${fewer} gewertete ${many} gibt`,
  stretched: (days, until, many, usual, most) =>
    `gewertet werden ${days} Tage: zwischen ${usual} und ${most} Tagen die kürzeste Zeitspanne mit ${until} gewerteten ${dative(many)}`,
  stretched_out: (days, until, many) =>
    `gewertet werden ${days} Tage, mehr sind nicht möglich: selbst darin gibt es weniger als ${until} gewertete ${many}`,
};

export const recommended: Words['recommended'] = {
  goal: (goal) => `Empfohlen: ${goal}.`,
  exceeded: (goal, allowed) =>
    `Empfohlen: ${goal}, das heißt ${allowed} beanstandet. Das ist überschritten, die Vorgabe aber eingehalten: Es hat keine Folgen.`,
};

export const tierBecause: Words['tierBecause'] = {
  nothing_measured: 'keine Kennzahl des Programms ist gemessen',
  few_orders: (have, need) => needed(have, need, 'Bestellungen', undefined),
  nothing_final: 'noch ist nichts endgültig',
  meets_all: (tier) => `alle Schwellenwerte der Stufe „${tier}“ sind eingehalten`,
  held_back: (tier, metric, fault, counted, allowed) =>
    `der Stufe „${tier}“ steht „${metric}“ entgegen: ${faultsOf(fault, counted, allowed)}`,
  points: (tier) => `der Stufe „${tier}“ stehen gültige Punkte entgegen`,
  score: (tier) => `der Stufe „${tier}“ steht die Gesamtwertung entgegen`,
  gate: (tier) => `die Stufe „${tier}“ verlangt mehr Bestellungen, mehr Umsatz oder eine längere Verkaufsdauer`,
};
