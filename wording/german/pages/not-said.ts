/** What pages say where data or a run has nothing to answer with. */
import type { PageWords } from '../../page-words.js';

export const notSaid: PageWords['notSaid'] = {
  apart: {
    carrier:
      'Keine Bestellung dieser Tage nennt ihren Versanddienstleister; über Versanddienstleister lässt sich darum nichts sagen.',
    category: 'Keine Bestellung dieser Tage nennt ihre Kategorie; über Kategorien lässt sich darum nichts sagen.',
    destination_area: 'Keine Bestellung dieser Tage nennt ihr Liefergebiet; über Liefergebiete lässt sich darum nichts sagen.',
    tenure:
      'Aus den eingegangenen Daten geht nicht hervor, seit wann diese Verkäufer dabei sind; darüber lässt sich darum nichts sagen.',
  },
  notMeasured: (metric) => `„${metric}“ ist nicht gemessen: Es sind keine der Daten eingegangen, die dafür nötig sind.`,
  nobodyFell: 'Seit dem letzten Lauf ist niemand abgestiegen.',
  nothingWaits: 'Hier wartet nichts auf die Entscheidung eines Menschen.',
  notPrinted: (more) =>
    `Nicht im Ausdruck: ${more} weitere. Speichern Sie die Liste als CSV, oder schränken Sie sie ein und drucken Sie noch einmal.`,
};
