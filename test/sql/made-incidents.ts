/** Carrier incidents: which parcels a lane's day holds, which day is unusual, and what neighbouring days come to. */
import { addDays } from '../../contracts/days.js';
import type { IncidentsPolicy, Policies } from '../../policies/policy.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const CODES = { met: 1, fault: 2, forgiven: 3, excluded: 4, as_met: 6 } as const;
type Outcome = keyof typeof CODES;
interface More {
  carrier: string | null;
  weight: number;
  placed: string;
}
/** A parcel of one seller. Late dispatch is final after two days and late delivery after five: 56 days begin on 20 and 17 September. */
const parcel = (seller: string, day: string, dispatch: Outcome, delivery: Outcome, more: Partial<More> = {}): string => {
  const { carrier, weight, placed } = { carrier: 'post', weight: 1, placed: '2026-09-01', ...more };
  return `'${seller}' AS seller_id, '${seller}-${day}' AS order_id, 'GB' AS region, ${carrier ? `'${carrier}'` : 'NULL'} AS carrier,
    DATE '${day}' AS late_dispatch_day, ${CODES[dispatch]} AS late_dispatch, DATE '${day}' AS late_delivery_day,
    ${CODES[delivery]} AS late_delivery, DATE '2026-11-16' AS late_delivery_final, DATE '${placed}' AS placed_day, ${weight} AS weight, 'one' AS judged_in`;
};
const ofParcels: MadeRows = {
  path: 'marts/lane_days.sql',
  says: 'late parcels of each seller, and those of sellers without any in one row; of what no carrier is known of, nothing',
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[parcel('a', '2026-11-02', 'fault', 'met'), parcel('a', '2026-11-02', 'forgiven', 'excluded')],
        ...[parcel('a', '2026-11-02', 'as_met', 'excluded'), parcel('a', '2026-11-02', 'met', 'excluded')],
        ...[parcel('b', '2026-11-02', 'met', 'fault'), parcel('c', '2026-11-02', 'met', 'met')],
        parcel('c', '2026-11-02', 'excluded', 'excluded'),
        ...[
          parcel('a', '2026-11-02', 'fault', 'met', { carrier: 'van' }),
          parcel('a', '2026-11-02', 'fault', 'met', { carrier: null }),
        ],
        // The first and the last day of the window, and those beside them.
        ...['2026-09-19', '2026-09-20', '2026-11-14', '2026-11-15'].map((day) => parcel('d', day, 'fault', 'excluded')),
        // Placed on the run date, after it, and taken back.
        parcel('e', '2026-11-03', 'fault', 'excluded', { placed: '2026-11-16' }),
        parcel('f', '2026-11-03', 'fault', 'excluded', { placed: '2026-11-17' }),
        ...[parcel('g', '2026-11-03', 'fault', 'excluded'), parcel('g', '2026-11-03', 'fault', 'excluded', { weight: -1 })],
      ],
    },
  },
  shows: '*',
  gives: [
    'late_delivery GB post 2026-11-02 b 1 1 1',
    'late_delivery GB post 2026-11-02 - 2 0 0',
    'late_delivery GB van 2026-11-02 - 1 0 0',
    'late_dispatch GB post 2026-09-20 d 1 1 1',
    'late_dispatch GB post 2026-11-02 a 4 3 1',
    'late_dispatch GB post 2026-11-02 - 2 0 0',
    'late_dispatch GB post 2026-11-03 e 1 1 1',
    'late_dispatch GB post 2026-11-14 d 1 1 1',
    'late_dispatch GB van 2026-11-02 a 1 1 1',
  ],
};

/** Four other days tell what is usual; a day counts with 30 parcels, and may be unusual with 10 late of 5 sellers, 3 of 10 of one. */
const INCIDENTS: IncidentsPolicy = {
  propose: true,
  usual: { days: 56, at_least_days: 4 },
  a_day: { parcels: 30, late: 10, sellers: 5, one_seller_at_most: 0.3 },
  above: { share: 0.05, deviations: 4 },
};
const asking = (above: Partial<IncidentsPolicy['above']>): Policies => ({
  ...MADE_POLICIES,
  incidents: { ...INCIDENTS, above: { ...INCIDENTS.above, ...above } },
});
/** So many parcels, late ones by seller. Of those at fault one fewer. */
type Day = readonly [parcels: number, ...late: number[]];
interface Lane {
  metric?: string;
  region?: string;
  carrier: string;
  days: readonly Day[];
}
const FIRST = '2026-10-05';
const at = (nth: number): string => addDays(FIRST, nth);
const COLUMNS = 'metric, region, carrier, cohort_day, seller_id, parcels, late, fault';
const bigint = (n: number): string => `CAST(${n} AS BIGINT)`;
const lane = ({ metric = 'late_dispatch', region = 'GB', carrier, days }: Lane): string[] =>
  days.flatMap(([parcels, ...late], nth) => {
    const of = (seller: string, n: number, late: number, fault: number) =>
      `'${metric}', '${region}', '${carrier}', DATE '${at(nth)}', ${seller}, ${bigint(n)}, ${bigint(late)}, ${bigint(fault)}`;
    const rest = parcels - late.reduce((all, n) => all + n, 0);
    return [
      ...late.map((n, seller) => of(`'s${seller}'`, n, n, seller === 0 ? n - 1 : n)),
      ...(rest > 0 ? [of('CAST(NULL AS VARCHAR)', rest, 0, 0)] : []),
    ];
  });
/** As evenly as may be over so many sellers. */
const spread = (late: number, sellers = 5): number[] =>
  Array.from({ length: sellers }, (_, nth) => Math.floor((late + nth) / sellers)).filter((n) => n > 0);
const of = (parcels: number, late: number, sellers = 5): Day => [parcels, ...spread(late, sellers)];
const quiet = (many: number, parcels = 100): Day[] => Array.from({ length: many }, () => of(parcels, 0));
const lanes = (...some: Lane[]): MadeRows['reads'] => ({ lane_days: rows(COLUMNS, ...some.flatMap(lane)) });
/** A day after four quiet ones. */
const after = (carrier: string, ...days: Day[]): Lane => ({ carrier, days: [...quiet(4), ...days] });

const UNUSUAL = 'carrier, metric, region, cohort_day, parcels, late, fault, usual_late_ppm, usual_before';
const leastThatCounts: MadeRows = {
  path: 'marts/unusual_lane_days.sql',
  says: 'a day of as many parcels, late ones, sellers and other days as are asked, and none of one fewer',
  night: { policies: asking({}) },
  reads: lanes(
    after('enough', [30, 3, 3, 2, 1, 1]),
    after('few late', [30, 2, 2, 2, 2, 1]),
    after('few parcels', [29, 3, 3, 2, 1, 1]),
    after('few sellers', [30, 3, 3, 2, 2]),
    after('one seller', [30, 4, 2, 2, 1, 1]),
    { carrier: 'few days', days: [...quiet(3), [30, 3, 3, 2, 1, 1]] },
  ),
  shows: UNUSUAL,
  gives: ['enough late_dispatch GB 2026-10-09 30 10 9 0 4'],
};
const margins: MadeRows = {
  ...leastThatCounts,
  says: 'a day above the share and what chance explains, or above as many spreads of the other days',
  reads: lanes(
    ...[after('chance explains', of(100, 12)), after('not by chance', of(100, 14)), after('of a thousand', of(1000, 78))],
    after('one fewer', of(1000, 77)),
    // Other days of a median of a fifth, from which they are a tenth away: 59 hundredths of margin.
    { carrier: 'spread', days: [0, 100, 300, 400, 200, 850].map((late) => of(1000, late)) },
    { carrier: 'less than spread', days: [0, 100, 300, 400, 200, 700].map((late) => of(1000, late)) },
    { carrier: 'even', days: [10, 20, 40, 70, 500].map((late) => of(1000, late)) },
    { carrier: 'odd', days: [10, 20, 40, 70, 100, 500].map((late) => of(1000, late)) },
  ),
  gives: [
    'even late_dispatch GB 2026-10-09 1000 500 499 30000000 4',
    'not by chance late_dispatch GB 2026-10-09 100 14 13 0 4',
    'odd late_dispatch GB 2026-10-10 1000 500 499 40000000 5',
    'of a thousand late_dispatch GB 2026-10-09 1000 78 77 0 4',
    'spread late_dispatch GB 2026-10-10 1000 850 849 200000000 5',
  ],
};
const atTheMargin: MadeRows = {
  ...leastThatCounts,
  says: 'no day at the very margin',
  night: { policies: asking({ share: 0.25, deviations: 0 }) },
  reads: lanes(after('at', of(100, 25)), after('above', of(100, 26))),
  gives: ['above late_dispatch GB 2026-10-09 100 26 25 0 4'],
};
const spans: MadeRows = {
  ...leastThatCounts,
  says: 'one number for days that nothing usual parts, whatever other lanes did',
  reads: lanes(
    after('parted', of(100, 40), of(29, 15), of(100, 50), of(100, 3), of(100, 60), ...quiet(4)),
    { metric: 'late_delivery', carrier: 'parted', days: [of(100, 90), ...quiet(3), of(100, 60), ...quiet(6)] },
    { region: 'DE', carrier: 'parted', days: [of(100, 80), ...quiet(3), of(100, 70), ...quiet(6)] },
    { carrier: 'other', days: [of(100, 70), ...quiet(3), of(100, 80), ...quiet(6)] },
  ),
  gives: [
    'other late_dispatch GB 2026-10-05 100 70 69 0 0',
    'other late_dispatch GB 2026-10-09 100 80 79 0 3',
    'parted late_delivery GB 2026-10-05 100 90 89 0 0',
    'parted late_delivery GB 2026-10-09 100 60 59 0 3',
    'parted late_dispatch DE 2026-10-05 100 80 79 0 0',
    'parted late_dispatch DE 2026-10-09 100 70 69 0 3',
    'parted late_dispatch GB 2026-10-09 100 40 39 0 4',
    'parted late_dispatch GB 2026-10-11 100 50 49 0 4',
    'parted late_dispatch GB 2026-10-13 100 60 59 0 5',
  ],
};

const PROPOSED =
  'incident_id, last_day, unusual_days, covered_days, parcels, late, at_fault, round(usual_share, 4) AS usual, sellers, most_of_one_seller, status';
const EXEMPTED = 'exemption_id, metrics, seller_id, order_id, region, carrier, valid_from, valid_to';
const NOTHING = 'CAST(NULL AS VARCHAR)';
const text = (value: string | null | undefined) => (value ? `'${value}'` : NOTHING);
const date = (value: string | undefined) => `CAST(${value ? `'${value}'` : 'NULL'} AS DATE)`;
interface Exempted {
  metrics?: string;
  seller?: string;
  order?: string;
  region?: string;
  carrier?: string;
  from?: string;
  to?: string;
}
const exempted = (...some: Exempted[]): string =>
  rows(
    EXEMPTED,
    ...some.map(
      (e, nth) =>
        `'x${nth}', '${e.metrics ?? '|late_dispatch|'}', ${text(e.seller)}, ${text(e.order)}, ${text(e.region)}, ${text(e.carrier)}, ${date(e.from)}, ${date(e.to)}`,
    ),
  );
const DAYS_OF_SPANS = 'metric, region, carrier, cohort_day, parcels, late, fault, usual_late_ppm, usual_before';
/** An unusual day of fifty late of a hundred, of which so many are at fault. */
const unusual = (carrier: string, nth: number, before: number, fault = 40, metric = 'late_dispatch', region = 'GB'): string =>
  `'${metric}', '${region}', '${carrier}', DATE '${at(nth)}', ${bigint(100)}, ${bigint(50)}, ${bigint(fault)}, ${bigint(20_000 * 100)}, ${bigint(before)}`;
const lateOf = (carrier: string, nth: number, seller: string, late: number, metric = 'late_dispatch', region = 'GB'): string =>
  `'${metric}', '${region}', '${carrier}', DATE '${at(nth)}', ${text(seller)}, ${bigint(late + 1)}, ${bigint(late)}, ${bigint(late)}`;
const ofSpans: MadeRows = {
  path: 'marts/proposed_incidents.sql',
  says: 'what the days of one number come to, by lane, and who was late on them',
  reads: {
    unusual_lane_days: rows(
      DAYS_OF_SPANS,
      ...[unusual('a', 0, 3), unusual('a', 2, 3), unusual('a', 4, 4), unusual('b', 0, 3, 0), unusual('b', 1, 3, 0)],
      ...[unusual('a', 0, 3, 10, 'late_delivery'), unusual('a', 0, 3, 20, 'late_dispatch', 'DE')],
    ),
    lane_days: rows(
      COLUMNS,
      ...[lateOf('a', 0, 's1', 20), lateOf('a', 0, 's2', 30), lateOf('a', 2, 's1', 25), lateOf('a', 2, 's3', 25)],
      ...[lateOf('a', 1, 's4', 90), lateOf('a', 0, '', 0), lateOf('a', 4, 's1', 50), lateOf('b', 0, 's1', 50)],
      ...[lateOf('b', 1, 's2', 50), lateOf('a', 0, 's5', 50, 'late_delivery'), lateOf('a', 0, 's6', 50, 'late_dispatch', 'DE')],
    ),
    exemptions: none(EXEMPTED),
  },
  shows: PROPOSED,
  gives: [
    'late_delivery:GB:a:2026-10-05 2026-10-05 1 0 100 50 10 0.02 1 50 proposed',
    'late_dispatch:DE:a:2026-10-05 2026-10-05 1 0 100 50 20 0.02 1 50 proposed',
    'late_dispatch:GB:a:2026-10-05 2026-10-07 2 0 200 100 80 0.02 3 45 proposed',
    'late_dispatch:GB:a:2026-10-09 2026-10-09 1 0 100 50 40 0.02 1 50 proposed',
    'late_dispatch:GB:b:2026-10-05 2026-10-06 2 0 200 100 0 0.02 2 50 nobody_at_fault',
  ],
};
/** Three days of each carrier. */
const each = (carriers: string) => ({
  unusual_lane_days: rows(DAYS_OF_SPANS, ...[...carriers].flatMap((c) => [0, 1, 2].map((nth) => unusual(c, nth, 3)))),
  lane_days: rows(COLUMNS, ...[...carriers].flatMap((c) => [0, 1, 2].map((nth) => lateOf(c, nth, 's1', 50)))),
});
const covered: MadeRows = {
  ...ofSpans,
  says: 'days that exemptions cover, once each, and that all are covered where each is',
  reads: {
    ...each('abcdefghijk'),
    exemptions: exempted(
      ...[{ carrier: 'a' }, { carrier: 'a', region: 'GB', from: at(0) }, { carrier: 'b', region: 'DE' }],
      ...[
        { carrier: 'c', from: at(1) },
        { carrier: 'd', to: at(0) },
        { carrier: 'e', from: at(0), to: at(2) },
      ],
      ...[
        { carrier: 'f', from: at(3) },
        { carrier: 'g', metrics: 'all' },
        { carrier: 'h', metrics: '|late_delivery|' },
      ],
      ...[
        { carrier: 'i', seller: 's1' },
        { carrier: 'j', order: 'o1' },
        { carrier: 'k', metrics: '|late_delivery|late_dispatch|' },
      ],
    ),
  },
  shows: 'incident_id, unusual_days, covered_days, status',
  gives: [
    'late_dispatch:GB:a:2026-10-05 3 3 covered',
    'late_dispatch:GB:b:2026-10-05 3 0 proposed',
    'late_dispatch:GB:c:2026-10-05 3 2 proposed',
    'late_dispatch:GB:d:2026-10-05 3 1 proposed',
    'late_dispatch:GB:e:2026-10-05 3 3 covered',
    'late_dispatch:GB:f:2026-10-05 3 0 proposed',
    'late_dispatch:GB:g:2026-10-05 3 3 covered',
    'late_dispatch:GB:h:2026-10-05 3 0 proposed',
    'late_dispatch:GB:i:2026-10-05 3 0 proposed',
    'late_dispatch:GB:j:2026-10-05 3 0 proposed',
    'late_dispatch:GB:k:2026-10-05 3 3 covered',
  ],
};
const ofEveryCarrier: MadeRows = {
  ...covered,
  says: 'that an exemption of a region is one of each of its carriers',
  reads: { ...each('ab'), exemptions: exempted({ region: 'GB', from: at(1), to: at(1) }) },
  gives: ['late_dispatch:GB:a:2026-10-05 3 1 proposed', 'late_dispatch:GB:b:2026-10-05 3 1 proposed'],
};
const ofEveryLane: MadeRows = {
  ...covered,
  says: 'that nothing but its metric bounds one that names no more',
  reads: { ...each('ab'), exemptions: exempted({}) },
  gives: ['late_dispatch:GB:a:2026-10-05 3 3 covered', 'late_dispatch:GB:b:2026-10-05 3 3 covered'],
};

const INCIDENT = 'incident_id, metric, region, carrier, first_day, last_day, parcels, late, usual_share, sellers, status';
const incident = (id: string, status: string): string =>
  `'${id}', 'late_dispatch', 'GB', 'post', DATE '${at(0)}', DATE '${at(2)}', 300, 150, 0.02, 9, '${status}'`;
const warnedOf: MadeRows = {
  path: 'checks/incidents_proposed.sql',
  says: 'what is proposed, not what is covered or nobody’s fault',
  reads: {
    proposed_incidents: rows(INCIDENT, incident('a', 'proposed'), incident('b', 'covered'), incident('c', 'nobody_at_fault')),
  },
  gives: ['a late_dispatch GB post 2026-10-05 2026-10-07 300 150 0.02 9'],
};

export const MADE_INCIDENTS: readonly MadeRows[] = [
  ...[ofParcels, leastThatCounts, margins, atTheMargin, spans, ofSpans, covered, ofEveryCarrier, ofEveryLane, warnedOf],
];
