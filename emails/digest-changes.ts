/** Sellers whose tier rose or fell in the week of a digest. */
import type { Programme } from '../policies/policy.js';
import type { Wording } from '../wording/wording.js';
import type { Links } from './digest-links.js';

export interface SellerChange {
  seller_id: string;
  programme: string;
  direction: 'up' | 'down';
  from: string;
  to: string;
}

/** Who a seller is, as the run's scorecards say. */
export interface Named {
  name: string | null;
  home_region: string | null;
  orders: number;
}

export interface ChangesView {
  rises: ChangesOfOneKind;
  falls: ChangesOfOneKind;
}

interface ChangesOfOneKind {
  heading: string;
  sellers: { what: string; link?: string }[];
  more?: string;
}

/** why five: who reads on opens the list; those with most orders are named. */
const SHOWN = 5;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Undefined where nobody's did. */
export function changesInWords(
  changes: readonly SellerChange[],
  named: ReadonlyMap<string, Named>,
  programmes: readonly Programme[],
  links: Links,
  wording: Wording,
): ChangesView | undefined {
  if (changes.length === 0) return undefined;
  const { words, format, tierTitle } = wording;
  const say = words.digestPage;
  const orders = ({ seller_id }: SellerChange): number => named.get(seller_id)?.orders ?? 0;
  const ofOneKind = (direction: 'up' | 'down', heading: (shown: string) => string): ChangesOfOneKind => {
    const all = changes
      .filter((one) => one.direction === direction)
      .sort((a, b) => orders(b) - orders(a) || byText(a.seller_id, b.seller_id) || byText(a.programme, b.programme));
    const rest = all.length - SHOWN;
    return {
      heading: heading(format.count(all.length)),
      sellers: all.slice(0, SHOWN).map(({ seller_id, programme, from, to }) => {
        const of = programmes.find((one) => one.programme === programme);
        const link = links.seller(seller_id);
        const name = named.get(seller_id)?.name ?? seller_id;
        return { what: say.change(name, tierTitle(of, from), tierTitle(of, to)), ...(link === undefined ? {} : { link }) };
      }),
      ...(rest > 0 ? { more: say.more(format.count(rest)) } : {}),
    };
  };
  return { rises: ofOneKind('up', say.rises), falls: ofOneKind('down', say.falls) };
}
