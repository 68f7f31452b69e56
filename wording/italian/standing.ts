/** What evaluations say. Numbers, rates, days and tiers come written. */
import { al, dal, del, il } from './articles.js';
import { problemi, problemiSu } from './problems.js';

/** What an evaluation says of a metric. */
export const standingVerdicts = {
  not_measured: 'Non misurata',
  not_assessable: 'Non valutata',
  met: 'Conforme',
  watch: 'Sotto osservazione',
  notice: 'Preavviso',
  confirmed: 'Preavviso confermato',
};

const years = (n: number): string => (n === 1 ? 'una volta all’anno' : `una volta ogni ${n} anni`);
const next = (day: string): string => `prossima valutazione ${il(day)}`;

export const standing = {
  held: 'livello attuale',
  /** An early warning, as a sentence. */
  early: (since: string, fault: string, counted: string, bound: string) =>
    `Primo segnale: ${dal(since)} si ${fault === '1' ? 'conta' : 'contano'} ${problemiSu(fault, counted)}, una quota che sembra sopra ${il(bound)} ammesso. Non cambia nulla, e scompare se i prossimi giorni tornano come prima.`,
  /** Of a metric that rests. */
  paused: (since: string, why: string) =>
    `In pausa ${dal(since)} (${why}): la metrica viene misurata e mostrata. Non fa perdere nessun livello; dove decidono le valutazioni, non ne fa ottenere nessuno che la sua soglia non consentirebbe.`,
  /** Why a seller holds the tier, as a clause in lower case. */
  because: {
    not_evaluated: (day: string) => `ancora nessuna valutazione; la prima sarà ${il(day)}`,
    not_assessable: (day: string) => `troppo pochi ordini per una valutazione; ${next(day)}`,
    first_evaluation: (since: string, day: string) => `prima valutazione ${il(since)}; ${next(day)}`,
    kept: (since: string, day: string) => `livello mantenuto ${dal(since)}; ${next(day)}`,
    improved: (since: string, day: string) =>
      `${dal(since)}, quando tutte le soglie del livello sono risultate rispettate; ${next(day)}`,
    gate: (since: string, day: string) =>
      `${dal(since)}, perché il livello precedente richiede più ordini, vendite o tempo di quanti ce ne fossero; ${next(day)}`,
    given_back: (since: string, day: string) => `livello restituito, mantenuto ${dal(since)}; ${next(day)}`,
    confirmed: (since: string, day: string, metric: string) =>
      `${dal(since)}, quando è stato confermato il preavviso per ${metric}; ${next(day)}`,
  },
  missedDay: (due: string, made: string) => `la valutazione ${del(due)} è stata recuperata ${il(made)}`,
  projected: (tier: string) => `Con i dati di oggi una valutazione darebbe il livello «${tier}».`,
  projectedByGate: (tier: string, held: string) =>
    `Con i dati di oggi una valutazione darebbe il livello «${tier}», perché «${held}» richiede più ordini, vendite o tempo di quanti ce ne siano.`,
  /** `Senza il giorno peggiore (11 nov: 2) restano 8 problemi su 58; il caso ne spiega fino a 5.` */
  leftOver: (day: string, faults: string, left: string, counted: string, luck: string) =>
    `Senza il giorno peggiore (${day}: ${faults}) ${left === '1' ? 'resta' : 'restano'} ${problemiSu(left, counted)}; il caso ne spiega fino a ${luck}.`,
  watch: (bound: string, tier: string) =>
    `Sopra ${il(bound)} ammesso dal livello «${tier}», ma non più di quanto possa spiegare il caso: non ne consegue nulla.`,
  notice: (day: string, tier: string, bound: string) =>
    `Preavviso ${del(day)}: è in gioco il livello «${tier}», che ammette al massimo ${il(bound)}.`,
  atStake: (day: string, metric: string, tier: string) => `Preavviso ${del(day)} per ${metric}: è in gioco il livello «${tier}».`,
  wouldNotice: (day: string) => `Con i dati di oggi una valutazione darebbe un preavviso; la prossima è ${il(day)}.`,
  rare: (n: number) => `A un buon negozio di queste dimensioni capita meno di ${years(n)}.`,
  cure: (from: string, until: string, bound: string, settled: string) =>
    `Se anche i giorni ${dal(from)} ${al(until)} sono sopra ${il(bound)}, sempre senza il giorno peggiore, il livello si perde; si decide a partire ${dal(settled)}, quando saranno definitivi.`,
  soFar: (left: string, counted: string, allowed: string) =>
    `Finora ${problemiSu(left, counted)}, senza il giorno peggiore; in tutto il massimo è circa ${allowed}.`,
  confirmed: (left: string, counted: string, bound: string) =>
    `Confermato: nei giorni dopo il preavviso, senza il peggiore, ${left === '1' ? 'resta' : 'restano'} ${problemiSu(left, counted)}, di nuovo sopra ${il(bound)}.`,
  ended: (left: string, counted: string) =>
    `Il preavviso è chiuso: da allora ${problemi(left)} su ${counted}, senza il giorno peggiore.`,
  toAPerson: 'Talmente sopra la soglia che una persona lo esamina subito.',
};
