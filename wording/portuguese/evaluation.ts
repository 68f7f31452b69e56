/** Of an evaluation that is provisional, or was. Numbers, days and titles come written. */
import { plural as s } from './plural.js';

const nobodyMoves = 'Ninguém muda de nível e nenhum aviso começa ou termina';

export const evaluation = {
  /** To whoever runs the marketplace. */
  provisional: {
    too_many_would_fall: (day: string, fell: string, share: string, most: string) =>
      `A revisão de ${day} é provisória: faria cair de uma vez ${fell}${most}, e o máximo é ${share}. ${nobodyMoves} até que uma pessoa a libere.`,
    data_not_fresh: (day: string, dataset: string, where: string) =>
      `A revisão de ${day} é provisória: nada de ${dataset} chegou${where}, e o acaso não explica isso. ${nobodyMoves}; ela é feita quando os dados estiverem em dia, ou uma pessoa a libera.`,
  },
  /** It tripped on another night, and tonight fewer would fall. */
  fewer: (day: string, fell: string, since: string) =>
    `A revisão de ${day} é provisória desde ${since}, porque vendedores demais teriam caído de uma vez; esta noite seriam ${fell}. ${nobodyMoves} até que uma pessoa a libere.`,
  fell: (_: number, shown: string, of: number, all: string) => `${shown} de ${all} ${s(of, 'vendedor', 'vendedores')}`,
  mostBy: (n: string, metric: string) => `, ${n} deles por causa de ${metric}`,
  gate: 'requisitos do nível além dos limites',
  inRegion: (region: string) => ` na região ${region}`,
  released: (day: string, why: string, who: string, reason: string) =>
    `A revisão de ${day} era provisória, porque ${why}; foi liberada por ${who}: ${reason}`,
  notHeld: (day: string, who: string, reason: string) =>
    `A revisão de ${day} foi descartada: todos mantêm o nível que têm, e nenhum aviso começa ou termina por causa dela. ${who}: ${reason}`,
  freshAgain: (day: string, made: string) => `A revisão de ${day} era provisória, porque faltavam dados; foi feita em ${made}.`,
  why: {
    too_many_would_fall: 'vendedores demais teriam caído de uma vez',
    data_not_fresh: 'faltavam dados',
  },
  /** To a seller, who is no party to how many others would fall. */
  seller: {
    too_many_would_fall: (day: string) =>
      `A revisão de ${day} ainda não foi decidida: antes disso, uma pessoa verifica os dados em que ela se baseia. Até lá você mantém seu nível, e nenhum aviso começa.`,
    data_not_fresh: (day: string) =>
      `A revisão de ${day} ainda não foi decidida, porque faltam dados. Até que eles cheguem você mantém seu nível, e nenhum aviso começa.`,
    notHeld: (day: string) => `A revisão de ${day} foi descartada: você mantém seu nível, e nenhum aviso começa por causa dela.`,
    headline: 'a revisão ainda não foi decidida',
  },
  /** How one decides, as `decide --list` says it; `id` is what is typed. */
  release: (id: string) =>
    `Para liberá-la, de modo que a próxima noite a faça: scorecards decide ${id} --approve --by NOME --reason "...". Para descartá-la de vez: --depart.`,
  whoDecides: 'quem é responsável pelo programa: liberar a revisão ou descartá-la',
};
