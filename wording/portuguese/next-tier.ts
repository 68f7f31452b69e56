/** What the way to the next tier says. Numbers and days come written. */
import { isOne } from './faults.js';
import { plural as s } from './plural.js';

export const nextTier = {
  /** As limits: `no máximo mais 2 pedidos com atraso no envio`, `nenhum novo caso de pacotes sem rastreamento`. */
  atMost: (n: number, shown: string, noun: { one: string; many: string }, fault: string) =>
    n === 0 ? `nenhum novo caso de ${noun.many} ${fault}` : `no máximo mais ${shown} ${s(n, noun.one, noun.many)} ${fault}`,
  dated: (tier: string, day: string, limits: string, approves: boolean) =>
    `No seu ritmo: nível “${tier}” por volta de ${day}${approves ? ', depois que uma pessoa aprovar' : ''}, se até lá você ficar dentro destes limites: ${limits}.`,
  why: (gone: string, fault: string) =>
    `Do que conta agora (${fault}), até lá ${gone} ${isOne(gone) ? 'terá' : 'terão'} saído dos seus números.`,
  undated: (tier: string, until: string, metric: string, allowed: string, fault: string) =>
    `No seu ritmo, o nível “${tier}” não é alcançável até ${until}: até lá ainda contarão problemas demais em ${metric} (agora são ${fault}), e o máximo é ${allowed}. Ainda não dá para indicar uma data.`,
  /** In a list and among facts. */
  heading: (tier: string) => `${tier} por volta de`,
  notBefore: (day: string) => `depois de ${day}`,
};
