/** What stands on the one page of a week's digest beside its numbers. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const digestPage: Words['digestPage'] = {
  line: (title, weeks, last) => `${title}, 13 Wochen bis ${last}: ${weeks}.`,
  noLine: (title) => `${title}: noch ist keine Woche bekannt.`,
  unknown: 'nicht bekannt',
  clear: (change, low, high) => `${change}, mehr als Zufall: ${low} bis ${high}`,
  movedHeading: 'Was sich verändert hat und warum',
  rose: (metric, points, now, low, high) =>
    `„${metric}“ stieg um ${points} auf ${now}, und das ist mehr als Zufall: um ${low} bis ${high}.`,
  fell: (metric, points, now, low, high) =>
    `„${metric}“ sank um ${points} auf ${now}, und das ist mehr als Zufall: um ${low} bis ${high}.`,
  nothingMoved: 'Keine Kennzahl hat sich stärker verändert, als es der Zufall erklärt.',
  nothingCompared: 'Es gibt keinen vollständigen früheren Zeitraum, mit dem sich Kennzahlen vergleichen lassen.',
  why: (rate, mix) =>
    `Davon kommen ${rate} aus den eigenen Quoten der Verkäufer und ${mix} daraus, wer mehr oder weniger verkauft hat.`,
  whyForgiven: (rate, mix, forgiven) =>
    `Davon kommen ${rate} aus den eigenen Quoten der Verkäufer, ${mix} daraus, wer mehr oder weniger verkauft hat, und ${forgiven} aus dem, was entschuldigt wurde.`,
  who: (sellers) => `Den größten Anteil haben: ${sellers}.`,
  whoAndCarrier: (sellers, carrier) => `Den größten Anteil haben: ${sellers}; unter den Versanddienstleistern ${carrier}.`,
  part: (name, points) => `${name} (${points})`,
  ordersMoved: (change, sellers) => `Bestellungen ${change}; aktive Verkäufer ${sellers}.`,
  changesHeading: (week) => `Auf- und abgestiegene Verkäufer, ${week}`,
  changesOfRun: 'Auf- und abgestiegene Verkäufer seit dem vorigen Lauf',
  rises: (shown) => `${shown} aufgestiegen`,
  falls: (shown) => `${shown} abgestiegen`,
  noChanges: 'Kein Verkäufer hat die Stufe gewechselt.',
  change: (seller, from, to) => `${seller}: von „${from}“ zu „${to}“`,
  apart: '; ',
  more: (shown) => (shown === '1' ? 'und 1 weiterer' : `und ${shown} weitere`),
  waitingMore: (n, shown) => `Und ${shown} weitere ${s(n, 'Entscheidung', 'Entscheidungen')}.`,
  metricsHeading: (days) => `Alle Kennzahlen, ${days} Tage`,
  change28: 'Veränderung',
  better: (change) => `${change}, besser`,
  worse: (change) => `${change}, schlechter`,
  noise: (change) => `${change}, Zufall`,
  few: (change) => `${change}, wenige Verkäufer`,
  readMetrics:
    'Besser oder schlechter heißt es nur, wo es mehr als Zufall ist: mehr, als sich Verkäufer und Tage ohnehin unterscheiden. PP steht für Prozentpunkte.',
  tiers: (programme, tiers) => `${programme}: ${tiers}.`,
  tier: (title, share) => `${title} ${share}`,
  unjudged: (shown, n, share) => `${shown} Verkäufer (${share}) ${s(n, 'hatte', 'hatten')} zu wenige Bestellungen für ein Urteil`,
  held: 'gehaltene Stufen',
  proposed: 'heute Nacht vorgeschlagene Stufen',
  quality: (sentences) => `Daten: ${sentences}`,
  besidesHeading: 'Bewerbungen und Hinweise',
  applied: (n, shown, before) =>
    `In der Woche ${s(n, 'kam', 'kamen')} ${shown} ${s(n, 'Bewerbung', 'Bewerbungen')}, in der Woche davor ${before}.`,
  applicantsWait: (n, shown, overdue) =>
    `${shown} ${s(n, 'wartet', 'warten')}, davon ${overdue} auf eine Entscheidung, länger als das Regelwerk erlaubt.`,
  leads: (n, shown) =>
    `${shown} ${s(n, 'Hinweis ist', 'Hinweise sind')} offen: Anzeichen von Missbrauch, denen ein Mensch nachgeht.`,
  behind: 'Gründe, andere Zeiträume und jede Anzahl stehen im Dashboard.',
  open: 'Dashboard öffnen',
  listHeading: 'Wochenberichte',
  listIntro: 'Eine Seite pro Woche, so wie sie verschickt wurde.',
  listNone: 'Noch gibt es keinen Wochenbericht. Der nächste kommt mit dem Lauf für den Sonntag.',
  listPage: 'Seite',
  listPdf: 'PDF',
  listed: (week, sunday) => `${week}, bis ${sunday}`,
};
