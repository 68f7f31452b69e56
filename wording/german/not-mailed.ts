import type { Words } from '../words.js';

/** Why sellers with a scorecard get no mail tonight, as whoever runs the night reads it behind a number. */
export const notMailed: Words['notMailed'] = {
  not_described: 'nirgends beschrieben',
  closed: 'geschlossen',
  wants_none: 'wünschen keine',
  no_address: 'ohne Adresse',
  address_unreadable: 'Adresse nicht anschreibbar',
  suppressed: 'gesperrt, weil E-Mails an ihre Adresse zurückkamen',
  not_final: 'schlechte Nachricht aus einem Lauf, der nicht endgültig und neu ist',
  nothing_changed: 'nichts geändert',
  not_its_day: 'ihr Wochentag kommt noch',
  sent_this_week: 'diese Woche versandt',
  sent_this_month: 'diesen Monat versandt',
  sent_today: 'heute versandt',
};
