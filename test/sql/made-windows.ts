/** Made rows of windows that stretch, and of what is recommended beside a standard. */
import type { Policies } from '../../policies/policy.js';
import { askingOfDispatch, MADE_POLICIES, type MadeRows, type Rows, rows, withStretch } from './made-rows.js';

/** Late dispatch stretches until ten, up to 60 days, in GB and DE; and in DE alone until four, up to 31. */
const STRETCHED = withStretch(['both', 10, 60], ['german', 4, 31]);

const KINDS = ['met', 'fault', 'forgiven', 'forgiven_as_met', 'excluded', 'pending'];
const AGED = [28, 31, 60].flatMap((days) => ['met', 'fault', 'forgiven_as_met'].map((kind) => `late_dispatch_${days}_${kind}`));
/** Met, at fault and forgiven as met in 28, 31 and 60 days. */
const aged = (seller: string, region: string, ...windows: [string, string, string]): string =>
  `'${seller}', '${region}', ${windows.join(', ')}`;

/** What an outcome is held as, whether or not its final day has come. */
const CODES = { met: 1, fault: 2, forgiven: 3, excluded: 4, as_met: 6 } as const;
type Outcome = keyof typeof CODES;
const MORE = { weight: 1, placed: '2026-11-01' };
/** So many orders of one day. Final after two days: 28 days begin on 18 October, 60 on 16 September. */
const sold = (seller: string, region: string, day: string, outcome: Outcome, many = 1, more: Partial<typeof MORE> = {}) => {
  const { weight, placed } = { ...MORE, ...more };
  const row = `'${seller}' AS seller_id, '${region}' AS region, DATE '2026-${day}' AS late_dispatch_day, ${CODES[outcome]} AS late_dispatch,
    DATE '${placed}' AS placed_day, 1 AS units, ${weight} AS weight`;
  return Array.from({ length: many }, () => row);
};

const OF_ORDERS: MadeRows['reads'] = {
  seller_counts: rows(
    `seller_id, region, ${AGED.join(', ')}`,
    ...[aged('nine', 'DE', '4, 0, 0', '4, 1, 0', '4, 1, 0'), aged('nine', 'GB', '0, 3, 2', '2, 3, 2', '2, 3, 2')],
    ...[aged('exact', 'GB', '9, 0, 0', '10, 0, 0', '10, 0, 0'), aged('whole-day', 'GB', '9, 0, 0', '9, 3, 0', '9, 3, 0')],
    ...[aged('longest', 'DE', '0, 0, 0', '0, 0, 0', '10, 0, 0'), aged('enough', 'GB', '10, 0, 0', '12, 0, 0', '12, 0, 0')],
    ...[aged('too-few', 'GB', '1, 0, 0', '5, 0, 0', '9, 0, 0')],
    ...[aged('in-each', 'DE', '3, 0, 0', '3, 1, 0', '3, 1, 0'), aged('in-each', 'GB', '0, 0, 0', '0, 0, 0', '6, 0, 0')],
    aged('in-each', 'FR', '9, 9, 9', '9, 9, 9', '9, 9, 9'),
  ),
  'ledger order_outcomes': {
    of: 'order_outcomes',
    rows: [
      ...[
        sold('nine', 'DE', '11-14', 'met', 4),
        sold('nine', 'GB', '11-14', 'fault', 3),
        sold('nine', 'GB', '11-13', 'as_met', 2),
      ],
      // Taken back; placed after the run date.
      ...[sold('nine', 'GB', '11-12', 'met'), sold('nine', 'GB', '11-12', 'met', 1, { weight: -1 })],
      sold('nine', 'GB', '11-10', 'fault', 1, { placed: '2026-11-17' }),
      ...[sold('nine', 'GB', '10-17', 'met'), sold('nine', 'DE', '10-17', 'fault'), sold('nine', 'GB', '10-17', 'excluded')],
      ...[sold('nine', 'GB', '10-17', 'forgiven'), sold('nine', 'GB', '10-16', 'met'), sold('nine', 'GB', '10-16', 'excluded')],
      // Not final yet, and after the run date.
      ...[sold('nine', 'GB', '11-15', 'met'), sold('nine', 'GB', '11-16', 'fault'), sold('nine', 'GB', '11-17', 'met')],
      ...[sold('exact', 'GB', '11-14', 'met', 9), sold('exact', 'GB', '10-16', 'met'), sold('exact', 'GB', '10-15', 'fault')],
      ...[sold('whole-day', 'GB', '11-14', 'met', 9), sold('whole-day', 'GB', '10-17', 'fault', 3)],
      ...[sold('longest', 'DE', '09-16', 'met', 10), sold('longest', 'DE', '09-15', 'fault')],
      ...[sold('enough', 'GB', '11-14', 'met', 10), sold('enough', 'GB', '10-17', 'met', 2)],
      ...[sold('too-few', 'GB', '11-14', 'met'), sold('too-few', 'GB', '10-16', 'met', 8)],
      ...[
        sold('in-each', 'DE', '11-14', 'met', 3),
        sold('in-each', 'DE', '10-17', 'fault'),
        sold('in-each', 'GB', '10-01', 'met', 6),
      ],
      sold('in-each', 'FR', '11-14', 'fault', 9),
    ].flat(),
  },
  conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
  landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
};
const SHOWN = `seller_id, programme, metric, window_days, ${KINDS.join(', ')}`;
const ofOrders: MadeRows = {
  path: 'marts/stretched.sql',
  says: 'the fewest whole days that hold enough of whoever has too few, and what they hold, in the regions of each programme',
  night: { policies: STRETCHED },
  reads: OF_ORDERS,
  shows: SHOWN,
  gives: [
    'exact both late_dispatch 30 10 0 0 0 0 0',
    'in-each both late_dispatch 45 9 1 0 0 0 0',
    'in-each german late_dispatch 29 3 1 0 0 0 0',
    'longest both late_dispatch 60 10 0 0 0 0 0',
    'nine both late_dispatch 29 5 4 3 2 1 2',
    'whole-day both late_dispatch 29 9 3 0 0 0 0',
  ],
};
const wherePolicyStretchesNothing: MadeRows = {
  path: 'marts/stretched.sql',
  says: 'nothing, and asks for no row, where no window stretches',
  reads: {},
  gives: [],
};

/** Answers and parcels stretch until three, up to 60 days; answers are final after one day, parcels after five. */
const OF_OTHERS: Policies = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.slice(0, 1).map((p) => ({
    ...p,
    metrics: ['slow_response', 'damaged_parcels'].map((metric) => ({
      ...p.metrics[0]!,
      ...{ metric, stretch: { until: 3, at_most_days: 60, why: 'made' } },
    })),
  })),
};
const answered = (day: string, outcome: Outcome): string =>
  `'s' AS seller_id, 'GB' AS region, DATE '2026-${day}' AS slow_response_day, ${CODES[outcome]} AS slow_response, 1 AS weight, 1 AS units`;
const parcel = (day: string, outcome: number, metric = 'damaged_parcels'): string =>
  `'s' AS seller_id, 'GB' AS region, '${metric}' AS metric, DATE '2026-${day}' AS cohort_day, ${outcome} AS outcome`;
const ofOthers: MadeRows = {
  path: 'marts/stretched.sql',
  says: 'the same of conversations and of what landed',
  night: { policies: OF_OTHERS },
  reads: {
    seller_counts: rows(
      `seller_id, region, ${['slow_response', 'damaged_parcels'].flatMap((m) => AGED.map((column) => column.replace('late_dispatch', m))).join(', ')}`,
      "'s', 'GB', 1, 0, 0, 2, 1, 0, 2, 1, 0, 0, 1, 0, 2, 1, 0, 2, 1, 0",
    ),
    conversation_outcomes: {
      of: 'conversation_outcomes',
      rows: [
        answered('11-14', 'met'),
        answered('10-17', 'fault'),
        answered('10-16', 'met'),
        answered('10-15', 'fault'),
        answered('11-16', 'fault'),
      ],
    },
    landed_outcomes_judged: {
      of: 'landed_outcomes_judged',
      rows: [
        ...[
          parcel('11-11', 2),
          parcel('10-14', 1),
          parcel('10-14', 4),
          parcel('10-13', 1),
          parcel('10-12', 2),
          parcel('11-14', 5),
        ],
        parcel('11-11', 1, 'of_nobody'),
      ],
    },
  },
  shows: SHOWN,
  gives: ['s both damaged_parcels 30 2 1 0 0 1 1', 's both slow_response 31 2 1 0 0 0 1'],
};

const whole = (days: number): string => KINDS.map((kind) => `late_dispatch_${days}_${kind}`).join(', ');
/** Late delivery is not filled in, and counts as nothing. */
const none = ['late_delivery_28'].flatMap((name) => KINDS.map((kind) => `${name}_${kind}`));
const inMetrics: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'by which days a seller is judged whose window stretches: the usual, the fewest that hold enough, or the most',
  night: { policies: withStretch(['both', 10, 60]) },
  reads: {
    seller_counts: rows(
      `seller_id, region, placed_90, ${whole(28)}, ${whole(60)}, ${none.join(', ')}`,
      ...["'between', 'DE', 9, 4, 0, 0, 0, 1, 0", "'most', 'DE', 9, 0, 0, 0, 0, 0, 1", "'usual', 'GB', 9, 5, 5, 0, 0, 1, 1"].map(
        (row) => `${row}, 7, 2, 1, 0, 3, 1, ${none.map(() => 0).join(', ')}`,
      ),
    ),
    stretched: rows(
      `seller_id, programme, metric, window_days, ${KINDS.join(', ')}`,
      "'between', 'both', 'late_dispatch', 45, 9, 1, 3, 2, 2, 1",
      "'between', 'german', 'late_dispatch', 46, 90, 90, 90, 90, 90, 90",
      "'between', 'both', 'late_delivery', 47, 90, 90, 90, 90, 90, 90",
    ),
  },
  shows: "seller_id, programme || ' ' || metric, window_days, met, fault, forgiven, excluded, pending, counted",
  gives: [
    ...['between both late_delivery 28 0 0 0 0 0 0', 'between both late_dispatch 45 9 1 3 2 1 12'],
    ...['between german late_dispatch 28 4 0 0 1 0 4', 'most both late_delivery 28 0 0 0 0 0 0'],
    ...['most both late_dispatch 60 7 2 1 3 1 9', 'most german late_dispatch 28 0 0 0 0 1 0'],
    ...['usual both late_delivery 28 0 0 0 0 0 0', 'usual both late_dispatch 28 5 5 0 1 1 10'],
  ],
};

const fault = (seller: string, day: string): string =>
  `'${seller}-${day}' AS order_id, '${seller}' AS seller_id, 'GB' AS region, 'now' AS judged_in, 1 AS weight, 2 AS late_dispatch,
   'late' AS late_dispatch_reason, DATE '2026-${day}' AS late_dispatch_day, DATE '2026-${day}' AS placed_day,
   DATE '2026-12-20' AS final_day`;
const inDetails: MadeRows = {
  path: 'marts/outcome_details.sql',
  says: 'what is listed of a seller as far back as its window stretches, and until when if it stays so long',
  night: { policies: withStretch(['both', 10, 60]) },
  reads: {
    seller_counts: rows(
      'seller_id, region, late_dispatch_28_met, late_dispatch_28_fault, late_dispatch_28_forgiven_as_met',
      ...["'between', 'GB', 9, 0, 0", "'most', 'GB', 9, 0, 0", "'usual', 'GB', 9, 1, 0"],
    ),
    stretched: {
      of: 'stretched',
      rows: [
        "'between' AS seller_id, 'both' AS programme, 'late_dispatch' AS metric, 30 AS window_days",
        "'most' AS seller_id, 'german' AS programme, 'late_dispatch' AS metric, 30 AS window_days",
        "'most' AS seller_id, 'both' AS programme, 'late_delivery' AS metric, 30 AS window_days",
      ],
    },
    'ledger listed_outcomes': {
      of: 'order_outcomes',
      rows: ['between', 'most', 'usual'].flatMap((seller) =>
        ['10-18', '10-16', '10-15', '09-16', '09-15'].map((day) => fault(seller, day)),
      ),
    },
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'subject_id, leaves_window_on',
  gives: [
    ...['between-10-16 2026-11-17', 'between-10-18 2026-11-19', 'most-09-16 2026-11-17', 'most-10-15 2026-12-16'],
    ...['most-10-16 2026-12-17', 'most-10-18 2026-12-19', 'usual-10-18 2026-11-17'],
  ],
};

const ofNoWindow: MadeRows = {
  path: 'marts/outcome_details.sql',
  says: 'nothing of days that no window holds, or of a metric that no programme asks for',
  reads: {
    'ledger listed_outcomes': {
      of: 'order_outcomes',
      rows: [
        fault('in', '10-18'),
        fault('before', '10-17'),
        fault('not-final', '11-15'),
        fault('in', '10-19').replaceAll('late_dispatch', 'missing_tracking'),
      ],
    },
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'subject_id, metric, programme',
  gives: ['in-10-18 late_dispatch both'],
};

const ALERT = { at_most: 0.05, why: 'made' };
const FLOORS = { counted: 4, faults: 3, days: 2 };
type Card = [seller: string, placed: number, met: number, fault: number];
const of = (...cards: Card[]): Card[] => cards;
/** Of DE alone, where the standard is 7 %. */
const german = (...cards: Card[]): Rows => ({
  of: 'seller_counts',
  rows: cards.map(
    ([seller, placed, met, faults]) =>
      `'${seller}' AS seller_id, 'DE' AS region, ${placed} AS placed_90, ${KINDS.map(
        (kind) => `${kind === 'met' ? met : kind === 'fault' ? faults : 0} AS late_dispatch_28_${kind}`,
      ).join(', ')}`,
  ),
});
const onDay = (seller: string, day: number): string =>
  `'${seller}' AS seller_id, 'late_dispatch' AS metric, DATE '2026-11-0${day}' AS cohort_day, 'german' AS programme, 'fault' AS outcome`;
const recommended: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'what is recommended, how much keeps it, and of whoever is judged whether it is exceeded, which floors forbid',
  night: { policies: askingOfDispatch({ german: { alert: ALERT, at_least: FLOORS } }) },
  reads: {
    seller_counts: german(
      ...of(['exactly', 9, 95, 5], ['few-counted', 9, 0, 3], ['few-faults', 9, 8, 2], ['few-orders', 2, 0, 9]),
      ...of(['missed', 9, 90, 10], ['one-day', 9, 90, 10], ['over', 9, 94, 6]),
    ),
    outcome_details: {
      of: 'outcome_details',
      rows: [
        ...['exactly', 'few-counted', 'few-faults', 'missed', 'over'].flatMap((one) => [onDay(one, 1), onDay(one, 2)]),
      ].concat(onDay('one-day', 1)),
    },
  },
  shows: 'seller_id, because, verdict, tier, allowed, alert_at_most, alert_said, alert_allowed, alert_exceeded',
  gives: [
    'exactly within met good 7 0.05 at_most 5 false',
    'few-counted few_counted not_assessable - 2 0.05 at_most 2 -',
    'few-faults within met good 2 0.05 at_most 2 false',
    'few-orders few_orders not_assessable - 2 0.05 at_most 2 -',
    'missed above missed poor 7 0.05 at_most 5 true',
    'one-day few_days met good 7 0.05 at_most 5 false',
    'over within met good 7 0.05 at_most 5 true',
  ],
};
const oneBuyer: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'that what is recommended is met where faults are towards fewer buyers than policy asks for',
  night: { policies: askingOfDispatch({ german: { alert: ALERT, at_least: { counted: 0, faults: 0, buyers: 2 } } }) },
  reads: {
    seller_counts: german(['one-buyer', 9, 90, 10]),
    outcome_details: { of: 'outcome_details', rows: [`'1' AS order_id, ${onDay('one-buyer', 1)}`] },
    'accepted orders': { of: 'accepted orders', rows: ["'1' AS order_id, 'one-buyer' AS seller_id, 'a' AS buyer_id"] },
  },
  shows: 'seller_id, because, verdict, alert_allowed, alert_exceeded',
  gives: ['one-buyer few_buyers met 5 false'],
};
const recommendedBelow: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'that exactly what is recommended is too much where policy says below; nothing where it recommends nothing',
  night: { policies: askingOfDispatch({ german: { alert: { ...ALERT, said: 'below' } } }) },
  reads: { seller_counts: german(['exactly', 9, 95, 5], ['less', 9, 96, 4], ['nothing', 9, 0, 0]) },
  shows: 'seller_id, because, alert_at_most, alert_said, alert_allowed, alert_exceeded',
  gives: ['exactly within 0.05 below 4 true', 'less within 0.05 below 4 false', 'nothing nothing_final 0.05 below 0 -'],
};
const notMeasured: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'what is recommended also where it is not measured, and nothing of how it is kept',
  night: { policies: askingOfDispatch({ german: { alert: ALERT } }), not_measured: ['late_dispatch'] },
  reads: { seller_counts: german(['s', 9, 0, 0]) },
  shows: "seller_id, programme || ' ' || metric, because, alert_at_most, alert_said, alert_allowed, alert_exceeded",
  gives: ['s german late_dispatch no_source 0.05 at_most - -'],
};

export const MADE_WINDOWS: readonly MadeRows[] = [
  ...[ofOrders, wherePolicyStretchesNothing, ofOthers, inMetrics, inDetails],
  ...[ofNoWindow, recommended, oneBuyer, recommendedBelow, notMeasured],
];
