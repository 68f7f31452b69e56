/** What the way to the next tier says. Numbers and days come written. */
import { plural as s } from './plural.js';

export const nextTier = {
  /** As limits: `at most 2 more orders dispatched late`, `no more parcels without tracking`. */
  atMost: (n: number, shown: string, noun: { one: string; many: string }, fault: string) =>
    n === 0 ? `no more ${noun.many} ${fault}` : `at most ${shown} more ${s(n, noun.one, noun.many)} ${fault}`,
  dated: (tier: string, day: string, limits: string, approves: boolean) =>
    `At your pace: ${tier} from about ${day}${approves ? ', once a person has approved it' : ''}, if until then there are ${limits}.`,
  why: (gone: string, fault: string) => `${gone} of the ${fault} that count now will have left your numbers by then.`,
  undated: (tier: string, until: string, metric: string, allowed: string, fault: string) =>
    `At your pace ${tier} is not in reach by ${until}: too many of the ${fault} at fault under ${metric} still count then, and ${allowed} are allowed. Nobody can name a day yet.`,
  /** In a list and among facts. */
  heading: (tier: string) => `${tier} from about`,
  notBefore: (day: string) => `after ${day}`,
};
