import type { Frequency } from '../../contracts/landing/sellers.js';

/** The page on which a seller says how often mails should come. Days come written. */
export const preferencesPage = {
  title: 'E-mails do relatório de desempenho',
  /** Whose mails. */
  of: (seller: string) => `E-mails do relatório de desempenho de ${seller}`,
  now: {
    nothing:
      'Você ainda não escolheu nada aqui. Os e-mails chegam como combinado com o marketplace ou, senão, uma vez por semana.',
    chosen: (frequency: string, day: string) => `Escolhido em ${day}: ${frequency}.`,
    complained: (day: string) => `Envio suspenso em ${day}, porque um e-mail foi marcado como indesejado.`,
    stopped: (day: string) => `Você cancelou estes e-mails em ${day}.`,
  },
  bounced: (day: string) =>
    `Desde ${day} os e-mails para o seu endereço voltam, e não enviamos mais nenhum. Informe ao marketplace um endereço que funcione.`,
  ask: 'Com que frequência você quer recebê-los?',
  choices: {
    daily: 'Em cada dia em que seus números mudarem',
    weekly: 'Uma vez por semana, se seus números tiverem mudado',
    monthly: 'Uma vez por mês, se seus números tiverem mudado',
    changes: 'Só quando seu nível mudar',
    off: 'Nunca',
  } satisfies Record<Frequency, string>,
  always: 'Uma queda de nível ou um aviso é comunicado na manhã seguinte, seja qual for a sua escolha, exceto “Nunca”.',
  save: 'Salvar',
  saved: 'Salvo.',
  unsubscribed: 'Você não receberá mais estes e-mails. Abaixo você pode escolher outra opção.',
  unknown: {
    title: 'Este link não está completo',
    says: 'Abra de novo o link do e-mail ou copie-o inteiro: ele pode ter sido cortado.',
  },
  unclear: {
    title: 'Não foi possível salvar',
    says: 'Volte, escolha com que frequência quer receber os e-mails e salve de novo.',
  },
};
