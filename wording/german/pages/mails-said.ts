/** What a seller's page says about mails, around their own words. */
import type { PageWords } from '../../page-words.js';

export const mailsSaid: PageWords['mailsSaid'] = {
  title: 'Was in der E-Mail stand',
  note: 'So, wie der Verkäufer es liest, im Wortlaut der E-Mail: Betreff und erste Sätze. Eine E-Mail gilt für einen Tag Ortszeit und geht in der Nacht hinaus, mit der er endet.',
  withoutMails: (day) => `Der Lauf vom ${day} wurde ohne E-Mails gemacht.`,
  nothingKept: (day) =>
    `Von den E-Mails vom ${day} ist nichts aufbewahrt: Sie sind noch nicht geplant, oder eine frühere Fassung hat den Lauf gemacht.`,
  noMail: 'keine E-Mail',
  notSeenTo: 'geplant, noch nicht bearbeitet',
  before: 'Frühere E-Mails',
  noneBefore: 'Keine frühere E-Mail ist bekannt.',
  gone: (run) => `Die E-Mail davor war vom Lauf ${run}; von ihr ist hier nichts aufbewahrt.`,
  kinds: {
    scorecard: 'wöchentliche E-Mail',
    'scorecard-daily': 'tägliche E-Mail',
    'scorecard-monthly': 'monatliche E-Mail',
    'scorecard-change': 'Wechsel der Stufe',
    'scorecard-notice': 'Verwarnung',
  },
  outcomes: {
    sent: 'versandt',
    sent_before: 'nicht versandt: Ein früherer Lauf des Tages hatte seine schon versandt',
    withheld: 'zurückgehalten: Der Verkäufer wollte inzwischen keine E-Mails mehr, oder die Adresse hatte versagt',
    not_sent: 'nicht versandt: Sie konnte nicht geschrieben werden, oder kein Mailsystem nahm sie an',
    in_doubt: 'niemand weiß, ob sie hinausging',
  },
  reasons: {
    not_described: 'der Verkäufer ist nirgends beschrieben',
    closed: 'der Shop ist geschlossen',
    wants_none: 'der Verkäufer wünscht keine E-Mails',
    no_address: 'keine Adresse bekannt',
    address_unreadable: 'an die Adresse lässt sich nichts senden',
    suppressed: 'gesperrt: E-Mails an die Adresse kamen zurück',
    not_final: 'schlechte Nachrichten überbringt nur ein endgültiger Lauf des neuesten Tages',
    nothing_changed: 'seit der letzten E-Mail hat sich nichts geändert, oder nichts, wovon der Verkäufer hören möchte',
    not_its_day: 'der Tag seiner E-Mail kommt noch',
    sent_this_week: 'die E-Mail dieser Woche ist schon versandt',
    sent_this_month: 'die E-Mail dieses Monats ist schon versandt',
    sent_today: 'die E-Mail dieses Tages ist schon versandt',
  },
};
