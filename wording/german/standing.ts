/** What evaluations say. Numbers, rates, days and tiers come written. */
import type { Words } from '../words.js';

export const standingVerdicts: Words['standingVerdicts'] = {
  not_measured: 'Nicht gemessen',
  not_assessable: 'Nicht beurteilt',
  met: 'Erfüllt',
  watch: 'Beobachtung',
  notice: 'Verwarnung',
  confirmed: 'Bestätigt',
};

const years = (n: number): string => (n === 1 ? 'einmal im Jahr' : `einmal in ${n} Jahren`);

export const standing: Words['standing'] = {
  held: 'hält',
  early: (since, fault, counted, bound) =>
    `Frühwarnung: seit dem ${since} ${fault} von ${counted} beanstandet; das sieht nach mehr als den erlaubten ${bound} aus. Es ändert nichts und entfällt, wenn die nächsten Tage wieder wie zuvor sind.`,
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
      `seit dem ${since}, weil die vorige Stufe mehr Bestellungen, Umsatz oder Verkaufszeit verlangt, als es gab; nächste Einstufung am ${next}`,
    given_back: (since, next) => `zurückgegeben, gehalten seit dem ${since}; nächste Einstufung am ${next}`,
    confirmed: (since, next, metric) =>
      `seit dem ${since}, als die Verwarnung zu „${metric}“ bestätigt wurde; nächste Einstufung am ${next}`,
  },
  missedDay: (due, made) => `die Einstufung vom ${due} wurde am ${made} nachgeholt`,
  projected: (tier) => `Eine Einstufung heute Nacht ergäbe die Stufe „${tier}“.`,
  projectedByGate: (tier, held) =>
    `Eine Einstufung heute Nacht ergäbe die Stufe „${tier}“, weil „${held}“ mehr Bestellungen, Umsatz oder Verkaufszeit verlangt, als es gibt.`,
  leftOver: (day, faults, left, counted, luck) =>
    `Ohne den schlechtesten Tag (${day}: ${faults}) ${left} der übrigen ${counted} beanstandet; Zufall erklärt bis zu ${luck}.`,
  watch: (bound, tier) => `Über den ${bound}, die „${tier}“ erlaubt, aber nicht weiter, als Zufall erklärt: Es hat keine Folgen.`,
  notice: (day, tier, bound) => `Verwarnung vom ${day}: Die Stufe „${tier}“ steht auf dem Spiel; sie erlaubt ${bound}.`,
  atStake: (day, metric, tier) => `Verwarnung vom ${day} zu „${metric}“: Die Stufe „${tier}“ steht auf dem Spiel.`,
  wouldNotice: (next) => `Eine Einstufung heute Nacht brächte eine Verwarnung; die nächste ist am ${next}.`,
  rare: (n) => `Einem guten Shop dieser Größe passiert das seltener als ${years(n)}.`,
  cure: (from, until, bound, settled) =>
    `Liegen auch die Tage vom ${from} bis zum ${until} über ${bound}, wieder ohne den schlechtesten Tag, geht die Stufe verloren; entschieden wird das ab dem ${settled}, wenn diese Tage endgültig sind.`,
  soFar: (left, counted, allowed) =>
    `Bisher ${left} von ${counted}, ohne den schlechtesten Tag; insgesamt sind etwa ${allowed} erlaubt.`,
  confirmed: (left, counted, bound) =>
    `Bestätigt: in den Tagen seit der Verwarnung ${left} von ${counted} beanstandet, ohne den schlechtesten Tag; auch das liegt über ${bound}.`,
  ended: (left, counted) => `Die Verwarnung ist vorbei: seither ${left} von ${counted} beanstandet, ohne den schlechtesten Tag.`,
  toAPerson: 'Bisher so weit über dem Schwellenwert, dass sich sofort ein Mensch damit befasst.',
};
