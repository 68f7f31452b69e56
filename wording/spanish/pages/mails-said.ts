/** What a seller's page says about mails, around their own words. */
import type { PageWords } from '../../page-words.js';

export const mailsSaid: PageWords['mailsSaid'] = {
  title: 'Qué decía el correo',
  note: 'Tal como lo lee el vendedor, con las palabras del correo: el asunto y las primeras frases. Un correo es de un día, en hora local, y sale en la noche que lo termina.',
  withoutMails: (day) => `La ejecución del ${day} se hizo sin correos.`,
  nothingKept: (day) =>
    `No se conserva nada de los correos del ${day}: aún no están previstos, o la ejecución es de una versión anterior.`,
  noMail: 'sin correo',
  notSeenTo: 'previsto, aún sin tramitar',
  before: 'Correos anteriores',
  noneBefore: 'No se conoce ningún correo anterior.',
  gone: (run) => `El correo anterior era de la ejecución ${run}; aquí no se conserva nada de él.`,
  kinds: {
    scorecard: 'informe semanal',
    'scorecard-daily': 'informe diario',
    'scorecard-monthly': 'informe mensual',
    'scorecard-change': 'cambio de nivel',
    'scorecard-notice': 'aviso',
  },
  outcomes: {
    sent: 'enviado',
    sent_before: 'no enviado: una ejecución anterior del mismo día ya había enviado el suyo',
    withheld: 'retenido: entretanto el vendedor pidió no recibir más, o la dirección dejó de funcionar',
    not_sent: 'no enviado: no se pudo escribir, o ningún sistema de correo lo aceptó',
    in_doubt: 'nadie sabe si salió',
  },
  reasons: {
    not_described: 'nadie ha descrito al vendedor',
    closed: 'la tienda está cerrada',
    wants_none: 'el vendedor pidió no recibir correos',
    no_address: 'no se conoce ninguna dirección',
    address_unreadable: 'a la dirección no se puede escribir',
    suppressed: 'bloqueado: los correos a esa dirección volvieron',
    not_final: 'las malas noticias solo se dan con una ejecución definitiva del día más reciente',
    nothing_changed: 'nada ha cambiado desde el último correo, o nada de lo que el vendedor pidió saber',
    not_its_day: 'el día de su correo está por llegar',
    sent_this_week: 'el correo de esta semana ya salió',
    sent_this_month: 'el correo de este mes ya salió',
    sent_today: 'el correo de este día ya salió',
  },
};
