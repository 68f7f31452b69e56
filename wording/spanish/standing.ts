/** What evaluations say. Numbers, rates, days and tiers come written. */
import { incidenciasEn } from './faults.js';

/** What an evaluation says of a metric. */
export const standingVerdicts = {
  not_measured: 'Sin medir',
  not_assessable: 'Sin evaluar',
  met: 'Cumple',
  watch: 'En observación',
  notice: 'Aviso',
  confirmed: 'Aviso confirmado',
};

const years = (n: number): string => (n === 1 ? 'una vez al año' : `una vez cada ${n} años`);
const next = (day: string): string => `próxima evaluación el ${day}`;
const quedan = (left: string, counted: string): string => `${left === '1' ? 'queda' : 'quedan'} ${incidenciasEn(left, counted)}`;

export const standing = {
  held: 'nivel actual',
  /** An early warning, as a sentence. */
  early: (since: string, fault: string, counted: string, bound: string) =>
    `Primera señal: desde el ${since} hay ${incidenciasEn(fault, counted)}, una proporción que parece superar el ${bound} admitido. No cambia nada, y desaparece si los próximos días vuelven a ser como antes.`,
  /** Of a metric that rests. */
  paused: (since: string, why: string) =>
    `En pausa desde el ${since} (${why}): la métrica se mide y se muestra. No hace perder ningún nivel; donde deciden las evaluaciones, tampoco da ninguno que su límite no permitiría.`,
  /** Why a seller holds the tier, as a clause in lower case. */
  because: {
    not_evaluated: (day: string) => `aún sin evaluación; la primera es el ${day}`,
    not_assessable: (day: string) => `muy pocos pedidos para evaluar; ${next(day)}`,
    first_evaluation: (since: string, day: string) => `primera evaluación el ${since}; ${next(day)}`,
    kept: (since: string, day: string) => `nivel mantenido desde el ${since}; ${next(day)}`,
    improved: (since: string, day: string) => `desde el ${since}, cuando se cumplieron todos los límites del nivel; ${next(day)}`,
    gate: (since: string, day: string) =>
      `desde el ${since}, porque el nivel anterior exige más pedidos, ventas o tiempo de los que había; ${next(day)}`,
    given_back: (since: string, day: string) => `nivel restituido, mantenido desde el ${since}; ${next(day)}`,
    confirmed: (since: string, day: string, metric: string) =>
      `desde el ${since}, cuando se confirmó el aviso por ${metric}; ${next(day)}`,
  },
  missedDay: (due: string, made: string) => `la evaluación del ${due} se recuperó el ${made}`,
  projected: (tier: string) => `Con los datos de hoy, una evaluación daría el nivel «${tier}».`,
  projectedByGate: (tier: string, held: string) =>
    `Con los datos de hoy, una evaluación daría el nivel «${tier}», porque «${held}» exige más pedidos, ventas o tiempo de los que hay.`,
  /** `Sin el peor día (11 nov: 2) quedan 8 incidencias en 58; el azar explica hasta 5.` */
  leftOver: (day: string, faults: string, left: string, counted: string, luck: string) =>
    `Sin el peor día (${day}: ${faults}) ${quedan(left, counted)}; el azar explica hasta ${luck}.`,
  watch: (bound: string, tier: string) =>
    `Por encima del ${bound} que admite el nivel «${tier}», pero no más de lo que puede explicar el azar: no tiene consecuencias.`,
  notice: (day: string, tier: string, bound: string) =>
    `Aviso del ${day}: está en juego el nivel «${tier}», que admite como máximo el ${bound}.`,
  atStake: (day: string, metric: string, tier: string) => `Aviso del ${day} por ${metric}: está en juego el nivel «${tier}».`,
  wouldNotice: (day: string) => `Con los datos de hoy, una evaluación daría un aviso; la próxima es el ${day}.`,
  rare: (n: number) => `A una buena tienda de este tamaño le ocurre menos de ${years(n)}.`,
  cure: (from: string, until: string, bound: string, settled: string) =>
    `Si los días del ${from} al ${until} también están por encima del ${bound}, de nuevo sin el peor día, se pierde el nivel; se decide a partir del ${settled}, cuando sean definitivos.`,
  soFar: (left: string, counted: string, allowed: string) =>
    `Hasta ahora, ${incidenciasEn(left, counted)}, sin el peor día; en total, el máximo es de alrededor de ${allowed}.`,
  confirmed: (left: string, counted: string, bound: string) =>
    `Confirmado: en los días posteriores al aviso, sin el peor, ${quedan(left, counted)}, también por encima del ${bound}.`,
  ended: (left: string, counted: string) =>
    `El aviso ha terminado: desde entonces, ${incidenciasEn(left, counted)}, sin el peor día.`,
  toAPerson: 'Tan por encima del límite que una persona lo revisa de inmediato.',
};
