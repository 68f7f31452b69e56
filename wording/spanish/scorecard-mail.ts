/** What a scorecard mail says. Numbers, days and moments come written. */
import { plural as s } from './plural.js';

type Said = (rate: string) => string;
const bounds = (beside: Said, behind: Said, goal: Said, short: Said) => ({ beside, behind, goal, short });

export const scorecard = {
  kicker: 'Informe de rendimiento',
  subject: (tier: string, headline: string) => `Tu informe de rendimiento: ${tier} – ${headline}`,
  subjectChanged: (from: string, to: string, headline: string) => `Tu nivel ha cambiado: ${from} → ${to} – ${headline}`,
  greeting: (shop: string | undefined) => (shop ? `Hola, ${shop}:` : 'Hola:'),
  moreMissed: (n: number) => ` y ${s(n, '1 métrica más que no cumple', `${n} métricas más que no cumplen`)}`,
  rateOverBound: (metric: string, rate: string, bound: string) => `${metric} ${rate} (${bound})`,
  allMet: (n: number) =>
    n === 1 ? 'la única métrica evaluada cumple el estándar' : `las ${n} métricas evaluadas cumplen el estándar`,
  nothingMeasured: 'no se ha podido medir ninguna métrica',
  /** What the verdict is of: the end of a day, and a programme. */
  verdictOf: (day: string, programme: string) => `Tu nivel al cierre del ${day} · ${programme}`,
  tierLadder: 'Niveles, de mejor a peor',
  changed: (from: string, to: string) => `Antes: ${from}. Ahora: ${to}.`,
  metricsHeading: 'Tus cifras',
  pieces: (fault: string, counted: string, noun: string, what: string) => `${counted} ${noun}, ${fault} ${what}`,
  allowed: (n: string) => `máximo ${n}`,
  allowedNone: 'no se admite ni un caso',
  left: (n: number, shown: string) => (n === 0 ? 'margen agotado' : `margen: ${shown} más`),
  over: (_n: number, shown: string) => `${shown} de más`,
  metRate: (rate: string) => `${rate} sin incidencia`,
  /** A bound beside a rate, behind it, as a goal, and in few letters. */
  bound: {
    at_most: bounds(
      (r) => `máximo ${r}`,
      (r) => `máximo ${r}`,
      (r) => `como máximo el ${r}`,
      (r) => `≤ ${r}`,
    ),
    below: bounds(
      (r) => `se admite menos del ${r}`,
      (r) => `se admite menos del ${r}`,
      (r) => `menos del ${r}`,
      (r) => `< ${r}`,
    ),
    met_at_least: bounds(
      (r) => `mínimo ${r}`,
      (r) => `se exige un mínimo del ${r}`,
      (r) => `como mínimo el ${r} sin incidencia`,
      (r) => `≥ ${r} sin incidencia`,
    ),
    met_above: bounds(
      (r) => `más del ${r}`,
      (r) => `se exige más del ${r}`,
      (r) => `más del ${r} sin incidencia`,
      (r) => `> ${r} sin incidencia`,
    ),
  },
  days: (from: string, to: string) => `periodo del ${from} al ${to}`,
  window: (days: number) => `${days} ${s(days, 'día', 'días')}`,
  forgiven: (shown: string) => `justificados: ${shown}`,
  excluded: (shown: string) => `excluidos: ${shown}`,
  /** The same with reasons, such as `una incidencia del transportista (2), fuerza mayor (1)`. */
  forgivenBecause: (shown: string, reasons: string) => `justificados: ${shown} – ${reasons}`,
  excludedBecause: (shown: string, reasons: string) => `excluidos: ${shown} – ${reasons}`,
  /** A reason, and of how many orders it is the one. */
  reasonTimes: (reason: string, times: string) => `${reason} (${times})`,
  carrierIncident: (carrier: string) => `una incidencia del transportista ${carrier}`,
  otherReasons: 'otros motivos',
  pending: (shown: string) => `aún no definitivos: ${shown}`,
  morePending:
    'Las cifras aún no definitivas pueden cambiar: esperamos los escaneos, las entregas y las valoraciones que llegan más tarde.',
  notShown: (n: number) =>
    s(
      n,
      'Hay 1 métrica más que no se muestra aquí: cumple o no se ha podido evaluar.',
      `Hay ${n} métricas más que no se muestran aquí: cumplen o no se han podido evaluar.`,
    ),
  notShownMissed: (n: number) =>
    s(n, 'Hay 1 métrica más que no se muestra aquí.', `Hay ${n} métricas más que no se muestran aquí.`),
  /** Of metrics without one fault, by name: where others have some, and where none has. */
  spotlessBeside: (n: number, names: string) => `Sin incidencias en ${n} ${s(n, 'métrica', 'métricas')} más: ${names}.`,
  spotless: (names: string) => `Sin incidencias en ninguna de tus cifras: ${names}.`,
  /** Rates of whole weeks, oldest first, such as `2,1 % · 3,4 % · –`, and how the bars above them are read. */
  weeks: (n: number, until: string, rates: string) => `${n} semanas hasta el ${until}: ${rates}`,
  weeksHow:
    'Barras: la parte con incidencia en cada semana completa ya definitiva, de la más antigua a la más reciente. La línea es el límite.',
  /** What changed since the last mail, which was of a day; by metric, with what came and went of what is at fault. */
  movedHeading: (day: string) => `Qué ha cambiado desde el correo del ${day}`,
  /** A rate with what it is of: `6,12 % (12 de 196)`. */
  rateOf: (rate: string, fault: string, counted: string) => `${rate} (${fault} de ${counted})`,
  moved: (metric: string, before: string, now: string, why: string) => `${metric}: ${before} → ${now}; ${why}.`,
  movedTier: (before: string, now: string, because: string) => `${before} → ${now}: ${because}.`,
  moreMoved: (n: number, shown: string) => s(n, 'Ha cambiado 1 cifra más.', `Han cambiado ${shown} cifras más.`),
  /** Why: each of so many that are at fault now and were not then, or the other way round. */
  movedBy: {
    came: (n: number, shown: string) => `${shown} ${s(n, 'incidencia nueva', 'incidencias nuevas')}`,
    found: (n: number, shown: string) => `${shown} ${s(n, 'incidencia detectada', 'incidencias detectadas')} desde entonces`,
    reached: (n: number, shown: string) =>
      `${shown} ${s(n, 'incidencia de días anteriores que ahora cuenta', 'incidencias de días anteriores que ahora cuentan')}`,
    left: (n: number, shown: string) => `${shown} ${s(n, 'incidencia', 'incidencias')} ya fuera del periodo`,
    forgiven: (n: number, shown: string) => `${shown} ${s(n, 'justificada', 'justificadas')} desde entonces`,
    corrected: (n: number, shown: string) => `${shown} ${s(n, 'corregida', 'corregidas')} desde entonces`,
  },
  asManyOfMore: 'las mismas incidencias, sobre un total mayor',
  asManyOfFewer: 'las mismas incidencias, sobre un total menor',
  ordersHeading: 'Pedidos con incidencia: primero los decisivos, por orden de salida',
  conversation: (id: string) => `Conversación ${id}`,
  order: (id: string) => `Pedido ${id}`,
  countsUntil: (day: string) => `sale de tus cifras el ${day}`,
  allAttached: 'La tabla adjunta los incluye todos.',
  allOrders: 'Todos los pedidos con incidencia',
  moreOrders: (n: number, shown: string) => s(n, 'Hay 1 más que no figura aquí.', `Hay ${shown} más que no figuran aquí.`),
  firstHeading: 'Lo primero que debes hacer',
  nextHeading: 'Próximos pasos',
  toReach: (tier: string, metric: string, bound: string, now: string) =>
    `Para alcanzar el nivel «${tier}»: ${metric}, ${bound} (ahora ${now}).`,
  projected: (tier: string) => `Si todo lo que aún no es definitivo sale bien, tu nivel será «${tier}».`,
  judgedFrom: (need: string, days: number, have: string) =>
    `Para tener un nivel necesitas ${need} pedidos en ${days} días; de momento tienes ${have}.`,
  judgedOnceFinal: 'Tendrás un nivel cuando haya suficientes pedidos definitivos.',
  keepGoing: 'No tienes que hacer nada. Sigue así.',
  contestHeading: '¿Hay alguna cifra que no te cuadra?',
  contest:
    'Responde a este correo con el número de pedido. Una persona revisa el caso; si un pedido se corrige o se justifica, se vuelve a evaluar la noche siguiente. Esto cambia tus cifras mientras el pedido cuente: hasta el día que figura junto a él.',
  /** Of a tier of a programme, until a day, and where. */
  contestUntil: (tier: string, programme: string, day: string, where: string) =>
    `Puedes recurrir el nivel «${tier}» en su conjunto (${programme}) hasta el ${day}: ${where}.`,
  proposal: 'Las cifras proponen los niveles y las personas los deciden: este correo, por sí solo, no cambia nada.',
  decided:
    'Los niveles se deciden en los días de evaluación, según las reglas del programa. A quien recurre le responde una persona.',
  zones: 'Las horas son las locales de la región de destino del pedido.',
  /** Why this mail, by its campaign. */
  why: {
    scorecard: 'Recibes este correo una vez a la semana, si tus cifras han cambiado.',
    'scorecard-daily': 'Recibes este correo, como pediste, cada día en que tus cifras han cambiado.',
    'scorecard-monthly': 'Recibes este correo, como pediste, una vez al mes, si tus cifras han cambiado.',
    'scorecard-change': 'Recibes este correo porque tu nivel ha cambiado.',
    'scorecard-notice': 'Recibes este correo a causa de un aviso.',
  },
  preferences: 'Elige la frecuencia o deja de recibir estos correos',
  unsubscribe: 'Dejar de recibir estos correos',
  unsubscribeSubject: (seller: string) => `Baja de los correos del informe de rendimiento de ${seller}`,
  programmeVersion: (title: string, version: string) => `${title} ${version}`,
  run: (day: string, run: string) => `Datos del ${day}, ejecución ${run}`,
};
