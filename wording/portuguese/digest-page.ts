/** What stands on the one page of a week's digest beside its numbers. */
import { isOne } from './faults.js';
import { plural as s } from './plural.js';

const moved = (how: string) => (metric: string, points: string, now: string, low: string, high: string) =>
  `${metric}: ${how} de ${points}, para ${now}; é mais do que uma variação aleatória (entre ${low} e ${high}).`;

export const digestPage = {
  /** Read aloud, and shown where pictures are not: all that the line says. */
  line: (title: string, weeks: string, last: string) => `${title}, 13 semanas até ${last}: ${weeks}.`,
  noLine: (title: string) => `${title}: nenhuma semana conhecida ainda.`,
  unknown: 'sem dados',
  /** A change of a count with the interval that chance explains. */
  clear: (change: string, low: string, high: string) => `${change}, mais do que variação aleatória: entre ${low} e ${high}`,
  movedHeading: 'O que mudou e por quê',
  rose: moved('alta'),
  fell: moved('queda'),
  nothingMoved: 'Nenhuma métrica mudou mais do que uma variação aleatória.',
  nothingCompared: 'Não há um período anterior completo para comparar as métricas.',
  why: (rate: string, mix: string) =>
    `Dessa mudança, ${rate} vem das taxas próprias dos vendedores e ${mix} de quem vendeu mais ou menos.`,
  whyForgiven: (rate: string, mix: string, forgiven: string) =>
    `Dessa mudança, ${rate} vem das taxas próprias dos vendedores, ${mix} de quem vendeu mais ou menos e ${forgiven} do que foi justificado.`,
  who: (sellers: string) => `A maior parte: ${sellers}.`,
  whoAndCarrier: (sellers: string, carrier: string) => `A maior parte: ${sellers}; por transportadora, ${carrier}.`,
  part: (name: string, points: string) => `${name} (${points})`,
  ordersMoved: (change: string, sellers: string) => `Pedidos: ${change}; vendedores ativos: ${sellers}.`,
  changesHeading: (week: string) => `Vendedores que subiram e caíram, ${week}`,
  changesOfRun: 'Vendedores que subiram e caíram desde a execução anterior',
  rises: (shown: string) => `${shown} ${isOne(shown) ? 'subiu' : 'subiram'}`,
  falls: (shown: string) => `${shown} ${isOne(shown) ? 'caiu' : 'caíram'}`,
  noChanges: 'Nenhum vendedor mudou de nível.',
  change: (seller: string, from: string, to: string) => `${seller}: de ${from} para ${to}`,
  /** Between sellers with their tiers, which have commas and colons of their own. */
  apart: '; ',
  more: (shown: string) => `e mais ${shown}`,
  waitingMore: (n: number, shown: string) => `E mais ${shown} ${s(n, 'decisão', 'decisões')}.`,
  metricsHeading: (days: number) => `Todas as métricas, ${days} dias`,
  change28: 'Mudança',
  better: (change: string) => `${change}, melhor`,
  worse: (change: string) => `${change}, pior`,
  noise: (change: string) => `${change}, acaso`,
  few: (change: string) => `${change}, poucos vendedores`,
  readMetrics:
    'Melhor ou pior só se diz do que vai além de uma variação aleatória, ou seja, além do que vendedores e dias diferem de qualquer forma.',
  tiers: (programme: string, tiers: string) => `${programme}: ${tiers}.`,
  tier: (title: string, share: string) => `${title} ${share}`,
  unjudged: (shown: string, n: number, share: string) =>
    `${shown} ${s(n, 'vendedor', 'vendedores')} (${share}) com pedidos insuficientes para análise`,
  held: 'níveis atuais',
  proposed: 'níveis propostos esta noite',
  quality: (sentences: string) => `Dados: ${sentences}`,
  besidesHeading: 'Inscrições e indícios',
  applied: (n: number, shown: string, before: string) =>
    `${shown} ${s(n, 'inscrição chegou', 'inscrições chegaram')} na semana, ${before} na anterior.`,
  applicantsWait: (n: number, shown: string, overdue: string) =>
    `${shown} ${s(n, 'espera', 'esperam')}, ${overdue} delas por uma decisão há mais tempo do que a política permite.`,
  leads: (n: number, shown: string) =>
    `${shown} ${s(n, 'indício está aberto', 'indícios estão abertos')}: sinais de abuso que uma pessoa deve examinar.`,
  behind: 'Os motivos, outros períodos e todas as contagens estão no painel.',
  open: 'Abrir o painel',
  /** Of the list of digests. */
  listHeading: 'Resumos semanais',
  listIntro: 'Uma página por semana, como foi enviada.',
  listNone: 'Nenhum resumo foi escrito ainda. O próximo vem com a execução de domingo.',
  listPage: 'Página',
  listPdf: 'PDF',
  listed: (week: string, sunday: string) => `${week}, até ${sunday}`,
};
