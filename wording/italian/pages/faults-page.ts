/** What the dashboard's list of what is at fault says. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { al, dal } from '../articles.js';

export const faultsPage: PageWords['faultsPage'] = {
  title: 'Con problemi',
  back: 'Che cosa è cambiato',
  order: 'Prima i giorni più recenti',
  of: (dimension: string, member: string) => `${dimension}: ${member}`,
  days: (first: string, last: string) => `Nel conteggio ${dal(first)} ${al(last)}`,
  count: (rows: string) => `${rows} con problemi`,
  items: (items: string, rows: string) =>
    `${items} ${items === '1' ? 'articolo' : 'articoli'} con problemi, in ${rows} ${rows === '1' ? 'ordine' : 'ordini'}`,
  none: 'In questi giorni qui non c’è nessun problema.',
  columns: ['Ordine', 'Venditore', 'Giorno', 'Perché', 'Corriere', 'Categoria', 'Zona di consegna'],
  conversation: 'Conversazione',
  csv: ['ordine', 'venditore', 'regione', 'giorno', 'perché', 'corriere', 'categoria', 'zona di consegna', 'conta come'],
  download: 'Salva come CSV',
  file: 'con-problemi',
};
