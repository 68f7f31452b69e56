/** Probation of new sellers. Numbers and days come written. */
import { plural as s } from './plural.js';

export const probation = {
  since: (day: string, n: number, most: string): string =>
    `Em período de experiência desde ${day}: no máximo ${most} ${s(n, 'pedido', 'pedidos')} por dia.`,
  soFar: (n: number, today: string, most: string): string =>
    `Hoje, ${n === 0 ? 'nenhum pedido' : `${today} ${s(n, 'pedido', 'pedidos')}`}; o máximo em um dia até agora: ${most}.`,
  above: (n: number, days: string): string => `Em ${days} ${s(n, 'dia', 'dias')} o limite diário foi ultrapassado.`,
  ended: (day: string, exit: string): string =>
    `O período de experiência terminou em ${day} (${exit}): os pedidos não têm mais limite.`,
  /** `Termina (Proven) com 100 pedidos (até agora, 43) e …` */
  exit: (name: string, asks: string): string => `Termina (${name}) com ${asks}.`,
  orders: (n: number, needed: string, days: string | null, value: string): string =>
    `${needed} ${s(n, 'pedido', 'pedidos')}${days === null ? '' : ` em ${days} dias`} (até agora, ${value})`,
  days: (n: number, needed: string, value: string): string =>
    `${needed} ${s(n, 'dia', 'dias')} desde o cadastro (até agora, ${value})`,
  metric: (title: string, met: boolean): string => `o padrão de ${title} atendido (${met ? 'já está' : 'ainda não'})`,
  /** In a programme's page. */
  heading: 'Enquanto você está começando',
};
