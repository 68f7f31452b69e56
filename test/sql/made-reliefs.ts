/** What a programme forgives by itself, over made rows: peaks, and faults that are alike. The run date is 16 November. */
import type { Policies, ProgrammeMetric } from '../../policies/policy.js';
import { EVALUATED } from './made-evaluations.js';
import { askingOfDispatch, evaluationIs, MADE_POLICIES, type MadeRows, none, type Rows, rows } from './made-rows.js';

const why = 'made';
const same = (one: NonNullable<ProgrammeMetric['collapse']>['same']) => ({ collapse: { same: one, why } });
const PEAKS = [
  { name: 'sale', from: '2026-11-10', to: '2026-11-11', extra_hours: 24, why },
  { name: 'fair', from: '2026-11-12', to: '2026-11-12', extra_hours: 2, why },
];

/** An order that is at fault for late dispatch, final two days after its day. */
const fault = (seller: string, order: string, day: number | string, more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    ...{ seller_id: `'${seller}'`, order_id: `'${order}'`, region: "'DE'", weight: '1', judged_in: "'now'" },
    ...{ placed_day: "DATE '2026-11-01'", late_dispatch: '2', late_dispatch_reason: "'late'" },
    late_dispatch_day: `DATE '${typeof day === 'number' ? `2026-11-${day}` : day}'`,
    ...more,
  })
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');
const ledger = (...orders: string[]): Rows => ({ of: 'order_outcomes', rows: orders });
const bought = (seller: string, order: string, buyer: string, updated = 1): string =>
  `'${seller}' AS seller_id, '${order}' AS order_id, '${buyer}' AS buyer_id,
   TIMESTAMP '2026-11-01 0${updated}:00:00' AS updated_at, DATE '2026-11-01' AS dt`;

const SHOWN = 'seller_id, programme, metric, order_id, relief, peak, folded_into';
const SOLD = ledger(
  ...[
    fault('s', '1', 10),
    fault('s', '2', 11),
    fault('s', '3', 11),
    fault('s', '4', 12),
    fault('s', '5', 12, { placed_day: "DATE '2026-11-16'" }),
  ],
  ...[fault('s', 'met', 12, { late_dispatch: '1' }), fault('s', 'excused', 12, { late_dispatch: '6' })],
  // Of 28 days the first is 18 October. Not final yet; placed tomorrow; taken back; in another region.
  ...[fault('s', 'first', '2026-10-18'), fault('s', 'before', '2026-10-17'), fault('s', 'open', 15)],
  fault('s', 'tomorrow', 12, { placed_day: "DATE '2026-11-17'" }),
  ...[fault('s', 'back', 13), fault('s', 'back', 13, { weight: '-1' }), fault('s', 'elsewhere', 12, { region: "'GB'" })],
  ...[fault('t', '1', 12), fault('t', '2', 12, { late_dispatch_reason: "'missing'" }), fault('t', '3', 12)],
);
const BUYERS: Rows = {
  of: 'accepted orders',
  rows: [
    ...[bought('s', '1', 'a'), bought('s', '2', 'a'), bought('s', '3', 'a'), bought('s', '4', 'b'), bought('s', '5', 'b')],
    // What an earlier version said of the buyer is forgotten; an order of the same id is another seller's.
    ...[bought('s', 'first', 'c', 1), bought('s', 'first', 'a', 2), bought('t', '1', 'a'), bought('t', '2', 'b')],
    ...['before', 'open', 'tomorrow', 'back', 'elsewhere', 'met', 'excused'].map((order) => bought('s', order, 'a', 3)),
  ],
};
const folding = (policies: Policies, says: string, gives: string[], reads: MadeRows['reads'] = {}): MadeRows => ({
  path: 'marts/reliefs.sql',
  says,
  night: { policies },
  reads: { 'ledger order_outcomes': SOLD, 'accepted orders': BUYERS, ...reads },
  shows: SHOWN,
  gives,
});
const folds: MadeRows[] = [
  folding(askingOfDispatch({ german: same('buyer') }), 'that all faults of a buyer count as the newest of them', [
    's german late_dispatch 1 same_buyer - 2',
    's german late_dispatch 3 same_buyer - 2',
    's german late_dispatch 5 same_buyer - 4',
    's german late_dispatch first same_buyer - 2',
  ]),
  folding(askingOfDispatch({ german: same('buyer_and_day') }), 'that faults of a buyer on one day count as the first of them', [
    's german late_dispatch 3 same_buyer_and_day - 2',
    's german late_dispatch 5 same_buyer_and_day - 4',
  ]),
  folding(
    askingOfDispatch({ german: same('day_and_reason'), both: same('day_and_reason') }),
    'that faults of one day and reason count as the first of them, in the regions of each programme',
    [
      's both late_dispatch 3 same_day_and_reason - 2',
      's both late_dispatch 5 same_day_and_reason - 4',
      's both late_dispatch elsewhere same_day_and_reason - 4',
      's german late_dispatch 3 same_day_and_reason - 2',
      's german late_dispatch 5 same_day_and_reason - 4',
      't both late_dispatch 3 same_day_and_reason - 1',
      't german late_dispatch 3 same_day_and_reason - 1',
    ],
    { 'accepted orders': none('nothing') },
  ),
  folding(
    askingOfDispatch({ german: same('buyer_and_day'), both: same('day_and_reason') }),
    'by day and reason also an order that nobody says who bought',
    [
      's both late_dispatch 3 same_day_and_reason - 2',
      's both late_dispatch 5 same_day_and_reason - 4',
      's both late_dispatch elsewhere same_day_and_reason - 4',
      's german late_dispatch 3 same_buyer_and_day - 2',
      's german late_dispatch 5 same_buyer_and_day - 4',
      't both late_dispatch 3 same_day_and_reason - 1',
    ],
  ),
  {
    ...folding(MADE_POLICIES, 'nothing where no programme forgives by itself', []),
    reads: {},
  },
];

const at = (moment: string): string => `TIMESTAMP '2026-11-${moment}'`;
/** Had to be handed over by noon of its day, and was then. In GB the seller's confirmation would not count. */
const handed = (order: string, day: number, then: string, more: Readonly<Record<string, string>> = {}): string =>
  fault('s', order, day, { region: "'GB'", ship_by: at(`${day} 12:00:00`), first_scan_at: at(then), ...more });
const CONFIRMED: Policies = {
  ...askingOfDispatch({ german: { peaks: PEAKS } }),
  regions: MADE_POLICIES.regions.map((one) => ({ ...one, dispatch_milestone: one.code === 'DE' ? 'confirmed' : 'first_scan' })),
};
const inPeaks: MadeRows[] = [
  folding(
    askingOfDispatch({ both: { peaks: PEAKS, ...same('day_and_reason') } }),
    'that lateness of up to its hours is forgiven in a peak, and that what is left over is folded',
    [
      's both late_dispatch exactly peak sale -',
      's both late_dispatch fair peak fair -',
      's both late_dispatch last peak sale -',
      's both late_dispatch too-late-too same_day_and_reason - too-late',
    ],
    {
      'ledger order_outcomes': ledger(
        ...[
          handed('exactly', 10, '11 12:00:00'),
          handed('too-late', 10, '11 12:00:01'),
          handed('too-late-too', 10, '13 12:00:00'),
        ],
        ...[handed('last', 11, '11 12:00:01'), handed('before', 9, '09 12:00:01', { late_dispatch_day: "DATE '2026-11-09'" })],
        ...[handed('fair', 12, '12 14:00:00'), handed('not-in-the-fair', 12, '12 14:00:01')],
        ...[handed('after', 13, '13 12:00:01'), handed('never', 11, '11 13:00:00', { late_dispatch_reason: "'missing'" })],
      ),
    },
  ),
  folding(CONFIRMED, 'the moment that the region counts as dispatched', ['s german late_dispatch confirmed peak sale -'], {
    'ledger order_outcomes': ledger(
      handed('confirmed', 10, '13 12:00:00', { region: "'DE'", confirmed_at: at('10 13:00:00') }),
      handed('scanned', 10, '10 13:00:00', { region: "'DE'", confirmed_at: at('13 12:00:00') }),
      handed('neither', 10, '10 13:00:00', { region: "'DE'" }),
    ),
  }),
  folding(
    {
      ...MADE_POLICIES,
      programmes: MADE_POLICIES.programmes.map((p) => ({
        ...p,
        metrics: p.metrics.map((m) => (m.metric === 'late_delivery' ? { ...m, peaks: PEAKS } : m)),
      })),
    },
    'that a late delivery is forgiven by its own moments',
    ['s both late_delivery came peak sale -'],
    {
      'ledger order_outcomes': ledger(
        ...[at('11 12:00:00'), at('11 12:00:01')].map((delivered_at, nth) =>
          fault('s', nth ? 'too-late' : 'came', 1, {
            ...{ late_dispatch: '1', late_delivery: '2', late_delivery_reason: "'late'", delivered_at },
            ...{ late_delivery_day: "DATE '2026-11-10'", deliver_by: at('10 12:00:00') },
          }),
        ),
      ),
    },
  ),
];

const RELIEFS = 'seller_id, programme, metric, order_id, cohort_day, relief, peak, folded_into';
const relief = (seller: string, order: string, day: number, programme = 'german'): string =>
  `'${seller}', '${programme}', 'late_dispatch', '${order}', DATE '2026-11-${day}', 'same_buyer', NULL, 'other'`;
const FOLDS = askingOfDispatch({ german: same('buyer_and_day') });
const listed: MadeRows = {
  path: 'marts/outcome_details.sql',
  says: 'what a programme forgives as forgiven, as met, into which it is folded, and in no other programme',
  night: { policies: FOLDS },
  reads: {
    'ledger listed_outcomes': ledger(
      ...[fault('s', '1', 10), fault('s', '2', 10), fault('s', 'excused', 10, { late_dispatch: '3' })].map(
        (row) => `${row}, DATE '2026-12-20' AS final_day`,
      ),
    ),
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
    reliefs: rows(RELIEFS, relief('s', '2', 10), relief('t', '1', 10)),
  },
  shows: 'programme, subject_id, outcome, reason, counts_as_met, folded_into, peak',
  gives: [
    'both 1 fault late - - -',
    'both 2 fault late - - -',
    'both excused forgiven late false - -',
    'german 1 fault late - - -',
    'german 2 forgiven same_buyer true other -',
    'german excused forgiven late false - -',
  ],
};
const detail = (seller: string, order: string, programme = 'german'): string =>
  `'${seller}', '${programme}', 'late_dispatch', '${order}'`;
const counts = (seller: string): string =>
  `'${seller}' AS seller_id, 'DE' AS region, 9 AS placed_90, 5 AS late_dispatch_28_met, 4 AS late_dispatch_28_fault,
   1 AS late_dispatch_28_forgiven, 0 AS late_dispatch_28_forgiven_as_met, 0 AS late_dispatch_28_excluded, 0 AS late_dispatch_28_pending,
   0 AS late_delivery_28_met, 0 AS late_delivery_28_fault, 0 AS late_delivery_28_forgiven, 0 AS late_delivery_28_forgiven_as_met,
   0 AS late_delivery_28_excluded, 0 AS late_delivery_28_pending`;
const counted: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'faults without those that the programme forgives in the window, which are counted as met',
  night: { policies: FOLDS },
  reads: {
    seller_counts: { of: 'seller_counts', rows: [counts('s'), counts('t')] },
    outcome_details: rows(
      'seller_id, programme, metric, subject_id',
      ...['1', '2', '3'].map((one) => detail('s', one)),
      detail('t', '1', 'both'),
    ),
    // One is in no window; one is another programme's.
    reliefs: rows(RELIEFS, relief('s', '1', 10), relief('s', '2', 10), relief('s', 'before', 10), relief('t', '1', 10)),
  },
  shows: 'seller_id, programme, metric, met, fault, forgiven, counted, accountable_rate, raw_rate',
  gives: [
    's both late_delivery 0 0 0 0 - -',
    's both late_dispatch 5 4 1 9 0.4444444444444444 0.5',
    's german late_dispatch 5 2 3 9 0.2222222222222222 0.5',
    't both late_delivery 0 0 0 0 - -',
    't both late_dispatch 5 4 1 9 0.4444444444444444 0.5',
    't german late_dispatch 5 4 1 9 0.4444444444444444 0.5',
  ],
};

/** The same over days that an evaluation looks at: two faults a day of which one is folded, but on the last day. */
const JUDGING: Policies = {
  ...EVALUATED,
  programmes: EVALUATED.programmes.map((p) => ({
    ...p,
    metrics: p.metrics.map((m) =>
      p.programme === 'both' && m.metric === 'late_dispatch' ? { ...m, ...same('buyer_and_day') } : m,
    ),
  })),
};
const DAYS = 'seller_id, region, metric, cohort_day, counted, fault';
const NOVEMBER = Array.from({ length: 8 }, (_, nth) => nth + 1);
const dayOf = (day: number): string => `DATE '2026-11-${String(day).padStart(2, '0')}'`;
const byDay = (seller: string): string[] =>
  NOVEMBER.flatMap((day) => ['GB', 'DE'].map((region) => `'${seller}', '${region}', 'late_dispatch', ${dayOf(day)}, 3, 1`));
const folded = (seller: string, programme = 'both', metric = 'late_dispatch'): string[] =>
  NOVEMBER.slice(0, 7).map(
    (day) => `'${seller}', '${programme}', '${metric}', '${day}', ${dayOf(day)}, 'same_buyer_and_day', NULL, 'x'`,
  );
const judged = (seller: string): string => `'${seller}', 'both', 'late_dispatch', 'above', 48, 16, 0, 0`;
const one = (seller: string, day: number, counted: number, fault: number): string =>
  `'${seller}', 'GB', 'late_dispatch', ${dayOf(day)}, ${counted}, ${fault}`;
const inPeak = (seller: string, day: number): string =>
  `'${seller}', 'both', 'late_dispatch', '${day}', ${dayOf(day)}, 'peak', 'Sale', NULL`;
const HELD = rows(
  'seller_id, programme, official_tier, evaluated_on',
  ...['s', 't', 'u', 'v'].map((one) => `'${one}', 'both', 'good', DATE '2026-11-09'`),
);
const evaluated: MadeRows = {
  path: 'marts/metric_standings.sql',
  says: 'days without the faults that the programme forgives, which stay counted',
  night: { policies: JUDGING, run_date: '2026-11-16', run_id: '2026-11-16-001' },
  through: ['marts/luck.sql', 'marts/metric_verdicts.sql'],
  reads: {
    seller_days: rows(
      DAYS,
      ...[...byDay('s'), ...byDay('t'), one('u', 3, 1, 1)],
      ...[2, 3, 4].map((day) => one('v', day, 4, 4)),
      one('v', 5, 1, 1),
    ),
    seller_metrics: rows(
      'seller_id, programme, metric, because, counted, fault, counted_needed, faults_from',
      ...['s', 't', 'u', 'v'].map(judged),
    ),
    scorecards: rows('seller_id, programme, tier', ...['s', 't', 'u', 'v'].map((seller) => `'${seller}', 'both', 'below'`)),
    held_tiers: HELD,
    evaluations: evaluationIs('decided'),
    'previous metric_standings': { of: 'metric_standings', rows: [] },
    reliefs: rows(
      RELIEFS,
      ...[...folded('s'), ...folded('t', 'german'), ...folded('t', 'both', 'late_delivery')],
      ...[inPeak('u', 3), inPeak('v', 5)],
    ),
  },
  shows: 'seller_id, verdict, counted_left, fault_left, worst_day',
  gives: ['s watch 46 7 2026-11-08', 't notice 46 14 2026-11-08', 'u watch 1 0 -', 'v watch 9 8 2026-11-04'],
};
const warned: MadeRows = {
  path: 'marts/early_warnings.sql',
  says: 'and so do early warnings',
  night: { policies: JUDGING },
  reads: {
    metric_standings: rows(
      'seller_id, programme, metric, verdict, notice_on, at_most, counts_after',
      ...['s', 't'].map(
        (one) => `'${one}', 'both', 'late_dispatch', 'watch', CAST(NULL AS DATE), CAST(0.1 AS DOUBLE), CAST(NULL AS DATE)`,
      ),
    ),
    seller_days: evaluated.reads.seller_days!,
    reliefs: evaluated.reads.reliefs!,
  },
  shows: 'seller_id, counted, fault',
  gives: ['s 48 9', 't 48 16'],
};
const orders = (...some: string[]): Rows => ledger(...some.map((row) => `${row}, DATE '2026-12-20' AS final_day, 1 AS units`));
const explained = (path: string, shows: string, gives: string[]): MadeRows => ({
  path: `analyses/${path}.sql`,
  says: 'what a programme forgives as forgiven, and in no other programme',
  night: { policies: FOLDS, sellers: ['s'] },
  reads: {
    'ledger order_outcomes': orders(fault('s', '1', 10), fault('s', '2', 10), fault('s', 'met', 10, { late_dispatch: '1' })),
    conversation_outcomes: { of: 'conversation_outcomes', rows: [] },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
    reliefs: rows(
      RELIEFS,
      relief('s', '2', 10),
      relief('s', '1', 11),
      relief('s', '2', 10, 'elsewhere'),
      relief('t', '1', 10),
    ).replace("'1', DATE '2026-11-11'", "'gone', DATE '2026-11-11'"),
  },
  shows,
  gives,
});
const explaining: MadeRows[] = [
  explained('explain_days', "programme, coalesce(metric, '-') AS metric, day, counted, fault", [
    'both - 2026-11-01 3 0',
    'both late_dispatch 2026-11-10 3 2',
    'german - 2026-11-01 3 0',
    'german late_dispatch 2026-11-10 3 1',
  ]),
  explained('explain_orders', 'programme, subject_id, outcome, reason, counts_as_met, folded_into, peak, fault_reason', [
    'both 1 fault late false - - -',
    'both 2 fault late false - - -',
    'both met met late false - - -',
    'german 1 fault late false - - -',
    'german 2 forgiven same_buyer true other - late',
    'german met met late false - - -',
  ]),
];

export const MADE_RELIEFS: readonly MadeRows[] = [...folds, ...inPeaks, listed, counted, evaluated, warned, ...explaining];
