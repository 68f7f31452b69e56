/** Who moved a region's rate, over made rows, and the lanes that it is read from. The run date is 16 November. */
import { someNight } from '../../infra/shared/night-columns.js';
import { MADE_POLICIES, type MadeRows, rows } from './made-rows.js';

/** `counted, fault, and both a period earlier`. */
type Moved = readonly [counted: number, fault: number, before: number, faultBefore: number];
const NOTHING: Moved = [0, 0, 0, 0];
/** Of the metrics of those policies only late dispatch moved. */
const measured = MADE_POLICIES.metrics.filter(({ metric }) => !someNight(MADE_POLICIES, 'later').not_measured.includes(metric));
const PERIODS = [7, 28, 90].flatMap((days) =>
  ['current', 'previous'].flatMap((span) =>
    measured.flatMap(({ metric }) => ['fault', 'counted'].map((what) => `${metric}_${span}_${days}d_${what}`)),
  ),
);
const movedIn = (seller: string, region: string, in7: Moved, in28: Moved): string => {
  const values: Record<string, number> = {};
  for (const [days, [counted, fault, before, faultBefore]] of [
    [7, in7],
    [28, in28],
  ] as const) {
    values[`late_dispatch_current_${days}d_counted`] = counted;
    values[`late_dispatch_current_${days}d_fault`] = fault;
    values[`late_dispatch_previous_${days}d_counted`] = before;
    values[`late_dispatch_previous_${days}d_fault`] = faultBefore;
  }
  return [`'${seller}', '${region}'`, ...PERIODS.map((name) => `CAST(${values[name] ?? 0} AS BIGINT)`)].join(', ');
};
const moved = (seller: string, ...in7: Moved): string => movedIn(seller, 'GB', in7, NOTHING);
const LANES = 'region, metric, dimension, member, band, counted, fault';
const of = (region: string, dimension: string, member: string | null, band: number, counted: number, fault: number): string =>
  `'${region}', 'late_dispatch', '${dimension}', ${member ? `'${member}'` : 'NULL'}, ${band}, CAST(${counted} AS BIGINT), CAST(${fault} AS BIGINT)`;
/** Parcels of a carrier and a category. */
const lane = (region: string, carrier: string, category: string | null, ...band: [number, number, number]): string[] => [
  of(region, 'carrier', carrier, ...band),
  of(region, 'category', category, ...band),
];
const REGIONS =
  'region, metric, window_days, accountable_rate, previous_accountable_rate, raw_rate, previous_raw_rate, change, ' +
  'met, fault, forgiven_as_met, previous_met, previous_fault, previous_forgiven_as_met';

const movers: MadeRows = {
  path: 'marts/region_movers.sql',
  says: 'how long ago sellers joined who moved the rate: under 90 days, under a year, longer, or nobody knows',
  reads: {
    seller_periods: rows(
      `seller_id, region, ${PERIODS.join(', ')}`,
      moved('a-89-days', 10, 1, 10, 0),
      moved('b-90-days', 10, 2, 10, 0),
      moved('c-364-days', 10, 4, 10, 0),
      moved('d-365-days', 10, 0, 10, 5),
      moved('e-unknown', 10, 3, 10, 3),
    ),
    lane_periods: rows(
      LANES,
      ...[...lane('GB', 'Swift', null, 1, 50, 10), ...lane('GB', 'Swift', null, 2, 50, 8)],
      ...[of('GB', 'destination_area', 'SW', 1, 30, 10), of('GB', 'destination_area', null, 1, 20, 0)],
      ...[of('GB', 'destination_area', 'SW', 2, 30, 4), of('GB', 'destination_area', null, 2, 20, 4)],
    ),
    sellers: rows(
      'seller_id, joined_on',
      "'a-89-days', DATE '2026-08-19'",
      "'b-90-days', DATE '2026-08-18'",
      "'c-364-days', DATE '2025-11-17'",
      "'d-365-days', DATE '2025-11-16'",
    ),
    region_metrics: rows(REGIONS, "'GB', 'late_dispatch', 7, 0.2, 0.16, 0.25, 0.16, 0.04, 40, 10, 0, 42, 8, 0"),
  },
  gives: [
    'GB late_dispatch 7 carrier 1 member Swift 1 50 10 50 8 40000 40000 0',
    'GB late_dispatch 7 category 1 unknown - 1 50 10 50 8 40000 40000 0',
    'GB late_dispatch 7 cause 1 member rate 1 50 10 50 8 90000 90000 0',
    'GB late_dispatch 7 cause 2 member mix 1 50 10 50 8 0 0 0',
    'GB late_dispatch 7 cause 3 member forgiven 1 50 10 50 8 -50000 -50000 0',
    'GB late_dispatch 7 destination_area 1 member SW 1 30 10 30 4 120000 120000 0',
    'GB late_dispatch 7 destination_area 2 unknown - 1 20 0 20 4 -80000 -80000 0',
    'GB late_dispatch 7 seller 1 member d-365-days 1 10 0 10 5 -100000 -100000 0',
    'GB late_dispatch 7 seller 2 member c-364-days 1 10 4 10 0 80000 80000 0',
    'GB late_dispatch 7 seller 3 member b-90-days 1 10 2 10 0 40000 40000 0',
    'GB late_dispatch 7 seller 4 member a-89-days 1 10 1 10 0 20000 20000 0',
    'GB late_dispatch 7 seller 5 others - 1 10 3 10 3 0 0 0',
    'GB late_dispatch 7 tenure 1 member under_a_year 1 20 6 20 0 120000 120000 0',
    'GB late_dispatch 7 tenure 2 member longer 1 10 0 10 5 -100000 -100000 0',
    'GB late_dispatch 7 tenure 3 member under_90_days 1 10 1 10 0 20000 20000 0',
    'GB late_dispatch 7 tenure 4 others - 1 10 3 10 3 0 0 0',
  ],
};

/** Counted, at fault, and both a period earlier: the rate, the raw one that lies so far above, and whether they are compared. */
const compared = (region: string, days: number, [n, fault, before, faultBefore]: Moved, above: number, aboveBefore: number) =>
  `'${region}', 'late_dispatch', ${days}, ${fault / n}, ${faultBefore / before}, ${fault / n + above}, ${faultBefore / before + aboveBefore},
   ${region === 'DE' ? 'CAST(NULL AS DOUBLE)' : fault / n - faultBefore / before}, ${n - fault}, ${fault}, 0, ${before - faultBefore}, ${faultBefore}, 0`;

/**
 * Of 1,000 parcels of GB in 7 days four sellers raised the rate by their own and nine lowered it; others by how much they sold.
 * Of 28 days there are two sellers of GB, one of whom sells in DE as well.
 */
const MIXED: MadeRows = {
  path: 'marts/region_movers.sql',
  says: 'eight that raised the rate and eight that lowered it, by their own and by the mix, of a region and of all of them',
  reads: {
    seller_periods: rows(
      `seller_id, region, ${PERIODS.join(', ')}`,
      movedIn('a-grows', 'GB', [300, 90, 100, 30], [2000, 240, 600, 40]),
      movedIn('a-grows', 'DE', NOTHING, [100, 0, 100, 20]),
      movedIn('b-shrinks', 'GB', [300, 0, 540, 0], [1000, 10, 400, 10]),
      moved('c-worse-and-more', 60, 6, 20, 0),
      ...[4, 5, 6, 7].map((more) => moved(`r-${more}`, 20, more, 20, 0)),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((fewer) => moved(`l-${fewer}`, 20, 0, 20, fewer)),
      moved('x-comes', 20, 4, 0, 0),
      moved('x-goes', 0, 0, 20, 1),
      moved('z-steady', 60, 0, 60, 0),
      ...['s-one', 's-two'].map((one) => movedIn(one, 'DE', NOTHING, [100, 10, 50, 0])),
    ),
    lane_periods: rows(
      LANES,
      ...[...lane('GB', 'Swift', 'toys', 1, 700, 60), ...lane('GB', 'Slow', null, 1, 300, 62)],
      ...[...lane('GB', 'Swift', 'toys', 2, 800, 40), ...lane('GB', 'Slow', null, 2, 200, 36)],
      ...[...lane('GB', 'Swift', 'books', 3, 500, 2), ...lane('GB', 'Slow', 'toys', 3, 500, 50)],
      ...[...lane('GB', 'Swift', 'toys', 4, 1000, 50), ...lane('GB', 'Slow', 'garden', 5, 77, 7)],
      ...[
        ...lane('DE', 'Swift', 'toys', 1, 200, 20),
        ...lane('DE', 'Post', null, 2, 100, 0),
        ...lane('DE', 'Swift', 'toys', 4, 200, 20),
      ],
    ),
    sellers: rows('seller_id, joined_on', ...['a-grows', 's-one', 's-two'].map((one) => `'${one}', DATE '2020-01-01'`)),
    region_metrics: rows(
      REGIONS,
      compared('GB', 7, [1000, 122, 1000, 76], 0.03, 0.01),
      compared('GB', 28, [3000, 250, 1000, 50], 0, 0),
      compared('DE', 28, [300, 20, 200, 20], 0, 0),
      compared('ALL', 28, [3300, 270, 1200, 70], 0, 0.01),
    ),
  },
  gives: [
    'ALL late_dispatch 28 carrier 1 member Slow 1 1000 148 0 0 23613 0 23613',
    'ALL late_dispatch 28 carrier 2 member Post 1 100 0 0 0 -2123 0 -2123',
    'ALL late_dispatch 28 carrier 3 member Swift 1 2200 122 1200 70 1995 -2399 4394',
    'ALL late_dispatch 28 category 1 unknown - 1 600 98 0 0 16956 0 16956',
    'ALL late_dispatch 28 category 2 member toys 1 2200 170 1200 70 16540 15783 757',
    'ALL late_dispatch 28 category 3 member books 1 500 2 0 0 -10011 0 -10011',
    'ALL late_dispatch 28 cause 1 member rate 1 3300 270 1200 70 9848 9848 0',
    'ALL late_dispatch 28 cause 2 member mix 1 3300 270 1200 70 3637 0 3637',
    'ALL late_dispatch 28 cause 3 member forgiven 1 3300 270 1200 70 10000 10000 0',
    'ALL late_dispatch 28 region 1 member GB 1 3000 250 1000 50 28782 29040 -258',
    'ALL late_dispatch 28 region 2 member DE 1 300 20 200 20 -5297 -4293 -1004',
    'ALL late_dispatch 28 seller 1 member a-grows 1 2100 240 700 60 19011 17424 1587',
    'ALL late_dispatch 28 seller 2 member s-one 1 100 10 50 0 3827 3599 228',
    'ALL late_dispatch 28 seller 3 member s-two 1 100 10 50 0 3826 3598 228',
    'ALL late_dispatch 28 seller 4 member b-shrinks 1 1000 10 400 10 -3179 -4773 1594',
    'ALL late_dispatch 28 tenure 1 member longer 1 2300 260 800 60 26664 25939 725',
    'ALL late_dispatch 28 tenure 2 unknown - 1 1000 10 400 10 -3179 -4773 1594',
    'GB late_dispatch 7 carrier 1 member Swift 1 700 60 800 40 29900 26786 3114',
    'GB late_dispatch 7 carrier 2 member Slow 1 300 62 200 36 16100 6666 9434',
    'GB late_dispatch 7 category 1 member toys 1 700 60 800 40 29900 26786 3114',
    'GB late_dispatch 7 category 2 unknown - 1 300 62 200 36 16100 6666 9434',
    'GB late_dispatch 7 cause 1 member rate 1 1000 122 1000 76 1000 1000 0',
    'GB late_dispatch 7 cause 2 member mix 1 1000 122 1000 76 65000 0 65000',
    'GB late_dispatch 7 cause 3 member forgiven 1 1000 122 1000 76 -20000 -20000 0',
    'GB late_dispatch 7 seller 1 member a-grows 1 300 90 100 30 40200 0 40200',
    'GB late_dispatch 7 seller 2 member b-shrinks 1 300 0 540 0 23760 0 23760',
    'GB late_dispatch 7 seller 3 member l-9 1 20 0 20 9 -9000 -9000 0',
    'GB late_dispatch 7 seller 4 member l-8 1 20 0 20 8 -8000 -8000 0',
    'GB late_dispatch 7 seller 5 member l-7 1 20 0 20 7 -7000 -7000 0',
    'GB late_dispatch 7 seller 6 member r-7 1 20 7 20 0 7000 7000 0',
    'GB late_dispatch 7 seller 7 member l-6 1 20 0 20 6 -6000 -6000 0',
    'GB late_dispatch 7 seller 8 member r-6 1 20 6 20 0 6000 6000 0',
    'GB late_dispatch 7 seller 9 member l-5 1 20 0 20 5 -5000 -5000 0',
    'GB late_dispatch 7 seller 10 member r-5 1 20 5 20 0 5000 5000 0',
    'GB late_dispatch 7 seller 11 member l-4 1 20 0 20 4 -4000 -4000 0',
    'GB late_dispatch 7 seller 12 member r-4 1 20 4 20 0 4000 4000 0',
    'GB late_dispatch 7 seller 13 member l-3 1 20 0 20 3 -3000 -3000 0',
    'GB late_dispatch 7 seller 14 member c-worse-and-more 1 60 6 20 0 2040 4000 -1960',
    'GB late_dispatch 7 seller 15 member x-comes 1 20 4 0 0 2020 0 2020',
    'GB late_dispatch 7 seller 16 member l-2 1 20 0 20 2 -2000 -2000 0',
    'GB late_dispatch 7 seller 17 others - 3 80 0 100 2 -20 -1000 980',
    'GB late_dispatch 7 tenure 1 member longer 1 300 90 100 30 40200 0 40200',
    'GB late_dispatch 7 tenure 2 unknown - 1 700 32 900 46 5800 -4317 10117',
    'GB late_dispatch 28 carrier 1 member Slow 1 1000 148 0 0 27111 0 27111',
    'GB late_dispatch 28 carrier 2 member Swift 1 2000 102 1000 50 6222 833 5389',
    'GB late_dispatch 28 category 1 member toys 1 2000 150 1000 50 22222 20833 1389',
    'GB late_dispatch 28 category 2 unknown - 1 500 98 0 0 21556 0 21556',
    'GB late_dispatch 28 category 3 member books 1 500 2 0 0 -10445 0 -10445',
    'GB late_dispatch 28 cause 1 member rate 1 3000 250 1000 50 28278 28278 0',
    'GB late_dispatch 28 cause 2 member mix 1 3000 250 1000 50 5055 0 5055',
    'GB late_dispatch 28 cause 3 member forgiven 1 3000 250 1000 50 0 0 0',
    'GB late_dispatch 28 seller 1 member a-grows 1 2000 240 600 40 35556 33778 1778',
    'GB late_dispatch 28 seller 2 member b-shrinks 1 1000 10 400 10 -2223 -5500 3277',
    'GB late_dispatch 28 tenure 1 member longer 1 2000 240 600 40 35556 33778 1778',
    'GB late_dispatch 28 tenure 2 unknown - 1 1000 10 400 10 -2223 -5500 3277',
  ],
};

const CODES = { met: 1, fault: 2, forgiven: 3, excluded: 4, as_met: 6 } as const;
interface Parcel {
  carrier: string | null;
  category: string | null;
  area: string | null;
  placed: string;
  weight: number;
  units: number;
}
/** A parcel by its late dispatch, which is final after two days: 7 days begin on 8 November, and 180 on 19 May. */
const parcel = (day: string, dispatch: keyof typeof CODES, more: Partial<Parcel> = {}): string => {
  const all: Parcel = { carrier: 'Swift', category: 'Toys', area: 'Sw', placed: '2026-05-01', weight: 1, units: 3, ...more };
  const quoted = (text: string | null) => (text ? `'${text}'` : 'NULL');
  return `'GB' AS region, ${quoted(all.carrier)} AS carrier, ${quoted(all.category)} AS category, ${quoted(all.area)} AS destination_area, ${all.weight} AS weight, ${all.units} AS units,
    DATE '${day}' AS late_dispatch_day, ${CODES[dispatch]} AS late_dispatch, DATE '${all.placed}' AS placed_day`;
};
/** The same by who cancelled it, which has a final day of its own; it is final after a week, so that 7 days begin on 3 November. */
const cancelled = (outcome: keyof typeof CODES, final: string): string =>
  `${parcel('2026-11-10', 'excluded')}, DATE '2026-11-03' AS seller_cancellation_day,
    ${CODES[outcome]} AS seller_cancellation, DATE '${final}' AS seller_cancellation_final`;
const laned = (says: string, parcels: readonly string[], gives: readonly string[], night?: MadeRows['night']): MadeRows => ({
  ...{ path: 'marts/lane_periods.sql', says, night },
  reads: { 'ledger order_outcomes': { of: 'order_outcomes', rows: parcels } },
  shows: '*',
  gives,
});
/** Parcels of one carrier, category and area. */
const lanes = (metric: string, ...counts: string[]): string[] =>
  ['carrier Swift', 'category toys', 'destination_area Sw'].flatMap((member) =>
    counts.map((some) => `GB ${metric} ${member} ${some}`),
  );
const LANED: readonly MadeRows[] = [
  laned(
    'of each band of days, from its first to its last, how many counted and how many of them were at fault',
    [
      ...['2026-11-15', '2026-11-14', '2026-11-08', '2026-11-07', '2026-11-01', '2026-10-31', '2026-10-18', '2026-10-17'],
      ...['2026-09-20', '2026-09-19', '2026-08-17', '2026-08-16', '2026-05-19', '2026-05-18'],
    ].map((day, nth) => parcel(day, nth % 2 ? 'fault' : 'met')),
    lanes('late_dispatch', ...[1, 2, 3, 4, 5, 6].map((band) => `${band} 2 1`)),
  ),
  laned(
    'what is met, at fault and forgiven as met, by carrier, category and area, known or not; nothing of what is taken back or of tomorrow',
    [
      ...[parcel('2026-11-10', 'met'), parcel('2026-11-10', 'fault', { category: 'TOYS' }), parcel('2026-11-10', 'as_met')],
      ...[parcel('2026-11-10', 'forgiven'), parcel('2026-11-10', 'excluded')],
      ...[parcel('2026-11-10', 'fault', { carrier: null }), parcel('2026-11-10', 'met', { category: null })],
      parcel('2026-11-10', 'met', { area: null }),
      parcel('2026-11-10', 'fault', { carrier: 'Post', placed: '2026-11-16' }),
      parcel('2026-11-10', 'fault', { carrier: 'Post', placed: '2026-11-17' }),
      parcel('2026-11-10', 'fault', { carrier: 'Gone' }),
      parcel('2026-11-10', 'fault', { carrier: 'Gone', weight: -1 }),
    ],
    [
      ...['GB late_dispatch carrier Post 1 1 1', 'GB late_dispatch carrier Swift 1 5 1', 'GB late_dispatch carrier - 1 1 1'],
      ...['GB late_dispatch category toys 1 6 3', 'GB late_dispatch category - 1 1 0'],
      ...['GB late_dispatch destination_area Sw 1 6 3', 'GB late_dispatch destination_area - 1 1 0'],
    ],
  ),
  laned(
    'of a metric with a final day of its own what is final tonight',
    [cancelled('fault', '2026-11-16'), cancelled('met', '2026-11-15'), cancelled('fault', '2026-11-17')],
    lanes('seller_cancellation', '1 2 1'),
  ),
  laned(
    'items where a metric counts items, and not those that are taken back',
    [
      ...[parcel('2026-11-10', 'met'), parcel('2026-11-10', 'fault', { units: 4 })],
      parcel('2026-11-10', 'fault', { units: 4, weight: -1 }),
    ],
    lanes('late_dispatch', '1 3 0'),
    {
      policies: {
        ...MADE_POLICIES,
        metrics: MADE_POLICIES.metrics.map((m) => (m.metric === 'late_dispatch' ? { ...m, count: 'items' } : m)),
      },
    },
  ),
];

/** A parcel of a seller by its number, among those that lists may name. */
const listed = (nth: number, parcelled: string): string =>
  `${parcelled}, 'a' AS seller_id, 'o${nth}' AS order_id, 1 AS judged_in`;
const answered = (nth: number, day: string, outcome: keyof typeof CODES): string =>
  `'DE' AS region, 'b' AS seller_id, 'c${nth}' AS conversation_id, 1 AS weight,
    DATE '${day}' AS slow_response_day, ${CODES[outcome]} AS slow_response, 'late' AS slow_response_reason`;
const damaged = (nth: number, day: string, outcome: keyof typeof CODES): string =>
  `'GB' AS region, 'damaged_parcels' AS metric, 'c' AS seller_id, 'l${nth}' AS subject_id, DATE '${day}' AS cohort_day,
    ${CODES[outcome]} AS outcome, 'broken' AS reason`;
interface Listed {
  parcels?: readonly string[];
  conversations?: readonly string[];
  landed?: readonly string[];
  joined?: string;
}
const faulty = (
  says: string,
  { parcels = [], conversations = [], landed = [], joined = '2020-01-01' }: Listed,
  gives: readonly string[],
  night?: MadeRows['night'],
): MadeRows => ({
  ...{ path: 'marts/region_faults.sql', says, night },
  reads: {
    'ledger listed_outcomes': { of: 'listed_outcomes', rows: parcels },
    conversation_outcomes: { of: 'conversation_outcomes', rows: conversations },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: landed },
    sellers: rows('seller_id, joined_on', `'a', DATE '${joined}'`, `'c', NULL`),
  },
  shows: '*',
  gives,
});
const row = (nth: number, day: string, more = 'late_dispatch', counted = 1): string =>
  `GB ${more} ${day} a o${nth} - Swift toys Sw longer ${counted}`;
const FAULTY: readonly MadeRows[] = [
  faulty(
    'what is at fault on the first and the last of ninety matured days, and nothing of a day before or after',
    {
      parcels: ['2026-11-15', '2026-11-14', '2026-08-17', '2026-08-16'].map((day, nth) => listed(nth, parcel(day, 'fault'))),
      conversations: ['2026-11-16', '2026-11-15', '2026-08-18', '2026-08-17'].map((day, nth) => answered(nth, day, 'fault')),
    },
    [
      ...['DE slow_response 2026-08-18 b c2 late - - - - 1', 'DE slow_response 2026-11-15 b c1 late - - - - 1'],
      ...[row(2, '2026-08-17'), row(1, '2026-11-14')],
    ],
  ),
  faulty(
    'nothing of what is met, forgiven, left out, taken back or of tomorrow',
    {
      parcels: [
        ...(['met', 'forgiven', 'excluded', 'as_met'] as const).map((outcome, nth) => listed(nth, parcel('2026-11-10', outcome))),
        listed(4, parcel('2026-11-10', 'fault', { placed: '2026-11-16', carrier: null, category: null, area: null })),
        listed(5, parcel('2026-11-10', 'fault', { placed: '2026-11-17' })),
        ...[1, -1].map((weight) => listed(6, parcel('2026-11-10', 'fault', { weight }))),
      ],
      conversations: (['met', 'forgiven', 'excluded', 'as_met'] as const).map((one, nth) => answered(nth, '2026-11-10', one)),
    },
    ['GB late_dispatch 2026-11-10 a o4 - - - - longer 1'],
  ),
  faulty(
    'of a metric with a final day of its own what is final tonight, by its own day and reason',
    {
      parcels: [cancelled('fault', '2026-11-16'), cancelled('fault', '2026-11-17')].map((one, nth) =>
        listed(nth, `${one}, 'late' AS late_dispatch_reason, 'by_seller' AS seller_cancellation_reason`),
      ),
    },
    ['GB seller_cancellation 2026-11-03 a o0 by_seller Swift toys Sw longer 1'],
  ),
  ...(
    [
      ['2026-08-19', 'under_90_days'],
      ['2026-08-18', 'under_a_year'],
      ['2025-11-17', 'under_a_year'],
      ['2025-11-16', 'longer'],
    ] as const
  ).map(([joined, tenure]) =>
    faulty(`that who joined on ${joined} is ${tenure}`, { parcels: [listed(0, parcel('2026-11-10', 'fault'))], joined }, [
      `GB late_dispatch 2026-11-10 a o0 - Swift toys Sw ${tenure} 1`,
    ]),
  ),
  faulty(
    'what landed as at fault, on its first and last matured day, of a seller whose joining nobody said',
    {
      landed: [
        ...['2026-11-12', '2026-11-11', '2026-08-14', '2026-08-13'].map((day, nth) => damaged(nth, day, 'fault')),
        damaged(9, '2026-11-10', 'met'),
      ],
    },
    [2, 1].map((nth) => `GB damaged_parcels ${nth === 2 ? '2026-08-14' : '2026-11-11'} c l${nth} broken - - - - 1`),
  ),
  faulty(
    'items where a metric counts items, and one each of the others',
    {
      parcels: [
        listed(0, parcel('2026-11-10', 'fault', { units: 4 })),
        listed(
          1,
          `${parcel('2026-11-10', 'met', { units: 4 })}, DATE '2026-11-01' AS missing_tracking_day, ${CODES.fault} AS missing_tracking`,
        ),
      ],
    },
    [row(0, '2026-11-10', 'late_dispatch', 4), row(1, '2026-11-01', 'missing_tracking')],
    {
      policies: {
        ...MADE_POLICIES,
        metrics: MADE_POLICIES.metrics.map((m) => (m.metric === 'late_dispatch' ? { ...m, count: 'items' } : m)),
      },
    },
  ),
];
export const MADE_MOVERS: readonly MadeRows[] = [movers, MIXED, ...LANED, ...FAULTY];
