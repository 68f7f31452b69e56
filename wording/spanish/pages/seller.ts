/** What the dashboard's page of one seller says: its tiers, its metrics, and the orders behind them. */
import type { PageWords } from '../../page-words.js';
import { grammar } from '../grammar.js';
import { plural as s } from '../plural.js';

export const seller: PageWords['seller'] = {
  back: 'Vendedores',
  none: (day) =>
    `No hay informe de este vendedor a fecha del ${day}. Quien no tiene pedidos en ningún periodo no tiene ninguno; si no es el caso, comprueba el ID.`,
  managed: (region) => `región de sede: ${region}`,
  notDescribed: 'aún sin descripción',
  proposes: (tier, because) => `Los límites por sí solos proponen «${tier}»: ${because}`,
  was: (tier, run) => `antes «${tier}» (ejecución ${run})`,
  facts: {
    heldBackBy: 'Frenado por',
    ifAllMet: 'Si todos los pedidos pendientes salen bien',
    ordersIn: (n) => `Pedidos en ${n} ${s(n, 'día', 'días')}`,
    ordersInWindow: 'Pedidos en el periodo',
    needed: (shown) => `· se ${shown === '1' ? 'necesita' : 'necesitan'} ${shown}`,
    measured: 'Métricas medidas',
    of: (measured, total) => `${measured} de ${total}`,
  },
  metric: {
    holds: 'frena el nivel',
    behind: (many) => `${grammar.capital(many)} en detalle`,
    how: 'Cómo se cuenta',
    rate: 'Tasa',
    standard: 'Estándar',
    used: 'Incidencias',
    usedOf: 'de ',
    usedAllowed: 'admitidas',
    alone: 'Por sí sola permite',
  },
  behind: {
    judged: 'Se evalúan',
    exempted: 'se aplica una exención',
    never: 'nunca',
    finalAfter: 'Definitivo después de',
    days: (n, shown) => `${shown} ${s(n, 'día', 'días')}`,
    daysWhy: (n, shown, why) => `${shown} ${s(n, 'día', 'días')}: ${why}`,
    counted: (first, last) => `En el cómputo del ${first} al ${last}. Las horas son las locales de la región de cada pedido.`,
    pending: (things) => `Pendientes: ${things}, que se mostrarán en la lista cuando el resultado sea definitivo.`,
    more: (some, rest) => `Mostrar ${some} más de ${rest}`,
    others: (rest) => (rest === '1' ? 'Mostrar el que falta' : `Mostrar los otros ${rest}`),
    unlisted: (shown, reasons) =>
      `${shown} más ${shown === '1' ? 'está' : 'están'} en el cómputo, pero no en la lista: ${reasons}.`,
    differs: (counted, listed) =>
      `La ficha cuenta ${counted}; el registro enumera ${listed}. Comunícalo indicando el ID de la ejecución.`,
    order: 'Pedido',
    reason: 'Motivo',
    countsOn: 'Cuenta el',
    value: 'Valor',
    leavesOn: 'Sale el',
    leavesMeans: 'La primera fecha de referencia en la que ya no cuenta',
    region: 'Región',
    zone: 'Zona horaria',
    category: 'Categoría',
    carrier: 'Transportista',
    exemption: 'Exención',
    countsAsMet: 'Cuenta como sin incidencia',
    yes: 'sí',
    leftOut: 'no, se excluye',
  },
};
