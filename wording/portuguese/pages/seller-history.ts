/** What the dashboard says of a seller's weeks and of what happened meanwhile. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';

export const sellerHistory: PageWords['sellerHistory'] = {
  title: 'Histórico e decisões',
  note: 'Semanas definitivas, de segunda a domingo, pelo dia em que um pedido conta. Sombreados: os dias que ainda não fazem parte de nenhuma dessas semanas. As letras são explicadas abaixo de cada gráfico.',
  none: 'Nenhuma semana é conhecida aqui: nenhuma revisão trata deste vendedor, ou esta execução não as publicou.',
  clean: (days) => `Nenhum problema nos ${days} dias que contam esta noite. As semanas são desenhadas quando há algum.`,
  noWeeks: 'Nas semanas completas mostradas aqui nada conta.',
  withoutWeeks: (metrics) => `Nada se sabe aqui de: ${metrics}. Sem medição, ou com poucos casos para avaliar.`,
  picture: (metric: string) => `${metric}, semana a semana. Os números estão na tabela abaixo.`,
  marksAlone: (metric) => `${metric}: o que aconteceu e quando, explicado abaixo.`,
  marked: 'Eventos marcados',
  table: 'Os números em uma tabela',
  columns: ['Semana', 'Taxa', 'Com problema', 'Na conta'],
  nothing: 'nada na conta',
  limit: (tier: string, bound: string) => `${tier}: ${bound}`,
  limits: 'Limites',
  mark: {
    policy: (version: string) => `A versão ${version} do programa entra em vigor`,
    evaluated: (tier: string) => `Última revisão: ${tier}`,
    since: (tier: string) => `A partir deste dia o nível é “${tier}”`,
    notice: (bound: string) => `Aviso: mais do que o acaso explica, com um limite de ${bound}`,
    fresh: 'Último dos primeiros dias que decidem o aviso',
    changed: (from, to) => `Revisão: de ${from} para ${to}`,
    proposes: (from, to) => `A revisão propõe uma mudança: de ${from} para ${to}`,
    effective: (from: string, to: string) => `Em vigor: de ${from} para ${to}`,
    givenBack: (tier: string) => `Nível devolvido: ${tier}`,
    appealed: 'Contestação apresentada',
    exempted: (orders: string, why: string) => `Isenção para ${orders}: ${why}`,
    incident: (carrier, region, orders) =>
      `Proposto e não concedido: dias de ${carrier} para ${region}, com isenção para ${orders}`,
    peak: (name: string) => `Período de pico com mais prazo: ${name}`,
    paused: 'A partir deste dia a métrica está em pausa: ela não faz perder nenhum nível',
  },
  span: (first: string, last: string) => `${first} a ${last}`,
  decisions: 'Decisões',
  noDecisions: 'No período em que as decisões ficam guardadas, nenhuma revisão mudou este nível ou propôs mudá-lo.',
  asTold:
    'Os e-mails comunicam ao vendedor o que espera por uma pessoa e o que pessoas decidiram nas últimas quatro semanas, com as mesmas frases do topo deste cartão.',
};
