/** What a score says. Numbers come written. */
import { al, atStart, dal, il } from './articles.js';
import { plural as s } from './plural.js';

export const score = {
  heading: 'Il tuo punteggio',
  /** `Punteggio negozio: 4,06 su 5` */
  total: (title: string, have: string, of: string) => `${title}: ${have} su ${of}`,
  weighted: 'è la somma di quanto apporta ogni parte',
  worst: (dimension: string) => `decide la parte più bassa, cioè ${dimension}`,
  few_orders: (title: string) =>
    `${title}: non ancora disponibile, perché gli ordini sono troppo pochi per una valutazione. Non è un punteggio basso.`,
  few_metrics: (title: string, have: string, need: string, n: number) =>
    `${title}: non ancora disponibile, perché ${s(n, `della ${need} metrica necessaria`, `delle ${need} metriche necessarie`)} se ne ${have === '1' ? 'può' : 'possono'} valutare ${have}. Non è un punteggio basso.`,
  part: (what: string, faults: string, rate: string, points: string, of: string, weight: string, brings: string) =>
    `${what}: ${faults} = ${rate}: ${points} punti su ${of}, peso ${weight}, apporta ${brings}`,
  faults: (fault: string, counted: string) => `${fault} su ${counted}`,
  /** Where its dimension does not decide, or there is no score. */
  partOnly: (what: string, faults: string, rate: string, points: string, of: string, weight: string) =>
    `${what}: ${faults} = ${rate}: ${points} punti su ${of}, peso ${weight}`,
  weightInPart: (share: string, dimension: string) => `${share} di ${dimension}`,
  notAssessed: (what: string, weight: string) => `${what}: non valutata, perciò il suo peso, ${weight}, va alle altre`,
  /** Where a part decides, and parts have no weight. */
  notAssessedInPart: (what: string, dimension: string) => `${what}: non valutata, ed esclusa da ${dimension}`,
  costsMost: (what: string, points: string) => `La metrica che costa di più: ${what}, ${points} punti.`,
  caps: (tier: string) => `Con questo punteggio il livello è al massimo «${tier}».`,
  lift: (what: string) => `È il punteggio a frenare il livello; ciò che lo alzerebbe di più: ${what}.`,
  benchmarkInShort: (share: string, sellers: string, at: string, low: string, high: string) =>
    `si sposta con ciò che ${il(share)} dei negozi della categoria non supera, se se ne possono valutare almeno ${sellers}: come scritto ${al(at)}, non oltre l’intervallo ${dal(low)} ${al(high)}`,
  /** `Spedizione in ritardo si confronta con la tua categoria, libri: …` Of a curve that moved. */
  beside: (what: string, category: string, share: string, n: string, rate: string, day: string, until: string) =>
    `${what}: confronto con la tua categoria, ${category}. ${atStart(il(day))} ${il(share)} dei suoi ${n} negozi aveva ${il(rate)} o meno, e ciò vale fino ${al(until)}.`,
  /** What that does to the curve: of one rate of it, which other has its points now. */
  moved: (written: string, at: string) => `I punti che la curva dà ${al(written)} li ottieni ${al(at)}.`,
  asWritten: 'La curva resta come è scritta.',
  heldAt: (rate: string) => `Al suo posto si prende ${il(rate)}, perché la curva non si sposta oltre.`,
  besideFew: (what: string, category: string, n: string, needed: string, day: string, until: string) =>
    `${what}: nessun confronto con la tua categoria, ${category}. ${atStart(il(day))} i suoi negozi valutabili erano ${n}, e ne servono ${needed}. La curva resta come è scritta fino ${al(until)}.`,
  besideNew: (what: string, category: string) =>
    `${what}: nessun confronto con la tua categoria, ${category}. All’inizio del trimestre nessuno dei suoi negozi era valutabile. La curva resta come è scritta.`,
  besideNone: (what: string) =>
    `${what}: nessun confronto con una categoria, perché nessuno dei tuoi ordini indica la propria. La curva resta come è scritta.`,
  columns: { part: 'Parte', metric: 'Metrica', faults: 'Con problemi', points: 'Punti', weight: 'Peso', brings: 'Apporto' },
};
