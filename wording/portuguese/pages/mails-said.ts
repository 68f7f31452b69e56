/** What a seller's page says about mails, around their own words. */
import type { PageWords } from '../../page-words.js';

export const mailsSaid: PageWords['mailsSaid'] = {
  title: 'O que dizia o e-mail',
  note: 'Como o vendedor o lê, com as palavras do e-mail: o assunto e as primeiras frases. Um e-mail é de um dia, no horário local, e sai na noite que o encerra.',
  withoutMails: (day) => `A execução de ${day} foi feita sem e-mails.`,
  nothingKept: (day) =>
    `Nada foi guardado dos e-mails de ${day}: ainda não estão previstos, ou a execução é de uma versão anterior.`,
  noMail: 'sem e-mail',
  notSeenTo: 'previsto, ainda não tratado',
  before: 'E-mails anteriores',
  noneBefore: 'Nenhum e-mail anterior é conhecido.',
  gone: (run) => `O e-mail anterior era da execução ${run}; nada dele está guardado aqui.`,
  kinds: {
    scorecard: 'relatório semanal',
    'scorecard-daily': 'relatório diário',
    'scorecard-monthly': 'relatório mensal',
    'scorecard-change': 'mudança de nível',
    'scorecard-notice': 'aviso',
  },
  outcomes: {
    sent: 'enviado',
    sent_before: 'não enviado: uma execução anterior do mesmo dia já tinha enviado o seu',
    withheld: 'retido: nesse meio-tempo o vendedor pediu para não receber mais, ou o endereço falhou',
    not_sent: 'não enviado: não foi possível escrevê-lo, ou nenhum sistema de e-mail o aceitou',
    in_doubt: 'ninguém sabe se saiu',
  },
  reasons: {
    not_described: 'o vendedor não está descrito em lugar nenhum',
    closed: 'a loja está fechada',
    wants_none: 'o vendedor pediu para não receber e-mails',
    no_address: 'nenhum endereço é conhecido',
    address_unreadable: 'não é possível escrever para o endereço',
    suppressed: 'bloqueado: e-mails para esse endereço voltaram',
    not_final: 'más notícias só são dadas por uma execução definitiva do dia mais recente',
    nothing_changed: 'nada mudou desde o último e-mail, ou nada do que o vendedor pediu para saber',
    not_its_day: 'o dia do seu e-mail ainda vai chegar',
    sent_this_week: 'o e-mail desta semana já saiu',
    sent_this_month: 'o e-mail deste mês já saiu',
    sent_today: 'o e-mail deste dia já saiu',
  },
};
