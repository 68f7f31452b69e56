/** Benchmarks of scores: which category a seller is compared in, what its sellers do, what is frozen, and where a curve bends then. */
import type { Benchmark } from '../../policies/benchmark.js';
import type { Policies } from '../../policies/policy.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const why = 'made';
const benchmark: Benchmark = {
  ...{ percentile: 50, at_least_sellers: 5, relative_to: 0.02, not_below: 0.01, not_above: 0.06, why },
};
const part = (curve: [number, number][], asked?: Benchmark) => ({
  ...{ weight: 1, curve, why },
  ...(asked ? { benchmark: asked } : {}),
});
const POLICIES: Policies = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) =>
    p.programme === 'both'
      ? {
          ...p,
          score: {
            ...{ title: 'Made', why, out_of: 5, decides: 'weighted', needs: { metrics: 1, why }, tiers: {} },
            dimensions: [
              {
                ...{ key: 'parcels', title: 'Parcels', weight: 1, why },
                metrics: {
                  late_dispatch: part(
                    [
                      [0.01, 5],
                      [0.02, 4],
                      [0.03, 4],
                      [0.1, 0],
                    ],
                    benchmark,
                  ),
                  late_delivery: part([
                    [0, 5],
                    [0.1, 0],
                  ]),
                },
              },
            ],
          },
        }
      : p,
  ),
};
const night = { policies: POLICIES };
const DELIVERY = part(
  [
    [0, 5],
    [0.000003, 4],
    [1, 0],
  ],
  { percentile: 67, at_least_sellers: 5, relative_to: 0.1, not_below: 0.01, not_above: 0.5, why },
);
/** The same where both metrics have a benchmark. */
const BOTH: Policies = {
  ...POLICIES,
  programmes: POLICIES.programmes.map((p) =>
    p.score
      ? {
          ...p,
          score: {
            ...p.score,
            dimensions: p.score.dimensions.map((one) => ({
              ...one,
              metrics: Object.fromEntries(
                Object.entries(one.metrics).map(([name, asked]) => [name, name === 'late_delivery' ? DELIVERY : asked]),
              ),
            })),
          },
        }
      : p,
  ),
};

const CATEGORIES = 'seller_id, programme, quarter, category, orders, of_orders, frozen_on';
const kept = (seller: string, quarter: string, category: string, programme = 'both') =>
  `'${seller}', '${programme}', '${quarter}', '${category}', CAST(7 AS BIGINT), CAST(9 AS BIGINT), DATE '2026-10-01'`;

/** Rows of the ledger: so many orders of a category. */
const sold = (
  seller: string,
  category: string | null,
  day: string,
  more: { region?: string; weight?: number; many?: number } = {},
) =>
  Array.from(
    { length: more.many ?? 1 },
    () =>
      `'${seller}' AS seller_id, ${category === null ? 'NULL' : `'${category}'`} AS category, '${more.region ?? 'GB'}' AS region, DATE '${day}' AS placed_day, ${more.weight ?? 1} AS weight`,
  );

/** The run date is 16 November; the window of 90 days begins on 19 August. */
const mostOrders: MadeRows = {
  path: 'marts/seller_categories.sql',
  says: 'the category of most orders in the window, of equally many the first by name, and what is frozen already',
  night,
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...sold('most', 'toys', '2026-08-19', { many: 2 }),
        ...sold('most', 'books', '2026-08-18', { many: 5 }),
        ...sold('most', 'books', '2026-11-16'),
        ...sold('most', 'garden', '2026-11-17', { many: 5 }),
        ...[...sold('tie', 'toys', '2026-11-01', { many: 2 }), ...sold('tie', 'books', '2026-11-01', { many: 2 })],
        ...[
          ...sold('cases', 'Books', '2026-11-01'),
          ...sold('cases', 'BOOKS', '2026-11-01'),
          ...sold('cases', 'art', '2026-11-01'),
        ],
        // The only one was taken back.
        ...[...sold('undone', 'art', '2026-11-01'), ...sold('undone', 'art', '2026-11-01', { weight: -1 })],
        // One was taken back, and one of two landed anew as another.
        ...[...sold('back', 'toys', '2026-11-01', { many: 2 }), ...sold('back', 'toys', '2026-11-01', { weight: -1 })],
        ...[...sold('back', 'art', '2026-11-01'), ...sold('back', 'art', '2026-11-01', { weight: -1 })],
        ...[...sold('none', null, '2026-11-01', { many: 3 }), ...sold('partly', null, '2026-11-01', { many: 3 })],
        ...sold('partly', 'art', '2026-11-01', { region: 'DE' }),
        ...sold('elsewhere', 'art', '2026-11-01', { region: 'FR' }),
        ...[...sold('kept', 'art', '2026-11-01'), ...sold('last-quarter', 'art', '2026-11-01')],
        ...sold('other-programme', 'art', '2026-11-01'),
      ],
    },
    'previous seller_categories': rows(
      CATEGORIES,
      kept('kept', '2026-Q4', 'toys'),
      kept('gone', '2026-Q4', 'toys'),
      kept('last-quarter', '2026-Q3', 'toys'),
      kept('other-programme', '2026-Q4', 'toys', 'german'),
    ),
  },
  gives: [
    'back both 2026-Q4 toys 1 1 2026-11-16',
    'cases both 2026-Q4 books 2 3 2026-11-16',
    'gone both 2026-Q4 toys 7 9 2026-10-01',
    'kept both 2026-Q4 toys 7 9 2026-10-01',
    'last-quarter both 2026-Q4 art 1 1 2026-11-16',
    'most both 2026-Q4 toys 2 3 2026-11-16',
    'other-programme both 2026-Q4 art 1 1 2026-11-16',
    'partly both 2026-Q4 art 1 1 2026-11-16',
    'tie both 2026-Q4 books 2 4 2026-11-16',
  ],
};

const RATED = 'seller_id, programme, metric, verdict, fault, counted';
const rated = (seller: string, fault: number, counted = 100, verdict = 'met', metric = 'late_dispatch', programme = 'both') =>
  `'${seller}', '${programme}', '${metric}', '${verdict}', CAST(${fault} AS BIGINT), CAST(${counted} AS BIGINT)`;
const inCategory = (category: string, ...sellers: string[]) => sellers.map((seller) => kept(seller, '2026-Q4', category));
const BENCHMARKS =
  'programme, policy_version, quarter, category, metric, because, benchmark, sellers, sellers_needed, percentile, frozen_on, holds_until';
const frozen = (category: string, more: { quarter?: string; percentile?: number; needed?: number; metric?: string } = {}) =>
  `'both', '0.9', '${more.quarter ?? '2026-Q4'}', '${category}', '${more.metric ?? 'late_dispatch'}', 'measured', 0.025, CAST(8 AS BIGINT), CAST(${more.needed ?? 5} AS BIGINT), CAST(${more.percentile ?? 50} AS BIGINT), DATE '2026-10-01', DATE '2026-12-31'`;

const measured: MadeRows = {
  path: 'marts/category_benchmarks.sql',
  says: 'the rate that half of a category’s assessed sellers do not exceed, and none for fewer than five',
  night,
  reads: {
    seller_metrics: rows(
      RATED,
      ...['a', 'b', 'c', 'd'].map((seller, at) => rated(seller, [9, 1, 3, 4][at]!)),
      // Six: the third has the benchmark.
      ...[rated('e', 1, 3, 'missed'), rated('f', 2, 3, 'missed')],
      // Five: the third, whatever its faults are counted of.
      ...['g', 'h', 'i', 'j', 'k'].map((seller, at) => rated(seller, [5, 10, 0, 30, 1][at]!, [100, 1000, 10, 100, 1000][at]!)),
      // Four, as one is not assessed; of another metric and programme nothing is asked.
      ...['l', 'm', 'n', 'o'].map((seller) => rated(seller, 2)),
      rated('p', 2, 100, 'not_assessable'),
      rated('p', 2, 100, 'met', 'late_delivery'),
      rated('p', 2, 100, 'met', 'late_dispatch', 'german'),
      // Nobody knows what it sells.
      rated('q', 0),
    ),
    seller_categories: rows(
      CATEGORIES,
      ...inCategory('six', 'a', 'b', 'c', 'd', 'e', 'f'),
      ...inCategory('five', 'g', 'h', 'i', 'j', 'k'),
      ...inCategory('few', 'l', 'm', 'n', 'o', 'p'),
      ...inCategory('absent', 'gone'),
    ),
    'previous category_benchmarks': rows(
      BENCHMARKS,
      frozen('six', { quarter: '2026-Q3' }),
      frozen('six', { percentile: 51 }),
      frozen('six', { needed: 6 }),
      frozen('six', { metric: 'late_delivery' }),
    ),
  },
  gives: [
    'both 1.0 2026-Q4 few late_dispatch few_sellers - 4 5 50 2026-11-16 2026-12-31',
    'both 1.0 2026-Q4 five late_dispatch measured 0.01 5 5 50 2026-11-16 2026-12-31',
    'both 1.0 2026-Q4 six late_dispatch measured 0.04 6 5 50 2026-11-16 2026-12-31',
  ],
};

const thirds: MadeRows = {
  ...measured,
  says: 'rates to the millionth, the half up',
  reads: {
    ...measured.reads,
    seller_metrics: rows(RATED, ...['a', 'b', 'c', 'd', 'e'].map((seller) => rated(seller, 2, 3))),
  },
  shows: 'category, benchmark, sellers',
  gives: ['six 0.666667 5'],
};

const stays: MadeRows = {
  ...measured,
  says: 'what the quarter began with, whatever sellers do meanwhile',
  reads: { ...measured.reads, 'previous category_benchmarks': rows(BENCHMARKS, frozen('six')) },
  gives: ['both 0.9 2026-Q4 six late_dispatch measured 0.025 8 5 50 2026-10-01 2026-12-31'],
};

const another: MadeRows = {
  ...measured,
  says: 'a benchmark that policy asks for later in the quarter, and leaves the other as it was',
  night: { policies: BOTH },
  reads: {
    ...measured.reads,
    // 1, 3, 4, 9, 33.3 and 66.7 %: the fourth has two thirds of the six, which is less than 67 %; so it is the fifth.
    seller_metrics: rows(
      RATED,
      ...['a', 'b', 'c', 'd'].map((seller, at) => rated(seller, [9, 1, 3, 4][at]!, 100, 'met', 'late_delivery')),
      ...[rated('e', 1, 3, 'missed', 'late_delivery'), rated('f', 2, 3, 'missed', 'late_delivery'), rated('a', 1)],
    ),
    'previous category_benchmarks': rows(BENCHMARKS, frozen('six'), frozen('toys')),
  },
  shows: 'category, metric, benchmark, sellers, frozen_on',
  gives: [
    'six late_delivery 0.333333 6 2026-11-16',
    'six late_dispatch 0.025 8 2026-10-01',
    'toys late_dispatch 0.025 8 2026-10-01',
  ],
};

const firstNight: MadeRows = {
  ...measured,
  says: 'a benchmark on a night that no published night comes before',
  night: { ...night, previous_run_id: undefined, previous_datasets: [] } as MadeRows['night'],
  shows: 'category, benchmark',
  gives: ['few -', 'five 0.01', 'six 0.04'],
};

const found = (category: string, benchmark_of: number | null, metric = 'late_dispatch') =>
  `'both', '1.0', '2026-Q4', '${category}', '${metric}', '${benchmark_of === null ? 'few_sellers' : 'measured'}', ${benchmark_of === null ? 'CAST(NULL AS DOUBLE)' : `CAST(${benchmark_of} AS DOUBLE)`}, CAST(8 AS BIGINT), CAST(5 AS BIGINT), CAST(50 AS BIGINT), DATE '2026-10-01', DATE '2026-12-31'`;
const FOUND = rows(BENCHMARKS, found('books', 0.030001), found('low', 0.0099), found('high', 0.0601), found('few', null));

const bends: MadeRows = {
  path: 'marts/score_curves.sql',
  says: 'where the curve bends by the benchmark of each category, no further than policy lets it',
  night,
  reads: { category_benchmarks: FOUND },
  shows: 'category, taken_ppm, from_ppm, to_ppm, points_from, falls, within',
  gives: [
    ...[' - 0 0 0 0 0', ' - 0 10000 500 0 1', ' - 0 100000 500 1 200'],
    ...[' - 10000 20000 500 1 100', ' - 20000 30000 400 0 1', ' - 30000 100000 400 1 175', ' - 100000 1000001 0 0 1'],
    ...[' - 100000 1000001 0 0 1'],
    // 1, 2, 3 and 10 % by 30001 of 20000: 15000.5 and 45001.5 go up.
    ...['books 30001 0 15001 500 0 1', 'books 30001 15001 30001 500 100 15000', 'books 30001 30001 45002 400 0 1'],
    ...['books 30001 45002 150005 400 400 105003', 'books 30001 150005 10000010 0 0 1'],
    ...['high 60000 0 30000 500 0 1', 'high 60000 30000 60000 500 100 30000', 'high 60000 60000 90000 400 0 1'],
    ...['high 60000 90000 300000 400 400 210000', 'high 60000 300000 10000010 0 0 1'],
    ...['low 10000 0 5000 500 0 1', 'low 10000 5000 10000 500 100 5000', 'low 10000 10000 15000 400 0 1'],
    ...['low 10000 15000 50000 400 400 35000', 'low 10000 50000 10000010 0 0 1'],
  ],
};

const bendsBoth: MadeRows = {
  ...bends,
  says: 'each curve by its own benchmark, up to where everything is at fault and beyond, and no piece without a width',
  night: { policies: BOTH },
  reads: {
    category_benchmarks: rows(
      BENCHMARKS,
      found('art', 0, 'late_delivery'),
      found('books', 0.15, 'late_delivery'),
      found('books', 0.04),
    ),
  },
  shows: 'metric, category, taken_ppm, from_ppm, to_ppm, points_from, falls, within',
  gives: [
    ...['?  - 0 0 0 0 0', 'late_delivery  - 0 3 500 100 3', 'late_delivery  - 3 1000000 400 400 999997'],
    ...['late_delivery  - 1000000 1000001 0 0 1'],
    // A tenth of three millionths is none; of everything it is a tenth.
    ...['late_delivery art 10000 0 100000 400 400 100000', 'late_delivery art 10000 100000 10000010 0 0 1'],
    ...['late_delivery books 150000 0 5 500 100 5', 'late_delivery books 150000 5 1500000 400 400 1499995'],
    ...['late_delivery books 150000 1500000 10000010 0 0 1'],
    ...['late_dispatch  - 0 10000 500 0 1', 'late_dispatch  - 10000 20000 500 1 100', 'late_dispatch  - 20000 30000 400 0 1'],
    ...['late_dispatch  - 30000 100000 400 1 175', 'late_dispatch  - 100000 1000001 0 0 1'],
    ...['late_dispatch books 40000 0 20000 500 0 1', 'late_dispatch books 40000 20000 40000 500 100 20000'],
    ...['late_dispatch books 40000 40000 60000 400 0 1', 'late_dispatch books 40000 60000 200000 400 400 140000'],
    ...['late_dispatch books 40000 200000 10000010 0 0 1'],
  ],
};

const METRICS = 'seller_id, programme, metric, because, verdict, fault, counted, accountable_rate';
const of = (seller: string, fault: number, verdict = 'met', metric = 'late_dispatch') =>
  `'${seller}', 'both', '${metric}', 'within', '${verdict}', CAST(${fault} AS BIGINT), CAST(100 AS BIGINT), CAST(NULL AS DOUBLE)`;
const compared: MadeRows = {
  path: 'marts/score_parts.sql',
  through: ['marts/score_curves.sql'],
  says: 'points on the curve of the seller’s category, and where that came from',
  night,
  reads: {
    seller_metrics: rows(
      METRICS,
      ...['books', 'low', 'few', 'new', 'nothing'].map((seller) => of(seller, 3)),
      of('books', 5, 'missed', 'late_delivery'),
      of('unjudged', 3, 'not_assessable'),
    ),
    seller_categories: rows(
      CATEGORIES,
      ...['books', 'low', 'few', 'new'].map((name) => kept(name, '2026-Q4', name)),
      ...[kept('unjudged', '2026-Q4', 'books'), kept('nothing', '2026-Q4', 'books', 'german')],
    ),
    category_benchmarks: FOUND,
  },
  shows:
    'seller_id, metric, points, contribution, category, benchmark_because, benchmark, benchmark_taken, benchmark_sellers, benchmark_sellers_needed, benchmark_on, benchmark_until',
  gives: [
    'books late_delivery 250 125 - - - - - - - -',
    // 3 % lies a millionth before the corner of four points.
    'books late_dispatch 400 200 books measured 0.030001 0.030001 8 5 2026-10-01 2026-12-31',
    'few late_dispatch 400 400 few few_sellers - - 8 5 2026-10-01 2026-12-31',
    // On 0.5, 1, 1.5 and 5 %: three sevenths of the way down from four points.
    'low late_dispatch 229 229 low measured 0.0099 0.01 8 5 2026-10-01 2026-12-31',
    'new late_dispatch 400 400 new new_category - - - - - -',
    'nothing late_dispatch 400 400 - no_category - - - - - -',
    'unjudged late_dispatch - - books measured 0.030001 - 8 5 2026-10-01 2026-12-31',
  ],
};

const without: MadeRows[] = (['seller_categories', 'category_benchmarks'] as const).map((dataset) => ({
  path: `marts/${dataset}.sql`,
  says: 'nothing where no score has a benchmark',
  reads: { [`previous ${dataset}`]: none(dataset === 'seller_categories' ? CATEGORIES : BENCHMARKS) },
  gives: [],
}));

export const MADE_BENCHMARKS: readonly MadeRows[] = [
  mostOrders,
  measured,
  thirds,
  stays,
  another,
  firstNight,
  bends,
  bendsBoth,
  compared,
  ...without,
];
