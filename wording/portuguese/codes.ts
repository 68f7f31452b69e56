/** The words for every code that the datasets carry. */
import type { EXEMPTION_REASONS } from '../../contracts/landing/exemptions.js';
import { problemasEm } from './faults.js';
import { plural as s } from './plural.js';

/** Where a metric or a seller stands when no tier of the policy says it. */
export const tiers = {
  not_assessable: {
    title: 'Ainda sem análise',
    means: 'Há pedidos de menos para uma análise justa, por isso nenhum nível é atribuído.',
  },
  not_measured: {
    title: 'Sem medição',
    means: 'Não recebemos os dados deste programa, por isso nenhum nível é atribuído.',
  },
};

export const verdicts = {
  met: 'Atende',
  missed: 'Não atende',
  not_assessable: 'Sem análise',
  not_measured: 'Sem medição',
};

export const outcomes = {
  met: 'Sem problema',
  fault: 'Com problema',
  forgiven: 'Justificado',
  excluded: 'Desconsiderado',
  pending: 'Pendente',
};

export const rates = { accountable: 'Taxa atribuível', raw: 'Taxa bruta' };

/** How a tier changed since the run before. */
export const directions = {
  up: 'Subiu de nível',
  down: 'Caiu de nível',
  new: 'Primeiro relatório',
  other: 'Passou a ter ou deixou de ter análise',
};

/** Where the marketplace has a seller, whatever the tier. */
export const statuses = {
  probation: 'Em período de experiência',
  active: 'Ativo',
  restricted: 'Restrito',
  suspended: 'Suspenso',
  closed: 'Encerrado',
};

export const units = {
  orders: { one: 'pedido', many: 'pedidos' },
  items: { one: 'item', many: 'itens' },
  conversations: { one: 'conversa', many: 'conversas' },
  days: { one: 'dia', many: 'dias' },
};

export const atFault = 'com problema';

/** Why an exemption forgives; reasons that a business adds are shown as they landed. Reasons of rules: metrics/<metric>/metric.ts. */
export const exemptions = {
  carrier_incident: 'uma ocorrência da transportadora',
  platform_error: 'um erro da plataforma',
  declared_closure: 'uma pausa informada pelo vendedor',
  force_majeure: 'força maior',
  dispute_upheld: 'o vendedor contestou e tinha razão',
  shared_dispatch: 'enviado junto com outro pedido',
} satisfies Record<(typeof EXEMPTION_REASONS)[number], string>;

/** What proves an outcome, by the column of outcome_details. */
export const columns = {
  placed_at: 'Pedido feito',
  confirmed_at: 'Envio confirmado',
  ship_by: 'Prazo de envio',
  first_scan_at: 'Primeira leitura',
  deliver_by: 'Prazo de entrega',
  delivered_at: 'Entrega',
  cancelled_at: 'Cancelamento',
  cancelled_by: 'Cancelado',
  has_tracking: 'Código de rastreamento',
  reviewed_at: 'Avaliação em',
  rating: 'Primeira avaliação',
  about: 'A avaliação é sobre',
  return_requested_at: 'Pedido de devolução',
  returned_at: 'Devolução por responsabilidade do vendedor',
  refund_due_at: 'Prazo de reembolso',
  refunded_at: 'Reembolso',
  case_opened_at: 'Reclamação aberta',
  case_unsolved_at: 'Reclamação não resolvida pelo vendedor',
  case_lost_at: 'Reclamação decidida contra o vendedor',
  case_closed_at: 'Reclamação resolvida pela plataforma',
  not_received_at: 'Informado como não recebido',
  not_as_described_at: 'Informado como diferente do anunciado',
  contacted_at: 'Mensagem do comprador',
  opened_at: 'Início',
  reply_due_at: 'Prazo de resposta',
  first_reply_at: 'Primeira resposta',
  satisfaction: 'Pesquisa',
  evidence: 'Prova',
};

/** Who cancelled an order, after the title of its column: `cancelado pelo vendedor`. */
export const cancelledBy = {
  buyer: 'pelo comprador',
  seller: 'pelo vendedor',
  system: 'pelo sistema',
  platform: 'pela plataforma',
  unknown: 'por autor desconhecido',
};

export const known = 'informado';
export const none = 'não informado';
export const star = { one: 'estrela', many: 'estrelas' };

const neededOrders = (have: string, need: string, days: string | undefined): string =>
  `${have} dos ${need} pedidos necessários${days ? ` em ${days} dias` : ''}`;
const faultsOf = (fault: string, counted: string, allowed: string): string =>
  `${problemasEm(fault, counted)}, máximo de ${allowed}`;

/** Why a metric has its verdict. Counts come written. */
export const verdictBecause = {
  no_source: 'não chegaram dados para esta métrica',
  few_orders: (have: string, need: string, days?: string) => neededOrders(have, need, days),
  few_counted: (have: string, need: string, many: string, days: string) =>
    `${many} na conta em ${days} dias: ${have}; são necessários ${need}`,
  nothing_final: (days: string) => `ainda não há nada definitivo em ${days} dias`,
  paused: (fault: string, counted: string, allowed: string) => `${faultsOf(fault, counted, allowed)}; a métrica está em pausa`,
  within: faultsOf,
  above: faultsOf,
  few_buyers: (faults: string, n: number, have: string, need: string) =>
    `${faults}, mas com apenas ${have} ${s(n, 'comprador afetado', 'compradores afetados')}: com menos de ${need}, qualquer limite é considerado atendido`,
  few_days: (faults: string, n: number, have: string, need: string) =>
    `${faults}, mas só em ${have} ${s(n, 'dia', 'dias')}: com menos de ${need}, qualquer limite é considerado atendido`,
};

/** Why other days than usual count, as a clause. */
export const window = {
  low_volume: (days: string, fewer: string, many: string, usual: string): string =>
    `contam ${days} dias, porque em ${usual} dias há menos de ${fewer} ${many} na conta`,
  stretched: (days: string, until: string, many: string, usual: string, most: string): string =>
    `contam ${days} dias: entre ${usual} e ${most}, o mínimo para reunir ${until} ${many} na conta`,
  stretched_out: (days: string, until: string, many: string): string =>
    `contam ${days} dias, o máximo possível: mesmo assim há menos de ${until} ${many} na conta`,
};

/** What is recommended beside the standard, a sentence each. */
export const recommended = {
  goal: (goal: string): string => `Recomendado: ${goal}.`,
  exceeded: (goal: string, allowed: string): string =>
    `Recomendado: ${goal}, ou seja, ${allowed} com problema. Esse valor não foi atendido, embora o padrão tenha sido: não há consequências.`,
};

/** Why a seller has its tier. */
export const tierBecause = {
  nothing_measured: 'nenhuma métrica do programa é medida',
  few_orders: (have: string, need: string) => neededOrders(have, need, undefined),
  nothing_final: 'ainda não há nada definitivo',
  meets_all: (tier: string) => `atende a todos os limites do nível “${tier}”`,
  held_back: (tier: string, metric: string, fault: string, counted: string, allowed: string) =>
    `nível “${tier}” não alcançado por causa de ${metric}: ${faultsOf(fault, counted, allowed)}`,
  points: (tier: string) => `nível “${tier}” não alcançado por causa dos pontos ativos`,
  score: (tier: string) => `nível “${tier}” não alcançado por causa da pontuação`,
  gate: (tier: string) => `nível “${tier}” não alcançado: ele exige mais pedidos, vendas ou tempo`,
};
