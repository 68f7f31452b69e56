import type { NotMailed } from '../../contracts/run/mail-preferences.js';

/** Why sellers with a scorecard get no mail tonight, as whoever runs the night reads it behind a number. */
export const notMailed: Readonly<Record<NotMailed, string>> = {
  not_described: 'described by nobody',
  closed: 'closed',
  wants_none: 'asked for none',
  no_address: 'without an address',
  address_unreadable: 'address cannot be mailed',
  suppressed: 'suppressed, as mails to their address came back',
  not_final: 'bad news not told by a run that is not final and new',
  nothing_changed: 'nothing changed',
  not_its_day: 'their day of the week is to come',
  sent_this_week: 'sent this week',
  sent_this_month: 'sent this month',
  sent_today: 'sent today',
};
