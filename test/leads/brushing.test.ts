import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { LEADS_DEFAULTS } from '../../policies/leads-policy.js';
import { MADE_POLICIES, question } from '../sql/made-rows.js';
import { files } from '../sql/rendered.js';
import { drawnOrders, foundByHand, type Order, WINDOW } from './brushing-by-hand.js';

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck?.close());

async function foundByNight(orders: readonly Order[], perBuyer: number): Promise<string[]> {
  const rows = orders.map(
    ({ seller, id, at, buyer }) =>
      `'${seller}' AS seller_id, '${id}' AS order_id, TIMESTAMP '2026-11-10 00:00:00' + INTERVAL '${at}' SECOND AS placed_at, CAST(${buyer ?? 'NULL'} AS BIGINT) AS buyer`,
  );
  const asked = await question(duck, files, {
    ...{ path: 'leads/brushing/brushing_evidence.sql', says: '', gives: [] },
    reads: { recent_orders: { of: 'recent_orders', rows } },
    night: {
      policies: {
        ...MADE_POLICIES,
        leads: { ...LEADS_DEFAULTS, brushing: { orders_per_buyer: perBuyer, window_seconds: WINDOW } },
      },
    },
  });
  return (await duck.run(asked)).map((row) => `${row.seller_id} ${row.order_id}`).sort();
}

describe('brushing: windows of any start, closed at both ends, with so many orders for each buyer', () => {
  it.each([
    [1, 3],
    [2, 2],
    [3, 4],
    [4, 3],
  ])('finds the orders that the rule, tried on every window, finds: drawing %i, %i orders a buyer', async (seed, perBuyer) => {
    const orders = drawnOrders(seed, 60);
    const expected = foundByHand(orders, perBuyer);
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.length).toBeLessThan(orders.length * 0.8);
    expect(await foundByNight(orders, perBuyer)).toEqual(expected);
  });

  const sold = (...orders: [at: number, buyer: number | null][]): Order[] =>
    orders.map(([at, buyer], nth) => ({ seller: 's', id: String(nth), at, buyer }));

  it('finds three orders of one buyer exactly a window apart, and none a second further', async () => {
    expect(await foundByNight(sold([0, 1], [3, 1], [10, 1]), 3)).toEqual(['s 0', 's 1', 's 2']);
    expect(await foundByNight(sold([0, 1], [3, 1], [11, 1]), 3)).toEqual([]);
  });

  it('finds what only a window that begins between two orders holds alone', async () => {
    // One that begins at the first of the three holds the buyer after them, one that ends at the last of them the buyer before.
    expect(await foundByNight(sold([0, 2], [1, 1], [5, 1], [9, 1], [11, 3]), 3)).toEqual(['s 1', 's 2', 's 3']);
    expect(await foundByNight(sold([0, 2], [1, 1], [5, 1], [9, 1], [10, 3]), 3)).toEqual([]);
  });

  it('takes an order whose buyer is not known for a buyer of its own', async () => {
    expect(await foundByNight(sold([0, null], [1, null], [2, null]), 3)).toEqual([]);
  });
});
