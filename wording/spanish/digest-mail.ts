/** What the weekly digest says. */
import { plural as s } from './plural.js';

const between = (low: string, high: string): string => `entre ${low} y ${high}`;

export const digest = {
  kicker: 'Resumen semanal',
  everywhere: 'Todas las regiones',
  subject: (region: string, week: string, headline: string) => `${region}, ${week}: ${headline}`,
  week: (number: number) => `semana ${number}`,
  ofWeek: (week: string, from: string, to: string) => `${week}, del ${from} al ${to}.`,
  headline: (n: string, change: string, days: number) => `${n} pedidos en ${days} días (${change})`,
  noOrders: (days: number) => `ningún pedido en ${days} días`,
  intro: (days: number, day: string) => `Los ${days} días hasta el ${day}, comparados con los ${days} días anteriores.`,
  kpi: {
    orders: 'Pedidos',
    gmv: 'Valor de la mercancía',
    active_sellers: 'Vendedores activos',
    new_sellers: 'Vendedores nuevos',
  },
  same: 'sin cambios',
  was: (before: string) => `antes ${before}`,
  better: 'mejor',
  worse: 'peor',
  noEarlier: 'sin periodo anterior',
  noFullEarlier: 'sin periodo anterior completo',
  /** A change of a rate with the interval that chance explains. */
  clear: (change: string, which: string, low: string, high: string) => `${change}, ${which}: ${between(low, high)}`,
  withinNoise: (change: string, low: string, high: string) => `${change}, variación aleatoria: ${between(low, high)}`,
  fewSellers: (change: string) => `${change}, muy pocos vendedores para descartar el azar`,
  daysCounted: (from: string, to: string) => `del ${from} al ${to}`,
  currenciesDiffer: 'monedas distintas',
  withoutForeign: (orders: string) => `sin ${orders} en otra moneda`,
  days: (n: number) => `${n} ${s(n, 'día', 'días')}`,
  metricsHeading: (days: number) => `Cómo fueron los pedidos, ${days} días`,
  metric: 'Métrica',
  over: 'En',
  accountable: 'Imputable',
  raw: 'Bruta',
  counted: (n: string) => `${n} en el cómputo`,
  concentration: (share: string) => `El 1\u00a0% de los vendedores con más envíos con retraso generó el ${share} de ellos.`,
  nothingCounted: 'aún no hay nada en el cómputo',
  notMeasuredHeading: 'Sin medir',
  notMeasured: (metric: string, needs: string) => `${metric}: sin fuente para ${needs}`,
  sellers: (n: number, shown: string) => `${shown} ${s(n, 'vendedor', 'vendedores')}`,
  reason: (outcome: string, reason: string) => `${reason} (${outcome})`,
  regionsHeading: (days: number) => `Regiones, ${days} días`,
  region: 'Región',
  quarantined: (rows: string, landed: string, share: string) => `Filas en cuarentena: ${rows} de ${landed} recibidas (${share}).`,
  noneQuarantined: (landed: number, shown: string) =>
    landed === 1 ? 'Se aceptó la única fila recibida.' : `Se aceptaron las ${shown} filas recibidas.`,
  quarantinedIn: (parts: string) => `En cuarentena: ${parts}.`,
  neverLanded: (datasets: string) => `Nunca recibidos: ${datasets}.`,
  late: (n: number, shown: string) => `${shown} ${s(n, 'fila recibida', 'filas recibidas')} con más de un día de retraso.`,
  run: (day: string, run: string) => `Datos del ${day}, ejecución ${run}`,
  audience: (region: string) =>
    `Recibes este resumen una vez a la semana, tras la ejecución del domingo, con acceso a: ${region}.`,
};
