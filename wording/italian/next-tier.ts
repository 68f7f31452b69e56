/** What the way to the next tier says. Numbers and days come written. */
import { dal, il } from './articles.js';
import { plural as s } from './plural.js';

export const nextTier = {
  /** As limits: `al massimo altri 2 ordini con spedizione in ritardo`, `nessun nuovo caso di pacchi senza tracciamento`. */
  atMost: (n: number, shown: string, noun: { one: string; many: string }, fault: string) =>
    n === 0 ? `nessun nuovo caso di ${noun.many} ${fault}` : `al massimo ancora ${shown} ${s(n, noun.one, noun.many)} ${fault}`,
  dated: (tier: string, day: string, limits: string, approves: boolean) =>
    `Al tuo ritmo: ${tier} ${dal(day)} circa${approves ? ', dopo l’approvazione di una persona' : ''}, se fino ad allora: ${limits}.`,
  why: (gone: string, fault: string) =>
    `Entro quel giorno ${gone === '1' ? 'sarà uscito' : 'saranno usciti'} dai tuoi numeri ${gone} su ${fault} che contano ora.`,
  undated: (tier: string, until: string, metric: string, allowed: string, fault: string) =>
    `Al tuo ritmo il livello ${tier} non è raggiungibile entro ${il(until)}: dei ${fault} problemi in ${metric} troppi conteranno ancora, e il massimo è ${allowed}. Un giorno non si può ancora indicare.`,
  /** In a list and among facts. */
  heading: (tier: string) => `${tier} circa dal`,
  notBefore: (day: string) => `dopo ${il(day)}`,
};
