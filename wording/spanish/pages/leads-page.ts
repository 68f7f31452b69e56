/** What the dashboard says of leads: the list of them, and the orders behind one. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

const hours = (n: number, shown: string) => `${shown} ${s(n, 'hora', 'horas')}`;
const orders = (n: number, shown: string) => `${shown} ${s(n, 'pedido', 'pedidos')}`;

export const leadsPage: PageWords['leadsPage'] = {
  title: 'Indicios',
  note: 'Señales de abuso que debe examinar una persona. No forman parte de ninguna puntuación, y a ningún vendedor se le informa de ellas.',
  looked: {
    title: 'Qué se buscó',
    days: (first, last) => `Pedidos realizados del ${first} al ${last}`,
    columns: ['Indicio', 'Pedidos examinados', 'De ellos, comprobables', 'Señales halladas', 'Vendedores', 'Abiertos'],
    notMeasured: 'Sin medir',
    lacks: (columns) => `ningún pedido de estos días tiene ${columns}`,
    leftOut: 'la política no prevé buscarlo',
    nothing: 'En estos días no se realizó aquí ningún pedido.',
  },
  found: 'Indicios hallados',
  order: 'Primero los abiertos, después por valor en riesgo: el de los pedidos que nada inocente explica.',
  currencies: 'Los valores en monedas distintas se ordenan solo por su cifra.',
  lead: 'Indicio',
  allLeads: 'Todos los indicios',
  status: 'Estado',
  allStatuses: 'Abiertos y explicados',
  statuses: { open: 'Abierto', explained: 'Explicado' },
  partly: (explained, all) => `${explained} de ${all} explicados`,
  several: 'Varias explicaciones inocentes',
  seller: 'Vendedor',
  region: 'Región',
  orders: 'Pedidos',
  buyers: 'Compradores',
  risk: 'Valor en riesgo',
  days: 'Días',
  most: 'Señal más fuerte',
  of: (some, all) => `${some} de ${all}`,
  strongest: {
    brushing: (n, shown) => `${orders(n, shown)} en la ventana`,
    reused_tracking: (n, shown) => `${orders(n, shown)} con un solo número`,
    scan_before_order: hours,
    late_masking: hours,
    re_registration: (n, shown) => `${shown} ${s(n, 'día', 'días')} después de la medida`,
  },
  count: (n, shown) => `${shown} ${s(n, 'indicio', 'indicios')}`,
  none: 'Aquí no se halló ninguna señal de este tipo.',
  elsewhere: 'De vendedores con sede aquí, entre pedidos de otras regiones',
  download: 'Guardar como CSV',
  file: 'indicios',
  csv: [
    ...['vendedor', 'nombre', 'región', 'indicio', 'estado', 'pedidos explicados', 'explicación', 'pedidos', 'examinados'],
    'compradores',
  ],
  csvMore: ['valor en riesgo', 'moneda', 'primer día', 'último día', 'señal más fuerte'],
  opened: {
    unknown: 'En esta ejecución no hay tal indicio: sus pedidos ya son demasiado antiguos, o se corrigieron.',
    noFinding:
      'Es un indicio, no una conclusión. Decide quien lo examina; nada de lo que hay aquí cuenta por sí mismo contra el vendedor.',
    facts: 'De un vistazo',
    title: 'Sus pedidos',
    count: orders,
    buyer: 'Comprador',
    buyers: 'Los compradores son números propios del vendedor; quiénes son no se publica.',
    order: 'Pedido',
    placed: 'Realizado',
    value: 'Valor',
    explained: 'Explicado por',
    twins: 'Qué lo explicaría de forma inocente',
    explains: (some, all) => `explica ${some} de ${all}`,
    basis: 'Base jurídica',
    csv: ['vendedor', 'pedido', 'región', 'realizado', 'comprador', 'valor', 'moneda', 'explicado por'],
    file: 'indicio',
  },
};
