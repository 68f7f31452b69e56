/** What the list of sellers says of views that a reader saved, and of its file. */
import type { PageWords } from '../../page-words.js';

export const savedViews: PageWords['savedViews'] = {
  title: 'Gespeicherte Ansichten',
  name: 'Name dieser Ansicht',
  save: 'Ansicht speichern',
  saved: (name) => `Gespeichert als „${name}“.`,
  forget: (name) => `„${name}“ löschen`,
  forgotten: (name) => `„${name}“ ist gelöscht.`,
  full: 'Mehr als dreißig Ansichten lassen sich nicht speichern: Löschen Sie zuerst eine davon.',
  where: 'Nur in diesem Browser gespeichert; die Adresse einer Ansicht können Sie weitergeben.',
  notKept: 'Dieser Browser speichert nichts für diese Seite, deshalb auch keine Ansicht. Setzen Sie stattdessen ein Lesezeichen.',
  download: 'Als CSV speichern',
  file: 'verkaeufer',
  csv: [
    'Verkäufer',
    'Name',
    'Heimatregion',
    'Programm',
    'Stufe',
    'Vorschlag',
    'Ausblick',
    'begrenzt durch',
    'Bestellungen',
    'nächste Stufe',
    'Status',
  ],
};
