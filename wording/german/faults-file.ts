/** The file of all faults that a scorecard mail brings. Numbers come written. */
import type { Words } from '../words.js';

export const faultsFile: Words['faultsFile'] = {
  name: 'beanstandete-bestellungen',
  columns: [
    'Programm',
    'Kennzahl',
    'Bestellung oder Anfrage',
    'Region',
    'Zählt am',
    'Fällt aus der Wertung am',
    'Was passiert ist',
  ],
};
