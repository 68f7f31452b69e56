/** What the way to the next tier says. Numbers and days come written. */
import { il } from './articles.js';
import { plural as s } from './plural.js';

export const nextTier = {
  /** As limits: `al massimo ancora 2 ordini con spedizione in ritardo`, `nessun altro caso di pacchi senza tracciamento`. */
  atMost: (n: number, shown: string, noun: { one: string; many: string }, fault: string) =>
    n === 0 ? `nessun altro caso di ${noun.many} ${fault}` : `al massimo ancora ${shown} ${s(n, noun.one, noun.many)} ${fault}`,
  dated: (tier: string, day: string, limits: string, approves: boolean) =>
    `Al tuo ritmo: livello «${tier}» verso ${il(day)}${approves ? ', dopo l’approvazione di una persona' : ''}, se fino ad allora resti entro questi limiti: ${limits}.`,
  why: (gone: string, fault: string) =>
    `Ora contano ${fault}: entro quel giorno ${gone === '1' ? 'ne uscirà' : 'ne usciranno'} ${gone} dai tuoi numeri.`,
  undated: (tier: string, until: string, metric: string, allowed: string, fault: string) =>
    `Al tuo ritmo il livello «${tier}» non è raggiungibile entro ${il(until)}: a quella data conteranno ancora troppi problemi per ${metric} (ora sono ${fault}), e il massimo è ${allowed}. Non è ancora possibile indicare un giorno.`,
  /** In a list and among facts. */
  heading: (tier: string) => `${tier} verso il`,
  notBefore: (day: string) => `dopo ${il(day)}`,
};
