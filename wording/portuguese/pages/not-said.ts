/** What pages say where data or a run has nothing to answer with. */
import type { PageWords } from '../../page-words.js';
import { isOne } from '../faults.js';

export const notSaid: PageWords['notSaid'] = {
  apart: {
    carrier: 'Nenhum pedido destes dias informa a transportadora; por isso nada se diz aqui sobre transportadoras.',
    category: 'Nenhum pedido destes dias informa a categoria; por isso nada se diz aqui sobre categorias.',
    destination_area: 'Nenhum pedido destes dias informa a área de entrega; por isso nada se diz aqui sobre áreas.',
    tenure:
      'Nenhum dado recebido informa desde quando estes vendedores vendem; por isso nada se diz aqui sobre o tempo de cadastro.',
  },
  notMeasured: (metric) => `${metric}: métrica sem medição, porque não chegaram os dados que a compõem.`,
  nobodyFell: 'Ninguém caiu desde a última execução.',
  nothingWaits: 'Aqui nada espera a decisão de uma pessoa.',
  notPrinted: (more: string) =>
    `No papel ${isOne(more) ? 'falta' : 'faltam'} ${more}. Salve a lista como CSV, ou restrinja-a, e imprima de novo.`,
};
