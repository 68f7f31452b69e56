/** What the mail to the operators says when a night stops. */
import { plural as s } from './plural.js';

export const failure = {
  kicker: 'Execução noturna',
  subject: (day: string, where: string, what: string) => `A noite de ${day} parou em ${where}: ${what}`,
  nothing: 'Nada foi publicado e nenhum e-mail foi enviado.',
  published: 'A execução foi publicada; alguns dos seus e-mails não foram enviados.',
  still: (run: string, day: string) => `Os leitores ainda veem a execução ${run} de ${day}.`,
  neverPublished: 'Nenhuma execução foi publicada até agora.',
  whatHeading: 'O que parou',
  stoppedAt: (where: string) => `Parou em ${where}`,
  proofHeading: 'As linhas que provam isso',
  more: (n: number, shown: string) => `e mais ${shown} ${s(n, 'linha', 'linhas')}`,
  nextHeading: 'Próximo passo',
  run: (day: string, run: string | undefined) =>
    run ? `Dados de ${day}, execução ${run}` : `Dados de ${day}, nenhuma execução foi aberta`,
};
