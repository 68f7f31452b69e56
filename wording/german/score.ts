/** What a score says. Numbers come written. */
import type { Words } from '../words.js';
import { pluralAsWritten, plural as s } from './plural.js';

export const score: Words['score'] = {
  heading: 'Ihre Gesamtwertung',
  total: (title, have, of) => `${title}: ${have} von ${of}`,
  weighted: 'die Summe dessen, was jeder Teil beiträgt',
  worst: (dimension) => `es entscheidet der niedrigste Teil, hier „${dimension}“`,
  few_orders: (title) =>
    `${title}: noch kein Wert, weil es zu wenige Bestellungen für ein Urteil gibt. Das ist keine schlechte Wertung.`,
  few_metrics: (title, have, need, n) =>
    `${title}: noch kein Wert, weil sich erst ${have} von ${need} nötigen ${s(n, 'Kennzahl', 'Kennzahlen')} beurteilen ${pluralAsWritten(have, 'lässt', 'lassen')}. Das ist keine schlechte Wertung.`,
  part: (what, faults, rate, points, of, weight, brings) =>
    `${what}: ${faults} = ${rate}: ${points} von ${of} Punkten, Gewicht ${weight}, trägt ${brings} bei`,
  faults: (fault, counted) => `${fault} von ${counted}`,
  partOnly: (what, faults, rate, points, of, weight) =>
    `${what}: ${faults} = ${rate}: ${points} von ${of} Punkten, Gewicht ${weight}`,
  weightInPart: (share, dimension) => `${share} von ${dimension}`,
  notAssessed: (what, weight) => `${what}: nicht beurteilt; das Gewicht von ${weight} verteilt sich auf die anderen`,
  notAssessedInPart: (what, dimension) => `${what}: nicht beurteilt und in ${dimension} nicht gewertet`,
  costsMost: (what, points) => `Am meisten kostet „${what}“: ${points} Punkte.`,
  caps: (tier) => `Damit ist höchstens die Stufe „${tier}“ möglich.`,
  lift: (what) => `Die Gesamtwertung verhindert eine bessere Stufe; am meisten heben würde sie „${what}“.`,
  benchmarkInShort: (share, sellers, at, low, high) =>
    `richtet sich danach, was ${share} der Shops der Kategorie einhalten, wenn sich mindestens ${sellers} beurteilen lassen: wie festgelegt bei ${at}, nicht weiter als von ${low} bis ${high}`,
  beside: (what, category, share, n, rate, day, until) =>
    `„${what}“ wird an Ihrer Kategorie „${category}“ gemessen: Am ${day} lagen ${share} ihrer ${n} Shops bei höchstens ${rate}; das gilt bis zum ${until}.`,
  moved: (written, at) => `Was die Kurve bei ${written} gibt, erhalten Sie bei ${at}.`,
  asWritten: 'Die Kurve bleibt wie festgelegt.',
  heldAt: (rate) => `Dafür wird der Wert ${rate} angesetzt, weil die Kurve nicht weiter verschoben wird.`,
  besideFew: (what, category, n, needed, day, until) =>
    `„${what}“ wird nicht an Ihrer Kategorie „${category}“ gemessen: Am ${day} ${pluralAsWritten(n, 'ließ', 'ließen')} sich ${n} ihrer Shops beurteilen, nötig sind ${needed}. Die Kurve bleibt bis zum ${until} wie festgelegt.`,
  besideNew: (what, category) =>
    `„${what}“ wird nicht an Ihrer Kategorie „${category}“ gemessen: Zu Beginn des Quartals ließ sich keiner ihrer Shops beurteilen. Die Kurve bleibt wie festgelegt.`,
  besideNone: (what) =>
    `„${what}“ wird nicht an einer Kategorie gemessen, weil keine Ihrer Bestellungen eine nennt. Die Kurve bleibt wie festgelegt.`,
  columns: {
    part: 'Teil',
    metric: 'Kennzahl',
    faults: 'Beanstandet',
    points: 'Punkte',
    weight: 'Gewicht',
    brings: 'Beitrag',
  },
};
