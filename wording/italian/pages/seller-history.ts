/** What the dashboard says of a seller's weeks and of what happened meanwhile. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { al, dal, del } from '../articles.js';

export const sellerHistory: PageWords['sellerHistory'] = {
  title: 'Storico e decisioni',
  note: 'Settimane definitive, da lunedì a domenica, in base al giorno in cui conta un ordine. Ombreggiati: i giorni che non rientrano ancora in una di queste settimane. Le lettere sono spiegate sotto ogni grafico.',
  none: 'Qui non c’è nessuna settimana nota: nessuna valutazione riguarda questo venditore, oppure questa elaborazione non le ha pubblicate.',
  clean: (days) => `Nessun problema nei ${days} giorni che contano stanotte. Le settimane si disegnano quando ce n’è uno.`,
  noWeeks: 'Nelle settimane intere mostrate qui non conta nulla.',
  withoutWeeks: (metrics) => `Qui non si sa nulla di: ${metrics}. Non misurato, o troppo poco per giudicare.`,
  picture: (metric: string) => `${metric}, settimana per settimana. I numeri sono nella tabella qui sotto.`,
  marksAlone: (metric) => `${metric}: che cosa è successo e quando, spiegato qui sotto.`,
  marked: 'Eventi segnati',
  table: 'I numeri in una tabella',
  columns: ['Settimana', 'Tasso', 'Con problemi', 'Nel conteggio'],
  nothing: 'nulla nel conteggio',
  limit: (tier: string, bound: string) => `${tier}: ${bound}`,
  limits: 'Soglie',
  mark: {
    policy: (version: string) => `Entra in vigore la versione ${version} del programma`,
    evaluated: (tier: string) => `Ultima valutazione: ${tier}`,
    since: (tier: string) => `Da questo giorno il livello è «${tier}»`,
    notice: (bound: string) => `Preavviso: più di quanto spieghi il caso, con una soglia ${del(bound)}`,
    fresh: 'Ultimo dei primi giorni che decidono l’esito del preavviso',
    changed: (from, to) => `Valutazione: da ${from} a ${to}`,
    proposes: (from, to) => `La valutazione propone un cambio: da ${from} a ${to}`,
    effective: (from: string, to: string) => `In vigore: da ${from} a ${to}`,
    givenBack: (tier: string) => `Livello restituito: ${tier}`,
    appealed: 'Ricorso presentato',
    exempted: (orders: string, why: string) => `Esenzione per ${orders}: ${why}`,
    incident: (carrier, region, orders) =>
      `Proposto e non concesso: giorni di ${carrier} verso ${region}, con esenzione per ${orders}`,
    peak: (name: string) => `Periodo di picco con più tempo: ${name}`,
    paused: 'Da questo giorno la metrica è in pausa: non fa perdere nessun livello',
  },
  span: (first: string, last: string) => `${dal(first)} ${al(last)}`,
  decisions: 'Decisioni',
  noDecisions:
    'Nel periodo per cui si conservano le decisioni, nessuna valutazione ha cambiato questo livello o proposto di cambiarlo.',
  asTold:
    'Le e-mail comunicano al venditore ciò che attende una persona e ciò che è stato deciso da persone nelle ultime quattro settimane, con le stesse frasi che si leggono in cima a questa scheda.',
};
