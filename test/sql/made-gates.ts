/** What tiers ask for beside their bounds, and bounds to keep one, over made rows. The run date is Monday 16 November. */
import type { Asks } from '../../policies/gates.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { EVALUATED } from './made-evaluations.js';
import { evaluationIs, MADE_POLICIES, type MadeRows, none, rows, VERDICT_COLUMNS } from './made-rows.js';

const why = 'made';
const ASKS: Asks = {
  orders: { at_least: 3, window_days: 30, why },
  sales: { at_least: 25, currency: 'GBP', window_days: 20, why },
  days_selling: { at_least: 90, why },
};
const changed = (policies: Policies, name: string, change: (p: Programme) => Partial<Programme>): Policies => ({
  ...policies,
  programmes: policies.programmes.map((p) => (p.programme === name ? { ...p, ...change(p) } : p)),
});
const asking = (policies: Policies, asks: Asks): Policies =>
  changed(policies, 'both', ({ tiers: [top, ...others] }) => ({ tiers: [{ ...top!, asks }, ...others] }));
const night = (policies: Policies) => ({ policies, run_date: '2026-11-16', run_id: '2026-11-16-001' });

const placed = (seller: string, order: string, day: string, more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    ...{ seller_id: `'${seller}'`, order_id: `'${order}'`, region: "'GB'", weight: '1', judged_in: "'now'" },
    ...{ gmv_minor: '1000', currency: "'GBP'", placed_day: `DATE '${day}'`, ...more },
  })
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');

const tierGates: MadeRows = {
  path: 'marts/tier_gates.sql',
  says: 'what a tier asks for and the seller has: orders placed in the window that are not cancelled, sales in one currency, days',
  night: night(asking(EVALUATED, ASKS)),
  reads: {
    seller_metrics: rows(
      'seller_id, programme',
      ...['enough', 'edges', 'cancelled', 'corrected', 'elsewhere', 'nobody', 'today'].flatMap((one) => [
        `'${one}', 'both'`,
        `'${one}', 'both'`,
        `'${one}', 'german'`,
      ]),
    ),
    held_tiers: rows('seller_id, programme', "'enough', 'both'", "'paused', 'both'", "'paused', 'german'"),
    sellers: rows(
      'seller_id, joined_on',
      "'enough', DATE '2026-08-18'",
      "'edges', DATE '2026-08-19'",
      "'paused', CAST(NULL AS DATE)",
      "'corrected', DATE '2026-11-17'",
    ),
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...['1', '2', '3'].map((order) => placed('enough', order, '2026-11-16')),
        // Of 30 days the first is 18 October, of 20 it is 28 October; an order of tomorrow is none yet.
        ...[placed('edges', '1', '2026-10-18'), placed('edges', '2', '2026-10-17'), placed('edges', '3', '2026-11-17')],
        ...[placed('edges', '4', '2026-10-28', { gmv_minor: '2499' }), placed('edges', '5', '2026-10-27')],
        ...[
          placed('cancelled', '1', '2026-11-02', { cancelled_day: "DATE '2026-11-16'" }),
          placed('cancelled', '2', '2026-11-03', { cancelled_day: "DATE '2026-11-17'" }),
        ],
        // Taken back, and placed on another day; that of a day alone that was taken back is no first order.
        ...[placed('corrected', '1', '2026-11-01', { judged_in: "'before'" }), placed('corrected', '1', '2026-11-02')],
        placed('corrected', '1', '2026-11-01', { judged_in: "'before'", weight: '-1' }),
        ...[
          placed('elsewhere', '1', '2026-11-01', { region: "'FR'" }),
          placed('elsewhere', '2', '2026-11-01', { region: "'DE'", currency: "'EUR'" }),
          placed('elsewhere', '3', '2026-08-10'),
          placed('elsewhere', '4', '2026-08-01', { judged_in: "'before'" }),
          placed('elsewhere', '4', '2026-08-01', { judged_in: "'before'", weight: '-1' }),
        ],
        ...[placed('nobody', '1', '2026-11-17'), placed('today', '1', '2026-11-16')],
      ],
    },
  },
  shows:
    'seller_id, programme, tier, gate, value, needed, missing, met, window_days, currency, orders_in_other_currencies, selling_since',
  gives: [
    'cancelled both top days_selling 14 90 76 false - - - 2026-11-02',
    'cancelled both top orders 1 3 2 false 30 - - -',
    'cancelled both top sales 1000 2500 1500 false 20 GBP 0 -',
    'corrected both top days_selling 0 90 90 false - - - 2026-11-17',
    'corrected both top orders 1 3 2 false 30 - - -',
    'corrected both top sales 1000 2500 1500 false 20 GBP 0 -',
    'edges both top days_selling 89 90 1 false - - - 2026-08-19',
    'edges both top orders 3 3 0 true 30 - - -',
    'edges both top sales 2499 2500 1 false 20 GBP 0 -',
    'elsewhere both top days_selling 98 90 0 true - - - 2026-08-10',
    'elsewhere both top orders 1 3 2 false 30 - - -',
    'elsewhere both top sales 0 2500 2500 false 20 GBP 1 -',
    'enough both top days_selling 90 90 0 true - - - 2026-08-18',
    'enough both top orders 3 3 0 true 30 - - -',
    'enough both top sales 3000 2500 0 true 20 GBP 0 -',
    'nobody both top days_selling 0 90 90 false - - - -',
    'nobody both top orders 0 3 3 false 30 - - -',
    'nobody both top sales 0 2500 2500 false 20 GBP 0 -',
    'paused both top days_selling 0 90 90 false - - - -',
    'paused both top orders 0 3 3 false 30 - - -',
    'paused both top sales 0 2500 2500 false 20 GBP 0 -',
    'today both top days_selling 0 90 90 false - - - 2026-11-16',
    'today both top orders 1 3 2 false 30 - - -',
    'today both top sales 1000 2500 1500 false 20 GBP 0 -',
  ],
};
const takenDays: MadeRows = {
  path: 'analyses/explain_taken.sql',
  says: 'the orders of a seller that gates count, by day and currency: all, those not cancelled by then, and their worth',
  night: { ...night(asking(EVALUATED, ASKS)), sellers: ['s', 't'] },
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[placed('s', '1', '2026-10-18'), placed('s', '2', '2026-10-17'), placed('s', '3', '2026-11-17')],
        ...[placed('s', '4', '2026-11-02', { cancelled_day: "DATE '2026-11-16'" }), placed('s', '5', '2026-11-02')],
        placed('s', '6', '2026-11-02', { cancelled_day: "DATE '2026-11-17'" }),
        ...[
          placed('s', '7', '2026-11-02', { region: "'DE'", currency: "'EUR'" }),
          placed('s', '8', '2026-11-02', { region: "'FR'" }),
        ],
        ...[placed('t', '1', '2026-11-16', { cancelled_day: "DATE '2026-11-16'" }), placed('u', '1', '2026-11-16')],
      ],
    },
  },
  shows: 'seller_id, programme, day, currency, orders, kept, worth',
  gives: [
    's both 2026-10-18 GBP 1 1 1000',
    's both 2026-11-02 EUR 1 1 1000',
    's both 2026-11-02 GBP 3 2 2000',
    't both 2026-11-16 GBP 1 0 0',
  ],
};
const takenByNobody: MadeRows = {
  ...takenDays,
  says: 'nothing where neither tiers nor a probation ask for orders',
  night: { ...night(EVALUATED), sellers: ['s'] },
  reads: {},
  gives: [],
};
const NOTHING = { seller_metrics: rows('seller_id, programme', "'s', 'both'"), held_tiers: none('seller_id, programme') };
const daysAlone: MadeRows = {
  ...tierGates,
  says: 'days of selling alone, where a tier asks for nothing else',
  night: night(asking(EVALUATED, { days_selling: ASKS.days_selling })),
  reads: { ...tierGates.reads, ...NOTHING, sellers: rows('seller_id, joined_on', "'s', DATE '2026-08-18'") },
  gives: ['s both top days_selling 90 90 0 true - - - 2026-08-18'],
};
const ordersAlone: MadeRows = {
  ...tierGates,
  says: 'orders alone, without a look at who is described',
  night: night(asking(EVALUATED, { orders: ASKS.orders })),
  reads: { ...NOTHING, 'ledger order_outcomes': { of: 'order_outcomes', rows: [placed('s', '1', '2026-11-01')] } },
  gives: ['s both top orders 1 3 2 false 30 - - -'],
};
const noGates: MadeRows = { ...tierGates, says: 'nothing where no tier asks', night: night(EVALUATED), reads: {}, gives: [] };

const GATES = 'seller_id, programme, tier, gate, value, needed, met';
const gate = (seller: string, met: boolean, name = 'orders', programme = 'both', tier = 'top'): string =>
  `'${seller}', '${programme}', '${tier}', '${name}', CAST(2 AS BIGINT), CAST(3 AS BIGINT), ${met}`;
const CARD =
  'seller_id, programme, metric, tier, because, orders, fault, counted, pending, faults_from, counted_needed, ' +
  'fault_buyers, buyers_from, fault_days, days_from';
const card = (seller: string, tier: string | null, fault: number, counted: number, pending = 0, programme = 'both'): string =>
  `'${seller}', '${programme}', 'late_dispatch', ${tier === null ? 'NULL' : `'${tier}'`}, ${tier === null ? "'nothing_final'" : "'within'"},
   30, ${fault}, ${counted}, ${pending}, 0, 0, NULL, 0, NULL, 0`;
const DESCRIBED = { sellers: none('seller_id, name, home_region, status') };
const gatedCards: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'that a tier whose gates are not met is not proposed, neither now nor once all is final; nobody is taken out of what is not judged',
  night: night(asking(EVALUATED, ASKS)),
  reads: {
    ...DESCRIBED,
    seller_metrics: rows(
      CARD,
      card('a-enough', 'top', 0, 10),
      card('b-too-few', 'top', 0, 10),
      card('c-metric-too', 'good', 1, 10),
      card('d-below', 'below', 3, 10),
      card('e-not-judged', null, 0, 0),
      card('f-not-yet', null, 0, 0, 5),
      card('g-no-row', 'top', 0, 10),
      card('h-german', 'good', 0, 10, 0, 'german'),
    ),
    tier_gates: rows(
      GATES,
      ...[gate('a-enough', true), gate('b-too-few', false), gate('b-too-few', true, 'sales'), gate('c-metric-too', false)],
      ...[gate('d-below', false), gate('e-not-judged', false), gate('f-not-yet', false)],
    ),
  },
  shows: 'seller_id, tier, tier_projected, tier_because, held_back_by, next_tier, orders_to_next_tier',
  gives: [
    'a-enough top top meets_all - - -',
    'b-too-few good good gate - top -',
    'c-metric-too good good held_back late_dispatch top -',
    'd-below below below held_back late_dispatch good 20',
    'e-not-judged not_assessable not_assessable nothing_final - - -',
    'f-not-yet not_assessable good nothing_final - - -',
    'g-no-row top top meets_all - - -',
    'h-german good good meets_all - - -',
  ],
};
/** A tier above the top, which asks for more. */
const TWO_GATES = changed(asking(EVALUATED, ASKS), 'both', ({ tiers, metrics }) => ({
  tiers: [{ key: 'best', title: 'best', means: 'best', asks: { ...ASKS, orders: { ...ASKS.orders!, at_least: 9 } } }, ...tiers],
  metrics: metrics.map((m) => ({ ...m, tiers: { best: { at_most: 0, why }, ...m.tiers } })),
}));
const severalGates: MadeRows = {
  ...gatedCards,
  says: 'the best tier all of whose gates, and those of the tiers below it, are met',
  night: night(TWO_GATES),
  reads: {
    ...DESCRIBED,
    seller_metrics: rows(CARD, ...['a-all', 'b-not-best', 'c-neither'].map((one) => card(one, 'best', 0, 10))),
    tier_gates: rows(
      GATES,
      ...['best', 'top'].flatMap((tier) => [
        gate('a-all', true, 'orders', 'both', tier),
        gate('b-not-best', tier === 'top', 'orders', 'both', tier),
        gate('c-neither', false, 'orders', 'both', tier),
      ]),
    ),
  },
  shows: 'seller_id, tier, tier_projected, tier_because, next_tier',
  gives: ['a-all best best meets_all -', 'b-not-best top top gate best', 'c-neither good good gate top'],
};
/** Where the top allows a tenth, more orders without a fault would bring it, were the gate met. */
const gateAndMetric: MadeRows = {
  ...gatedCards,
  says: 'no way to the next tier by further orders where its gates are not met either',
  night: night(
    asking(
      changed(EVALUATED, 'both', ({ metrics }) => ({
        metrics: metrics.map((m) => ({ ...m, tiers: { top: { at_most: 0.1, why }, good: { at_most: 0.2, why } } })),
      })),
      ASKS,
    ),
  ),
  reads: {
    ...DESCRIBED,
    seller_metrics: rows(CARD, card('closed', 'good', 2, 10), card('open', 'good', 2, 10)),
    tier_gates: rows(GATES, gate('closed', false), gate('open', true)),
  },
  gives: ['closed good good held_back late_dispatch top -', 'open good good held_back late_dispatch top 10'],
};
const capAndGate: MadeRows = {
  ...gatedCards,
  says: 'points where they alone decide, and gates where they decide beside points that allow more',
  night: night(
    asking(
      changed(MADE_POLICIES, 'both', () => ({
        points: {
          ...{ why, expire_after_days: { value: 90, why }, missed_metrics: {} },
          violations: { rules: {}, severities: {}, other: 'landed', why },
          milestones: [{ at: 3, title: 'm', means: 'made', caps_at: 'good', why }],
        },
      })),
      ASKS,
    ),
  ),
  reads: {
    ...DESCRIBED,
    seller_metrics: rows(CARD, ...['a-both', 'b-points', 'c-gate', 'd-none'].map((one) => card(one, 'top', 0, 10))),
    tier_gates: rows(GATES, gate('a-both', false), gate('b-points', true), gate('c-gate', false), gate('d-none', true)),
    points_standings: rows('seller_id, programme, caps_at', "'a-both', 'both', 'good'", "'b-points', 'both', 'good'"),
  },
  shows: 'seller_id, tier, tier_projected, tier_because',
  gives: ['a-both good good points', 'b-points good good points', 'c-gate good good gate', 'd-none top top meets_all'],
};

const STANDING = 'seller_id, programme, official_tier, since, evaluated_on, due_on, because, because_metric';
const held = (seller: string, tier: string, on = '2026-11-09'): string =>
  `'${seller}', 'both', '${tier}', DATE '2026-10-05', DATE '${on}', DATE '${on}', 'kept', NULL`;
const standings = (on: string, state = 'decided'): MadeRows => {
  const holding = rows(
    STANDING,
    ...['a-enough', 'b-lost', 'c-confirmed-too', 'd-not-judged', 'e-paused'].map((one) => held(one, 'top', on)),
    ...[held('f-no-rise', 'good', on), held('g-below', 'below', on)],
  );
  return {
    path: 'marts/standings.sql',
    says: 'that a tier whose gates are not met is lost by a step on an evaluation day, and not reached',
    night: night(asking(EVALUATED, ASKS)),
    reads: {
      scorecards: rows(
        'seller_id, programme, tier',
        ...[
          ...["'a-enough', 'both', 'top'", "'b-lost', 'both', 'good'", "'c-confirmed-too', 'both', 'good'"],
          ...["'d-not-judged', 'both', 'not_assessable'", "'f-no-rise', 'both', 'good'", "'g-below', 'both', 'below'"],
          ...["'h-new', 'both', 'good'", "'i-new-below', 'both', 'below'"],
        ],
      ),
      metric_verdicts: rows(
        VERDICT_COLUMNS,
        "'c-confirmed-too', 'both', 'late_dispatch', 'confirmed', CAST(NULL AS DATE), false, false",
      ),
      tier_gates: rows(
        GATES,
        gate('a-enough', true),
        ...['b-lost', 'c-confirmed-too', 'd-not-judged', 'e-paused', 'f-no-rise', 'g-below', 'h-new', 'i-new-below'].map((one) =>
          gate(one, false),
        ),
      ),
      held_tiers: holding,
      evaluations: evaluationIs(state),
    },
    shows: 'seller_id, official_tier, because, because_metric, tier_before, projected_tier, projected_because',
    gives: [
      'a-enough top kept - - top kept',
      'b-lost good gate - top good gate',
      'c-confirmed-too good confirmed late_dispatch top good confirmed',
      'd-not-judged good gate - top good gate',
      'e-paused good gate - top good gate',
      'f-no-rise good kept - - good kept',
      'g-below below kept - - below kept',
      'h-new good first_evaluation - - good first_evaluation',
      'i-new-below good first_evaluation - - good first_evaluation',
    ],
  };
};
const betweenEvaluations: MadeRows = {
  ...standings('2026-11-16', 'stands'),
  says: 'on other nights that an evaluation would take a tier whose gates are not met',
  shows: 'seller_id, official_tier, because, projected_tier, projected_because',
  gives: [
    'a-enough top kept top kept',
    'b-lost top kept good gate',
    'c-confirmed-too top kept good confirmed',
    'd-not-judged top kept good gate',
    'e-paused top kept good gate',
    'f-no-rise good kept good kept',
    'g-below below kept below kept',
    'h-new not_evaluated not_evaluated good first_evaluation',
    'i-new-below not_evaluated not_evaluated good first_evaluation',
  ],
};

const SAID = 'seller_id, programme, policy_version, official_tier, projected_tier, projected_because, evaluated_on, due_on';
const says = (seller: string, because: string): string =>
  `'${seller}', 'both', '1.0', 'good', 'good', '${because}', DATE '2026-11-16', DATE '2026-11-16'`;
const gateRecords: MadeRows = {
  path: 'marts/decision_records.sql',
  says: 'which gate took a tier, and by how much it was missed; of several the first by name',
  night: night(asking(EVALUATED, ASKS)),
  reads: {
    standings: rows(SAID, says('a-gate', 'gate'), says('b-confirmed', 'confirmed')),
    held_tiers: rows(
      'seller_id, programme, official_tier, since',
      ...['a-gate', 'b-confirmed'].map((one) => `'${one}', 'both', 'top', DATE '2026-01-05'`),
    ),
    metric_standings: rows(
      'seller_id, programme, metric, verdict, counted, fault, fresh_counted, fresh_fault, fresh_left',
      "'b-confirmed', 'both', 'late_dispatch', 'confirmed', 90, 9, 40, 6, 4",
    ),
    'previous metric_standings': none('seller_id, programme, metric, notice_on, notice_at_most'),
    decided_records: { of: 'decided_records', rows: [] },
    tier_gates: rows(
      GATES,
      ...[gate('a-gate', false, 'sales'), gate('a-gate', false), gate('a-gate', true, 'days_selling')],
      ...[gate('a-gate', false, 'days_selling', 'german'), gate('a-gate', false, 'days_selling', 'both', 'other')],
      gate('b-confirmed', false, 'days_selling'),
    ),
  },
  shows: 'seller_id, tier_before, tier_after, direction, because, because_metric, gate, gate_value, gate_needed, status',
  gives: [
    'a-gate top good down gate - orders 2 3 in_effect',
    'b-confirmed top good down confirmed late_dispatch - - - in_effect',
  ],
};

/** To get the top nothing may be at fault, to keep it a tenth; good is got at a tenth and kept at a fifth. */
const KEEPING = changed(EVALUATED, 'both', ({ metrics: [dispatch, ...others] }) => ({
  metrics: [
    {
      ...dispatch!,
      tiers: {
        top: { at_most: 0, why, keep: { at_most: 0.1, why } },
        good: { at_most: 0.1, why, keep: { at_most: 0.2, why } },
      },
    },
    ...others,
  ],
}));
const HELD = 'seller_id, programme, official_tier';
const HOLDERS = {
  held_tiers: rows(
    HELD,
    ...["'a-top', 'both', 'top'", "'b-good', 'both', 'good'", "'c-below', 'both', 'below'", "'e-few', 'both', 'not_assessable'"],
    "'a-top', 'german', 'good'",
  ),
};
const counts = (seller: string, fault: number): string =>
  `'${seller}' AS seller_id, 'GB' AS region, 9 AS placed_90, ${10 - fault} AS late_dispatch_28_met, ${fault} AS late_dispatch_28_fault,
   0 AS late_dispatch_28_forgiven, 0 AS late_dispatch_28_forgiven_as_met, 0 AS late_dispatch_28_excluded, 0 AS late_dispatch_28_pending,
   9 AS late_delivery_28_met, 0 AS late_delivery_28_fault, 0 AS late_delivery_28_forgiven, 0 AS late_delivery_28_forgiven_as_met,
   0 AS late_delivery_28_excluded, 0 AS late_delivery_28_pending`;
const keepMetrics = (fault: number, gives: string[]): MadeRows => ({
  path: 'marts/seller_metrics.sql',
  says: `by which bound ${fault} of 10 are judged: who holds a tier, or a better one, by the bound to keep it; a newcomer as of the standard`,
  night: night(KEEPING),
  reads: {
    ...HOLDERS,
    seller_counts: {
      of: 'seller_counts',
      rows: ['a-top', 'b-good', 'c-below', 'd-new', 'e-few'].map((one) => counts(one, fault)),
    },
  },
  shows: "seller_id || CASE WHEN metric = 'late_delivery' THEN ' other' ELSE '' END AS a, verdict, tier, at_most, allowed",
  gives: [...gives, ...['a-top', 'b-good', 'c-below', 'd-new', 'e-few'].map((one) => `${one} other met top 0.2 1`)].sort(),
});
const keepCards: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'by the bounds that apply to a seller which tier pending orders would bring, and how far it is',
  night: night(KEEPING),
  reads: {
    ...DESCRIBED,
    ...HOLDERS,
    seller_metrics: rows(
      CARD,
      card('a-top', 'good', 2, 10, 10),
      card('b-good', 'good', 2, 10, 10),
      card('c-below', 'below', 2, 10, 10),
      card('d-new', 'good', 2, 10, 0),
      card('e-few', 'below', 3, 10, 5),
    ),
  },
  shows: 'seller_id, tier, tier_projected, held_back_allowed, orders_to_next_tier',
  gives: [
    'a-top good top 1 10',
    'b-good good good 0 -',
    'c-below below good 1 10',
    'd-new good good 0 -',
    'e-few below good 2 5',
  ],
};
const DAYS = 'seller_id, region, metric, cohort_day, counted, fault';
const JUDGED = 'seller_id, programme, metric, because, counted, fault, counted_needed, faults_from';
const HOLDING = rows(
  'seller_id, programme, official_tier, evaluated_on',
  ...["'a-top', 'both', 'top', DATE '2026-11-09'", "'b-good', 'both', 'good', DATE '2026-11-09'"],
  "'c-below', 'both', 'below', DATE '2026-11-09'",
);
const keepStandings: MadeRows = {
  path: 'marts/metric_standings.sql',
  says: 'that notices are about the bound that keeps the tier held; of the last tier the bound to get the one above is watched',
  night: night(KEEPING),
  reads: {
    seller_days: rows(
      DAYS,
      ...['a-top', 'b-good', 'c-below'].flatMap((one) => [
        `'${one}', 'GB', 'late_dispatch', DATE '2026-11-01', 40, 7`,
        `'${one}', 'GB', 'late_delivery', DATE '2026-11-02', 400, 0`,
      ]),
    ),
    seller_metrics: rows(
      JUDGED,
      ...['a-top', 'b-good', 'c-below'].map((one) => `'${one}', 'both', 'late_dispatch', 'within', 40, 7, 0, 0`),
    ),
    scorecards: rows(
      'seller_id, programme, tier',
      "'a-top', 'both', 'good'",
      "'b-good', 'both', 'good'",
      "'c-below', 'both', 'below'",
    ),
    held_tiers: HOLDING,
    evaluations: evaluationIs('decided'),
    'previous metric_standings': { of: 'metric_standings', rows: [] },
  },
  through: ['marts/luck.sql', 'marts/metric_verdicts.sql'],
  shows: 'seller_id, held_tier, at_most, verdict, beyond_luck',
  gives: ['a-top top 0.1 watch 7', 'b-good good 0.2 met 12', 'c-below below - watch -'],
};

export const MADE_GATES: readonly MadeRows[] = [
  ...[takenDays, takenByNobody],
  ...[tierGates, daysAlone, ordersAlone, noGates, gatedCards, severalGates, gateAndMetric, capAndGate],
  ...[standings('2026-11-09'), betweenEvaluations, gateRecords],
  keepMetrics(1, [
    ...['a-top met top 0.2 2', 'b-good met good 0.2 2', 'c-below met good 0.1 1', 'd-new met good 0.2 2'],
    'e-few met good 0.2 2',
  ]),
  keepMetrics(2, [
    ...['a-top met good 0.2 2', 'b-good met good 0.2 2', 'c-below missed below 0.1 1', 'd-new met good 0.2 2'],
    'e-few met good 0.2 2',
  ]),
  ...[keepCards, keepStandings],
];
