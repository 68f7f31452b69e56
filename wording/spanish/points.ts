/** What points of a programme say. Numbers and days come written. */
import { plural as s } from './plural.js';

/** `1 punto`, `2 puntos`. */
const some = (n: number, have: string): string => `${have} ${s(n, 'punto', 'puntos')}`;

export const points = {
  heading: 'Tus puntos',
  total: (n: number, have: string) => (n === 0 ? 'Ningún punto vigente' : `${some(n, have)} ${s(n, 'vigente', 'vigentes')}`),
  rating: (rating: string, starts: string, have: string, n: number, earned: string | undefined) =>
    `Índice ${rating}: empieza en ${starts}${earned ? `, los pedidos han sumado ${earned}` : ''}, y ${n === 0 ? 'ningún punto lo reduce' : `${some(n, have)} lo ${s(n, 'reduce', 'reducen')}`}`,
  next: (next: string, title: string) => `${title} empieza en ${next}`,
  reached: (at: string, title: string, means: string) => `Umbral ${at} alcanzado, ${title}: ${means}`,
  caps: (tier: string) => `Mientras sea así, el nivel es como máximo «${tier}».`,
  falls: (day: string, left: string, n: number) =>
    `El ${day} ${n === 0 ? 'no queda ninguno' : s(n, `queda ${left} punto`, `quedan ${left} puntos`)}, si no se añade nada.`,
  ratingThen: (day: string, rating: string) => `El ${day} el índice es ${rating}, si no se añade nada.`,
  entry: (have: string, n: number, what: string, from: string, to: string, id: string) =>
    `${some(n, have)}: ${what}, ${s(n, 'cuenta', 'cuentan')} del ${from} al ${to} (${id})`,
  missed: (metric: string) => `no cumple: ${metric}`,
  states: { stands: 'vigente', expired: 'caducado', withdrawn: 'retirado' },
  fade: 'Los puntos caducan solos en su fecha; hasta entonces el nivel no puede mejorar.',
};
