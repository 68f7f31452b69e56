/** Of an evaluation that is provisional, or was. Numbers, days and titles come written. */
import { plural as s } from './plural.js';

const nobodyMoves = 'Nadie cambia de nivel y ningún aviso empieza ni termina';

export const evaluation = {
  /** To whoever runs the marketplace. */
  provisional: {
    too_many_would_fall: (day: string, fell: string, share: string, most: string) =>
      `La evaluación del ${day} es provisional: haría bajar a la vez a ${fell}${most}, cuando el máximo es el ${share}. ${nobodyMoves} hasta que una persona la libere.`,
    data_not_fresh: (day: string, dataset: string, where: string) =>
      `La evaluación del ${day} es provisional: no ha llegado nada de ${dataset}${where}, y el azar no lo explica. ${nobodyMoves}; se recupera cuando los datos estén al día, o la libera una persona.`,
  },
  /** It tripped on another night, and tonight fewer would fall. */
  fewer: (day: string, fell: string, since: string) =>
    `La evaluación del ${day} es provisional desde el ${since}, porque habrían bajado demasiados vendedores a la vez; esta noche serían ${fell}. ${nobodyMoves} hasta que una persona la libere.`,
  fell: (_: number, shown: string, of: number, all: string) => `${shown} de ${all} ${s(of, 'vendedor', 'vendedores')}`,
  mostBy: (n: string, metric: string) => `, de ellos ${n} por ${metric}`,
  gate: 'requisitos del nivel aparte de los límites',
  inRegion: (region: string) => ` en la región ${region}`,
  released: (day: string, why: string, who: string, reason: string) =>
    `La evaluación del ${day} era provisional, porque ${why}; la liberó ${who}: ${reason}`,
  notHeld: (day: string, who: string, reason: string) =>
    `La evaluación del ${day} queda anulada: todos conservan el nivel que tienen y ningún aviso empieza ni termina por ella. ${who}: ${reason}`,
  freshAgain: (day: string, made: string) =>
    `La evaluación del ${day} era provisional, porque faltaban datos; se recuperó el ${made}.`,
  why: {
    too_many_would_fall: 'habrían bajado demasiados vendedores a la vez',
    data_not_fresh: 'faltaban datos',
  },
  /** To a seller, who is no party to how many others would fall. */
  seller: {
    too_many_would_fall: (day: string) =>
      `La evaluación del ${day} aún no está decidida: antes, una persona revisa los datos en que se basa. Hasta entonces conservas tu nivel y no empieza ningún aviso.`,
    data_not_fresh: (day: string) =>
      `La evaluación del ${day} aún no está decidida, porque faltan datos. Hasta que lleguen conservas tu nivel y no empieza ningún aviso.`,
    notHeld: (day: string) => `La evaluación del ${day} queda anulada: conservas tu nivel y por ella no empieza ningún aviso.`,
    headline: 'la evaluación aún no está decidida',
  },
  /** How one decides, as `decide --list` says it; `id` is what is typed. */
  release: (id: string) =>
    `Para liberarla, de modo que la próxima noche la recupere: scorecards decide ${id} --approve --by NOMBRE --reason "...". Para anularla definitivamente: --depart.`,
  whoDecides: 'la persona responsable del programa: liberar la evaluación o anularla',
};
