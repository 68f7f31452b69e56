/** What the dashboard's page of the programmes says beside their text. */
import type { PageWords } from '../../page-words.js';

export const programmePage: PageWords['programmePage'] = {
  title: 'Programm',
  note: 'Was von Verkäufern verlangt wird, warum, und was es ihnen bringt oder sie kostet: die Regeln dieses Laufs, wie Verkäufer sie lesen.',
  asWritten:
    'Was die Regeln in eigenen Worten sagen und noch niemand übersetzt hat, erscheint so, wie es geschrieben ist: auf Englisch.',
  programme: 'Programm',
  none: 'Am Stichtag dieses Laufs war kein Programm in Kraft.',
  versions: {
    title: 'Fassungen',
    columns: ['Fassung', 'In Kraft ab', 'Bis', 'Verkäufer informiert am', 'Stand'],
    now: 'gilt für diesen Lauf',
    later: 'folgt später',
    open: 'bis zu einer neueren Fassung',
    notSaid: 'nicht angegeben',
    whole: (version, day) => `Fassung ${version} im Wortlaut ab dem ${day}`,
  },
};
