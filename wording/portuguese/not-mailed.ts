import type { NotMailed } from '../../contracts/run/mail-preferences.js';

/** Why sellers with a scorecard get no mail tonight, as whoever runs the night reads it behind a number. */
export const notMailed: Readonly<Record<NotMailed, string>> = {
  not_described: 'sem nenhuma descrição',
  closed: 'encerrados',
  wants_none: 'pediram para não receber nenhum',
  no_address: 'sem endereço',
  address_unreadable: 'com um endereço para o qual não se pode escrever',
  suppressed: 'suprimidos, porque os e-mails para o endereço deles voltaram',
  not_final: 'más notícias que uma execução que não é definitiva e nova não comunica',
  nothing_changed: 'sem novidades',
  not_its_day: 'o dia da semana deles ainda não chegou',
  sent_this_week: 'já enviado nesta semana',
  sent_this_month: 'já enviado neste mês',
  sent_today: 'já enviado hoje',
};
