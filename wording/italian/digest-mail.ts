/** What the weekly digest says. */
import { al, dal } from './articles.js';
import { plural as s } from './plural.js';

const between = (low: string, high: string): string => `tra ${low} e ${high}`;

export const digest = {
  kicker: 'Riepilogo settimanale',
  everywhere: 'Tutte le regioni',
  subject: (region: string, week: string, headline: string) => `${region}, ${week}: ${headline}`,
  week: (number: number) => `settimana ${number}`,
  ofWeek: (week: string, from: string, to: string) => `${week}, ${dal(from)} ${al(to)}.`,
  headline: (n: string, change: string, days: number) => `${n} ordini in ${days} giorni (${change})`,
  noOrders: (days: number) => `nessun ordine in ${days} giorni`,
  intro: (days: number, day: string) => `I ${days} giorni fino ${al(day)}, a confronto con i ${days} giorni precedenti.`,
  kpi: {
    orders: 'Ordini',
    gmv: 'Valore della merce',
    active_sellers: 'Venditori attivi',
    new_sellers: 'Nuovi venditori',
  },
  same: 'nessuna variazione',
  was: (before: string) => `prima ${before}`,
  better: 'meglio',
  worse: 'peggio',
  noEarlier: 'nessun periodo precedente',
  noFullEarlier: 'nessun periodo precedente completo',
  /** A change of a rate with the interval that chance explains. */
  clear: (change: string, which: string, low: string, high: string) => `${change}, ${which}: ${between(low, high)}`,
  withinNoise: (change: string, low: string, high: string) => `${change}, oscillazione casuale: ${between(low, high)}`,
  fewSellers: (change: string) => `${change}, troppo pochi venditori per escludere il caso`,
  daysCounted: (from: string, to: string) => `${dal(from)} ${al(to)}`,
  currenciesDiffer: 'valute diverse',
  withoutForeign: (orders: string) => `esclusi ${orders} in un’altra valuta`,
  days: (n: number) => `${n} ${s(n, 'giorno', 'giorni')}`,
  metricsHeading: (days: number) => `Come sono andati gli ordini, ${days} giorni`,
  metric: 'Metrica',
  over: 'Su',
  accountable: 'Imputabile',
  raw: 'Grezzo',
  counted: (n: string) => `${n} nel conteggio`,
  concentration: (share: string) => `L’1% dei venditori con più spedizioni in ritardo ne ha generato una quota di ${share}.`,
  nothingCounted: 'ancora nulla nel conteggio',
  notMeasuredHeading: 'Non misurate',
  notMeasured: (metric: string, needs: string) => `${metric}: nessuna fonte per ${needs}`,
  sellers: (n: number, shown: string) => `${shown} ${s(n, 'venditore', 'venditori')}`,
  reason: (outcome: string, reason: string) => `${reason} (${outcome})`,
  regionsHeading: (days: number) => `Regioni, ${days} giorni`,
  region: 'Regione',
  quarantined: (rows: string, landed: string, share: string) => `Righe in quarantena: ${rows} su ${landed} ricevute (${share}).`,
  noneQuarantined: (landed: number, shown: string) =>
    landed === 1 ? 'L’unica riga ricevuta è stata accettata.' : `Tutte le ${shown} righe ricevute sono state accettate.`,
  quarantinedIn: (parts: string) => `In quarantena: ${parts}.`,
  neverLanded: (datasets: string) => `Mai ricevuti: ${datasets}.`,
  late: (n: number, shown: string) => `${shown} ${s(n, 'riga ricevuta', 'righe ricevute')} con più di un giorno di ritardo.`,
  run: (day: string, run: string) => `Dati ${al(day)}, elaborazione ${run}`,
  audience: (region: string) =>
    `Ricevi questo riepilogo una volta alla settimana, dopo l’elaborazione della domenica, per: ${region}.`,
};
