/** What pages say to readers about who may see what. Regions come by their names. */
export const readers = {
  /** On each page of a team. */
  own: (region: string) =>
    `O que a equipe de ${region} vê: os pedidos dela e tudo dos vendedores com sede ali; dos outros que vendem ali, o nível e esses pedidos. As outras regiões e os totais gerais ficam de fora.`,
  /** On the page of a seller that the team sees in part. */
  elsewhere: (region: string) => `Com sede em ${region}: o que está por trás do nível é lido pela equipe dessa região.`,
  nowhere: 'Ainda sem sede: o que está por trás do nível é lido pela direção.',
  notHere: 'não publicado para as regiões',
  warnings: 'O que as verificações de uma noite encontraram vale para todas as regiões juntas, e é lido pela direção.',
  signOut: 'Sair',
  nothing: {
    title: 'Não há nada aqui que você possa ler',
    says: 'Você entrou, mas não faz parte de nenhum grupo que lê uma região. Peça a quem cuida dos relatórios de desempenho para adicionar você ao grupo da sua.',
  },
  notYet: {
    title: 'Esta execução não pode ser lida aqui',
    says: 'Ela foi publicada por uma versão anterior dos relatórios de desempenho. A próxima noite traz uma que pode ser lida.',
  },
};
