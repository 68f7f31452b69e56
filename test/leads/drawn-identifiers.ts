import type { Held } from '../../bench/link-graph/by-hand.js';
import { IDENTIFIER_KINDS } from '../../contracts/landing/identifiers.js';
import type { AccountLinksPolicy } from '../../policies/policy.js';
import { Draw } from '../helpers/draw.js';

/** Weights that often come to exactly what links, and a hub from five accounts on. */
export const DRAWN_LINKS: AccountLinksPolicy = {
  weights: {
    ...{ bank_account: 200, tax_number: 100, register_number: 0, document: 0, person: 100, payment_card: 150 },
    ...{ device: 0, email: 100, phone: 50, website: 0, address: 25, ip_address: 0, declared_group: 0 },
  },
  linked_from: 100,
  hub_above: 4,
};

/** Values of accounts, drawn: most accounts share one or two values with some others, and a chain of accounts one with the next. */
export function drawnIdentifiers(seed: number, accounts: number, chain: number): Held[] {
  const draw = new Draw(seed);
  const held = new Map<string, Held>();
  const has = (seller_id: string, kind: string, value_hash: string) =>
    held.set(`${seller_id} ${kind} ${value_hash}`, { seller_id, kind, value_hash });
  for (let nth = 0; nth < accounts; nth += 1)
    for (let some = draw.whole(0, 3); some > 0; some -= 1)
      has(`s${nth}`, draw.one(IDENTIFIER_KINDS), `v${draw.chance(0.25) ? 0 : draw.whole(1, accounts / 8)}`);
  // Named in no order, and values too: neither name says where in the chain an account is.
  const names = Array.from({ length: chain }, (_, nth) => `${Math.floor(draw.next() * 1e9)}c${nth}`);
  for (const [nth, name] of names.entries())
    for (const link of [nth, nth + 1]) has(name, 'tax_number', `${(link * 7919) % 1009}t${link}`);
  return [...held.values()];
}
