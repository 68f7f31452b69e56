/** What a score says. Numbers come written. */
import { plural as s } from './plural.js';

export const score = {
  heading: 'Tu puntuación',
  /** `Puntuación de la tienda: 4,06 de 5` */
  total: (title: string, have: string, of: string) => `${title}: ${have} de ${of}`,
  weighted: 'es la suma de lo que aporta cada parte',
  worst: (dimension: string) => `decide la parte más baja, que es ${dimension}`,
  few_orders: (title: string) =>
    `${title}: aún no disponible, porque hay muy pocos pedidos para evaluar. No es una puntuación baja.`,
  few_metrics: (title: string, have: string, need: string, n: number) =>
    `${title}: aún no disponible, porque solo ${have === '1' ? 'se puede' : 'se pueden'} evaluar ${have} de ${s(n, `la ${need} métrica necesaria`, `las ${need} métricas necesarias`)}. No es una puntuación baja.`,
  part: (what: string, faults: string, rate: string, points: string, of: string, weight: string, brings: string) =>
    `${what}: ${faults} = ${rate}: ${points} de ${of} puntos, peso ${weight}, aporta ${brings}`,
  faults: (fault: string, counted: string) => `${fault} de ${counted}`,
  /** Where its dimension does not decide, or there is no score. */
  partOnly: (what: string, faults: string, rate: string, points: string, of: string, weight: string) =>
    `${what}: ${faults} = ${rate}: ${points} de ${of} puntos, peso ${weight}`,
  weightInPart: (share: string, dimension: string) => `${share} de ${dimension}`,
  notAssessed: (what: string, weight: string) => `${what}: sin evaluar, así que su peso del ${weight} pasa a las demás`,
  /** Where a part decides, and parts have no weight. */
  notAssessedInPart: (what: string, dimension: string) => `${what}: sin evaluar, y excluida de ${dimension}`,
  costsMost: (what: string, points: string) => `La métrica que más te resta: ${what}, ${points} puntos.`,
  caps: (tier: string) => `Con esta puntuación, el nivel es como máximo «${tier}».`,
  lift: (what: string) => `La puntuación frena el nivel; lo que más la subiría: ${what}.`,
  benchmarkInShort: (share: string, sellers: string, at: string, low: string, high: string) =>
    `se mueve con lo que el ${share} de las tiendas de la categoría no supera, si se pueden evaluar ${sellers} o más: como está escrita en el ${at}, y sin salir del intervalo del ${low} al ${high}`,
  /** `Envíos con retraso: comparación con tu categoría, libros. …` Of a curve that moved. */
  beside: (what: string, category: string, share: string, n: string, rate: string, day: string, until: string) =>
    `${what}: comparación con tu categoría, ${category}. El ${day}, el ${share} de sus ${n} tiendas tenía el ${rate} o menos, y eso vale hasta el ${until}.`,
  /** What that does to the curve: of one rate of it, which other has its points now. */
  moved: (written: string, at: string) => `Los puntos que la curva da en el ${written} los obtienes en el ${at}.`,
  asWritten: 'La curva se queda como está escrita.',
  heldAt: (rate: string) => `En su lugar se toma el ${rate}, porque la curva no se mueve más allá.`,
  besideFew: (what: string, category: string, n: string, needed: string, day: string, until: string) =>
    `${what}: sin comparación con tu categoría, ${category}. El ${day} el número de sus tiendas evaluables era ${n}, y se necesitan ${needed}. La curva se queda como está escrita hasta el ${until}.`,
  besideNew: (what: string, category: string) =>
    `${what}: sin comparación con tu categoría, ${category}. Al empezar el trimestre no se podía evaluar ninguna de sus tiendas. La curva se queda como está escrita.`,
  besideNone: (what: string) =>
    `${what}: sin comparación con una categoría, porque ninguno de tus pedidos indica la suya. La curva se queda como está escrita.`,
  columns: { part: 'Parte', metric: 'Métrica', faults: 'Con incidencia', points: 'Puntos', weight: 'Peso', brings: 'Aporta' },
};
