/** What the dashboard's pages say before, instead of and above their numbers. Days come written. */
import type { Words } from '../words.js';

export const pages: Words['pages'] = {
  nothingPublished: {
    title: 'Noch ist nichts veröffentlicht',
    says: 'Sobald die erste Nacht fertig ist, stehen ihre Zahlen hier. Sollten schon welche da sein, wenden Sie sich an die Betreiber der Auswertung.',
  },
  signedOut: {
    title: 'Bitte melden Sie sich erneut an',
    says: 'Ihre Sitzung ist abgelaufen, oder Ihr Konto darf diese Zahlen nicht lesen. Mit den Zahlen selbst ist alles in Ordnung.',
    again: 'Erneut anmelden',
  },
  unopened: { title: 'Der veröffentlichte Lauf ließ sich nicht öffnen', again: 'Noch einmal versuchen' },
  late: (has, expected) =>
    `Diese Zahlen enden am ${has}. Die vom ${expected} sollten inzwischen da sein: Die neueste Nacht ist verspätet.`,
  madeAfterwards: (day) =>
    `Dieser Lauf vom ${day} entstand ohne E-Mails, wie Läufe, die vergangene Tage nachholen: Verkäufer wurden dazu nicht angeschrieben.`,
  leftOut:
    'Welche Zeilen ausgelassen wurden und warum, mit Datei und Zeile, steht auf der Seite zur Datenqualität beim Lauf; die Betreiber der Auswertung haben sie.',
};
