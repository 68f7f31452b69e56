/** What the mail to the operators says when a night stops. */
import type { Words } from '../words.js';
import { plural as s } from './plural.js';

export const failure: Words['failure'] = {
  kicker: 'Nachtlauf',
  subject: (day, where, what) => `Nacht vom ${day} angehalten bei ${where}: ${what}`,
  nothing: 'Nichts wurde veröffentlicht, und keine E-Mail wurde versandt.',
  published: 'Der Lauf ist veröffentlicht; einige seiner E-Mails wurden nicht versandt.',
  still: (run, day) => `Leser sehen weiterhin den Lauf ${run} vom ${day}.`,
  neverPublished: 'Bisher wurde noch kein Lauf veröffentlicht.',
  whatHeading: 'Was angehalten hat',
  stoppedAt: (where) => `Angehalten bei ${where}`,
  proofHeading: 'Die Zeilen, die es belegen',
  more: (n, shown) => `und ${shown} weitere ${s(n, 'Zeile', 'Zeilen')}`,
  nextHeading: 'Nächster Schritt',
  run: (day, run) => (run ? `Stichtag ${day}, Lauf ${run}` : `Stichtag ${day}, kein Lauf wurde eröffnet`),
};
