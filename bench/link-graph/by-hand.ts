/** Families of accounts, found another way than a night does: every value's pairs added up in memory, then a union-find. */
import type { AccountLinksPolicy } from '../../policies/policy.js';

/** Something that an account has. */
export interface Held {
  seller_id: string;
  kind: string;
  value_hash: string;
}

export interface Families {
  /** What each pair of linked accounts comes to, in millionths, by `first second` in the order of their names. */
  links: Map<string, number>;
  /** Each account of a family, with the first of its family by name. */
  first: Map<string, string>;
  /** How many values are of too many accounts, that policy would look at. */
  hubs: number;
}

/** @param held each value of an account once */
export function familiesByHand(held: Iterable<Held>, { weights, linked_from, hub_above }: AccountLinksPolicy): Families {
  const holders = new Map<string, string[]>();
  for (const { seller_id, kind, value_hash } of held) {
    const value = `${kind} ${value_hash}`;
    const some = holders.get(value);
    if (some) some.push(seller_id);
    else holders.set(value, [seller_id]);
  }
  const links = new Map<string, number>();
  let hubs = 0;
  for (const [value, sellers] of holders) {
    const weight = weights[value.split(' ')[0] as keyof typeof weights];
    if (sellers.length < 2 || weight === 0) continue;
    if (sellers.length > hub_above) {
      hubs += 1;
      continue;
    }
    const says = weight * Math.round(10_000 / Math.log2(sellers.length));
    sellers.sort();
    for (const [at, one] of sellers.entries())
      for (const other of sellers.slice(at + 1)) links.set(`${one} ${other}`, (links.get(`${one} ${other}`) ?? 0) + says);
  }
  for (const [pair, weight] of links) if (weight < linked_from * 10_000) links.delete(pair);
  return { links, first: joined(links.keys()), hubs };
}

/** A union-find, in which the first by name stands for those joined. */
function joined(pairs: Iterable<string>): Map<string, string> {
  const above = new Map<string, string>();
  const firstOf = (one: string): string => {
    let top = one;
    while (above.get(top) !== top) top = above.get(top)!;
    for (let at = one; at !== top; ) {
      const next = above.get(at)!;
      above.set(at, top);
      at = next;
    }
    return top;
  };
  for (const pair of pairs) {
    const ends = pair.split(' ') as [string, string];
    for (const end of ends) if (!above.has(end)) above.set(end, end);
    const [a, b] = ends.map(firstOf) as [string, string];
    if (a < b) above.set(b, a);
    else above.set(a, b);
  }
  return new Map([...above.keys()].map((one) => [one, firstOf(one)]));
}
