/** The interval of a change of a rate, seller by seller and day by day: residuals summed in plain TypeScript against the SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import { MADE_POLICIES, question, rows } from '../sql/made-rows.js';

const METRIC = 'late_dispatch';
const MATURES = MADE_POLICIES.metrics.find(({ metric }) => metric === METRIC)!.maturation_days;
const LAST = addDays('2026-11-16', -MATURES);
const WEEK = 7;
/** Student's t of 12 degrees of freedom at 95 %, from a table. */
const WIDTH = 2.179;

interface Cell {
  seller: number;
  /** Days before the newest one that is final: 0 to 6 are this week's, 7 to 13 the last one's. */
  age: number;
  counted: number;
  fault: number;
}

/** So many sellers, some of them often late, and a day on which many were. */
function cells(sellers: number, often: number): Cell[] {
  let state = 7;
  const draw = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: sellers * 2 * WEEK }, (_, n) => {
    const [seller, age] = [Math.floor(n / (2 * WEEK)), n % (2 * WEEK)];
    const counted = 3 + draw(20);
    const bad = seller === 0 || age === 9 || (age < WEEK && draw(100) < often);
    return { seller, age, counted, fault: bad ? Math.ceil(counted / 2) : draw(12) === 0 ? 1 : 0 };
  });
}

const sum = (some: readonly Cell[], of: 'counted' | 'fault'): number => some.reduce((all, cell) => all + cell[of], 0);

function byHand(all: readonly Cell[]) {
  const [now, before] = [all.filter(({ age }) => age < WEEK), all.filter(({ age }) => age >= WEEK)];
  const [rate, earlier] = [now, before].map((some) => sum(some, 'fault') / sum(some, 'counted')) as [number, number];
  const beyond = (some: readonly Cell[], of: readonly Cell[], r: number): number =>
    (sum(some, 'fault') - r * sum(some, 'counted')) / sum(of, 'counted');
  const moves = (some: readonly Cell[]): number =>
    beyond(
      some.filter(({ age }) => age < WEEK),
      now,
      rate,
    ) -
    beyond(
      some.filter(({ age }) => age >= WEEK),
      before,
      earlier,
    );
  const squares = (groups: Iterable<readonly Cell[]>): number => [...groups].reduce((total, some) => total + moves(some) ** 2, 0);
  const sellers = Map.groupBy(all, ({ seller }) => seller);
  const bySellers = (squares(sellers.values()) * sellers.size) / (sellers.size - 1);
  const byDays = (squares(Map.groupBy(all, ({ age }) => age).values()) * WEEK) / (WEEK - 1);
  const byOrders = (rate * (1 - rate)) / sum(now, 'counted') + (earlier * (1 - earlier)) / sum(before, 'counted');
  const noise = WIDTH * Math.sqrt(Math.max(bySellers + byDays - byOrders, bySellers, byDays, byOrders));
  return { change: rate - earlier, low: rate - earlier - noise, high: rate - earlier + noise };
}

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
});
afterAll(() => duck.close());

async function bySql(all: readonly Cell[], first_day = '2026-10-01') {
  const periods = [...Map.groupBy(all, ({ seller }) => seller)].map(([seller, some]) => {
    const of = (from: number, what: 'counted' | 'fault') =>
      sum(
        some.filter(({ age }) => age >= from && age < from + WEEK),
        what,
      );
    const columns = (['fault', 'counted'] as const).flatMap((what) => [
      `CAST(${of(0, what)} AS BIGINT) AS ${METRIC}_current_7d_${what}`,
      `CAST(${of(WEEK, what)} AS BIGINT) AS ${METRIC}_previous_7d_${what}`,
    ]);
    return `'s${seller}' AS seller_id, 'GB' AS region, ${columns.join(', ')}`;
  });
  const days = [...Map.groupBy(all, ({ age }) => age)].map(([age, some]) => {
    const fault = sum(some, 'fault');
    return `'GB', '${METRIC}', DATE '${addDays(LAST, -age)}', CAST(${sum(some, 'counted') - fault} AS BIGINT), CAST(${fault} AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT)`;
  });
  const asked = await question(duck, await readSqlFiles(), {
    path: 'marts/region_metrics.sql',
    says: '',
    reads: {
      seller_periods: { of: 'seller_periods', rows: periods },
      region_daily: rows('region, metric, day, met, fault, forgiven, forgiven_as_met, excluded, pending', ...days),
      region_first_days: rows('region, first_day', `'GB', DATE '${first_day}'`),
    },
    gives: [],
  });
  const [row] = await duck.run(`SELECT * FROM (${asked}) AS m WHERE region = 'GB' AND metric = '${METRIC}' AND window_days = 7`);
  return row!;
}

describe('what chance explains of a change', () => {
  it.each([
    ['nothing much changed', 0, false],
    ['far more went wrong', 60, true],
  ] as const)('is as summed by hand, where %s', async (_, often, clear) => {
    const all = cells(14, often);
    const [row, hand] = [await bySql(all), byHand(all)];
    expect(row.change).toBeCloseTo(hand.change, 12);
    expect(row.change_low).toBeCloseTo(hand.low, 12);
    expect(row.change_high).toBeCloseTo(hand.high, 12);
    expect(row.beyond_noise).toBe(hand.low > 0 || hand.high < 0);
    expect(row.beyond_noise).toBe(clear);
  });

  it('is not said of fewer than ten sellers, whose change is then no better and no worse', async () => {
    expect(await bySql(cells(10, 60))).toMatchObject({ beyond_noise: true });
    expect(await bySql(cells(9, 60))).toMatchObject({ change_low: null, change_high: null, beyond_noise: false });
  });

  it('is of days that are named, and nothing is compared with a period that is not whole', async () => {
    const first = addDays(LAST, 1 - 2 * WEEK);
    expect(await bySql(cells(14, 60), first)).toMatchObject({ previous_whole: true, beyond_noise: true });
    const row = await bySql(cells(14, 60), addDays(first, 1));
    expect(row).toMatchObject({ previous_whole: false, change: null, change_low: null, beyond_noise: false });
    expect([row.first_day, row.last_day].map((day) => (day as Date).toISOString().slice(0, 10))).toEqual([
      addDays(LAST, -6),
      LAST,
    ]);
  });
});
