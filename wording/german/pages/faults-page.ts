/** What the dashboard's list of what is at fault says. Numbers and days come written. */
import type { PageWords } from '../../page-words.js';
import { pluralAsWritten } from '../plural.js';

export const faultsPage: PageWords['faultsPage'] = {
  title: 'Beanstandet',
  back: 'Was sich bewegt hat',
  order: 'Die neuesten Tage zuerst',
  of: (dimension, member) => `${dimension}: ${member}`,
  days: (first, last) => `Gewertet vom ${first} bis ${last}`,
  count: (rows) => `${rows} beanstandet`,
  items: (items, rows) =>
    `${items} ${pluralAsWritten(items, 'Position', 'Positionen')} beanstandet, in ${rows} ${pluralAsWritten(rows, 'Bestellung', 'Bestellungen')}`,
  none: 'In diesen Tagen ist hier nichts beanstandet.',
  columns: ['Bestellung', 'Verkäufer', 'Tag', 'Grund', 'Versanddienstleister', 'Kategorie', 'Liefergebiet'],
  conversation: 'Anfrage',
  csv: ['Bestellung', 'Verkäufer', 'Region', 'Tag', 'Grund', 'Versanddienstleister', 'Kategorie', 'Liefergebiet', 'zählt als'],
  download: 'Als CSV speichern',
  file: 'beanstandet',
};
