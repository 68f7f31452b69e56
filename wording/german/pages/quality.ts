/** What the dashboard's page about data quality says beside what the mails and the command line say of it. */
import type { PageWords } from '../../page-words.js';
import { plural as s } from '../plural.js';

export const qualityPage: PageWords['qualityPage'] = {
  title: 'Datenqualität',
  note: (day) => `Was bis zum ${day} eingegangen ist und was sich nicht messen ließ`,
  nothingLanded: 'Es ist nichts eingegangen.',
  notMeasured: {
    title: 'Nicht gemessen',
    none: 'Für jede Kennzahl liegen die nötigen Daten vor.',
    needs: (metric, columns) =>
      `${metric}: Dafür fehlen Daten (${columns}). Die Kennzahl erscheint als nicht gemessen, nie als Null.`,
  },
  noWarnings: 'Keine Prüfung hat etwas gefunden.',
  warning: (check, n, rows, description) => `${check} (${rows} ${s(n, 'Zeile', 'Zeilen')}): ${description}`,
  landed: {
    title: 'Eingegangen, angenommen, abgelehnt',
    note: 'Jede eingegangene Zeile wird angenommen oder kommt in Quarantäne; aufbewahrt wird beides. Zu spät: mehr als einen Tag nach updated_at eingegangen.',
    label: 'Eingegangene Zeilen',
    dataset: 'Datensatz',
    upTo: 'Bis zum Stichtag',
    on: 'Am Stichtag',
    late: 'Zu spät',
    newest: 'Neuester Eintrag',
    files: 'Dateien',
    landed: 'Eingegangen',
    accepted: 'Angenommen',
    quarantined: 'Quarantäne',
    share: 'Anteil',
    noRegion: 'Keine bekannte Region',
    never: 'Nie eingegangen',
  },
  run: {
    title: 'Dieser Lauf',
    note: 'Alles auf diesen Seiten wird aus diesen Datensätzen gelesen.',
    run: 'Lauf',
    runDate: 'Stichtag',
    before: 'Zuvor veröffentlicht',
    fingerprint: 'Fingerabdruck der Regeln',
    programme: (version, day, regions) => `Fassung ${version}, in Kraft ab ${day}, ${regions}`,
    dataset: 'Datensatz',
    rows: 'Zeilen',
    notPublished: 'nicht veröffentlicht',
  },
};
