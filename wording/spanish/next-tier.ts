/** What the way to the next tier says. Numbers and days come written. */
import { plural as s } from './plural.js';

export const nextTier = {
  /** As limits: `como máximo 2 pedidos más con retraso en el envío`, `ningún caso más de paquetes sin seguimiento`. */
  atMost: (n: number, shown: string, noun: { one: string; many: string }, fault: string) =>
    n === 0 ? `ningún caso más de ${noun.many} ${fault}` : `como máximo ${shown} ${s(n, noun.one, noun.many)} más ${fault}`,
  dated: (tier: string, day: string, limits: string, approves: boolean) =>
    `A tu ritmo: nivel «${tier}» hacia el ${day}${approves ? ', una vez que lo apruebe una persona' : ''}, si hasta entonces no superas estos límites: ${limits}.`,
  why: (gone: string, fault: string) =>
    `De lo que cuenta ahora (${fault}), para entonces ${gone} ${gone === '1' ? 'habrá' : 'habrán'} salido de tus cifras.`,
  undated: (tier: string, until: string, metric: string, allowed: string, fault: string) =>
    `A tu ritmo, el nivel «${tier}» no está al alcance para el ${until}: en esa fecha seguirán contando demasiadas incidencias de ${metric} (ahora son ${fault}), y el máximo es ${allowed}. Aún no se puede dar una fecha.`,
  /** In a list and among facts. */
  heading: (tier: string) => `${tier} hacia el`,
  notBefore: (day: string) => `después del ${day}`,
};
