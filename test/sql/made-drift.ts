/** What landed against the days before, over made rows. The run date is 16 November, a Monday. */
import { addDays } from '../../contracts/days.js';
import { LANDING } from '../../contracts/landing/index.js';
import { type MadeRows, none, rows } from './made-rows.js';

const TONIGHT = '2026-11-16';
const day = (ago: number): string => addDays(TONIGHT, -ago);
const PROFILE = 'dataset, dt, column_name, category, n';
const COUNTS = 'dataset, region, dt, landed, quarantined';

/** Rows landed by day: tonight first, then the days before; `null` for a day without a file. */
const landed = (region: string, ...byDay: (number | null)[]): string[] =>
  byDay.flatMap((n, ago) => (n === null ? [] : [`'orders', '${region}', DATE '${day(ago)}', ${n}, 0`]));
const days = (n: number, of: (ago: number) => number | null): (number | null)[] =>
  Array.from({ length: n }, (_, at) => of(at + 1));
/** Mondays of 64, all other days of 640: only by its weekday can a Monday be told. */
const weekly = (ago: number): number => (ago % 7 === 0 ? 64 : 640);
/** Tuesdays to Saturdays of 900 rows, Sundays and Mondays of 400. */
const weekends = (ago: number): number => ((ago - 1) % 7 > 0 && ago % 7 > 0 ? 900 : 400);

const someProfile = none(PROFILE);
const rowsOnly = 'region, amount, nights, by_weekday, usual, spread, round(usual_from) AS low, round(usual_to) AS high, verdict';

const byRows = (says: string, found: string[], gives: string[]): MadeRows => ({
  path: 'marts/landing_drift.sql',
  through: ['marts/landing_figures.sql'],
  says,
  reads: { landed_counts: rows(COUNTS, ...found), landing_profile: someProfile },
  shows: rowsOnly,
  gives,
});

const rowCounts: MadeRows[] = [
  byRows(
    'that a Monday is as Mondays are, up to a half less and twice as many, and not beyond',
    [
      ...landed('A', 32, ...days(28, weekly)),
      ...landed('B', 31, ...days(28, weekly)),
      ...landed('C', 128, ...days(28, weekly)),
      ...landed('D', 129, ...days(28, weekly)),
      // One bad Monday of four moves nothing; a day before the 28 is not looked at.
      ...landed('E', 31, ...days(28, (ago) => (ago === 7 ? 0 : weekly(ago))), 9e9),
      // Three hundred of a thousand missing are a third; four hundred are more.
      ...landed('F', 700, ...days(28, () => 1000)),
      ...landed('G', 600, ...days(28, () => 1000)),
      // Days that vary much: 5.93 times the median distance.
      ...landed('H', 500, ...days(28, (ago) => 1000 + 100 * ([0, -1, 1, -2, 2][Math.floor((ago - 1) / 7) % 5] ?? 0))),
    ],
    [
      'A 32 28 true 64 0 32 128 usual',
      'ALL 0 28 true 0 0 0 0 usual',
      'ALL 2151 28 true 3238 84 2159 5085 unusual',
      'B 31 28 true 64 0 32 128 unusual',
      'C 128 28 true 64 0 32 128 usual',
      'D 129 28 true 64 0 32 128 unusual',
      'E 31 28 true 64 0 32 128 unusual',
      'F 700 28 true 1000 0 667 1626 usual',
      'G 600 28 true 1000 0 667 1626 unusual',
      'H 500 28 true 950 100 357 1548 usual',
    ],
  ),
  byRows(
    'with fewer than four of a weekday, what lies between the second smallest and the second largest day, and near',
    [
      ...landed('A', 400, ...days(20, weekends)),
      ...landed('B', 101, ...days(20, weekends)),
      ...landed('C', 99, ...days(20, weekends)),
      // The smallest and the largest day alone prove nothing.
      ...landed('D', 0, ...days(20, (ago) => (ago === 3 ? 0 : ago === 4 ? 9000 : weekends(ago)))),
      ...landed('E', 1500, ...days(20, weekends)),
      ...landed('F', 2000, ...days(20, weekends)),
      // Eight days and nine, none like another: the middle two, and the middle one.
      ...landed('G', 2100, ...days(8, (ago) => 900 + 100 * 2 ** (ago - 1))),
      ...landed('I', 400, ...days(7, (ago) => [1000, 2000][ago - 1] ?? 5000)),
      ...landed('H', 2100, ...days(9, (ago) => 900 + 100 * 2 ** (ago - 1))),
    ],
    [
      'A 400 20 false 900 0 100 1470 usual',
      'ALL 0 20 false 0 0 0 0 usual',
      'ALL 8700 20 false 5400 1500 0 38695 usual',
      'B 101 20 false 900 0 100 1470 usual',
      'C 99 20 false 900 0 100 1470 unusual',
      'D 0 20 false 900 0 100 1470 unusual',
      'E 1500 20 false 900 0 100 1470 unusual',
      'F 2000 20 false 900 0 100 1470 unusual',
      'G 2100 8 false 2100 1050 0 13527 usual',
      'H 2100 9 false 2500 1500 0 22595 usual',
      'I 400 7 false 5000 0 334 7783 usual',
    ],
  ),
  byRows(
    'that it is too early with six days, and that nothing after something every day is never usual',
    [
      ...landed('A', 0, ...days(6, () => 1000)),
      ...landed('B', 0, ...days(7, () => 1000)),
      ...landed('C', null, ...days(28, () => 9)),
      ...landed('D', null, ...days(28, (ago) => (ago === 5 ? 0 : 9))),
      // A day without a file is one with no rows, once something landed.
      ...landed('E', null, ...days(28, (ago) => (ago === 5 ? null : 9))),
      ...landed('F', 7),
      ...landed('G', 1, ...days(28, () => 9)),
      // A few rows where there are none as a rule.
      ...landed('H', 4, ...days(28, () => 0)),
      ...landed('I', 5, ...days(28, () => 0)),
    ],
    [
      'A 0 6 false 1000 0 667 1626 too_early',
      'ALL 0 28 true 0 0 0 0 too_few',
      'ALL 17 28 true 36 0 12 78 usual',
      'B 0 7 false 1000 0 667 1626 unusual',
      'C 0 28 true 9 0 0 26 unusual',
      'D 0 28 true 9 0 0 26 usual',
      'E 0 28 true 9 0 0 26 usual',
      'F 7 0 false - - - - too_early',
      'G 1 28 true 9 0 0 26 usual',
      'H 4 28 true 0 0 0 4 usual',
      'I 5 28 true 0 0 0 4 unusual',
    ],
  ),
];

/** Accepted rows of a column by value: tonight, then on each of the days before. */
const valued = (column: string, tonight: Record<string, number>, before: Record<string, number>, nights = 28): string[] =>
  Array.from({ length: nights + 1 }, (_, ago) => (ago === 0 ? tonight : before)).flatMap((counts, ago) =>
    Object.entries(counts).map(
      ([value, n]) =>
        `'orders', DATE '${day(ago)}', '${column}', ${value === 'NULL' ? 'CAST(NULL AS VARCHAR)' : `'${value}'`}, ${n}`,
    ),
  );

const shares: MadeRows = {
  path: 'marts/landing_drift.sql',
  through: ['marts/landing_figures.sql'],
  says: 'which share of a column is empty, and which share of those with a value has each',
  reads: {
    landed_counts: rows(
      COUNTS,
      ...days(29, (at) => at - 1).map(
        (ago) => `'orders', 'ALL', DATE '${day(ago!)}', ${ago === 3 ? 0 : 100}, ${ago === 0 ? 20 : 1}`,
      ),
      // Two files of a day that hold as many rows.
      `'orders', 'ALL', DATE '${TONIGHT}', 100, 20`,
      `'orders', 'GB', DATE '${TONIGHT}', 50, 50`,
    ),
    landing_profile: rows(
      PROFILE,
      ...valued('carrier', { NULL: 400 }, { NULL: 100, Kestrel: 200, Swift: 100 }),
      ...valued('fulfilment', { seller: 60, platform: 40 }, { seller: 90, platform: 10 }),
      ...valued('category', { rare: 1, toys: 99, fresh: 0 }, { rare: 0, toys: 100 }),
      ...valued('currency', { EUR: 992, GBP: 8 }, { EUR: 982, GBP: 8, SEK: 10 }),
      // A value that is gone is none of all.
      ...valued('region', { GB: 100 }, { GB: 50, DE: 50 }),
      ...valued('items', { '': 29 }, { '': 29, NULL: 29 }),
      ...valued('ship_by', { '': 30 }, { '': 29, NULL: 29 }),
      ...valued('deliver_by', { '': 70, NULL: 30 }, { '': 100 }),
      ...valued('cancelled_by', { buyer: 10, NULL: 90 }, { buyer: 10, NULL: 90 }, 6),
    ),
  },
  shows:
    'measure, column_name, category, n, out_of, nights, round(usual, 3) AS usual, round(usual_from, 3) AS low, round(usual_to, 3) AS high, verdict',
  gives: [
    'empty cancelled_by - 90 100 6 0.9 0.73 1 too_early',
    'empty carrier - 400 400 28 0.25 0.113 0.387 unusual',
    'empty category - 0 100 28 0 0 0.137 usual',
    'empty currency - 0 1000 28 0 0 0.078 usual',
    'empty deliver_by - 30 100 28 0 0 0.137 unusual',
    'empty fulfilment - 0 100 28 0 0 0.137 usual',
    'empty items - 0 29 28 0.5 0.079 0.921 too_few',
    'empty region - 0 100 28 0 0 0.137 usual',
    'empty ship_by - 0 30 28 0.5 0.085 0.915 unusual',
    'rejected - - 90 250 27 0.01 0 0.115 unusual',
    'rows - - 50 1 0 - - - too_early',
    'rows - - 250 1 28 100 60 190 unusual',
    'share cancelled_by buyer 10 10 6 1 0.674 1 too_early',
    'share category rare 1 100 28 0 0 0.137 usual',
    'share category toys 99 100 28 1 0.863 1 usual',
    'share currency EUR 992 1000 28 0.982 0.904 1 usual',
    'share currency SEK 0 1000 28 0.01 0 0.088 usual',
    'share fulfilment platform 40 100 28 0.1 0 0.27 unusual',
    'share fulfilment seller 60 100 28 0.9 0.73 1 unusual',
    'share region DE 0 100 28 0.5 0.25 0.75 unusual',
    'share region GB 100 100 28 0.5 0.25 0.75 unusual',
  ],
};

const LANDED = Object.keys(LANDING);
const order = (dt: string, fulfilment: string, carrier: string) =>
  `DATE '${dt}' AS dt, '${fulfilment}' AS fulfilment, ${carrier} AS carrier, ${carrier} AS buyer_id`;
/** Accepted orders, or the news among them, and nothing of all else. */
const orders = (kind: string, ...some: string[]): MadeRows['reads'] =>
  Object.fromEntries(
    LANDED.map((dataset) => [`${kind} ${dataset}`, { of: `accepted ${dataset}`, rows: dataset === 'orders' ? some : [] }]),
  );
const ORDERS = [
  order('2026-11-16', 'seller', "'Kestrel'"),
  order('2026-11-16', 'seller', 'NULL'),
  order('2026-10-19', 'platform', "'Swift'"),
  order('2026-10-18', 'platform', "'Swift'"),
];
/** Three of the columns: day, column, value and rows, all in one line; a star for any value. */
const SHOWN = `string_agg(concat_ws(' ', dt, column_name, CASE category WHEN '' THEN '*' ELSE coalesce(category, 'none') END, n),
  ', ' ORDER BY dt, column_name, category) FILTER (WHERE column_name IN ('fulfilment', 'carrier', 'buyer_id'))`;

const profiles: MadeRows[] = [
  {
    path: 'staging/landing_profile.sql',
    says: 'the rows of the last 28 days and tonight by day, column and value',
    night: { base_date: undefined },
    reads: orders('accepted', ...ORDERS),
    shows: SHOWN,
    gives: [
      '2026-10-19 buyer_id * 1, 2026-10-19 carrier Swift 1, 2026-10-19 fulfilment platform 1, 2026-11-16 buyer_id * 1, 2026-11-16 buyer_id none 1, 2026-11-16 carrier Kestrel 1, 2026-11-16 carrier none 1, 2026-11-16 fulfilment seller 2',
    ],
  },
  {
    path: 'staging/landing_profile.sql',
    says: 'the news on top of what the base run had counted',
    reads: {
      ...orders('accepted_news', ...ORDERS),
      'previous landing_profile': rows(
        PROFILE,
        "'orders', DATE '2026-11-16', 'fulfilment', 'seller', 2",
        "'orders', DATE '2026-10-19', 'fulfilment', 'platform', 5",
        "'orders', DATE '2026-10-18', 'fulfilment', 'platform', 5",
      ),
    },
    shows: SHOWN,
    gives: [
      '2026-10-19 buyer_id * 1, 2026-10-19 carrier Swift 1, 2026-10-19 fulfilment platform 6, 2026-11-16 buyer_id * 1, 2026-11-16 buyer_id none 1, 2026-11-16 carrier Kestrel 1, 2026-11-16 carrier none 1, 2026-11-16 fulfilment seller 4',
    ],
  },
];

export const MADE_DRIFT: readonly MadeRows[] = [...rowCounts, shares, ...profiles];
