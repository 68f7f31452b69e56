/** What a score says. Numbers come written. */
import { isOne } from './faults.js';
import { plural as s } from './plural.js';

export const score = {
  heading: 'Sua pontuação',
  /** `Pontuação da loja: 4,06 de 5` */
  total: (title: string, have: string, of: string) => `${title}: ${have} de ${of}`,
  weighted: 'é a soma do que cada parte traz',
  worst: (dimension: string) => `decide a parte mais baixa, que é ${dimension}`,
  few_orders: (title: string) =>
    `${title}: ainda não disponível, porque há poucos pedidos para analisar. Isso não é uma pontuação baixa.`,
  few_metrics: (title: string, have: string, need: string, n: number) =>
    `${title}: ainda não disponível, porque ${s(n, `da ${need} métrica necessária`, `das ${need} métricas necessárias`)} só ${have} ${isOne(have) ? 'pode ser analisada' : 'podem ser analisadas'}. Isso não é uma pontuação baixa.`,
  part: (what: string, faults: string, rate: string, points: string, of: string, weight: string, brings: string) =>
    `${what}: ${faults} = ${rate}: ${points} de ${of} pontos, peso ${weight}, traz ${brings}`,
  faults: (fault: string, counted: string) => `${fault} de ${counted}`,
  /** Where its dimension does not decide, or there is no score. */
  partOnly: (what: string, faults: string, rate: string, points: string, of: string, weight: string) =>
    `${what}: ${faults} = ${rate}: ${points} de ${of} pontos, peso ${weight}`,
  weightInPart: (share: string, dimension: string) => `${share} de ${dimension}`,
  notAssessed: (what: string, weight: string) => `${what}: sem análise, por isso seu peso de ${weight} passa para as outras`,
  /** Where a part decides, and parts have no weight. */
  notAssessedInPart: (what: string, dimension: string) => `${what}: sem análise, e desconsiderada em ${dimension}`,
  costsMost: (what: string, points: string) => `A métrica que mais tira pontos: ${what}, ${points} pontos.`,
  caps: (tier: string) => `Com essa pontuação, o nível é no máximo “${tier}”.`,
  lift: (what: string) => `A pontuação segura o nível; o que mais a aumentaria: ${what}.`,
  benchmarkInShort: (share: string, sellers: string, at: string, low: string, high: string) =>
    `acompanha o que ${share} das lojas da categoria não ultrapassam, se ${sellers} ou mais puderem ser analisadas: como está escrita em ${at}, sem sair do intervalo de ${low} a ${high}`,
  /** `Envios com atraso: comparação com a sua categoria, livros. …` Of a curve that moved. */
  beside: (what: string, category: string, share: string, n: string, rate: string, day: string, until: string) =>
    `${what}: comparação com a sua categoria, ${category}. Em ${day}, ${share} das suas ${n} lojas tinham ${rate} ou menos, e isso vale até ${until}.`,
  /** What that does to the curve: of one rate of it, which other has its points now. */
  moved: (written: string, at: string) => `Os pontos que a curva dá em ${written}, você obtém em ${at}.`,
  asWritten: 'A curva fica como está escrita.',
  heldAt: (rate: string) => `No lugar dela vale ${rate}, porque a curva não se move além disso.`,
  besideFew: (what: string, category: string, n: string, needed: string, day: string, until: string) =>
    `${what}: sem comparação com a sua categoria, ${category}. Em ${day}, o número de lojas analisáveis era ${n}, e são necessárias ${needed}. A curva fica como está escrita até ${until}.`,
  besideNew: (what: string, category: string) =>
    `${what}: sem comparação com a sua categoria, ${category}. No começo do trimestre nenhuma das lojas dela podia ser analisada. A curva fica como está escrita.`,
  besideNone: (what: string) =>
    `${what}: sem comparação com uma categoria, porque nenhum dos seus pedidos informa a dele. A curva fica como está escrita.`,
  columns: { part: 'Parte', metric: 'Métrica', faults: 'Com problema', points: 'Pontos', weight: 'Peso', brings: 'Traz' },
};
