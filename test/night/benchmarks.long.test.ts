/** Scores beside a category, over a change of quarter: what is frozen, what it is worked out from, and what a seller is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order } from '../../metrics/case.js';
import { loadPolicies } from '../../policies/load.js';
import type { Score } from '../../policies/score.js';
import { policiesOf } from '../cases/index.js';
import { scorecards } from '../helpers/scorecards.js';
import { compareRun } from '../independent/compare.js';
import { filesOf, TestMarketplace } from './test-marketplace.js';

const [FIRST, LATER, NEXT] = ['2026-12-01', '2026-12-20', '2027-01-04'] as const;
const why = 'made';
const { programmes, ...rest } = policiesOf('GB', 'DE');
const score: Score = {
  ...{ title: 'Shop score', why, out_of: 5, decides: 'weighted', needs: { metrics: 1, why }, tiers: {} },
  dimensions: [
    {
      ...{ key: 'parcels', title: 'Parcels', weight: 1, why },
      metrics: {
        late_dispatch: {
          ...{ weight: 1, why },
          curve: [
            [0, 5],
            [0.02, 4],
            [0.04, 2.5],
            [0.1, 0],
          ],
          benchmark: { percentile: 50, at_least_sellers: 5, relative_to: 0.02, not_below: 0.01, not_above: 0.06, why },
        },
      },
    },
  ],
};
const POLICIES = {
  ...rest,
  programmes: [
    {
      ...programmes[0]!,
      ...{ programme: 'shop', title: 'Shop', version: '1', in_force_from: '2016-01-01', regions: ['DE', 'GB'] },
      ...{ standard: 'good', score, assessable: { orders: 10, window_days: 60, why } },
      tiers: ['good', 'low'].map((key) => ({ key, title: `${key} tier`, means: `The ${key} one.` })),
      metrics: [
        {
          ...{ metric: 'late_dispatch', window_days: 28, why, at_least: { counted: 5, faults: 0, why } },
          tiers: { good: { at_most: 0.5, why } },
        },
      ],
    },
  ],
};

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const DAY = 86_400_000;
const at = (day: string, days: number, hour: number): string =>
  `${new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00Z`;
/** Orders of a day, of which the first so many are dispatched late. */
const orders = (seller: string, category: string | null, placed: string, late: number, many = 50) =>
  Array.from({ length: many }, (__, n) => {
    const { dt: _, ...row } = order(`${seller}-${placed}-${n}`, {
      ...{ seller_id: seller, category, placed_at: at(placed, 0, 10), ship_by: at(placed, 2, 17) },
      ...{ deliver_by: at(placed, 5, 12).slice(0, 10), delivered_at: at(placed, 4, 10), updated_at: at(placed, 5, 10) },
      first_scan_at: at(placed, n < late ? 3 : 2, 10),
    });
    return row;
  });
const BOOKS = [0, 1, 2, 3, 4, 5].map((late) => [`books-${late}`, late] as const);
const landed = (placed: string, lateOf: (late: number) => number) => [
  ...BOOKS.flatMap(([seller, late]) => orders(seller, late % 2 ? 'Books' : 'books', placed, lateOf(late))),
  ...[0, 1, 2, 3].flatMap((nth) => orders(`toys-${nth}`, 'toys', placed, 1)),
  ...orders('various', null, placed, 1),
];

describe('a marketplace whose scores are read beside a category', () => {
  let market: TestMarketplace;
  const nights: Record<string, string> = {};
  beforeAll(async () => {
    market = await TestMarketplace.make(POLICIES);
    await market.land([
      ['orders/dt=2026-11-20/a.jsonl', lines(landed('2026-11-14', (late) => late))],
      // By then all shops of books are late ten times, and the one that sold most books sells more toys.
      [
        'orders/dt=2026-12-14/a.jsonl',
        lines([
          ...landed('2026-12-08', () => 10),
          ...orders('books-2', 'toys', '2026-12-08', 0, 110).map((row) => ({ ...row, order_id: `${row.order_id}-toys` })),
        ]),
      ],
    ]);
    for (const day of [FIRST, LATER, NEXT]) nights[day] = (await market.published(day)).prefix;
  }, 120_000);
  afterAll(() => market?.gone());

  const rows = async (day: string, dataset: string, ...columns: string[]): Promise<string[]> =>
    (await market.rows(nights[day]!, dataset))
      .map((row) => JSON.parse(row) as Record<string, unknown>)
      .map((row) => columns.map((name) => row[name] ?? '-').join(' '));
  const benchmarks = (day: string) =>
    rows(day, 'category_benchmarks', 'quarter', 'category', 'because', 'benchmark', 'sellers', 'frozen_on', 'holds_until');
  const points = async (day: string) =>
    (await rows(day, 'score_parts', 'seller_id', 'fault', 'points', 'benchmark_because', 'benchmark_taken')).slice(0, 6);

  it('measures on the first night of the quarter what the middle shop of a category does, and gives a category of few none', async () => {
    // 0, 2, 4, 6, 8, 10 % late: of six shops the third has 4 %, twice what the curve was made for.
    expect(await benchmarks(FIRST)).toEqual([
      '2026-Q4 books measured 0.04 6 2026-12-01 2026-12-31',
      '2026-Q4 toys few_sellers - 4 2026-12-01 2026-12-31',
    ]);
    // On a curve of 0, 4, 8 and 20 %: 2 % is half of the way to four points, 6 % halfway to 2.5, 10 % a sixth of the way to none.
    expect(await points(FIRST)).toEqual([
      'books-0 0 500 measured 0.04',
      'books-1 1 450 measured 0.04',
      'books-2 2 400 measured 0.04',
      'books-3 3 325 measured 0.04',
      'books-4 4 250 measured 0.04',
      'books-5 5 208 measured 0.04',
    ]);
    expect((await rows(FIRST, 'score_parts', 'seller_id', 'points', 'benchmark_because', 'benchmark_taken')).slice(6)).toEqual([
      ...[0, 1, 2, 3].map((nth) => `toys-${nth} 400 few_sellers -`),
      'various 400 no_category -',
    ]);
  });

  it('keeps it until the quarter ends, whatever the shops do meanwhile, and a shop its category', async () => {
    expect(await benchmarks(LATER)).toEqual(await benchmarks(FIRST));
    expect(await rows(LATER, 'seller_categories', 'seller_id', 'category', 'orders', 'frozen_on')).toEqual(
      await rows(FIRST, 'seller_categories', 'seller_id', 'category', 'orders', 'frozen_on'),
    );
    // 10 of 50 is 20 %, where the moved curve ends; with 110 toys in time it is 10 of 160, 6.25 %.
    expect((await points(LATER)).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual(
      BOOKS.map(([seller]) => (seller === 'books-2' ? 'books-2 10 316' : `${seller} 10 0`)),
    );
  });

  it('measures anew with the next quarter, and moves the curve no further than the programme says', async () => {
    expect(await benchmarks(NEXT)).toEqual([
      '2027-Q1 books measured 0.2 5 2027-01-04 2027-03-31',
      '2027-Q1 toys measured 0.02 5 2027-01-04 2027-03-31',
    ]);
    expect(await rows(NEXT, 'seller_categories', 'seller_id', 'category', 'frozen_on')).toContain('books-2 toys 2027-01-04');
    // Rates of the curve count three times at most: 0, 6, 12 and 30 %; 20 % is four ninths of the way from 2.5 points to none.
    expect(await points(NEXT)).toContain('books-1 10 139 measured 0.06');
  });

  it('says the same when a night is repeated, made in full, or backfilled in a store of its own', async () => {
    const again = await market.published(LATER, { full: true });
    const other = await market.published(FIRST, { store: `${market.store}-2` });
    const backfilled = await market.published(LATER, { store: `${market.store}-2` });
    const read = async (prefix: string, store: string) => {
      const asked = Object.assign(Object.create(Object.getPrototypeOf(market)) as TestMarketplace, market);
      Object.defineProperty(asked, 'store', { value: store });
      return [
        await asked.rows(prefix, 'category_benchmarks'),
        await asked.rows(prefix, 'seller_categories'),
        await asked.rows(prefix, 'score_parts'),
      ];
    };
    const published = await read(nights[LATER]!, market.store);
    expect(await read(again.prefix, market.store)).toEqual(published);
    expect(await read(backfilled.prefix, `${market.store}-2`)).toEqual(published);
    expect(await read(other.prefix, `${market.store}-2`)).toEqual(await read(nights[FIRST]!, market.store));
  });

  it('is what the independent judge says, on each night', async () => {
    for (const runDate of [FIRST, LATER, NEXT]) {
      const policies = loadPolicies(filesOf(POLICIES), runDate);
      const found = await compareRun({
        store: market.store,
        prefix: nights[runDate]!,
        runDate,
        policies,
        landed: market.landing,
      });
      expect(found.differences, runDate).toEqual([]);
      expect(found.rows).toMatchObject({ score_parts: 11, seller_categories: 10, category_benchmarks: 2 });
    }
  });

  it('tells a seller which benchmark was used and where it came from', async () => {
    const told = async (seller: string, run: string) =>
      (await scorecards('explain', seller, '--store', market.store, '--date', run)).out
        .split('\n')
        .filter((line) => line.includes('beside'));
    expect(await told('books-3', FIRST)).toEqual([
      '  Late dispatch is read beside your category, books: on 1 Dec 2026, 50% of its 6 shops had 4.00% or less, and that holds until 31 Dec 2026. What the curve gives at 2%, you get at 4%.',
    ]);
    expect(await told('books-1', NEXT)).toEqual([
      '  Late dispatch is read beside your category, books: on 4 Jan 2027, 50% of its 5 shops had 20.00% or less, and that holds until 31 Mar 2027. 6% is taken for it, as the curve moves no further. What the curve gives at 2%, you get at 6%.',
    ]);
    expect(await told('toys-1', FIRST)).toEqual([
      '  Late dispatch is not read beside your category, toys: 4 of its shops could be judged on 1 Dec 2026, and 5 are needed. The curve stays as it is written until 31 Dec 2026.',
    ]);
    expect(await told('various', FIRST)).toEqual([
      '  Late dispatch is not read beside a category, as none of your orders says what it was of. The curve stays as it is written.',
    ]);
  });

  it('tells what further late orders would cost, on the curve of the category', async () => {
    const asked = ['whatif', 'books-3', '--late-dispatch', '2', '--store', market.store, '--run', '2026-12-01-001'];
    const { out } = await scorecards(...asked);
    // 5 of 52, 9.6 %: on the way from 2.5 points at 8 % to none at 20 %.
    expect(out).toMatch(/Shop score, of 5: [^\n]*3\.25[^\n]*2\.16/);
  });
});
