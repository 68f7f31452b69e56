/** The words for every code that the datasets carry. */
import type { EXEMPTION_REASONS } from '../../contracts/landing/exemptions.js';
import { incidenciasEn } from './faults.js';
import { plural as s } from './plural.js';

/** Where a metric or a seller stands when no tier of the policy says it. */
export const tiers = {
  not_assessable: {
    title: 'Aún sin evaluar',
    means: 'Hay muy pocos pedidos para evaluar con justicia, así que no se asigna ningún nivel.',
  },
  not_measured: {
    title: 'Sin medir',
    means: 'No nos han llegado los datos de este programa, así que no se asigna ningún nivel.',
  },
};

export const verdicts = { met: 'Cumple', missed: 'No cumple', not_assessable: 'Sin evaluar', not_measured: 'Sin medir' };

export const outcomes = {
  met: 'Sin incidencia',
  fault: 'Con incidencia',
  forgiven: 'Justificado',
  excluded: 'Excluido',
  pending: 'Pendiente',
};

export const rates = { accountable: 'Tasa imputable', raw: 'Tasa bruta' };

/** How a tier changed since the run before. */
export const directions = {
  up: 'Sube de nivel',
  down: 'Baja de nivel',
  new: 'Primer informe',
  other: 'Pasa a estar o deja de estar sin evaluar',
};

/** Where the marketplace has a seller, whatever the tier. */
export const statuses = {
  probation: 'En periodo de prueba',
  active: 'Activo',
  restricted: 'Restringido',
  suspended: 'Suspendido',
  closed: 'Cerrado',
};

export const units = {
  orders: { one: 'pedido', many: 'pedidos' },
  items: { one: 'artículo', many: 'artículos' },
  conversations: { one: 'conversación', many: 'conversaciones' },
  days: { one: 'día', many: 'días' },
};

export const atFault = 'con incidencia';

/** Why an exemption forgives; reasons that a business adds are shown as they landed. Reasons of rules: metrics/<metric>/metric.ts. */
export const exemptions = {
  carrier_incident: 'una incidencia del transportista',
  platform_error: 'un error de la plataforma',
  declared_closure: 'un cierre comunicado por el vendedor',
  force_majeure: 'fuerza mayor',
  dispute_upheld: 'el vendedor lo impugnó y tenía razón',
  shared_dispatch: 'enviado junto con otro pedido',
} satisfies Record<(typeof EXEMPTION_REASONS)[number], string>;

/** What proves an outcome, by the column of outcome_details. */
export const columns = {
  placed_at: 'Pedido realizado',
  confirmed_at: 'Envío confirmado',
  ship_by: 'Fecha límite de envío',
  first_scan_at: 'Primer escaneo',
  deliver_by: 'Fecha límite de entrega',
  delivered_at: 'Entrega',
  cancelled_at: 'Cancelación',
  cancelled_by: 'Cancelado por',
  has_tracking: 'Número de seguimiento',
  reviewed_at: 'Valoración del',
  rating: 'Primera valoración',
  about: 'La valoración trata de',
  return_requested_at: 'Devolución solicitada',
  returned_at: 'Devolución por causa del vendedor',
  refund_due_at: 'Fecha límite de reembolso',
  refunded_at: 'Reembolso',
  case_opened_at: 'Reclamación abierta',
  case_unsolved_at: 'Reclamación no resuelta por el vendedor',
  case_lost_at: 'Reclamación decidida en contra del vendedor',
  case_closed_at: 'Reclamación resuelta por la plataforma',
  not_received_at: 'Comunicado como no recibido',
  not_as_described_at: 'Comunicado como distinto de la descripción',
  contacted_at: 'Mensaje del comprador',
  opened_at: 'Inicio',
  reply_due_at: 'Fecha límite de respuesta',
  first_reply_at: 'Primera respuesta',
  satisfaction: 'Encuesta',
  evidence: 'Prueba',
};

/** Who cancelled an order, after the title of its column. */
export const cancelledBy = {
  buyer: 'el comprador',
  seller: 'el vendedor',
  system: 'el sistema',
  platform: 'la plataforma',
  unknown: 'autor desconocido',
};

export const known = 'indicado';
export const none = 'no indicado';
export const star = { one: 'estrella', many: 'estrellas' };

const neededOrders = (have: string, need: string, days: string | undefined): string =>
  `${have} de los ${need} pedidos necesarios${days ? ` en ${days} días` : ''}`;
const faultsOf = (fault: string, counted: string, allowed: string): string =>
  `${incidenciasEn(fault, counted)}, máximo ${allowed}`;

/** Why a metric has its verdict. Counts come written. */
export const verdictBecause = {
  no_source: 'no han llegado datos para esta métrica',
  few_orders: (have: string, need: string, days?: string) => neededOrders(have, need, days),
  few_counted: (have: string, need: string, many: string, days: string) =>
    `${many} en el cómputo en ${days} días: ${have}; se necesitan ${need}`,
  nothing_final: (days: string) => `aún no hay nada definitivo en ${days} días`,
  paused: (fault: string, counted: string, allowed: string) => `${faultsOf(fault, counted, allowed)}; la métrica está en pausa`,
  within: faultsOf,
  above: faultsOf,
  few_buyers: (faults: string, n: number, have: string, need: string) =>
    `${faults}, pero con solo ${have} ${s(n, 'comprador afectado', 'compradores afectados')}: con menos de ${need} se considera cumplido cualquier límite`,
  few_days: (faults: string, n: number, have: string, need: string) =>
    `${faults}, pero solo en ${have} ${s(n, 'día', 'días')}: con menos de ${need} se considera cumplido cualquier límite`,
};

/** Why other days than usual count, as a clause. */
export const window = {
  low_volume: (days: string, fewer: string, many: string, usual: string): string =>
    `cuentan ${days} días, porque en ${usual} días hay menos de ${fewer} ${many} en el cómputo`,
  stretched: (days: string, until: string, many: string, usual: string, most: string): string =>
    `cuentan ${days} días: entre ${usual} y ${most}, los mínimos para reunir ${until} ${many} en el cómputo`,
  stretched_out: (days: string, until: string, many: string): string =>
    `cuentan ${days} días, el máximo posible: aun así hay menos de ${until} ${many} en el cómputo`,
};

/** What is recommended beside the standard, a sentence each. */
export const recommended = {
  goal: (goal: string): string => `Recomendado: ${goal}.`,
  exceeded: (goal: string, allowed: string): string =>
    `Recomendado: ${goal}, es decir, ${allowed} con incidencia. Ese valor no se cumple, aunque el estándar sí: no tiene consecuencias.`,
};

/** Why a seller has its tier. */
export const tierBecause = {
  nothing_measured: 'no se mide ninguna métrica del programa',
  few_orders: (have: string, need: string) => neededOrders(have, need, undefined),
  nothing_final: 'aún no hay nada definitivo',
  meets_all: (tier: string) => `cumple todos los límites del nivel «${tier}»`,
  held_back: (tier: string, metric: string, fault: string, counted: string, allowed: string) =>
    `nivel «${tier}» no alcanzado por ${metric}: ${faultsOf(fault, counted, allowed)}`,
  points: (tier: string) => `nivel «${tier}» no alcanzado por los puntos vigentes`,
  score: (tier: string) => `nivel «${tier}» no alcanzado por la puntuación`,
  gate: (tier: string) => `nivel «${tier}» no alcanzado: exige más pedidos, ventas o tiempo`,
};
