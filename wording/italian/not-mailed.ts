import type { NotMailed } from '../../contracts/run/mail-preferences.js';

/** Why sellers with a scorecard get no mail tonight, as whoever runs the night reads it behind a number. */
export const notMailed: Readonly<Record<NotMailed, string>> = {
  not_described: 'senza alcuna descrizione',
  closed: 'chiusi',
  wants_none: 'hanno chiesto di non ricevere nulla',
  no_address: 'senza indirizzo',
  address_unreadable: 'con un indirizzo a cui non si può scrivere',
  suppressed: 'esclusi, perché le e-mail al loro indirizzo sono tornate indietro',
  not_final: 'cattive notizie non comunicate da un’elaborazione che non è definitiva e nuova',
  nothing_changed: 'senza novità',
  not_its_day: 'il loro giorno della settimana deve ancora venire',
  sent_this_week: 'già inviata questa settimana',
  sent_this_month: 'già inviata questo mese',
  sent_today: 'già inviata oggi',
};
