/** What stands on the one page of a week's digest beside its numbers. */
import { plural as s } from './plural.js';

const moved = (how: string) => (metric: string, points: string, now: string, low: string, high: string) =>
  `${metric}: ${how} de ${points}, hasta ${now}; es más que una variación aleatoria (entre ${low} y ${high}).`;

export const digestPage = {
  /** Read aloud, and shown where pictures are not: all that the line says. */
  line: (title: string, weeks: string, last: string) => `${title}, 13 semanas hasta el ${last}: ${weeks}.`,
  noLine: (title: string) => `${title}: aún no se conoce ninguna semana.`,
  unknown: 'sin datos',
  /** A change of a count with the interval that chance explains. */
  clear: (change: string, low: string, high: string) => `${change}, más que una variación aleatoria: entre ${low} y ${high}`,
  movedHeading: 'Qué cambió y por qué',
  rose: moved('subida'),
  fell: moved('bajada'),
  nothingMoved: 'Ninguna métrica cambió más que una variación aleatoria.',
  nothingCompared: 'No hay un periodo anterior completo con el que comparar las métricas.',
  why: (rate: string, mix: string) =>
    `De ese cambio, ${rate} viene de las tasas propias de los vendedores y ${mix} de quién vendió más o menos.`,
  whyForgiven: (rate: string, mix: string, forgiven: string) =>
    `De ese cambio, ${rate} viene de las tasas propias de los vendedores, ${mix} de quién vendió más o menos y ${forgiven} de lo que se justificó.`,
  who: (sellers: string) => `La mayor parte: ${sellers}.`,
  whoAndCarrier: (sellers: string, carrier: string) => `La mayor parte: ${sellers}; por transportista, ${carrier}.`,
  part: (name: string, points: string) => `${name} (${points})`,
  ordersMoved: (change: string, sellers: string) => `Pedidos, ${change}; vendedores activos, ${sellers}.`,
  changesHeading: (week: string) => `Vendedores que subieron y bajaron, ${week}`,
  changesOfRun: 'Vendedores que subieron y bajaron desde la ejecución anterior',
  rises: (shown: string) => `${shown} ${shown === '1' ? 'subió' : 'subieron'}`,
  falls: (shown: string) => `${shown} ${shown === '1' ? 'bajó' : 'bajaron'}`,
  noChanges: 'Ningún vendedor cambió de nivel.',
  change: (seller: string, from: string, to: string) => `${seller}: de ${from} a ${to}`,
  /** Between sellers with their tiers, which have commas and colons of their own. */
  apart: '; ',
  more: (shown: string) => `y ${shown} más`,
  waitingMore: (n: number, shown: string) => s(n, 'Y 1 decisión más.', `Y ${shown} decisiones más.`),
  metricsHeading: (days: number) => `Todas las métricas, ${days} días`,
  change28: 'Cambio',
  better: (change: string) => `${change}, mejor`,
  worse: (change: string) => `${change}, peor`,
  noise: (change: string) => `${change}, azar`,
  few: (change: string) => `${change}, pocos vendedores`,
  readMetrics:
    'Mejor o peor se dice solo de lo que va más allá de una variación aleatoria, es decir, de lo que vendedores y días difieren de todos modos.',
  tiers: (programme: string, tiers: string) => `${programme}: ${tiers}.`,
  tier: (title: string, share: string) => `${title} ${share}`,
  unjudged: (shown: string, n: number, share: string) =>
    `${shown} ${s(n, 'vendedor', 'vendedores')} (${share}) con muy pocos pedidos para evaluar`,
  held: 'niveles actuales',
  proposed: 'niveles propuestos esta noche',
  quality: (sentences: string) => `Datos: ${sentences}`,
  besidesHeading: 'Solicitudes e indicios',
  applied: (n: number, shown: string, before: string) =>
    `${s(n, 'Llegó', 'Llegaron')} ${shown} ${s(n, 'solicitud', 'solicitudes')} en la semana, ${before} en la anterior.`,
  applicantsWait: (n: number, shown: string, overdue: string) =>
    `${shown} ${s(n, 'espera', 'esperan')}, ${overdue} de ellas una decisión, más tiempo del que permite la política.`,
  leads: (n: number, shown: string) =>
    `${shown} ${s(n, 'indicio está abierto', 'indicios están abiertos')}: señales de abuso que debe examinar una persona.`,
  behind: 'Los motivos, otros periodos y todos los recuentos están en el panel.',
  open: 'Abrir el panel',
  /** Of the list of digests. */
  listHeading: 'Resúmenes semanales',
  listIntro: 'Una página por semana, tal como se envió.',
  listNone: 'Aún no se ha escrito ningún resumen. El próximo llega con la ejecución del domingo.',
  listPage: 'Página',
  listPdf: 'PDF',
  listed: (week: string, sunday: string) => `${week}, hasta el ${sunday}`,
};
