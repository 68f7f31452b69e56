/** What evaluations say. Numbers, rates, days and tiers come written. */
import type { Words } from '../words.js';
import { pluralAsWritten } from './plural.js';

export const standingVerdicts: Words['standingVerdicts'] = {
  not_measured: 'Nicht gemessen',
  not_assessable: 'Nicht beurteilt',
  met: 'Erfüllt',
  watch: 'Beobachtung',
  notice: 'Verwarnung',
  confirmed: 'Bestätigt',
};

const are = (shown: string): string => pluralAsWritten(shown, 'ist', 'sind');
const years = (n: number): string => (n === 1 ? 'einmal im Jahr' : `einmal in ${n} Jahren`);

export const standing: Words['standing'] = {
  held: 'hält',
  early: (since, fault, counted, bound) =>
    `Frühwarnung: Seit dem ${since} ${are(fault)} ${fault} von ${counted} beanstandet; das sieht nach mehr als dem erlaubten Anteil von ${bound} aus. Die Frühwarnung ändert nichts und entfällt, wenn die nächsten Tage wieder wie zuvor sind.`,
  paused: (since, why) =>
    `Ausgesetzt seit dem ${since} (${why}): Die Kennzahl wird gemessen und gezeigt. Durch sie geht keine Stufe verloren; wo Einstufungen entscheiden, wird auch keine gewonnen, die ihr Schwellenwert nicht zuließe.`,
  because: {
    not_evaluated: (next) => `noch keine Einstufung; die erste ist am ${next}`,
    not_assessable: (next) => `zu wenige Bestellungen für ein Urteil; nächste Einstufung am ${next}`,
    first_evaluation: (since, next) => `erstmals eingestuft am ${since}; nächste Einstufung am ${next}`,
    kept: (since, next) => `gehalten seit dem ${since}; nächste Einstufung am ${next}`,
    improved: (since, next) =>
      `seit dem ${since}, als alle Schwellenwerte dieser Stufe eingehalten waren; nächste Einstufung am ${next}`,
    gate: (since, next) =>
      `seit dem ${since}, weil die vorige Stufe mehr Bestellungen, mehr Umsatz oder eine längere Verkaufsdauer verlangt, als vorhanden war; nächste Einstufung am ${next}`,
    given_back: (since, next) => `zurückgegeben, gehalten seit dem ${since}; nächste Einstufung am ${next}`,
    confirmed: (since, next, metric) =>
      `seit dem ${since}, als die Verwarnung zu „${metric}“ bestätigt wurde; nächste Einstufung am ${next}`,
  },
  missedDay: (due, made) => `die Einstufung vom ${due} wurde am ${made} nachgeholt`,
  projected: (tier) => `Eine Einstufung heute Nacht ergäbe die Stufe „${tier}“.`,
  projectedByGate: (tier, held) =>
    `Eine Einstufung heute Nacht ergäbe die Stufe „${tier}“, weil „${held}“ mehr Bestellungen, mehr Umsatz oder eine längere Verkaufsdauer verlangt, als vorhanden ist.`,
  leftOver: (day, faults, left, counted, luck) =>
    `Ohne den schlechtesten Tag (${day}: ${faults}) ${are(left)} ${left} der übrigen ${counted} beanstandet; Zufall erklärt bis zu ${luck}.`,
  watch: (bound, tier) =>
    `Über dem Schwellenwert der Stufe „${tier}“ (${bound}), aber nicht mehr, als Zufall erklärt: Das bleibt ohne Folgen.`,
  notice: (day, tier, bound) => `Verwarnung vom ${day}: Die Stufe „${tier}“ steht auf dem Spiel; sie erlaubt ${bound}.`,
  atStake: (day, metric, tier) => `Verwarnung vom ${day} zu „${metric}“: Die Stufe „${tier}“ steht auf dem Spiel.`,
  wouldNotice: (next) => `Eine Einstufung heute Nacht brächte eine Verwarnung; die nächste Einstufung ist am ${next}.`,
  rare: (n) => `Einem guten Shop dieser Größe passiert das seltener als ${years(n)}.`,
  cure: (from, until, bound, settled) =>
    `Liegen auch die Tage vom ${from} bis zum ${until} über ${bound}, wieder ohne den schlechtesten Tag, geht die Stufe verloren; entschieden wird das ab dem ${settled}, wenn diese Tage endgültig sind.`,
  soFar: (left, counted, allowed) =>
    `Bisher ${left} von ${counted}, ohne den schlechtesten Tag; insgesamt erlaubt: etwa ${allowed}.`,
  confirmed: (left, counted, bound) =>
    `Bestätigt: In den Tagen seit der Verwarnung ${are(left)} ohne den schlechtesten ${left} von ${counted} beanstandet; auch das liegt über ${bound}.`,
  ended: (left, counted) =>
    `Die Verwarnung ist vorbei: Seither ${pluralAsWritten(left, 'war', 'waren')} ohne den schlechtesten Tag ${left} von ${counted} beanstandet.`,
  toAPerson: 'Bisher so weit über dem Schwellenwert, dass sich sofort ein Mensch damit befasst.',
};
