/** Metrics that rest, over made rows: who is not judged by them, and whom they do not let rise. The run date is Monday 16 November. */
import type { Policies } from '../../policies/policy.js';
import { EVALUATED } from './made-evaluations.js';
import { evaluationIs, MADE_POLICIES, type MadeRows, none, rows, VERDICT_COLUMNS } from './made-rows.js';

const why = 'made';
const rest = (policies: Policies, from: string, which: readonly string[]): Policies => ({
  ...policies,
  programmes: policies.programmes.map((p) =>
    p.programme === 'both'
      ? {
          ...p,
          metrics: p.metrics.map((m) => (which.includes(m.metric) ? { ...m, paused: { from, why } } : m)),
          probation: {
            ...{ of_sellers_since: '2026-10-01', why, orders_a_day: { at_most: 2, why } },
            exits: [
              { name: 'Proven', metrics: ['late_dispatch'], why },
              { name: 'Other', metrics: ['late_delivery'], why },
            ],
          },
        }
      : p,
  ),
});
const night = (policies: Policies, from = '2026-11-16', which = ['late_dispatch']) => ({
  ...{ policies: rest(policies, from, which), run_date: '2026-11-16', run_id: '2026-11-16-001' },
});

const COUNTS = [
  ...['placed_90', 'late_dispatch_28_met', 'late_dispatch_28_fault', 'late_dispatch_28_forgiven'],
  ...['late_dispatch_28_forgiven_as_met', 'late_dispatch_28_excluded', 'late_dispatch_28_pending'],
];
const of = (seller: string, region: string, counts: string): string =>
  `'${seller}' AS seller_id, '${region}' AS region, ${counts
    .split(' ')
    .map((n, at) => `${n} AS ${COUNTS[at]}`)
    .join(', ')}, ${COUNTS.slice(1)
    .map((name) => `0 AS ${name.replace('dispatch', 'delivery')}`)
    .join(', ')}`;
const metrics: MadeRows = {
  path: 'marts/seller_metrics.sql',
  says: 'what a metric that rests counts and would allow, and that nobody is judged by it under its programme',
  night: night(MADE_POLICIES),
  reads: {
    seller_counts: { of: 'seller_counts', rows: [of('few', 'DE', '2 1 1 0 0 0 0'), of('many', 'DE', '9 8 2 0 0 0 0')] },
  },
  shows: 'seller_id, programme, metric, verdict, because, tier, at_most, counted, fault, allowed',
  gives: [
    'few both late_delivery not_assessable few_orders - 0.2 0 0 0',
    'few both late_dispatch not_assessable paused - 0.1 2 1 0',
    'few german late_dispatch not_assessable few_orders - 0.07 2 1 0',
    'many both late_delivery not_assessable nothing_final - 0.2 0 0 0',
    'many both late_dispatch not_assessable paused - 0.1 10 2 1',
    'many german late_dispatch missed above poor 0.07 10 2 0',
  ],
};
const tomorrow: MadeRows = {
  ...metrics,
  says: 'as usual where a metric rests from tomorrow on',
  night: night(MADE_POLICIES, '2026-11-17'),
  gives: metrics.gives.map((row) =>
    row
      .replace('few both late_dispatch not_assessable paused', 'few both late_dispatch not_assessable few_orders')
      .replace('many both late_dispatch not_assessable paused -', 'many both late_dispatch missed above below'),
  ),
};

const CARD =
  'seller_id, programme, metric, tier, because, orders, fault, counted, pending, faults_from, counted_needed, ' +
  'fault_buyers, buyers_from, fault_days, days_from';
const card = (seller: string, metric: string, because: string, tier: string | null, fault: number): string =>
  `'${seller}', 'both', '${metric}', ${tier === null ? 'NULL' : `'${tier}'`}, '${because}', 30, ${fault}, 10, 5, 0, 0, NULL, 0, NULL, 0`;
const cards: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'tiers without what rests, tonight and once all is final; where nothing else is asked none',
  night: night(MADE_POLICIES),
  reads: {
    sellers: none('seller_id, name, home_region, status'),
    seller_metrics: rows(
      CARD,
      ...[card('alone', 'late_dispatch', 'paused', null, 5), card('both', 'late_dispatch', 'paused', null, 5)],
      card('both', 'late_delivery', 'within', 'top', 1),
    ),
  },
  shows: 'seller_id, tier, tier_projected, tier_because, held_back_by',
  gives: ['alone not_assessable not_assessable nothing_final -', 'both top top meets_all -'],
};

const RESTS =
  'seller_id, programme, metric, because, counted, fault, counted_needed, faults_from, fault_buyers, buyers_from, fault_days, days_from';
const rests = (seller: string, counted: number, fault: number, more = '0, 0, NULL, 0, NULL, 0', because = 'paused'): string =>
  `'${seller}', 'both', 'late_dispatch', '${because}', ${counted}, ${fault}, ${more}`;
const HELD = 'seller_id, programme, official_tier, since, evaluated_on, due_on, because, because_metric';
const held = (seller: string, tier: string): string =>
  `'${seller}', 'both', '${tier}', DATE '2026-10-05', DATE '2026-11-09', DATE '2026-11-09', 'kept', NULL`;
/** The tier that each holds, what the other metrics propose, and what late dispatch counts, of which a tenth is good. */
const RISING: readonly [seller: string, tier: string, proposed: string, row: string | null][] = [
  ['a-held-back', 'below', 'top', rests('a-held-back', 10, 2)],
  ['b-by-a-step', 'below', 'top', rests('b-by-a-step', 10, 1)],
  ['c-meets-all', 'below', 'top', rests('c-meets-all', 10, 0)],
  ['d-no-loss', 'top', 'top', rests('d-no-loss', 10, 9)],
  ['e-others-hold', 'below', 'below', rests('e-others-hold', 10, 0)],
  ['f-few-counted', 'below', 'top', rests('f-few-counted', 10, 9, '11, 0, NULL, 0, NULL, 0')],
  ['g-just-enough', 'below', 'top', rests('g-just-enough', 10, 9, '10, 0, NULL, 0, NULL, 0')],
  ['h-few-faults', 'below', 'top', rests('h-few-faults', 10, 2, '0, 3, NULL, 0, NULL, 0')],
  ['i-none-counted', 'below', 'top', rests('i-none-counted', 0, 0)],
  ['j-no-row', 'below', 'top', null],
  ['k-not-judged', 'below', 'not_assessable', rests('k-not-judged', 10, 0)],
  ['l-not-paused', 'below', 'top', rests('l-not-paused', 10, 9, '0, 0, NULL, 0, NULL, 0', 'no_source')],
  ['m-good', 'good', 'top', rests('m-good', 10, 1)],
  ['n-one-counted', 'below', 'top', rests('n-one-counted', 1, 1)],
];
const holding = rows(HELD, ...RISING.map(([seller, tier]) => held(seller, tier)));
const standings: MadeRows = {
  path: 'marts/standings.sql',
  says: 'that nobody loses by a metric that rests, and nobody rises past what it would allow; a newcomer begins with the standard at worst',
  night: night(EVALUATED),
  reads: {
    scorecards: rows(
      'seller_id, programme, tier',
      ...RISING.map(([seller, , proposed]) => `'${seller}', 'both', '${proposed}'`),
      "'z-new', 'both', 'top'",
    ),
    seller_metrics: rows(RESTS, ...RISING.flatMap(([, , , row]) => row ?? []), rests('z-new', 10, 9)),
    metric_verdicts: none(VERDICT_COLUMNS),
    held_tiers: holding,
    evaluations: evaluationIs('decided'),
  },
  shows: 'seller_id, official_tier, because, projected_tier, projected_because, proposed_tier',
  gives: [
    'a-held-back below kept below kept top',
    'b-by-a-step good improved good improved top',
    'c-meets-all top improved top improved top',
    'd-no-loss top kept top kept top',
    'e-others-hold below kept below kept below',
    'f-few-counted top improved top improved top',
    'g-just-enough below kept below kept top',
    'h-few-faults top improved top improved top',
    'i-none-counted top improved top improved top',
    'j-no-row top improved top improved top',
    'k-not-judged below kept below kept not_assessable',
    'l-not-paused top improved top improved top',
    'm-good good kept good kept top',
    'n-one-counted below kept below kept top',
    'z-new good first_evaluation good first_evaluation top',
  ],
};

const EXIT =
  'seller_id, programme, metric, verdict, because, fault, allowed, orders, orders_needed, counted, counted_needed, faults_from, fault_buyers, buyers_from, fault_days, days_from';
const exit = (seller: string, fault: number, more = '9, 3, 10, 0, 0', verdict = "'not_assessable', 'paused'"): string =>
  `'${seller}', 'both', 'late_dispatch', ${verdict}, ${fault}, 1, ${more}, NULL, 0, NULL, 0`;
const WAITING = ['a-meets', 'b-misses', 'c-few-orders', 'd-few-counted', 'e-few-faults', 'f-not-measured', 'g-none', 'h-enough'];
const exits: MadeRows = {
  path: 'marts/probation_exits.sql',
  says: 'that a pause neither opens a way out of a probation nor closes it',
  night: night(MADE_POLICIES),
  reads: {
    probation_days: rows(
      'seller_id, programme, joined_on, placed_day, placed, kept',
      ...WAITING.map((one) => `'${one}', 'both', DATE '2026-11-01', DATE '2026-11-02', CAST(9 AS BIGINT), CAST(9 AS BIGINT)`),
    ),
    seller_metrics: rows(
      EXIT,
      ...[
        exit('a-meets', 1),
        exit('b-misses', 2),
        exit('c-few-orders', 0, '2, 3, 10, 0, 0'),
        exit('d-few-counted', 0, '9, 3, 0, 0, 0'),
      ],
      ...[exit('e-few-faults', 2, '9, 3, 10, 0, 3'), exit('f-not-measured', 0, '9, 3, 10, 0, 0', "'not_measured', 'no_source'")],
      exit('h-enough', 0, '3, 3, 1, 1, 0'),
      exit('b-misses', 0, undefined, "'met', 'within'").replace('late_dispatch', 'late_delivery'),
    ),
  },
  shows: 'seller_id, exit, ask, met',
  gives: WAITING.flatMap((one) => [
    `${one} Other metric ${one === 'b-misses'}`,
    `${one} Proven metric ${['a-meets', 'e-few-faults', 'h-enough'].includes(one)}`,
  ]),
};

/** Of late delivery a tenth is allowed for the top tier, and a fifth for the good one. */
const TWO: readonly [seller: string, dispatch: number, delivery: number][] = [
  ['a-both-met', 0, 0],
  ['b-dispatch-missed', 9, 0],
  ['c-delivery-missed', 0, 9],
  ['d-good-at-both', 1, 2],
];
const twoHeld = rows(HELD, ...TWO.map(([seller]) => held(seller, 'below')));
const twoRest: MadeRows = {
  ...standings,
  says: 'of several that rest the one that would allow least, each by its own bounds',
  night: night(EVALUATED, '2026-11-16', ['late_dispatch', 'late_delivery']),
  reads: {
    ...standings.reads,
    scorecards: rows('seller_id, programme, tier', ...TWO.map(([seller]) => `'${seller}', 'both', 'top'`)),
    seller_metrics: rows(
      RESTS,
      ...TWO.flatMap(([seller, dispatch, delivery]) => [
        rests(seller, 10, dispatch),
        rests(seller, 10, delivery).replace('late_dispatch', 'late_delivery'),
      ]),
    ),
    held_tiers: twoHeld,
  },
  shows: 'seller_id, official_tier',
  gives: ['a-both-met top', 'b-dispatch-missed below', 'c-delivery-missed below', 'd-good-at-both good'],
};

const beginning: MadeRows = {
  path: 'marts/metric_verdicts.sql',
  through: ['marts/luck.sql'],
  says: 'that a newcomer is judged from no better tier than a metric that rests would allow; of whom it says nothing, from the proposed one',
  night: { ...night(EVALUATED), previous_datasets: [] },
  reads: {
    ...{ seller_days: { of: 'seller_days', rows: [] }, held_tiers: { of: 'held_tiers', rows: [] } },
    scorecards: rows(
      'seller_id, programme, tier',
      ...['a-none', 'b-meets-all', 'c-misses'].map((one) => `'${one}', 'both', 'top'`),
    ),
    seller_metrics: rows(
      RESTS,
      ...['a-none', 'b-meets-all', 'c-misses'].map((one) =>
        rests(one, 10, 0, undefined, 'within').replace('late_dispatch', 'late_delivery'),
      ),
      ...[rests('b-meets-all', 10, 0), rests('c-misses', 10, 1)],
    ),
  },
  shows: 'seller_id, metric, held_tier',
  gives: [
    ...['a-none late_delivery top', 'b-meets-all late_delivery top', 'b-meets-all late_dispatch top'],
    ...['c-misses late_delivery good', 'c-misses late_dispatch good'],
  ],
};

export const MADE_PAUSES: readonly MadeRows[] = [metrics, tomorrow, cards, standings, twoRest, beginning, exits];
