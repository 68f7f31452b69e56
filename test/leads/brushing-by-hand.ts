/** Seconds that a window lasts here, so that drawn orders often lie exactly at its ends. */
export const WINDOW = 10;

/** An order as brushing looks at it. */
export interface Order {
  seller: string;
  id: string;
  /** Seconds after midnight. */
  at: number;
  /** Null where it is not known. */
  buyer: number | null;
}

/** A small generator, so that each drawing is the same every time. */
export function drawnOrders(seed: number, sellers: number): Order[] {
  let state = seed;
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  return Array.from({ length: sellers }, (_, nth) => {
    const [orders, span, buyers] = [1 + below(24), 5 + below(60), 1 + below(6)];
    return Array.from({ length: orders }, (_, of) => ({
      ...{ seller: `s${nth}`, id: `${nth}-${of}`, at: below(span) },
      buyer: below(12) === 0 ? null : below(buyers),
    }));
  }).flat();
}

/**
 * The rule word for word, in another way than the SQL's: every run of neighbouring orders that some window holds and no other order with
 * it. A window holds i to j alone if it may begin after the order before i, at i at the latest, and end from j on, before the one after j.
 */
export function foundByHand(orders: readonly Order[], perBuyer: number): string[] {
  const found = new Set<string>();
  for (const seller of new Set(orders.map((order) => order.seller))) {
    const sold = orders.filter((order) => order.seller === seller).sort((a, b) => a.at - b.at);
    for (let i = 0; i < sold.length; i += 1)
      for (let j = i; j < sold.length; j += 1) {
        const [before, first, last, after] = [sold[i - 1]?.at, sold[i]!.at, sold[j]!.at, sold[j + 1]?.at];
        const begins = { after: before ?? -Infinity, to: first };
        const ends = { from: last - WINDOW, before: (after ?? Infinity) - WINDOW };
        if (!(begins.after < begins.to && ends.from < ends.before)) continue;
        if (!(ends.from <= begins.to && begins.after < ends.before)) continue;
        const held = sold.slice(i, j + 1);
        const buyers = new Set(held.map(({ buyer, id }) => (buyer === null ? `order ${id}` : buyer)));
        if (held.length >= perBuyer * buyers.size) for (const { id } of held) found.add(`${seller} ${id}`);
      }
  }
  return [...found].sort();
}
