import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { ALIKE } from '../../policies/reliefs.js';
import { Draw } from '../helpers/draw.js';
import { askingOfDispatch, question, rows } from './made-rows.js';
import { files } from './rendered.js';

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck?.close());

interface Fault {
  order: string;
  day: number;
  buyer: string | null;
  reason: string;
}

/** A hundred sellers, and each of them once more with one fault more, `x`, whose id and day lie anywhere. */
function drawnSellers(): Map<string, Fault[]> {
  const draw = new Draw(7);
  const fault = (order: string): Fault => ({
    ...{ order, day: draw.whole(1, 6), buyer: draw.one(['a', 'a', 'b', null]), reason: draw.one(['late', 'missing']) },
  });
  return new Map<string, Fault[]>(
    Array.from({ length: 100 }, (_, nth) => {
      const own = Array.from({ length: draw.whole(0, 9) }, (__, at) => fault(`o${at}`));
      return [
        [`s${nth}`, own],
        [`s${nth}-more`, [...own, fault(draw.one(['a', 'o4a', 'z']))]],
      ] satisfies [string, Fault[]][];
    }).flat(),
  );
}

/** All rows at once: a thousand of them one by one take seconds. */
const table = (columns: string, all: readonly string[]): string[] => [`* FROM ${rows(columns, ...all)} AS t`];

/** How many faults of each seller are left, and on how many days, for how many buyers. */
async function leftOver(same: (typeof ALIKE)[number], sellers: ReadonlyMap<string, Fault[]>) {
  const night = { policies: askingOfDispatch({ german: { collapse: { same, why: 'drawn' } } }) };
  const all = [...sellers].flatMap(([seller, faults]) => faults.map((fault) => ({ seller, ...fault })));
  const id = ({ seller, order }: (typeof all)[number]) => `'${seller}', '${order}'`;
  const asked = await question(duck, files, {
    ...{ path: 'marts/reliefs.sql', says: '', gives: [], night },
    reads: {
      'ledger order_outcomes': {
        of: 'order_outcomes',
        rows: table(
          'seller_id, order_id, region, weight, placed_day, late_dispatch, late_dispatch_reason, late_dispatch_day',
          all.map((one) => `${id(one)}, 'DE', 1, DATE '2026-11-01', 2, '${one.reason}', DATE '2026-11-0${one.day}'`),
        ),
      },
      'accepted orders': {
        of: 'accepted orders',
        rows: table(
          'seller_id, order_id, buyer_id, updated_at, dt',
          all.map(
            (one) =>
              `${id(one)}, ${one.buyer === null ? 'NULL' : `'${one.buyer}'`}, TIMESTAMP '2026-11-01 01:00:00', DATE '2026-11-01'`,
          ),
        ),
      },
    },
  });
  const folded = new Map((await duck.run(asked)).map((row) => [`${row.seller_id} ${row.order_id}`, String(row.folded_into)]));
  for (const [key, into] of folded) expect(folded.has(`${key.split(' ')[0]} ${into}`)).toBe(false);
  return new Map(
    [...sellers].map(([seller, faults]) => [seller, faults.filter(({ order }) => !folded.has(`${seller} ${order}`))]),
  );
}

describe.each(ALIKE)('faults of the same %s, which count as one', (same) => {
  it('are never more than without, never none of some, and never fewer for a fault more', async () => {
    const sellers = drawnSellers();
    const left = await leftOver(same, sellers);
    let folds = 0;
    for (const [seller, faults] of sellers) {
      const counted = left.get(seller)!.length;
      expect(counted).toBeLessThanOrEqual(faults.length);
      if (faults.length > 0) expect(counted).toBeGreaterThan(0);
      if (counted < faults.length) folds++;
      const more = left.get(`${seller}-more`);
      if (more) expect(more.length).toBeGreaterThanOrEqual(counted);
    }
    expect(folds).toBeGreaterThan(20);

    // Nor are days, buyers, or what is left over without the worst day.
    const told = (faults: readonly Fault[]) => {
      const days = Map.groupBy(faults, ({ day }) => day);
      const worst = Math.max(0, ...[...days.values()].map((some) => some.length));
      const buyers = new Set(faults.map(({ buyer, order }) => buyer ?? order)).size;
      return {
        // Evaluations and floors of days do not go with faults of one buyer, floors of buyers not with those of a day.
        ...(same === 'buyer' ? {} : { days: days.size, without_the_worst: faults.length - worst }),
        ...(same === 'day_and_reason' ? {} : { buyers }),
      };
    };
    for (const [seller, faults] of left) {
      const more = left.get(`${seller}-more`);
      if (!more) continue;
      const [less, then] = [told(faults), told(more)];
      for (const [name, value] of Object.entries(less)) expect(then[name as keyof typeof then]).toBeGreaterThanOrEqual(value!);
    }
  });
});
