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
  pieces: (fault: string, counted: string, noun: string, what: string) => `${counted} ${noun}, sendo ${fault} ${what}`,
  allowed: (n: string) => `máximo de ${n}`,
  allowedNone: 'nenhum caso permitido',
  left: (n: number, shown: string) => (n === 0 ? 'margem esgotada' : `margem: mais ${shown}`),
  over: (_n: number, shown: string) => `${shown} a mais`,
  metRate: (rate: string) => `${rate} sem problema`,
  /** A bound beside a rate, behind it, as a goal, and in few letters. */
  bound: {
    at_most: bounds(
      (r) => `máximo de ${r}`,
      (r) => `máximo de ${r}`,
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
      (r) => `mínimo de ${r}`,
      (r) => `mínimo exigido de ${r}`,
      (r) => `no mínimo ${r} sem problema`,
      (r) => `≥ ${r} sem problema`,
    ),
    met_above: bounds(
      (r) => `mais de ${r}`,
      (r) => `exigido: mais de ${r}`,
      (r) => `mais de ${r} sem problema`,
      (r) => `> ${r} sem problema`,
    ),
  },
  days: (from: string, to: string) => `período de ${withoutStop(from)} a ${withoutStop(to)}`,
  window: (days: number) => `${days} ${s(days, 'dia', 'dias')}`,
  forgiven: (shown: string) => `justificados: ${shown}`,
  excluded: (shown: string) => `desconsiderados: ${shown}`,
  /** The same with reasons, such as `uma ocorrência da transportadora (2), força maior (1)`. */
  forgivenBecause: (shown: string, reasons: string) => `justificados: ${shown} – ${reasons}`,
  excludedBecause: (shown: string, reasons: string) => `desconsiderados: ${shown} – ${reasons}`,
  /** A reason, and of how many orders it is the one. */
  reasonTimes: (reason: string, times: string) => `${reason} (${times})`,
  carrierIncident: (carrier: string) => `uma ocorrência da transportadora ${carrier}`,
  otherReasons: 'outros motivos',
  pending: (shown: string) => `ainda não definitivos: ${shown}`,
  morePending:
    'Os números ainda não definitivos podem mudar: aguardamos as leituras, as entregas e as avaliações que chegam mais tarde.',
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
  /** Rates of whole weeks, oldest first, such as `2,1% · 3,4% · –`, and how the bars above them are read. */
  weeks: (n: number, until: string, rates: string) => `${n} semanas até ${until}: ${rates}`,
  weeksHow:
    'Barras: a parcela com problema em cada semana completa já definitiva, da mais antiga à mais recente. A linha é o limite.',
  /** What changed since the last mail, which was of a day; by metric, with what came and went of what is at fault. */
  movedHeading: (day: string) => `O que mudou desde o e-mail de ${day}`,
  /** A rate with what it is of: `6,12% (12 de 196)`. */
  rateOf: (rate: string, fault: string, counted: string) => `${rate} (${fault} de ${counted})`,
  moved: (metric: string, before: string, now: string, why: string) => `${metric}: ${before} → ${now}; ${why}.`,
  movedTier: (before: string, now: string, because: string) => `${before} → ${now}: ${because}.`,
  moreMoved: (n: number, shown: string) => s(n, `Mais ${shown} número mudou.`, `Mais ${shown} números mudaram.`),
  /** Why: each of so many that are at fault now and were not then, or the other way round. */
  movedBy: {
    came: (n: number, shown: string) => `${shown} ${s(n, 'problema novo', 'problemas novos')}`,
    found: (n: number, shown: string) => `${shown} ${s(n, 'problema descoberto', 'problemas descobertos')} desde então`,
    reached: (n: number, shown: string) =>
      `${shown} ${s(n, 'problema de dias anteriores que agora conta', 'problemas de dias anteriores que agora contam')}`,
    left: (n: number, shown: string) => `${shown} ${s(n, 'problema', 'problemas')} já fora do período`,
    forgiven: (n: number, shown: string) => `${shown} ${s(n, 'justificado', 'justificados')} desde então`,
    corrected: (n: number, shown: string) => `${shown} ${s(n, 'corrigido', 'corrigidos')} desde então`,
  },
  asManyOfMore: 'o mesmo número de problemas, em um total maior',
  asManyOfFewer: 'o mesmo número de problemas, em um total menor',
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
    `Para alcançar o nível “${tier}”: ${metric}, ${bound} (agora ${now}).`,
  projected: (tier: string) => `Se tudo o que ainda não é definitivo der certo, seu nível será “${tier}”.`,
  judgedFrom: (need: string, days: number, have: string) =>
    `Para receber um nível, você precisa de ${need} pedidos em ${days} dias; até agora tem ${have}.`,
  judgedOnceFinal: 'Você receberá um nível quando houver pedidos definitivos suficientes.',
  keepGoing: 'Você não precisa fazer nada. Continue assim.',
  contestHeading: 'Algum número parece errado?',
  contest:
    'Responda a este e-mail com o número do pedido. Uma pessoa verifica o caso; um pedido corrigido ou justificado é analisado de novo na noite seguinte. Isso muda seus números enquanto o pedido contar: até o dia indicado ao lado dele.',
  /** Of a tier of a programme, until a day, and where. */
  contestUntil: (tier: string, programme: string, day: string, where: string) =>
    `Você pode contestar o nível “${tier}” como um todo (${programme}) até ${day}: ${where}.`,
  proposal: 'Os níveis são propostos pelos números e decididos por pessoas: este e-mail, sozinho, não muda nada.',
  decided:
    'Os níveis são decididos nos dias de revisão, pelas regras do programa. Quem contesta um nível recebe a resposta de uma pessoa.',
  zones: 'Os horários são os da região de destino do pedido.',
  /** Why this mail, by its campaign. */
  why: {
    scorecard: 'Você recebe este e-mail uma vez por semana, se seus números tiverem mudado.',
    'scorecard-daily': 'Você recebe este e-mail, como pediu, em cada dia em que seus números mudaram.',
    'scorecard-monthly': 'Você recebe este e-mail, como pediu, uma vez por mês, se seus números tiverem mudado.',
    'scorecard-change': 'Você recebe este e-mail porque seu nível mudou.',
    'scorecard-notice': 'Você recebe este e-mail por causa de um aviso.',
  },
  preferences: 'Escolha a frequência ou cancele estes e-mails',
  unsubscribe: 'Cancelar estes e-mails',
  unsubscribeSubject: (seller: string) => `Cancelar os e-mails do relatório de desempenho de ${seller}`,
  programmeVersion: (title: string, version: string) => `${title} ${version}`,
  run: (day: string, run: string) => `Dados de ${day}, execução ${run}`,
};
