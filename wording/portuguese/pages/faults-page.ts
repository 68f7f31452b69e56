/** What the dashboard's list of what is at fault says. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { isOne } from '../faults.js';

export const faultsPage: PageWords['faultsPage'] = {
  title: 'Com problema',
  back: 'O que mudou',
  order: 'Primeiro os dias mais recentes',
  of: (dimension: string, member: string) => `${dimension}: ${member}`,
  days: (first: string, last: string) => `Na conta de ${first} a ${last}`,
  count: (rows: string) => `${rows} com problema`,
  items: (items: string, rows: string) =>
    `${items} ${isOne(items) ? 'item' : 'itens'} com problema, em ${rows} ${isOne(rows) ? 'pedido' : 'pedidos'}`,
  none: 'Não há nenhum problema aqui nesses dias.',
  columns: ['Pedido', 'Vendedor', 'Dia', 'Por quê', 'Transportadora', 'Categoria', 'Área de entrega'],
  conversation: 'Conversa',
  csv: ['pedido', 'vendedor', 'região', 'dia', 'por quê', 'transportadora', 'categoria', 'área de entrega', 'conta como'],
  download: 'Salvar como CSV',
  file: 'com-problema',
};
