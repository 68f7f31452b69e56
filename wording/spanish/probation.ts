/** Probation of new sellers. Numbers and days come written. */
import { plural as s } from './plural.js';

export const probation = {
  since: (day: string, n: number, most: string): string =>
    `En periodo de prueba desde el ${day}: como máximo ${most} ${s(n, 'pedido', 'pedidos')} al día.`,
  soFar: (n: number, today: string, most: string): string =>
    `Hoy, ${n === 0 ? 'ningún pedido' : `${today} ${s(n, 'pedido', 'pedidos')}`}; el máximo en un día hasta ahora: ${most}.`,
  above: (n: number, days: string): string => `En ${days} ${s(n, 'día', 'días')} se superó el tope diario.`,
  ended: (day: string, exit: string): string =>
    `El periodo de prueba terminó el ${day} (${exit}): los pedidos ya no tienen tope.`,
  /** `Termina (Proven) con 100 pedidos (de momento, 43) y …` */
  exit: (name: string, asks: string): string => `Termina (${name}) con ${asks}.`,
  orders: (n: number, needed: string, days: string | null, value: string): string =>
    `${needed} ${s(n, 'pedido', 'pedidos')}${days === null ? '' : ` en ${days} días`} (de momento, ${value})`,
  days: (n: number, needed: string, value: string): string =>
    `${needed} ${s(n, 'día', 'días')} desde el alta (de momento, ${value})`,
  metric: (title: string, met: boolean): string => `el estándar de ${title} cumplido (${met ? 'lo está' : 'todavía no'})`,
  /** In a programme's page. */
  heading: 'Mientras empiezas',
};
