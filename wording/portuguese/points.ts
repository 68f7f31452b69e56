/** What points of a programme say. Numbers and days come written. */
import { plural as s } from './plural.js';

/** `1 ponto`, `2 pontos`. */
const some = (n: number, have: string): string => `${have} ${s(n, 'ponto', 'pontos')}`;

export const points = {
  heading: 'Seus pontos',
  total: (n: number, have: string) => (n === 0 ? 'Nenhum ponto ativo' : `${some(n, have)} ${s(n, 'ativo', 'ativos')}`),
  rating: (rating: string, starts: string, have: string, n: number, earned: string | undefined) =>
    `Índice ${rating}: começa em ${starts}${earned ? `, os pedidos somaram ${earned}` : ''}, e ${n === 0 ? 'nenhum ponto o reduz' : `${some(n, have)} o ${s(n, 'reduz', 'reduzem')}`}`,
  next: (next: string, title: string) => `${title} começa em ${next}`,
  reached: (at: string, title: string, means: string) => `Marco ${at} atingido, ${title}: ${means}`,
  caps: (tier: string) => `Enquanto isso valer, o nível é no máximo “${tier}”.`,
  falls: (day: string, left: string, n: number) =>
    `Em ${day} ${n === 0 ? 'não resta nenhum' : s(n, `resta ${left} ponto`, `restam ${left} pontos`)}, se nada for acrescentado.`,
  ratingThen: (day: string, rating: string) => `Em ${day} o índice é ${rating}, se nada for acrescentado.`,
  entry: (have: string, n: number, what: string, from: string, to: string, id: string) =>
    `${some(n, have)}: ${what}, ${s(n, 'vale', 'valem')} de ${from} a ${to} (${id})`,
  missed: (metric: string) => `não atende: ${metric}`,
  states: { stands: 'ativo', expired: 'expirado', withdrawn: 'retirado' },
  fade: 'Os pontos expiram sozinhos na data deles; até lá o nível não pode melhorar.',
};
