/** The weeks of a region, over made rows. The run date is Monday, 16 November 2026: the newest whole week began on the 9th. */
import { type MadeRows, none, type Rows, rows } from './made-rows.js';

const order = (seller: string, region: string, day: string, gmv: number, more = ''): string =>
  `'${seller}' AS seller_id, '${region}' AS region, DATE '${day}' AS placed_day, DATE '2026-11-16' AS final_day, ${gmv} AS gmv_minor${more || ", 'GBP' AS currency, CAST(1 AS TINYINT) AS weight"}`;
const sold = (...of: readonly string[]): Rows => ({ of: 'order_outcomes', rows: of });
const DAYS = 'region, metric, day, met, fault, forgiven, forgiven_as_met, excluded, pending';
const KPIS = 'region, window_days, currency';
const NOTHING = {
  'ledger order_outcomes': sold(),
  region_daily: none(DAYS),
  region_first_days: none('region, first_day'),
  region_kpis: none(KPIS),
};
const EVER = rows('region, first_day', ...['ALL', 'GB', 'DE'].map((region) => `'${region}', DATE '2026-01-05'`));
/** One line: of each row of a number that holds something its week, and what is asked. */
const shown = (asked: string, where: string): string =>
  `string_agg(region || ' ' || strftime(first_day, '%m-%d') || ' ' || ${asked}, ', ' ORDER BY region, first_day) FILTER (WHERE ${where})`;
const weeks = (says: string, reads: MadeRows['reads'], shows: string, gives: string): MadeRows => ({
  ...{ path: 'marts/region_weeks.sql', says, reads: { ...NOTHING, ...reads }, shows, gives: [gives] },
});

const EDGES = sold(
  ...[order('a', 'GB', '2026-11-16', 1), order('a', 'GB', '2026-11-15', 2), order('b', 'GB', '2026-11-09', 4)],
  ...[order('a', 'GB', '2026-11-08', 8), order('a', 'GB', '2026-08-17', 16), order('a', 'GB', '2026-08-16', 32)],
);

/** Sellers of GB with so many orders and so much value in 28 days, and in the 28 before. */
const moved = (...sellers: readonly [now: number, before: number, value: number, valueBefore: number][]): Rows => ({
  of: 'seller_periods',
  rows: sellers.map(
    ([now, before, value, valueBefore], n) =>
      `'s${n}' AS seller_id, 'GB' AS region, 'GBP' AS currency, ${now} AS orders_current_28d, ${before} AS orders_previous_28d, ${value} AS gmv_current_28d, ${valueBefore} AS gmv_previous_28d`,
  ),
});
const STEADY = Array.from({ length: 8 }, (): [number, number, number, number] => [5, 5, 100, 100]);
/** The half of each interval over Student's t of 54 degrees of freedom, to five digits. */
const noise = (says: string, sellers: Rows, gives: string, { began = '2026-09-22', of = 'GB' } = {}): MadeRows => ({
  ...{ path: 'marts/region_kpis.sql', says, gives: [gives] },
  reads: {
    seller_periods: sellers,
    ...{ scorecards: none('seller_id, tier'), sellers: none('home_region, joined_on') },
    region_metrics: none('region, metric, window_days, met, fault, forgiven, excluded'),
    region_first_days: rows('region, first_day', `'GB', DATE '${began}'`, `'ALL', DATE '${began}'`),
  },
  shows: `string_agg(${['orders', 'gmv', 'active_sellers'].map((one) => `coalesce(CAST(round(${one}_noise / 2.005E0, 5) AS VARCHAR), '-')`).join(" || ' ' || ")}, ' ') FILTER (WHERE region = '${of}' AND window_days = 28)`,
});

const MADE_NOISE: readonly MadeRows[] = [
  // Orders: one seller 3 more, one 4 fewer, of 45 before. Value: 300 more and 400 fewer of 1,200. One came, and none went.
  noise(
    'each seller is one draw: what it brought more or less, squared',
    moved(...STEADY, [3, 0, 300, 0], [1, 5, 0, 400]),
    `${(5 / 45).toFixed(5)} ${(500 / 1200).toFixed(5)} ${(1 / 9).toFixed(5)}`,
  ),
  noise(
    'who has come and who has gone are two draws',
    moved(...STEADY, [1, 0, 9, 0], [0, 1, 0, 9]),
    `${(Math.SQRT2 / 41).toFixed(5)} ${((Math.SQRT2 * 9) / 809).toFixed(5)} ${(Math.SQRT2 / 9).toFixed(5)}`,
  ),
  noise('of nine sellers who ordered anything nobody knows', moved(...STEADY, [3, 0, 300, 0], [0, 0, 0, 0]), '- - -'),
  noise('nor where the period before is not whole', moved(...STEADY, [3, 0, 300, 0], [1, 5, 0, 400]), '- - -', {
    began: '2026-09-23',
  }),
  // Value of two currencies is not added up; orders and sellers are.
  noise(
    'nor of the value of regions with a currency each',
    {
      of: 'seller_periods',
      rows: [
        ...moved(...STEADY, [3, 0, 300, 0]).rows,
        ...moved([1, 5, 0, 400]).rows.map((row) =>
          row.replace("'s0'", "'abroad'").replace("'GB' AS region, 'GBP'", "'DE' AS region, 'EUR'"),
        ),
      ],
    },
    `${(5 / 45).toFixed(5)} - ${(1 / 9).toFixed(5)}`,
    { of: 'ALL' },
  ),
];

export const MADE_WEEKS: readonly MadeRows[] = [
  ...MADE_NOISE,
  weeks(
    'a week is from Monday to Sunday: that of tonight is not over, and there are thirteen',
    { 'ledger order_outcomes': EDGES, region_first_days: EVER },
    shown('amount', "number = 'orders' AND region = 'GB' AND amount > 0"),
    'GB 08-17 1, GB 11-02 1, GB 11-09 2',
  ),
  weeks(
    'value is that of orders in the region’s currency, where there is one',
    {
      'ledger order_outcomes': sold(
        order('a', 'GB', '2026-11-10', 500),
        order('a', 'GB', '2026-11-11', 30),
        order('a', 'GB', '2026-11-11', 30, ", 'GBP' AS currency, CAST(-1 AS TINYINT) AS weight"),
        order('b', 'GB', '2026-11-10', 70, ", 'EUR' AS currency, CAST(1 AS TINYINT) AS weight"),
      ),
      region_first_days: EVER,
      region_kpis: rows(KPIS, "'GB', 90, 'GBP'", "'GB', 28, NULL", "'DE', 90, 'EUR'", "'ALL', 90, NULL"),
    },
    shown(
      "number || ' ' || amount || ' ' || coalesce(currency, '-')",
      "number IN ('gmv', 'orders') AND first_day = DATE '2026-11-09' AND region <> 'ALL' AND (amount > 0 OR number = 'gmv')",
    ),
    'DE 11-09 gmv 0 EUR, GB 11-09 gmv 500 GBP, GB 11-09 orders 2 -',
  ),
  weeks(
    'a seller of two regions is one of all of them; whose only order was taken back had none',
    {
      'ledger order_outcomes': sold(
        ...[order('a', 'GB', '2026-11-10', 1), order('a', 'DE', '2026-11-11', 1), order('b', 'DE', '2026-11-11', 1)],
        order('c', 'DE', '2026-11-12', 1),
        order('c', 'DE', '2026-11-12', 1, ", 'GBP' AS currency, CAST(-1 AS TINYINT) AS weight"),
      ),
      region_first_days: EVER,
    },
    shown('amount', "number = 'active_sellers' AND amount > 0"),
    'ALL 11-09 2, DE 11-09 2, GB 11-09 1',
  ),
  weeks(
    'a week without an order is one of none; one that began before anybody ordered there says nothing',
    { region_first_days: rows('region, first_day', "'GB', DATE '2026-11-02'", "'DE', DATE '2026-11-03'") },
    shown("number || ' ' || amount", "amount IS NOT NULL AND kind = 'kpi' AND first_day < DATE '2026-11-09'"),
    'GB 11-02 active_sellers 0, GB 11-02 orders 0',
  ),
  weeks(
    'the rate of a week that is final: faults over met, at fault and forgiven as met',
    {
      region_daily: rows(
        DAYS,
        ...[
          "'GB', 'late_dispatch', DATE '2026-11-09', 50, 50, 0, 0, 0, 9",
          "'GB', 'late_dispatch', DATE '2026-11-08', 5, 2, 7, 1, 4, 0",
        ],
        ...[
          "'GB', 'late_dispatch', DATE '2026-11-02', 1, 1, 0, 0, 0, 0",
          "'GB', 'late_dispatch', DATE '2026-11-01', 0, 1, 0, 0, 0, 0",
        ],
        "'GB', 'order_defect', DATE '2026-11-08', 1, 1, 0, 0, 0, 0",
      ),
    },
    shown("fault || ' of ' || amount || ' ' || rate", "number = 'late_dispatch' AND amount > 0"),
    'GB 10-26 1 of 1 1.0, GB 11-02 3 of 10 0.3',
  ),
  weeks(
    'where nothing is counted there is no rate, and of a metric that is not measured no row',
    {},
    `count(*) FILTER (WHERE kind = 'rate' AND number = 'late_dispatch' AND amount = 0 AND fault = 0 AND rate IS NULL) || ' ' ||
      count(*) FILTER (WHERE number = 'slow_response')`,
    '39 0',
  ),
].map((made, n, all) => (n === all.length - 1 ? { ...made, night: { not_measured: ['slow_response'] } } : made));
