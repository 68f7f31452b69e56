/** What a scorecard mail says. Numbers, days and moments come written. */
import { plural as s } from './plural.js';

type Said = (rate: string) => string;
const bounds = (beside: Said, behind: Said, goal: Said, short: Said) => ({ beside, behind, goal, short });

/** `14 de nov.` where a full stop may follow. */
const withoutStop = (day: string): string => day.replace(/\.$/, '');

export const scorecard = {
  kicker: 'Relatório de desempenho',
  subject: (tier: string, headline: string) => `Seu relatório de desempenho: ${tier} – ${headline}`,
  subjectChanged: (from: string, to: string, headline: string) => `Seu nível mudou: ${from} → ${to} – ${headline}`,
  greeting: (shop: string | undefined) => (shop ? `Olá, ${shop}!` : 'Olá!'),
  moreMissed: (n: number) => ` e mais ${s(n, '1 métrica que não atende', `${n} métricas que não atendem`)}`,
  rateOverBound: (metric: string, rate: string, bound: string) => `${metric} ${rate} (${bound})`,
  allMet: (n: number) =>
    n === 1
      ? 'a única métrica analisada atende ao padrão'
      : `${n === 2 ? 'as duas' : `todas as ${n}`} métricas analisadas atendem ao padrão`,
  nothingMeasured: 'nenhuma métrica pôde ser medida',
  /** What the verdict is of: the end of a day, and a programme. */
  verdictOf: (day: string, programme: string) => `Seu nível no fim do dia ${day} · ${programme}`,
  tierLadder: 'Níveis, do melhor ao pior',
  changed: (from: string, to: string) => `Antes: ${from}. Agora: ${to}.`,
  metricsHeading: 'Seus números',
  pieces: (fault: string, counted: string, noun: string, what: string) => `${fault} de ${counted} ${noun} ${what}`,
  allowed: (n: string) => `máximo ${n}`,
  allowedNone: 'nenhum caso permitido',
  left: (n: number, shown: string) => (n === 0 ? 'margem esgotada' : `margem: mais ${shown}`),
  over: (_n: number, shown: string) => `${shown} a mais`,
  metRate: (rate: string) => `${rate} em ordem`,
  /** A bound beside a rate, behind it, as a goal, and in few letters. */
  bound: {
    at_most: bounds(
      (r) => `máximo ${r}`,
      (r) => `máximo ${r}`,
      (r) => `no máximo ${r}`,
      (r) => `≤ ${r}`,
    ),
    below: bounds(
      (r) => `permitido: menos de ${r}`,
      (r) => `permitido: menos de ${r}`,
      (r) => `menos de ${r}`,
      (r) => `< ${r}`,
    ),
    met_at_least: bounds(
      (r) => `mínimo ${r}`,
      (r) => `mínimo exigido ${r}`,
      (r) => `no mínimo ${r} em ordem`,
      (r) => `≥ ${r} em ordem`,
    ),
    met_above: bounds(
      (r) => `mais de ${r}`,
      (r) => `exigido: mais de ${r}`,
      (r) => `mais de ${r} em ordem`,
      (r) => `> ${r} em ordem`,
    ),
  },
  days: (from: string, to: string) => `período de ${withoutStop(from)} a ${withoutStop(to)}`,
  window: (days: number) => `${days} ${s(days, 'dia', 'dias')}`,
  forgiven: (shown: string) => `justificados: ${shown}`,
  excluded: (shown: string) => `desconsiderados: ${shown}`,
  pending: (shown: string) => `ainda não definitivos: ${shown}`,
  morePending:
    'Os números ainda não definitivos podem mudar: aguardamos as leituras, as entregas e as avaliações que chegam com atraso.',
  notShown: (n: number) =>
    s(
      n,
      `Mais ${n} métrica não aparece aqui: atende ao padrão ou não pôde ser analisada.`,
      `Mais ${n} métricas não aparecem aqui: atendem ao padrão ou não puderam ser analisadas.`,
    ),
  notShownMissed: (n: number) => s(n, `Mais ${n} métrica não aparece aqui.`, `Mais ${n} métricas não aparecem aqui.`),
  /** Of metrics without one fault, by name: where others have some, and where none has. */
  spotlessBeside: (n: number, names: string) => `Sem problemas em mais ${n} ${s(n, 'métrica', 'métricas')}: ${names}.`,
  spotless: (names: string) => `Sem problemas em nenhum dos seus números: ${names}.`,
  ordersHeading: 'Pedidos com problema: primeiro os decisivos, por ordem de saída',
  conversation: (id: string) => `Conversa ${id}`,
  order: (id: string) => `Pedido ${id}`,
  countsUntil: (day: string) => `sai dos seus números em ${day}`,
  allAttached: 'A tabela em anexo traz todos.',
  allOrders: 'Todos os pedidos com problema',
  moreOrders: (n: number, shown: string) => s(n, `Mais ${shown} não está na lista.`, `Outros ${shown} não estão na lista.`),
  firstHeading: 'O que fazer primeiro',
  nextHeading: 'Próximos passos',
  toReach: (tier: string, metric: string, bound: string, now: string) =>
    `Para alcançar o nível ${tier}: ${metric}, ${bound} (agora ${now}).`,
  projected: (tier: string) => `Se tudo o que ainda não é definitivo der certo, seu nível será ${tier}.`,
  judgedFrom: (need: string, days: number, have: string) =>
    `Para receber um nível, você precisa de ${need} pedidos em ${days} dias; até agora tem ${have}.`,
  judgedOnceFinal: 'Você receberá um nível quando houver pedidos definitivos suficientes.',
  keepGoing: 'Você não precisa fazer nada. Continue assim.',
  contestHeading: 'Algum número parece errado?',
  contest:
    'Responda a este e-mail com o número do pedido. Uma pessoa verifica o caso; um pedido corrigido ou justificado é analisado de novo na noite seguinte. Isso muda seus números enquanto o pedido contar: até o dia indicado ao lado dele.',
  /** Of a tier of a programme, until a day, and where. */
  contestUntil: (tier: string, programme: string, day: string, where: string) =>
    `Você pode contestar o nível ${tier} como um todo (${programme}) até ${day}: ${where}.`,
  proposal: 'Os níveis são propostos pelos números e decididos por pessoas: este e-mail, sozinho, não muda nada.',
  decided:
    'Os níveis são decididos nos dias de revisão, pelas regras do programa. Quem contesta um nível recebe a resposta de uma pessoa.',
  zones: 'Os horários são os locais da região de destino do pedido.',
  /** Why this mail, by its campaign. */
  why: {
    scorecard: 'Você recebe este e-mail uma vez por semana, quando seus números mudaram.',
    'scorecard-daily': 'Você recebe este e-mail, como pediu, em cada dia em que seus números mudaram.',
    'scorecard-monthly': 'Você recebe este e-mail, como pediu, uma vez por mês, quando seus números mudaram.',
    'scorecard-change': 'Você recebe este e-mail porque seu nível mudou.',
    'scorecard-notice': 'Você recebe este e-mail por causa de um aviso.',
  },
  preferences: 'Escolha a frequência ou cancele estes e-mails',
  unsubscribe: 'Cancelar estes e-mails',
  unsubscribeSubject: (seller: string) => `Cancelar os e-mails do relatório de desempenho de ${seller}`,
  programmeVersion: (title: string, version: string) => `${title} ${version}`,
  run: (day: string, run: string) => `Dados de ${day}, execução ${run}`,
};
