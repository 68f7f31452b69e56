/** What the dashboard's pages say before, instead of and above their numbers. Days come written. */
export const pages = {
  nothingPublished: {
    title: 'Nada foi publicado ainda',
    says: 'A primeira noite coloca seus números aqui assim que termina. Se já deveria haver algum, avise quem cuida dos relatórios de desempenho.',
  },
  signedOut: {
    title: 'Entre novamente',
    says: 'Sua sessão terminou, ou sua conta não pode ler estes números. Os números em si estão certos.',
    again: 'Entrar novamente',
  },
  unopened: { title: 'Não foi possível abrir a execução publicada', again: 'Tentar novamente' },
  /** A run that is older than it should be by now. */
  late: (has: string, expected: string) =>
    `Estes números vão até ${has}. Os de ${expected} já deveriam estar aqui: a última noite está atrasada.`,
  /** A run that was made without mails, such as one of a backfill. */
  madeAfterwards: (day: string) =>
    `Esta execução de ${day} foi feita sem e-mails, como as que completam dias passados: os vendedores não foram avisados sobre ela.`,
  leftOut:
    'Quais linhas foram desconsideradas e por quê, com arquivo e linha, está na página sobre a qualidade dos dados ao lado da execução, com quem cuida dos relatórios de desempenho.',
};
