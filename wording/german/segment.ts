/** Which orders count, where a metric's entry does not count all of them. Names come as a list that is written. */
import type { Words } from '../words.js';

export const segment: Words['segment'] = {
  only: (which) => `Hier zählen nur Bestellungen ${which}`,
  or: (all, last) => `${all} oder ${last}`,
  category: { of: (names) => `der Kategorie ${names}`, not: (names) => `anderer Kategorien als ${names}` },
  fulfilment: {
    seller: 'mit Verpackung und Versand durch Sie selbst',
    platform: 'mit Verpackung und Versand durch die Plattform',
  },
  carrier_class: {
    of: (names) => `mit einem Versanddienstleister der Klasse ${names}`,
    not: (names) => `mit einem Versanddienstleister außerhalb der Klasse ${names}`,
  },
  across: 'in eine andere Region als Ihre eigene',
  within: 'in Ihre eigene Region',
  region: (names) => `mit Zustellregion ${names}`,
};
