import type { Words } from '../words.js';

/** Why sellers with a scorecard get no mail tonight, as whoever runs the night reads it behind a number. */
export const notMailed: Words['notMailed'] = {
  not_described: 'décrits nulle part',
  closed: 'fermés',
  wants_none: 'n’en souhaitent aucun',
  no_address: 'sans adresse',
  address_unreadable: 'adresse impossible à joindre',
  suppressed: 'bloqués, car des e-mails à leur adresse sont revenus',
  not_final: 'mauvaise nouvelle non annoncée par un calcul qui n’est pas définitif et nouveau',
  nothing_changed: 'rien n’a changé',
  not_its_day: 'leur jour de la semaine est à venir',
  sent_this_week: 'envoyés cette semaine',
  sent_this_month: 'envoyés ce mois-ci',
  sent_today: 'envoyés aujourd’hui',
};
