import type { NotMailed } from '../../contracts/run/mail-preferences.js';

/** Why sellers with a scorecard get no mail tonight, as whoever runs the night reads it behind a number. */
export const notMailed: Readonly<Record<NotMailed, string>> = {
  not_described: 'sin ninguna descripción',
  closed: 'cerrados',
  wants_none: 'pidieron no recibir ninguno',
  no_address: 'sin dirección',
  address_unreadable: 'con una dirección a la que no se puede escribir',
  suppressed: 'suprimidos, porque los correos a su dirección vinieron devueltos',
  not_final: 'malas noticias que no comunica una ejecución que no es definitiva y nueva',
  nothing_changed: 'sin novedades',
  not_its_day: 'su día de la semana aún no ha llegado',
  sent_this_week: 'ya enviado esta semana',
  sent_this_month: 'ya enviado este mes',
  sent_today: 'ya enviado hoy',
};
