/** The text of a programme as sellers read it. Rates, days, amounts and names come written. */
import type { Counted } from '../english/programme-words.js';
import type { ProgrammeWords } from '../programme-words.js';
import { plural as s } from './plural.js';

const days = ({ n, shown }: Counted): string => `${shown} ${s(n, 'día', 'días')}`;
const orders = ({ n, shown }: Counted): string => `${shown} ${s(n, 'pedido', 'pedidos')}`;
const faults = ({ n, shown }: Counted): string => `${shown} ${s(n, 'incidencia', 'incidencias')}`;
const inDays = (window: Counted | null): string => (window ? ` en ${days(window)}` : '');

export const programmeWords: ProgrammeWords = {
  percent: (written) => written,
  because: (what, why) => `${what}: ${why}.`,
  or: (ways) => ways.join(', o bien '),
  listed: (some) => some.join('; '),
  version: (version, key, from, until, told) =>
    `Versión ${version} de ${key}, en vigor desde el ${from}${until ? ` hasta el ${until}` : ''}${told ? `; se informó a los vendedores el ${told}` : ''}.`,
  looksAt: (regions) => `Se refiere a los pedidos a: ${regions}.`,
  who: {
    title: 'A quién se evalúa',
    atLeast: (needed, window) => `A los vendedores con al menos ${orders(needed)} en los últimos ${days(window)}`,
    everybody: 'A todos los vendedores',
    others: (means) => `Para los demás: ${means}`,
  },
  tiers: { title: 'Los niveles, el mejor primero', standard: 'Este es el estándar.' },
  effects: {
    visibility: {
      title: 'Tus anuncios en la búsqueda',
      ...{
        raised: 'más arriba de lo habitual',
        normal: 'como siempre',
        reduced: 'más abajo de lo habitual',
        hidden: 'no se muestran',
      },
    },
    ads: { title: 'Publicidad', allowed: 'a tu disposición', not_allowed: 'en pausa' },
    orders: { title: 'Pedidos al día', value: (share) => `como máximo el ${share} de tu mejor día de los últimos 28` },
    payout: { title: 'Cobro', value: (after) => `${days(after)} después de la entrega` },
    reserve: 'Retenido para reembolsos',
    commission: 'Comisión',
    ofSales: (share) => `${share} de tus ventas`,
  },
  gates: {
    orders: (needed, window) => `Pedidos: al menos **${orders(needed)}**${inDays(window)}, sin los cancelados`,
    sales: (amount, window) =>
      `Ventas: al menos **${amount}**${inDays(window)}, sin los pedidos cancelados; otras monedas no cuentan`,
    days_selling: (needed) => `Tiempo: al menos **${days(needed)}** desde tu alta`,
  },
  asked: {
    title: 'Qué se pide',
    atFault: 'con incidencia',
    atMost: (what) => `${what}, como máximo`,
    windows: { either: (usual, longer) => `${usual} o ${longer}`, upTo: (usual, most) => `${usual} a ${most}` },
    ...{ days: 'días', recommended: 'recomendado', tier: 'nivel', why: 'por qué' },
  },
  metric: {
    counted: (population, window, matured) =>
      `Se cuentan: ${population}, en un periodo de ${days(window)} que terminó ${days(matured)} antes de la noche; los días posteriores aún no son definitivos.`,
    atFault: 'Es incidencia',
    leftOut: 'Excluido',
    forgivenMet: 'Disculpado, y cuenta como cumplido',
    forgivenOut: 'Disculpado, y excluido',
    floors: {
      counted: (few, things) => `con menos de ${few} ${things} no se te evalúa por esta métrica`,
      faults: (few) => `menos de ${few} incidencias cumplen todos los límites`,
      buyers: (few) => `las incidencias con menos de ${few} compradores distintos cumplen todos los límites`,
      days: (few) => `las incidencias en menos de ${few} días distintos cumplen todos los límites`,
    },
    peak: (name, from, to, things, hours) =>
      `${name}, del ${from} al ${to}: lo que vence en estos días (${things}) puede llegar ${hours.shown} ${s(hours.n, 'hora', 'horas')} tarde; se disculpa y cuenta como cumplido`,
    collapse: (alike) => `Las incidencias ${alike}: las demás se disculpan y cuentan como cumplidas`,
    fewer: (things, few, usual, then) => `Con menos de ${few} ${things} en ${days(usual)}, ${then}`,
    longer: (window) => `cuentan ${days(window)}`,
    stretched: (until, most) => `cuentan solo los días que hacen falta para llegar a ${until}, como máximo ${days(most)}`,
    whole: (things) =>
      `Los días cuentan enteros. Cuantos más casos hay (${things}), menos días cuentan: uno nuevo puede dejar fuera el día más antiguo, bueno o malo.`,
    recommended: (goal, why) =>
      `Recomendado: **${goal}** (${why}). Ningún nivel lo pide: tu informe dice dónde no se sigue la recomendación, y no tiene consecuencias.`,
    only: (which) => `**${which}**; un pedido del que esto no se sabe no cuenta.`,
    otherCarriers: 'otros: transportistas sin clase',
    classes: (classes) =>
      `Clases de transportistas: ${classes}. Un pedido que nunca se entregó a un transportista no tiene ninguno.`,
    ownRegion:
      'Tu región es la que gestiona tu cuenta, según se conoce esta noche; la de un pedido es aquella en la que se entrega.',
    paused: (from, why) =>
      `**En pausa desde el ${from}** (${why}): se mide y se muestra; no hace perder ningún nivel, y no lleva a avisos ni a puntos. Donde deciden las evaluaciones, nadie sube más allá de lo que permitiría su límite.`,
    toDo: 'Qué hacer',
  },
  decided: {
    title: 'Cómo se decide tu nivel',
    eachNight: (worst, evaluations) =>
      `Cada noche, cada métrica te da el mejor nivel cuyo límite cumples, o «${worst}» si no cumples ninguno. ${evaluations ? 'Lo que proponen los límites' : 'Tu nivel'} es el peor de ellos: una sola métrica puede frenarte, y tu informe la nombra. Una métrica de la que muy poco es definitivo, o de la que no tenemos datos, no frena a nadie.`,
    everyWeekday: (weekday) => `cada ${weekday}`,
    everyMonth: (day) => `el día ${day} de cada mes`,
    evaluations: (when, why) =>
      `**Deciden las evaluaciones, ${when}** (${why}); entre una y otra, tu informe muestra qué diría una.`,
    begin: (standard) =>
      `Empiezas con el nivel propuesto, como mínimo «${standard}». Subes enseguida a un nivel mejor cuyos límites cumples todos.`,
    notice: (least, on, luck, why) =>
      `**Un límite incumplido queda en observación, sin consecuencias**, salvo que sea más que azar: las incidencias de tu peor día no se cuentan; deben quedar al menos ${faults(least)}, en ${days(on)} contando el peor, y tantas que una tienda justo en el límite las tiene en menos del ${luck} de los casos. Entonces es un **aviso** (${why}).`,
    effect: (fresh, why, least, within) =>
      `Desde el aviso, **${s(fresh.n, 'cuenta', 'cuentan')} ${days(fresh)} de nuevo** (${why}). Cuando son definitivos, otra vez sin tu peor día: si se cumple el límite, el aviso termina. Con al menos ${faults(least)} y por encima del límite, bajas un nivel. Si hay muy pocos pedidos para decirlo esperamos, hasta ${days(within)}; después el aviso caduca.`,
    settled: 'Los días sobre los que un aviso ha decidido nunca vuelven a contar en tu contra.',
    person: (times, least, why) =>
      `Más que azar frente a ${times} veces el límite, con al menos ${faults(least)}: una persona lo mira enseguida (${why}).`,
    approval: {
      losses: (why) =>
        `**Una persona aprueba cada bajada** antes de que tenga efecto (${why}); hasta entonces conservas tu nivel.`,
      all: (why) =>
        `**Una persona aprueba cada cambio, hacia arriba o hacia abajo**, antes de que tenga efecto (${why}); hasta entonces conservas tu nivel.`,
    },
    breaker: (share, why) =>
      `Si una evaluación hiciera bajar a más del ${share} de todos los vendedores, nadie baja antes de que alguien lo haya mirado (${why}).`,
    dispatched: (ways) => `Un pedido está enviado ${ways}.`,
    milestones: {
      first_scan: 'cuando el transportista lo escanea por primera vez',
      confirmed: 'cuando confirmas que lo has enviado',
    },
    listed:
      'Tu informe enumera los pedidos que hay detrás de cada cifra, con los momentos que los prueban y el día en que cada uno deja de contar.',
    exempted: (reasons) =>
      `No se te carga lo que no pudiste evitar: ${reasons}. Esos pedidos se disculpan y se excluyen, salvo que una métrica diga que cuentan como cumplidos.`,
  },
  points: {
    title: 'Puntos',
    columns: ['por', 'puntos', 'por qué'],
    otherSeverity: (severity) => `cualquier otra regla, gravedad ${severity}`,
    otherRule: 'cualquier otra regla',
    asNotice: 'lo que diga la notificación',
    none: 'ninguno',
    missed: (metric) => `${metric} por encima del estándar`,
    count: (all, more, why) =>
      `Cuentan durante ${days(all)}: el día en que se dan y ${more} más, salvo que la notificación indique un final anterior (${why}).`,
    looked: (when) => `Las métricas se miran ${when}, y dan puntos solo ese día.`,
    withdrawn: 'Lo que se retira deja de dar puntos desde la noche siguiente.',
    rating: (starts, why, earned) =>
      `Tu índice empieza en ${starts}, y los puntos lo reducen (${why})${earned && `; ${earned}`}.`,
    earned: (per, window, points, most, why) =>
      `cada ${per} pedidos de los últimos ${days(window)} suman ${points}, hasta un índice de ${most} (${why})`,
    ratingAtMost: 'índice, como máximo',
    atLeast: 'puntos, al menos',
    means: 'qué significa',
    caps: (tier) => `tu nivel es como máximo «${tier}»`,
  },
  score: {
    columns: ['parte', 'métrica', 'peso', 'puntos, según la proporción de incidencias', 'por qué'],
    weightInPart: 'peso en su parte',
    corner: (points, rate) => `${points} con ${rate}`,
    cap: (points, most, not) => `Por debajo de ${points}, tu nivel es como máximo «${most}», y no «${not}»`,
    goes: (outOf) => `Va de 0 a ${outOf}.`,
    weighted: 'Es la suma de lo que aporta cada métrica.',
    worst: 'La parte más baja es la puntuación.',
    between:
      'Entre dos puntos de una curva, los puntos bajan de forma uniforme con la tasa; antes del primero y después del último siguen iguales.',
    notAssessed:
      'Una métrica que no se puede evaluar deja su peso a las demás de su parte, y una parte sin ninguna evaluada, a las demás partes.',
    needs: (metrics, why) =>
      `Con menos de ${metrics} de estas métricas evaluadas no hay puntuación, y eso no es una puntuación baja (${why}).`,
    rateAlone:
      'Los puntos dependen solo de la tasa: incluso tan pocas incidencias que cumplen todos los límites de un nivel cuestan puntos.',
    movesNothing: 'No cambia ningún nivel.',
    benchmarks: 'Estas se leen junto a tu categoría, que es la de la mayoría de tus pedidos cuando empezó el trimestre:',
    example: (metric, points, at, share, rate, times, usual, moved) =>
      `Un ejemplo: ${metric} da ${points} puntos con ${at}. Donde el ${share} de las tiendas de tu categoría tiene ${rate} o menos, es decir, ${times} veces ${usual}, los obtienes con ${moved}. Lo que tienen las tiendas se mide la primera noche de un trimestre y vale hasta su final: nada de lo que tú u otros hagáis entretanto lo cambia. Si hay muy pocas tiendas en una categoría, la curva queda como está escrita. Tu informe dice cuál fue el caso.`,
  },
  probation: {
    begins: (since, why, most, whyMost) =>
      `Quien se dio de alta el ${since} o después empieza en periodo de prueba (${why}): como máximo **${orders(most)}** al día (${whyMost}). Termina para siempre con la primera noche en que se da una de estas cosas:`,
    orders: (least, window) => `al menos **${orders(least)}**${inDays(window)}, sin los cancelados`,
    days: (least) => `**${days(least)}** desde tu alta`,
    metric: (title) => `el estándar de ${title} cumplido`,
    held: 'Nosotros contamos y lo decimos; quien admite los pedidos los mantiene dentro del número. Tu estado en el marketplace es otra cosa, y aquí no cambia nada.',
  },
  contest: {
    title: 'Cómo reclamar',
    within: (window, why, ways) => `Tienes ${days(window)} desde el día en que se te informó (${why}): ${ways}.`,
    write: (address) => `escribe a ${address}`,
    go: (url) => `ve a ${url}`,
  },
};
