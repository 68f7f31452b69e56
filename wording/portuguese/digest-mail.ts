/** What the weekly digest says. */
import { plural as s } from './plural.js';

const between = (low: string, high: string): string => `entre ${low} e ${high}`;

export const digest = {
  kicker: 'Resumo semanal',
  everywhere: 'Todas as regiões',
  subject: (region: string, week: string, headline: string) => `${region}, ${week}: ${headline}`,
  week: (number: number) => `semana ${number}`,
  ofWeek: (week: string, from: string, to: string) => `${week}, de ${from} a ${to}.`,
  headline: (n: string, change: string, days: number) => `${n} pedidos em ${days} dias (${change})`,
  noOrders: (days: number) => `nenhum pedido em ${days} dias`,
  intro: (days: number, day: string) => `Os ${days} dias até ${day}, comparados com os ${days} dias anteriores.`,
  kpi: {
    orders: 'Pedidos',
    gmv: 'Valor das mercadorias',
    active_sellers: 'Vendedores ativos',
    new_sellers: 'Vendedores novos',
  },
  same: 'sem mudança',
  was: (before: string) => `antes ${before}`,
  better: 'melhor',
  worse: 'pior',
  noEarlier: 'sem período anterior',
  noFullEarlier: 'sem período anterior completo',
  /** A change of a rate with the interval that chance explains. */
  clear: (change: string, which: string, low: string, high: string) => `${change}, ${which}: ${between(low, high)}`,
  withinNoise: (change: string, low: string, high: string) => `${change}, variação aleatória: ${between(low, high)}`,
  fewSellers: (change: string) => `${change}, poucos vendedores para descartar o acaso`,
  daysCounted: (from: string, to: string) => `de ${from} a ${to}`,
  currenciesDiffer: 'moedas diferentes',
  withoutForeign: (orders: string) => `sem ${orders} em outra moeda`,
  days: (n: number) => `${n} ${s(n, 'dia', 'dias')}`,
  metricsHeading: (days: number) => `Como foram os pedidos, ${days} dias`,
  metric: 'Métrica',
  over: 'Em',
  accountable: 'Atribuível',
  raw: 'Bruta',
  counted: (n: string) => `${n} na conta`,
  concentration: (share: string) => `O 1% dos vendedores com mais envios com atraso gerou ${share} deles.`,
  nothingCounted: 'ainda nada na conta',
  notMeasuredHeading: 'Sem medição',
  notMeasured: (metric: string, needs: string) => `${metric}: sem fonte para ${needs}`,
  sellers: (n: number, shown: string) => `${shown} ${s(n, 'vendedor', 'vendedores')}`,
  reason: (outcome: string, reason: string) => `${reason} (${outcome})`,
  regionsHeading: (days: number) => `Regiões, ${days} dias`,
  region: 'Região',
  quarantined: (rows: string, landed: string, share: string) =>
    `Linhas em quarentena: ${rows} de ${landed} recebidas (${share}).`,
  noneQuarantined: (landed: number, shown: string) =>
    landed === 1 ? 'A única linha recebida foi aceita.' : `Todas as ${shown} linhas recebidas foram aceitas.`,
  quarantinedIn: (parts: string) => `Em quarentena: ${parts}.`,
  neverLanded: (datasets: string) => `Nunca recebidos: ${datasets}.`,
  late: (n: number, shown: string) => `${shown} ${s(n, 'linha recebida', 'linhas recebidas')} com mais de um dia de atraso.`,
  run: (day: string, run: string) => `Dados de ${day}, execução ${run}`,
  audience: (region: string) =>
    `Você recebe este resumo uma vez por semana, depois da execução de domingo, por ter acesso a: ${region}.`,
};
