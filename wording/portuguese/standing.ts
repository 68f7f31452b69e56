/** What evaluations say. Numbers, rates, days and tiers come written. */
import { isOne, problemasEm } from './faults.js';

/** What an evaluation says of a metric. */
export const standingVerdicts = {
  not_measured: 'Sem medição',
  not_assessable: 'Sem análise',
  met: 'Atende',
  watch: 'Em observação',
  notice: 'Aviso',
  confirmed: 'Aviso confirmado',
};

const years = (n: number): string => (n === 1 ? 'uma vez por ano' : `uma vez a cada ${n} anos`);
const next = (day: string): string => `próxima revisão em ${day}`;
const restam = (left: string, counted: string): string => `${isOne(left) ? 'resta' : 'restam'} ${problemasEm(left, counted)}`;

export const standing = {
  held: 'nível atual',
  /** An early warning, as a sentence. */
  early: (since: string, fault: string, counted: string, bound: string) =>
    `Primeiro sinal: desde ${since} há ${problemasEm(fault, counted)}, uma parcela que parece acima do limite de ${bound}. Isso não muda nada, e some se os próximos dias voltarem a ser como antes.`,
  /** Of a metric that rests. */
  paused: (since: string, why: string) =>
    `Em pausa desde ${since} (${why}): a métrica é medida e mostrada. Ela não faz perder nenhum nível; onde as revisões decidem, também não dá nenhum que o limite dela não permitiria.`,
  /** Why a seller holds the tier, as a clause in lower case. */
  because: {
    not_evaluated: (day: string) => `ainda sem revisão; a primeira é em ${day}`,
    not_assessable: (day: string) => `pedidos insuficientes para analisar; ${next(day)}`,
    first_evaluation: (since: string, day: string) => `primeira revisão em ${since}; ${next(day)}`,
    kept: (since: string, day: string) => `nível mantido desde ${since}; ${next(day)}`,
    improved: (since: string, day: string) => `desde ${since}, quando todos os limites do nível foram atendidos; ${next(day)}`,
    gate: (since: string, day: string) =>
      `desde ${since}, porque o nível anterior exige mais pedidos, vendas ou tempo do que havia; ${next(day)}`,
    given_back: (since: string, day: string) => `nível devolvido, mantido desde ${since}; ${next(day)}`,
    confirmed: (since: string, day: string, metric: string) =>
      `desde ${since}, quando o aviso sobre ${metric} foi confirmado; ${next(day)}`,
  },
  missedDay: (due: string, made: string) => `a revisão de ${due} foi feita depois, em ${made}`,
  projected: (tier: string) => `Com os dados de hoje, uma revisão daria o nível “${tier}”.`,
  projectedByGate: (tier: string, held: string) =>
    `Com os dados de hoje, uma revisão daria o nível “${tier}”, porque “${held}” exige mais pedidos, vendas ou tempo do que há.`,
  /** `Sem o pior dia (11 de nov.: 2), restam 8 problemas em 58; o acaso explica até 5.` */
  leftOver: (day: string, faults: string, left: string, counted: string, luck: string) =>
    `Sem o pior dia (${day}: ${faults}), ${restam(left, counted)}; o acaso explica até ${luck}.`,
  watch: (bound: string, tier: string) =>
    `Acima do limite de ${bound} do nível “${tier}”, mas não mais do que o acaso pode explicar: não há consequências.`,
  notice: (day: string, tier: string, bound: string) =>
    `Aviso de ${day}: está em jogo o nível “${tier}”, que permite no máximo ${bound}.`,
  atStake: (day: string, metric: string, tier: string) => `Aviso de ${day} sobre ${metric}: está em jogo o nível “${tier}”.`,
  wouldNotice: (day: string) => `Com os dados de hoje, uma revisão daria um aviso; a próxima é em ${day}.`,
  rare: (n: number) => `Em uma boa loja deste tamanho, isso acontece menos de ${years(n)}.`,
  cure: (from: string, until: string, bound: string, settled: string) =>
    `Se os dias de ${from} a ${until} também ficarem acima de ${bound}, novamente sem o pior dia, você perde o nível; a decisão sai a partir de ${settled}, quando forem definitivos.`,
  soFar: (left: string, counted: string, allowed: string) =>
    `Até agora, ${problemasEm(left, counted)}, sem o pior dia; no total, o máximo é de cerca de ${allowed}.`,
  confirmed: (left: string, counted: string, bound: string) =>
    `Confirmado: nos dias depois do aviso, sem o pior, ${restam(left, counted)}, também acima de ${bound}.`,
  ended: (left: string, counted: string) => `O aviso terminou: desde então, ${problemasEm(left, counted)}, sem o pior dia.`,
  toAPerson: 'Tão acima do limite que uma pessoa verifica imediatamente.',
};
