/** What the dashboard's page of the programmes says beside their text. Days come written. */
import type { PageWords } from '../../page-words.js';

export const programmePage: PageWords['programmePage'] = {
  title: 'Programa',
  note: 'O que se pede aos vendedores, por quê, e o que isso traz ou custa a eles: a política desta execução, como os vendedores a leem.',
  asWritten: 'O que as regras dizem com palavras próprias e ninguém traduziu ainda aparece como está escrito: em inglês.',
  programme: 'Programa',
  none: 'No dia desta execução não havia nenhum programa em vigor.',
  versions: {
    title: 'Versões',
    columns: ['Versão', 'Em vigor desde', 'Até', 'Comunicada aos vendedores em', 'Situação'],
    now: 'usada nesta execução',
    later: 'entrará em vigor',
    open: 'a próxima versão',
    notSaid: 'não informado',
    whole: (version: string, day: string) => `A versão ${version}, em vigor a partir de ${day}`,
  },
};
