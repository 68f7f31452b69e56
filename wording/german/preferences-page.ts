/** The page on which a seller says how often mails should come. Days come written. */
import type { Words } from '../words.js';

export const preferencesPage: Words['preferencesPage'] = {
  title: 'E-Mails zur Verkäuferleistung',
  of: (seller) => `E-Mails zur Leistung von ${seller}`,
  now: {
    nothing:
      'Sie haben hier noch nichts gewählt. Die E-Mails kommen so oft, wie mit dem Marktplatz vereinbart, sonst einmal pro Woche.',
    chosen: (frequency, day) => `Gewählt am ${day}: ${frequency}.`,
    complained: (day) => `Beendet am ${day}, weil eine E-Mail als unerwünscht gemeldet wurde.`,
    stopped: (day) => `Sie haben diese E-Mails am ${day} abbestellt.`,
  },
  bounced: (day) =>
    `Seit dem ${day} kommen E-Mails an Ihre Adresse zurück, deshalb senden wir dorthin keine mehr. Bitte nennen Sie dem Marktplatz eine Adresse, die funktioniert.`,
  ask: 'Wie oft sollen sie kommen?',
  choices: {
    daily: 'An jedem Tag, an dem sich Ihre Zahlen ändern',
    weekly: 'Einmal pro Woche, wenn sich Ihre Zahlen geändert haben',
    monthly: 'Einmal im Monat, wenn sich Ihre Zahlen geändert haben',
    changes: 'Nur wenn sich Ihre Stufe ändert',
    off: 'Nie',
  },
  always:
    'Eine niedrigere Stufe oder eine Verwarnung teilen wir Ihnen am nächsten Morgen mit, was immer Sie wählen – außer bei „Nie“.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  unsubscribed: 'Sie erhalten diese E-Mails nicht mehr. Unten können Sie etwas anderes wählen.',
  unknown: {
    title: 'Dieser Link ist unvollständig',
    says: 'Öffnen Sie den Link in der E-Mail noch einmal, oder kopieren Sie ihn ganz: Vielleicht wurde er abgeschnitten.',
  },
  unclear: {
    title: 'Das konnte nicht gespeichert werden',
    says: 'Gehen Sie zurück, wählen Sie, wie oft die E-Mails kommen sollen, und speichern Sie noch einmal.',
  },
};
