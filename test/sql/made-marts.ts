/** What sellers and regions are told, over made rows. The run date is 16 November; programmes are those of made-rows.ts. */
import type { Policies, ProgrammeMetric } from '../../policies/policy.js';
import { MADE_POLICIES, type MadeRows, none, type Rows, rows, withLowVolume } from './made-rows.js';

const METRICS =
  'seller_id, programme, metric, tier, because, orders, fault, counted, pending, faults_from, counted_needed, ' +
  'fault_buyers, buyers_from, fault_days, days_from';
/**
 * Of a metric under `both`: what it allows and why, then orders, at fault, counted, pending, faults from, counted needed; and where
 * policy has such floors, buyers and days of faults and how many are needed of each.
 */
const card = (
  ...[seller, metric, tier, because, numbers, programme = 'both', spread = 'NULL, 0, NULL, 0']: [
    ...[seller: string, metric: string, tier: string | null, because: string, numbers: string],
    ...[programme?: string, spread?: string],
  ]
) => `'${seller}', '${programme}', '${metric}', ${tier === null ? 'NULL' : `'${tier}'`}, '${because}', ${numbers}, ${spread}`;
const SELLERS = 'seller_id, name, home_region, status';

const scorecards: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'which tier, what holds back, and how far it is to the next',
  reads: {
    sellers: rows(SELLERS, "'a-unmeasured', 'Shop', 'GB', 'active'"),
    seller_metrics: rows(
      METRICS,
      card('a-unmeasured', 'late_dispatch', null, 'no_source', '5, NULL, NULL, NULL, 0, 0'),
      card('a-unmeasured', 'late_delivery', null, 'no_source', '5, NULL, NULL, NULL, 0, 0'),
      card('b-few-orders', 'late_dispatch', null, 'few_orders', '2, 0, 2, 0, 0, 0'),
      card('b-few-orders', 'late_delivery', null, 'no_source', '2, NULL, NULL, NULL, 0, 0'),
      card('c-nothing-final', 'late_dispatch', null, 'nothing_final', '3, 0, 0, 0, 0, 0'),
      card('d-all-pending', 'late_dispatch', null, 'nothing_final', '3, 0, 0, 3, 0, 0'),
      card('e-meets-all', 'late_dispatch', 'top', 'within', '3, 0, 3, 0, 0, 0'),
      card('e-meets-all', 'late_delivery', 'top', 'within', '3, 0, 3, 0, 0, 0'),
      // A bound of nothing at all is out of reach once there is a fault: more orders do not help.
      card('f-never', 'late_dispatch', 'good', 'within', '10, 1, 10, 0, 0, 0'),
      card('f-never', 'late_delivery', 'top', 'within', '10, 0, 10, 0, 0, 0'),
      card('g-two-hold', 'late_dispatch', 'below', 'above', '10, 3, 10, 0, 0, 0'),
      card('g-two-hold', 'late_delivery', 'below', 'above', '10, 3, 10, 0, 0, 0'),
      card('h-enough-soon', 'late_dispatch', null, 'few_counted', '5, 0, 4, 1, 0, 5'),
      card('i-never-enough', 'late_dispatch', null, 'few_counted', '5, 0, 4, 0, 0, 5'),
      // Exactly at the bound, and far above it but for faults too few to matter.
      card('j-at-bound', 'late_dispatch', 'good', 'within', '10, 1, 10, 0, 0, 0'),
      card('k-few-faults', 'late_dispatch', 'top', 'within', '10, 2, 4, 0, 3, 0'),
      card('l-pending-helps', 'late_dispatch', 'below', 'above', '20, 2, 15, 5, 0, 0'),
      card('m-floor', 'late_dispatch', 'below', 'above', '20, 4, 15, 0, 4, 0'),
      card('n-other-tiers', 'late_dispatch', 'poor', 'above', '30, 2, 20, 0, 0, 0', 'german'),
      card('n-tiers-alike', 'late_dispatch', 'good', 'within', '30, 1, 20, 0, 0, 0', 'german'),
      card('n-worst-projected', 'late_dispatch', 'poor', 'above', '30, 9, 20, 1, 0, 0', 'german'),
      card('o-both-alike', 'late_delivery', 'below', 'above', '10, 4, 10, 0, 0, 0'),
      card('o-both-alike', 'late_dispatch', 'below', 'above', '10, 2, 10, 0, 0, 0'),
      // Of two that hold back from the top the one that no further order helps is worse.
      card('p-never-first', 'late_delivery', 'good', 'within', '99, 15, 90, 0, 0, 0'),
      card('p-never-first', 'late_dispatch', 'good', 'within', '99, 1, 90, 0, 0, 0'),
      card('q-one-buyer', 'late_dispatch', 'top', 'few_buyers', '20, 4, 15, 1, 0, 0', 'both', '1, 2, NULL, 0'),
      card('q-two-buyers', 'late_dispatch', 'below', 'above', '20, 4, 15, 1, 0, 0', 'both', '2, 2, NULL, 0'),
      card('r-one-day', 'late_dispatch', 'top', 'few_days', '20, 4, 15, 1, 0, 0', 'both', 'NULL, 0, 1, 2'),
      // A bound of nothing that is met is no reason why no further order would help.
      card('s-nothing-met', 'late_delivery', 'good', 'within', '99, 15, 90, 0, 0, 0'),
      card('s-nothing-met', 'late_dispatch', 'top', 'within', '99, 0, 90, 0, 0, 0'),
      card('r-two-days', 'late_dispatch', 'below', 'above', '20, 4, 15, 1, 0, 0', 'both', 'NULL, 0, 2, 2'),
    ),
  },
  gives: [
    'a-unmeasured both 1.0 Shop GB active 5 3 not_measured not_measured nothing_measured - - - - - - 0 2',
    'b-few-orders both 1.0 - - - 2 3 not_assessable not_assessable few_orders - - - - - - 1 2',
    'c-nothing-final both 1.0 - - - 3 3 not_assessable not_assessable nothing_final - - - - - - 1 2',
    'd-all-pending both 1.0 - - - 3 3 not_assessable top nothing_final - - - - - - 1 2',
    'e-meets-all both 1.0 - - - 3 3 top top meets_all - - - - - - 2 2',
    'f-never both 1.0 - - - 10 3 good good held_back late_dispatch 1 10 0 top - 2 2',
    'g-two-hold both 1.0 - - - 10 3 below below held_back late_dispatch 3 10 1 good 20 2 2',
    'h-enough-soon both 1.0 - - - 5 3 not_assessable top nothing_final - - - - - - 1 2',
    'i-never-enough both 1.0 - - - 5 3 not_assessable not_assessable nothing_final - - - - - - 1 2',
    'j-at-bound both 1.0 - - - 10 3 good good held_back late_dispatch 1 10 0 top - 1 2',
    'k-few-faults both 1.0 - - - 10 3 top top meets_all - - - - - - 1 2',
    'l-pending-helps both 1.0 - - - 20 3 below good held_back late_dispatch 2 15 1 good 5 1 2',
    'm-floor both 1.0 - - - 20 3 below below held_back late_dispatch 4 15 3 good 25 1 2',
    'n-other-tiers german 1.0 - - - 30 3 poor poor held_back late_dispatch 2 20 1 good 9 1 1',
    'n-tiers-alike german 1.0 - - - 30 3 good good meets_all - - - - - - 1 1',
    'n-worst-projected german 1.0 - - - 30 3 poor poor held_back late_dispatch 9 20 1 good 109 1 1',
    'o-both-alike both 1.0 - - - 10 3 below below held_back late_delivery 4 10 2 good 10 2 2',
    'p-never-first both 1.0 - - - 99 3 good good held_back late_dispatch 1 90 0 top - 2 2',
    'q-one-buyer both 1.0 - - - 20 3 top top meets_all - - - - - - 1 2',
    'q-two-buyers both 1.0 - - - 20 3 below below held_back late_dispatch 4 15 1 good 25 1 2',
    'r-one-day both 1.0 - - - 20 3 top top meets_all - - - - - - 1 2',
    'r-two-days both 1.0 - - - 20 3 below below held_back late_dispatch 4 15 1 good 25 1 2',
    's-nothing-met both 1.0 - - - 99 3 good good held_back late_delivery 15 90 9 top 60 2 2',
  ],
};

/** Rows of seller_periods by a SELECT of `i` and `region`. Those below 250 sell, those from 240 on did the period before. */
const periods = (currency: string, of: string): string =>
  `(SELECT 's' || CAST(i AS VARCHAR) AS seller_id, region, '${currency}' AS currency, ${[7, 28, 90]
    .map(
      (
        days,
      ) => `CASE WHEN i < 250 THEN 1 ELSE 0 END AS orders_current_${days}d, 100 AS gmv_current_${days}d, 2 AS foreign_current_${days}d,
        CASE WHEN i >= 240 THEN 1 ELSE 0 END AS orders_previous_${days}d, 50 AS gmv_previous_${days}d,
        CASE i WHEN 100 THEN 9 WHEN 101 THEN 7 ELSE 1 END AS late_dispatch_current_${days}d_fault`,
    )
    .join(', ')} FROM (${of}) AS t)`;
/** A hundred and fifty sellers of GB who sell, sixty who did once. The first has nine faults, the second seven, all others one. */
const CROWD = periods('GBP', "SELECT unnest(range(100, 310)) AS i, 'GB' AS region");
const ONE_CURRENCY = periods('EUR', "SELECT 1 AS i, unnest(['GB', 'DE']) AS region");
/** The same in two currencies. */
const TWO_CURRENCIES = `(SELECT * FROM ${periods('EUR', "SELECT 1 AS i, 'DE' AS region")} UNION ALL SELECT * FROM ${periods('GBP', "SELECT 2 AS i, 'GB' AS region")})`;
const KPIS = {
  region_first_days: rows('region, first_day', "'ALL', DATE '2026-09-22'", "'DE', DATE '2026-09-23'"),
  region_metrics: rows(
    'region, metric, window_days, met, fault, forgiven, excluded',
    "'ALL', 'late_dispatch', 28, 5, 2, 1, 2",
    "'ALL', 'late_delivery', 28, 0, 0, 0, 2",
    "'ALL', 'slow_response', 28, 9, 9, 9, 9",
  ),
};
const crowd = '150 21000 GBP 420 150 0';
const before = '70 10500 70 0';
const regionKpis: MadeRows[] = [
  {
    path: 'marts/region_kpis.sql',
    says: 'the faults of the hundredth part of the sellers who have most of them',
    reads: {
      ...KPIS,
      seller_periods: CROWD,
      // Assessed under one programme is assessed; a seller without a card is not.
      scorecards: rows(
        'seller_id, tier',
        ...["'s100', 'not_assessable'", "'s100', 'top'", "'s101', 'not_measured'", "'s102', 'not_assessable'"],
        ...["'s300', 'not_assessable'", "'s103', 'below'"],
      ),
      sellers: none('home_region, joined_on'),
    },
    shows: '* EXCLUDE (orders_noise, gmv_noise, active_sellers_noise)',
    gives: [
      ...[7, 28, 90].map(
        (days) => `ALL ${days} ${crowd} ${148 / 150} ${days === 28 ? 4 / 12 : '-'} ${9 / 224} ${before} ${days < 90}`,
      ),
      // Eight weeks before the run date began on 22 September; in GB nobody has ordered that long.
      ...[7, 28, 90].map((days) => `DE ${days} 0 - - 0 0 0 - - - 0 - 0 0 ${days < 28}`),
      ...[7, 28, 90].map((days) => `GB ${days} ${crowd} ${148 / 150} - ${9 / 224} ${before} false`),
    ],
  },
  {
    path: 'marts/region_kpis.sql',
    says: 'no share of faults where nothing is measured, and the value of sellers of two regions in one currency',
    night: { not_measured: MADE_POLICIES.metrics.map(({ metric }) => metric) },
    reads: {
      ...{ ...KPIS, seller_periods: ONE_CURRENCY, scorecards: none('seller_id, tier'), sellers: none('home_region, joined_on') },
      region_metrics: none('region, metric, window_days, met, fault, forgiven, excluded'),
    },
    shows: 'region, window_days, gmv_minor, currency, fault_share_top_1pct',
    gives: [
      'ALL 7 200 EUR -',
      'ALL 28 200 EUR -',
      'ALL 90 200 EUR -',
      'DE 7 100 EUR -',
      'DE 28 100 EUR -',
      'DE 90 100 EUR -',
    ].concat(['GB 7 100 EUR -', 'GB 28 100 EUR -', 'GB 90 100 EUR -']),
  },
  {
    path: 'marts/region_kpis.sql',
    says: 'a seller is new from the first day of the window on, and was of the one before on the day before that',
    reads: {
      ...{ ...KPIS, seller_periods: ONE_CURRENCY, scorecards: none('seller_id, tier') },
      sellers: rows(
        'home_region, joined_on',
        ...['2026-11-17', '2026-11-16', '2026-10-20', '2026-10-19', '2026-09-22', '2026-09-21'].map(
          (day) => `'GB', DATE '${day}'`,
        ),
      ),
    },
    shows: "CASE window_days WHEN 28 THEN region || ' ' || new_sellers || ' of ' || previous_new_sellers END",
    gives: ['ALL 2 of 2', 'DE 0 of 0', 'GB 2 of 2', ...Array<string>(6).fill('-')],
  },
  {
    path: 'marts/region_kpis.sql',
    says: 'no value of all regions together where they differ in currency, and each region’s own; of few sellers the first one counts',
    reads: {
      ...KPIS,
      seller_periods: TWO_CURRENCIES,
      scorecards: none('seller_id, tier'),
      sellers: none('home_region, joined_on'),
    },
    shows: 'region, gmv_minor, previous_gmv_minor, currency, orders_in_other_currencies, fault_share_top_1pct',
    gives: ['ALL - - - 4 0.5', 'DE 100 50 EUR 2 1', 'GB 100 50 GBP 2 1'].flatMap((row) => Array<string>(3).fill(row)),
  },
];

const COUNTS =
  'placed_90, late_dispatch_28_met, late_dispatch_28_fault, late_dispatch_28_forgiven, late_dispatch_28_forgiven_as_met, ' +
  'late_dispatch_28_excluded, late_dispatch_28_pending';
const of = (seller: string, region: string, counts: string): string =>
  `'${seller}' AS seller_id, '${region}' AS region, ${COUNTS.split(', ')
    .map((column, at) => `${counts.split(' ')[at]} AS ${column}`)
    .join(', ')}`;
/** Late delivery is not filled in, so that nobody has a card of the programme that judges it. */
const sellerMetrics: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'the last tier of its own programme where no bound is met',
  reads: { seller_counts: { of: 'seller_counts', rows: [of('a', 'DE', '9 8 2 0 0 0 0'), of('b', 'DE', '9 99 1 0 0 0 0')] } },
  shows: "seller_id, programme || ' ' || metric, tier, allowed, bound_said",
  gives: ['a german late_dispatch poor 0 at_most', 'b german late_dispatch good 7 at_most'],
};

/** The programme of DE asks for two buyers and two days. */
const asking = (at_least: Partial<ProgrammeMetric['at_least']>): Policies => ({
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) =>
    p.programme === 'german' ? { ...p, metrics: p.metrics.map((m) => ({ ...m, at_least: { ...m.at_least, ...at_least } })) } : p,
  ),
});
/** A fault of a seller of DE, or what is listed beside faults, on a day of November. */
const atFault = (seller: string, order: string | null, day: number, more = "'german' AS programme, 'fault' AS outcome"): string =>
  `'${seller}' AS seller_id, ${order === null ? 'NULL' : `'${order}'`} AS order_id, 'late_dispatch' AS metric, DATE '2026-11-${day}' AS cohort_day, ${more}`;
const bought = (seller: string, order: string, buyer: string | null, updated = 1): string =>
  `'${seller}' AS seller_id, '${order}' AS order_id, ${buyer === null ? 'NULL' : `'${buyer}'`} AS buyer_id,
   TIMESTAMP '2026-11-01 0${updated}:00:00' AS updated_at, DATE '2026-11-01' AS dt`;
/** Each with two of ten at fault, where one in fourteen is allowed. */
const twoOfTen = (...sellers: string[]): Rows => ({
  of: 'seller_counts',
  rows: sellers.map((one) => of(one, 'DE', '9 8 2 0 0 0 0')),
});
const fewBuyersOrDays: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'how many buyers and days faults have, and that fewer than policy asks for meet every bound',
  night: { policies: asking({ buyers: 2, days: 2 }) },
  reads: {
    seller_counts: twoOfTen('asked-twice', 'one-buyer', 'one-day', 'other-faults', 'two-of-both', 'unknown'),
    outcome_details: {
      of: 'outcome_details',
      rows: [
        ...[
          atFault('one-buyer', '1', 10),
          atFault('one-buyer', '2', 11),
          atFault('one-day', '1', 10),
          atFault('one-day', '2', 10),
        ],
        ...[atFault('two-of-both', '1', 10), atFault('two-of-both', '2', 11)],
        // Two conversations about one order.
        ...[atFault('asked-twice', 'solo', 10), atFault('asked-twice', 'solo', 11)],
        // Of a conversation without an order, and of an order that nobody says who bought.
        ...[atFault('unknown', null, 10), atFault('unknown', '1', 11), atFault('unknown', 'gone', 11)],
        ...[atFault('other-faults', '1', 10), atFault('other-faults', '2', 11, "'german' AS programme, 'forgiven' AS outcome")],
        atFault('other-faults', '3', 12, "'both' AS programme, 'fault' AS outcome"),
      ],
    },
    'accepted orders': {
      of: 'accepted orders',
      rows: [
        // What an earlier version said of the buyer is forgotten.
        ...[bought('one-buyer', '1', 'a'), bought('one-buyer', '2', 'b'), bought('one-buyer', '2', 'a', 2)],
        ...[
          bought('one-day', '1', 'a'),
          bought('one-day', '2', 'b'),
          bought('two-of-both', '1', 'a'),
          bought('two-of-both', '2', 'b'),
        ],
        bought('asked-twice', 'solo', 'a'),
        // An order of the same id is another seller's.
        ...[bought('unknown', '1', null), bought('one-day', 'gone', 'a')],
        ...[bought('other-faults', '1', 'a'), bought('other-faults', '2', 'b'), bought('other-faults', '3', 'c')],
      ],
    },
  },
  shows: 'seller_id, verdict, because, tier, allowed, fault_buyers, buyers_from, fault_days, days_from',
  gives: [
    'asked-twice met few_buyers good 0 1 2 2 2',
    'one-buyer met few_buyers good 0 1 2 2 2',
    'one-day met few_days good 0 2 2 1 2',
    'other-faults met few_buyers good 0 1 2 1 2',
    'two-of-both missed above poor 0 2 2 2 2',
    'unknown missed above poor 0 3 2 2 2',
  ],
};
/** Orders are not even read where only days are asked for. */
const fewDays: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'days of faults alone, where policy asks for no buyers',
  night: { policies: asking({ days: 3 }) },
  reads: {
    seller_counts: twoOfTen('s', 'without-any'),
    outcome_details: { of: 'outcome_details', rows: [10, 11, 11].map((day, nth) => atFault('s', String(nth), day)) },
  },
  shows: 'seller_id, because, fault_buyers, buyers_from, fault_days, days_from',
  gives: ['s few_days - 0 2 3', 'without-any few_days - 0 0 3'],
};

/** The programme of DE says "below 10 %". */
const BELOW: Policies = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) =>
    p.programme === 'german'
      ? {
          ...p,
          metrics: p.metrics.map((m) => ({ ...m, tiers: { good: { at_most: 0.1, said: 'below' as const, why: 'made' } } })),
        }
      : p,
  ),
};
const belowInMetrics: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'that exactly a bound is too much where policy says below, and one fault less is allowed',
  night: { policies: BELOW },
  reads: {
    seller_counts: {
      of: 'seller_counts',
      rows: [of('exactly', 'DE', '9 9 1 0 0 0 0'), of('less', 'DE', '9 10 1 0 0 0 0'), of('none', 'DE', '9 0 0 0 0 1 0')],
    },
  },
  shows: 'seller_id, because, tier, allowed, at_most, bound_said',
  gives: ['exactly above poor 0 0.1 below', 'less within good 1 0.1 below', 'none nothing_final - 0 0.1 below'],
};
const belowInScorecards: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'that exactly a bound is too much where policy says below, for the tier projected and for how far it is too',
  night: { policies: BELOW },
  reads: {
    sellers: none(SELLERS),
    seller_metrics: rows(
      METRICS,
      card('exactly', 'late_dispatch', 'poor', 'above', '10, 1, 10, 0, 0, 0', 'german'),
      card('exactly-once-final', 'late_dispatch', 'poor', 'above', '10, 1, 9, 1, 0, 0', 'german'),
      card('less-once-final', 'late_dispatch', 'poor', 'above', '10, 1, 9, 2, 0, 0', 'german'),
      card('much', 'late_dispatch', 'poor', 'above', '30, 4, 20, 0, 0, 0', 'german'),
    ),
  },
  shows: 'seller_id, tier, tier_projected, held_back_fault, held_back_counted, held_back_allowed, orders_to_next_tier',
  gives: [
    'exactly poor poor 1 10 0 1',
    'exactly-once-final poor poor 1 9 0 2',
    'less-once-final poor good 1 9 0 2',
    'much poor poor 4 20 1 21',
  ],
};

/** Of two regions, counted in 28 days and in 60; whoever has fewer than ten counted in 28 is judged by 60. */
const inBoth = (seller: string, region: string, short: string, long: string): string =>
  `${of(seller, region, `9 ${short} 0`)}, ${['met', 'fault', 'forgiven', 'forgiven_as_met', 'excluded']
    .map((kind, at) => `${long.split(' ')[at]} AS late_dispatch_60_${kind}`)
    .join(', ')}, 7 AS late_dispatch_60_pending, ${COUNTS.split(', ')
    .slice(1)
    .map((column) => `0 AS ${column.replace('late_dispatch', 'late_delivery')}`)
    .join(', ')}`;
const VOLUME_COUNTS = {
  of: 'seller_counts',
  rows: [
    ...[inBoth('enough', 'DE', '4 0 3 2 9', '40 9 9 9 9'), inBoth('enough', 'GB', '2 2 0 0 0', '20 9 9 9 9')],
    inBoth('few', 'DE', '7 1 9 1 9', '17 2 9 1 9'),
  ],
};
const volumeInMetrics: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'by which window a seller is judged: the longer one where fewer are counted than policy asks for',
  night: { policies: withLowVolume('both', 10, 60) },
  reads: { seller_counts: VOLUME_COUNTS },
  shows: 'seller_id, programme, metric, window_days, met, fault, forgiven, excluded, pending, counted',
  gives: [
    ...['enough both late_delivery 28 0 0 0 0 0 0', 'enough both late_dispatch 28 6 2 3 9 0 10'],
    ...['enough german late_dispatch 28 4 0 3 9 0 6', 'few both late_delivery 28 0 0 0 0 0 0'],
    ...['few both late_dispatch 60 17 2 9 9 7 20', 'few german late_dispatch 28 7 1 9 9 0 9'],
  ],
};
const listedOf = (seller: string, day: string): string =>
  `'${seller}-${day}' AS order_id, '${seller}' AS seller_id, 'GB' AS region, 'now' AS judged_in, 1 AS weight, 2 AS late_dispatch,
   'late' AS late_dispatch_reason, DATE '${day}' AS late_dispatch_day, DATE '${day}' AS placed_day, DATE '2026-12-20' AS final_day`;
const volumeInDetails: MadeRows = {
  path: 'marts/outcome_details.sql',
  says: 'what is listed of a seller as far back as the window that applies, and until when',
  night: { policies: withLowVolume('both', 10, 60) },
  reads: {
    seller_counts: VOLUME_COUNTS,
    'ledger listed_outcomes': {
      of: 'order_outcomes',
      // Final after two days: 28 days begin on 18 October, 60 on 16 September.
      rows: ['enough', 'few'].flatMap((seller) =>
        ['2026-10-18', '2026-10-17', '2026-09-16', '2026-09-15'].map((day) => listedOf(seller, day)),
      ),
    },
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'subject_id, leaves_window_on',
  gives: [
    'enough-2026-10-18 2026-11-17',
    ...['few-2026-09-16 2026-11-17', 'few-2026-10-17 2026-12-18', 'few-2026-10-18 2026-12-19'],
  ],
};

const volumeExplained = (window_days: number, gives: string[]): MadeRows => ({
  path: 'analyses/explain_orders.sql',
  says: `orders as far back as the window of ${window_days} days that the card says`,
  night: { policies: withLowVolume('both', 10, 60), sellers: ['few'] },
  reads: {
    ...volumeInDetails.reads,
    'ledger order_outcomes': volumeInDetails.reads['ledger listed_outcomes']!,
    seller_metrics: rows(
      'seller_id, programme, metric, window_days',
      `'few', 'both', 'late_dispatch', ${window_days}`,
      ...[
        "'few', 'both', 'late_delivery', 300",
        "'few', 'german', 'late_dispatch', 300",
        "'enough', 'both', 'late_dispatch', 300",
      ],
    ),
  },
  shows: 'programme, subject_id',
  gives,
});

const LISTED = 'dataset, region, file_id, dt, landed, accepted, quarantined, late, newest_updated_at';
const runQuality: MadeRows = {
  path: 'marts/run_quality.sql',
  says: 'what landed of a dataset and of each region it names, tonight and ever',
  night: { refused: { by_dataset: { orders: 2 }, open: 0, first: [] } },
  reads: {
    landed_counts: rows(
      LISTED,
      "'orders', 'GB', 'a', DATE '2026-11-16', 9, 7, 2, 1, TIMESTAMP '2026-11-16 08:00:00'",
      "'orders', 'DE', 'a', DATE '2026-11-16', 1, 0, 1, 0, NULL",
      "'orders', 'DE', 'b', DATE '2026-11-15', 3, 2, 1, 2, TIMESTAMP '2026-11-16 09:00:00'",
      // Files alike in all but their day and name count each.
      "'orders', 'DE', 'c', DATE '2026-11-14', 3, 2, 1, 2, TIMESTAMP '2026-11-16 09:00:00'",
      // A region that calls itself ALL is none.
      "'reviews', 'ALL', 'd', DATE '2026-11-16', 4, 3, 1, 0, TIMESTAMP '2026-11-16 07:00:00'",
      "'reviews', '?', 'd', DATE '2026-11-16', 1, 0, 1, 0, NULL",
    ),
  },
  gives: [
    ...['appeals', 'applications', 'cases', 'conversations', 'decisions', 'enforcement_actions', 'exemptions', 'identifiers'].map(
      (dataset) => `${dataset} ALL false 0 0 0 0 0 0 0 0 - - 0`,
    ),
    'orders ALL true 3 16 11 5 10 7 3 5 2026-11-16T09:00:00.000Z 2026-11-16 2',
    'orders DE true 3 7 4 3 1 0 1 4 2026-11-16T09:00:00.000Z 2026-11-15 0',
    'orders GB true 1 9 7 2 9 7 2 1 2026-11-16T08:00:00.000Z 2026-11-16 0',
    ...['outcomes', 'returns'].map((dataset) => `${dataset} ALL false 0 0 0 0 0 0 0 0 - - 0`),
    'reviews ? true 1 1 0 1 1 0 1 0 - - 0',
    'reviews ALL true 1 5 3 2 5 3 2 0 2026-11-16T07:00:00.000Z 2026-11-16 0',
    ...['sellers', 'verifications', 'violations'].map((dataset) => `${dataset} ALL false 0 0 0 0 0 0 0 0 - - 0`),
  ],
};

const STANDINGS = 'seller_id, programme, official_tier, because, because_metric';
const CARDS =
  'seller_id, programme, tier, tier_because, orders, orders_needed, held_back_by, held_back_fault, held_back_counted, held_back_allowed';
const tierOf = (seller: string, tier: string, programme = 'both') =>
  `'${seller}', '${programme}', '${tier}', 'meets_all', 4, 3, NULL, NULL, NULL, NULL`;
const tierChanges: MadeRows = {
  path: 'marts/tier_changes.sql',
  says: 'who went up, down, came new, or has a tier in place of none',
  reads: {
    scorecards: rows(
      CARDS,
      ...[tierOf('down', 'below'), tierOf('new', 'top'), tierOf('other', 'top'), tierOf('same', 'good'), tierOf('up', 'top')],
      tierOf('same', 'good', 'german'),
    ),
    'previous scorecards': rows(
      CARDS,
      ...[tierOf('down', 'good'), tierOf('other', 'not_assessable'), tierOf('same', 'good'), tierOf('up', 'good')],
      ...[tierOf('same', 'good', 'german'), tierOf('gone', 'top')],
    ),
    ...{ standings: none(STANDINGS), 'previous standings': none(STANDINGS) },
  },
  gives: ['down both 2026-11-15-001 good below down', 'new both 2026-11-15-001 - top new']
    .concat('other both 2026-11-15-001 not_assessable top other', 'up both 2026-11-15-001 good top up')
    .map((row) => `${row} meets_all 4 3 - - - -`),
};

/** Without evaluations nobody holds a tier. */
const tierMix: MadeRows = {
  path: 'marts/tier_mix.sql',
  through: ['marts/seller_regions.sql'],
  says: 'sellers with an order in a region, by tier; a seller of two regions counts once in all',
  reads: {
    standings: none(STANDINGS),
    seller_counts: rows(
      'seller_id, region, placed_90',
      ...["'s1', 'GB', 2", "'s1', 'DE', 1", "'s2', 'GB', 1", "'s3', 'GB', 0", "'s4', 'GB', 1", "'s5', 'DE', 1"],
    ),
    scorecards: rows(
      'seller_id, programme, tier',
      ...["'s1', 'both', 'top'", "'s2', 'both', 'top'", "'s3', 'both', 'top'", "'s4', 'both', 'below'"],
      ...["'s1', 'german', 'good'", "'s5', 'german', 'not_assessable'", "'s5', 'both', 'top'"],
    ),
  },
  gives: [
    ...['ALL both below 1 0.25', 'ALL both top 3 0.75', 'ALL german good 1 0.5', 'ALL german not_assessable 1 0.5'],
    ...['DE both top 2 1', 'DE german good 1 0.5', 'DE german not_assessable 1 0.5'],
    ...[`GB both below 1 ${1 / 3}`, `GB both top 2 ${2 / 3}`],
  ].map((row) => `${row} - -`),
};

export const MADE_MARTS: readonly MadeRows[] = [
  scorecards,
  ...regionKpis,
  sellerMetrics,
  fewBuyersOrDays,
  fewDays,
  belowInMetrics,
  belowInScorecards,
  volumeInMetrics,
  volumeInDetails,
  volumeExplained(28, ['both few-2026-10-18']),
  volumeExplained(60, ['both few-2026-09-16', 'both few-2026-10-17', 'both few-2026-10-18']),
  runQuality,
  tierChanges,
  tierMix,
];
