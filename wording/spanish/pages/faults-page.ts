/** What the dashboard's list of what is at fault says. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';

export const faultsPage: PageWords['faultsPage'] = {
  title: 'Con incidencia',
  back: 'Qué cambió',
  order: 'Primero los días más recientes',
  of: (dimension: string, member: string) => `${dimension}: ${member}`,
  days: (first: string, last: string) => `En el cómputo del ${first} al ${last}`,
  count: (rows: string) => `${rows} con incidencia`,
  items: (items: string, rows: string) =>
    `${items} ${items === '1' ? 'artículo' : 'artículos'} con incidencia, en ${rows} ${rows === '1' ? 'pedido' : 'pedidos'}`,
  none: 'En estos días no hay aquí ninguna incidencia.',
  columns: ['Pedido', 'Vendedor', 'Día', 'Por qué', 'Transportista', 'Categoría', 'Zona de entrega'],
  conversation: 'Conversación',
  csv: ['pedido', 'vendedor', 'región', 'día', 'por qué', 'transportista', 'categoría', 'zona de entrega', 'cuenta como'],
  download: 'Guardar como CSV',
  file: 'con-incidencia',
};
