/** Scores: points on a curve, whose weight goes to whom, how parts add up, and which tier a score allows. */
import type { Score } from '../../policies/score.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const why = 'made';
type Corner = [number, number];
const metric = (weight: number, ...curve: Corner[]) => ({ weight, curve, why });
const dimension = (key: string, weight: number | undefined, metrics: Score['dimensions'][0]['metrics']) => ({
  ...{ key, title: key, why, metrics },
  ...(weight === undefined ? {} : { weight }),
});
const scoreOf = (decides: Score['decides'], needed: number, ...dimensions: Score['dimensions']): Score => ({
  ...{ title: 'Made', why, out_of: 5, decides, dimensions, needs: { metrics: needed, why }, tiers: {} },
});
/** Three metrics in two dimensions: parcels 2 parts (late dispatch 2, late delivery 1), shop 1 part. */
const parcels = (weight?: number) =>
  dimension('parcels', weight, {
    late_dispatch: metric(2, [0, 5], [0.02, 4], [0.04, 2.5], [0.1, 0]),
    late_delivery: metric(1, [0.05, 5], [0.15, 1]),
  });
const shop = (weight?: number) => dimension('shop', weight, { seller_cancellation: metric(1, [0, 5], [0.03, 0]) });
const WEIGHTED = scoreOf('weighted', 2, parcels(2), shop(1));
const WORST = scoreOf('worst_dimension', 2, parcels(), shop());
const withScore = (score: Score) => ({
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) => (p.programme === 'both' ? { ...p, score } : p)),
});

const METRICS = 'seller_id, programme, metric, because, verdict, fault, counted, accountable_rate';
const of = (seller: string, name: string, fault: number, counted: number, because = 'within') =>
  `'${seller}', 'both', '${name}', '${because}', '${because === 'within' ? 'met' : because === 'above' ? 'missed' : 'not_assessable'}', CAST(${fault} AS BIGINT), CAST(${counted} AS BIGINT), CAST(NULL AS DOUBLE)`;
const three = (seller: string, dispatch: Corner, delivery: Corner, cancelled: Corner) => [
  of(seller, 'late_dispatch', ...dispatch),
  of(seller, 'late_delivery', ...delivery),
  of(seller, 'seller_cancellation', ...cancelled),
];
const SHOWN = 'seller_id, metric, points, dimension_points, contribution, costs, round(share, 4) AS share';

const corners: MadeRows = {
  path: 'marts/score_parts.sql',
  through: ['marts/score_curves.sql'],
  says: 'points at the corners of a curve, between them, before the first and from the last on',
  night: { policies: withScore(WEIGHTED) },
  reads: {
    seller_metrics: rows(
      METRICS,
      of('a0', 'late_dispatch', 0, 200),
      of('a1', 'late_dispatch', 3, 200),
      of('a2', 'late_dispatch', 4, 200),
      of('a3', 'late_dispatch', 5, 200),
      of('a4', 'late_dispatch', 8, 200, 'above'),
      of('a5', 'late_dispatch', 13, 200, 'above'),
      of('a6', 'late_dispatch', 19, 200, 'above'),
      of('a7', 'late_dispatch', 20, 200, 'above'),
      of('a8', 'late_dispatch', 200, 200, 'above'),
      of('b1', 'late_delivery', 4, 100),
      of('b2', 'late_delivery', 5, 100),
      of('b3', 'late_delivery', 6, 100),
      of('b4', 'late_delivery', 14, 100),
      of('b5', 'late_delivery', 15, 100),
      of('b6', 'late_delivery', 99, 100),
      // Of 3 a third is 3.33, of 6 a sixth: rounded half up, 1 of 800 is 493.75 and 3 of 400 462.5.
      of('c1', 'late_dispatch', 1, 800),
      of('c2', 'late_dispatch', 3, 400),
      // A hair below a corner.
      of('d1', 'late_dispatch', 20_000, 1_000_001),
    ),
  },
  shows: 'seller_id, points',
  gives: [
    ...['a0 500', 'a1 425', 'a2 400', 'a3 363', 'a4 250', 'a5 146', 'a6 21', 'a7 0', 'a8 0'],
    ...['b1 500', 'b2 500', 'b3 460', 'b4 140', 'b5 100', 'b6 100', 'c1 494', 'c2 463', 'd1 400'],
  ],
};

const weighted: MadeRows = {
  ...corners,
  says: 'what each metric brings, so that it adds up to the score, and what it costs',
  reads: {
    seller_metrics: rows(
      METRICS,
      ...three('all', [0, 100], [0, 100], [0, 100]),
      ...three('none', [50, 100], [90, 100], [50, 100]),
      ...three('some', [3, 200], [6, 100], [1, 100]),
      `'some', 'german', 'late_dispatch', 'within', 'met', 1, 100, 0.01`,
    ),
  },
  shows: SHOWN,
  gives: [
    'all late_delivery 500 500 111 0 0.2222',
    'all late_dispatch 500 500 222 0 0.4444',
    'all seller_cancellation 500 500 167 0 0.3333',
    'none late_delivery 100 33 22 89 0.2222',
    'none late_dispatch 0 33 0 222 0.4444',
    'none seller_cancellation 0 0 0 167 0.3333',
    'some late_delivery 460 437 102 9 0.2222',
    'some late_dispatch 425 437 189 33 0.4444',
    'some seller_cancellation 333 333 111 56 0.3333',
  ],
};

const few: MadeRows = {
  ...weighted,
  says: 'whose weight goes to whom where something is not assessed, and that fewer than needed bring nothing',
  reads: {
    seller_metrics: rows(
      METRICS,
      ...[of('dimension', 'late_dispatch', 3, 200), of('dimension', 'late_delivery', 6, 100)],
      of('dimension', 'seller_cancellation', 0, 3, 'few_counted'),
      ...[of('metric', 'late_dispatch', 0, 0, 'nothing_final'), of('metric', 'late_delivery', 6, 100)],
      of('metric', 'seller_cancellation', 1, 100),
      ...[of('one', 'late_dispatch', 3, 200), of('one', 'late_delivery', 0, 9, 'few_counted')],
      of('one', 'seller_cancellation', 0, 9, 'few_counted'),
      ...[of('orders', 'late_dispatch', 3, 200, 'few_orders'), of('orders', 'late_delivery', 0, 200, 'few_orders')],
    ),
  },
  shows: `${SHOWN}, round(share_by_policy, 4) AS asked`,
  gives: [
    'dimension late_delivery 460 437 153 13 0.3333 0.2222',
    'dimension late_dispatch 425 437 284 50 0.6667 0.4444',
    'dimension seller_cancellation - - - - - 0.3333',
    'metric late_delivery 460 460 307 27 0.6667 0.2222',
    'metric late_dispatch - 460 - - - 0.4444',
    'metric seller_cancellation 333 333 111 56 0.3333 0.3333',
    'one late_delivery - 425 - - - 0.2222',
    'one late_dispatch 425 425 - - 1 0.4444',
    'one seller_cancellation - - - - - 0.3333',
    'orders late_delivery - - - - - 0.3333',
    'orders late_dispatch - - - - - 0.6667',
  ],
};

const worst: MadeRows = {
  ...weighted,
  says: 'that the worst dimension alone brings something where it decides, of equal ones the first',
  night: { policies: withScore(WORST) },
  reads: {
    seller_metrics: rows(
      METRICS,
      ...three('equal', [0, 100], [0, 100], [0, 100]),
      ...three('first', [13, 200], [6, 100], [1, 100]),
      ...three('second', [3, 200], [6, 100], [1, 100]),
      ...[of('unknown', 'late_dispatch', 3, 200), of('unknown', 'late_delivery', 6, 100)],
      of('unknown', 'seller_cancellation', 9, 9, 'few_counted'),
    ),
  },
  shows: `${SHOWN}, round(share_by_policy, 2) AS by_policy`,
  gives: [
    'equal late_delivery 500 500 167 0 0.3333 0.33',
    'equal late_dispatch 500 500 333 0 0.6667 0.67',
    'equal seller_cancellation 500 500 0 0 1 1',
    'first late_delivery 460 251 154 13 0.3333 0.33',
    'first late_dispatch 146 251 97 236 0.6667 0.67',
    'first seller_cancellation 333 333 0 0 1 1',
    'second late_delivery 460 437 0 0 0.3333 0.33',
    'second late_dispatch 425 437 0 0 0.6667 0.67',
    'second seller_cancellation 333 333 333 167 1 1',
    'unknown late_delivery 460 437 153 13 0.3333 0.33',
    'unknown late_dispatch 425 437 284 50 0.6667 0.67',
    'unknown seller_cancellation - - - - - 1',
  ],
};

const PARTS = 'seller_id, programme, dimension, metric, because, points, dimension_points, costs';
const part = (
  seller: string,
  where: string,
  points: number | null,
  dimension: number | null,
  costs: number | null,
  because = 'within',
) =>
  `'${seller}', 'both', '${where.split(' ')[0]}', '${where.split(' ')[1]}', '${because}', ${[points, dimension, costs].map((n) => `CAST(${n ?? 'NULL'} AS BIGINT)`).join(', ')}`;
const bothParts = (seller: string, first: [number, number, number], second: [number, number, number]) => [
  part(seller, 'parcels late_dispatch', ...first),
  part(seller, 'shop seller_cancellation', ...second),
];
const TWO = { ...scoreOf('weighted', 2, dimension('parcels', 2, { late_dispatch: metric(1, [0, 5], [1, 0]) }), shop(1)) };
const TIERS = { top: { at_least: 4, why }, good: { at_least: 2.5, why } };

const allowed: MadeRows = {
  path: 'marts/scores.sql',
  says: 'the score, which metric costs most, and the best tier that it allows',
  night: { policies: withScore({ ...TWO, tiers: TIERS }) },
  reads: {
    score_parts: rows(
      PARTS,
      ...bothParts('best', [500, 500, 0], [500, 500, 0]),
      ...bothParts('enough', [450, 450, 33], [300, 300, 67]),
      ...bothParts('half-up', [450, 450, 33], [299, 299, 67]),
      ...bothParts('short', [450, 450, 33], [298, 298, 67]),
      ...bothParts('short-again', [250, 250, 167], [248, 248, 84]),
      ...bothParts('equal-costs', [300, 300, 90], [100, 100, 90]),
      ...[
        part('few', 'parcels late_dispatch', 300, 300, null),
        part('few', 'shop seller_cancellation', null, null, null, 'few_counted'),
      ],
      ...[part('orders', 'parcels late_dispatch', null, null, null, 'few_orders')],
      ...[part('orders', 'shop seller_cancellation', null, null, null, 'no_source')],
    ),
  },
  gives: [
    'best both 1.0 500 500 scored 2 2 - - -',
    'enough both 1.0 400 500 scored 2 2 - seller_cancellation -',
    'equal-costs both 1.0 233 500 scored 2 2 - late_dispatch below',
    'few both 1.0 - 500 few_metrics 1 2 - - -',
    'half-up both 1.0 400 500 scored 2 2 - seller_cancellation -',
    'orders both 1.0 - 500 few_orders 0 2 - - -',
    'short both 1.0 399 500 scored 2 2 - seller_cancellation good',
    'short-again both 1.0 249 500 scored 2 2 - late_dispatch below',
  ],
};

const lowest: MadeRows = {
  ...allowed,
  says: 'the lowest dimension where the worst decides, and that a tier that asks for nothing caps nobody',
  night: {
    policies: withScore({
      ...scoreOf('worst_dimension', 1, dimension('parcels', undefined, { late_dispatch: metric(1, [0, 5], [1, 0]) }), shop()),
      tiers: { good: { at_least: 2.5, why } },
    }),
  },
  gives: [
    'best both 1.0 500 500 scored 2 1 parcels - -',
    'enough both 1.0 300 500 scored 2 1 shop seller_cancellation -',
    'equal-costs both 1.0 100 500 scored 2 1 shop late_dispatch below',
    'few both 1.0 300 500 scored 1 1 parcels - -',
    'half-up both 1.0 299 500 scored 2 1 shop seller_cancellation -',
    'orders both 1.0 - 500 few_orders 0 1 - - -',
    'short both 1.0 298 500 scored 2 1 shop seller_cancellation -',
    'short-again both 1.0 248 500 scored 2 1 shop late_dispatch below',
  ],
};

const addUp: MadeRows = {
  path: 'checks/score_parts_add_up.sql',
  says: 'which scores are not what their metrics bring',
  reads: {
    scores: rows(
      'seller_id, programme, score',
      ...["'fine', 'both', CAST(400 AS BIGINT)", "'none', 'both', NULL", "'short', 'both', 400", "'bare', 'both', 0"],
      ...["'brings-to-none', 'both', NULL", "'fine', 'german', 3"],
      "'without', 'both', 100",
    ),
    score_parts: rows(
      'seller_id, programme, contribution',
      ...["'fine', 'both', CAST(150 AS BIGINT)", "'fine', 'both', 250", "'none', 'both', NULL", "'short', 'both', 399"],
      ...["'bare', 'both', NULL", "'brings-to-none', 'both', 0", "'fine', 'german', 3"],
    ),
  },
  gives: ['bare both 0 -', 'brings-to-none both - 0', 'short both 400 399', 'without both 100 -'],
};

const ofMetric = (seller: string, fault: number, tier = 'top', programme = 'both', because = 'above') =>
  `'${seller}', '${programme}', 'late_delivery', CAST(100 AS BIGINT), '${because}', CAST(${fault} AS BIGINT), CAST(100 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), ${because === 'above' ? `'${tier}'` : 'NULL'}`;
const CARDS =
  'seller_id, programme, metric, orders, because, fault, counted, pending, counted_needed, orders_needed, faults_from, fault_buyers, fault_days, buyers_from, days_from, tier';
const capped: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'no better tier than the score allows',
  night: { policies: withScore({ ...TWO, tiers: TIERS }) },
  reads: {
    sellers: none('seller_id, name, home_region, status'),
    seller_metrics: rows(
      CARDS,
      ...[ofMetric('capped', 0), ofMetric('free', 0), ofMetric('both-hold', 15, 'good'), ofMetric('milder', 50, 'below')],
      ...[ofMetric('unjudged', 0, '', 'both', 'few_counted'), ofMetric('low', 0)],
    ),
    scores: rows(
      'seller_id, programme, caps_at',
      ...["'capped', 'both', 'good'", "'free', 'both', NULL", "'both-hold', 'both', 'good'", "'milder', 'both', 'good'"],
      ...["'unjudged', 'both', 'below'", "'low', 'both', 'below'"],
    ),
  },
  shows: 'seller_id, tier, tier_projected, tier_because, held_back_by, next_tier, orders_to_next_tier',
  gives: [
    'both-hold good good held_back late_delivery top -',
    'capped good good score - top -',
    'free top top meets_all - - -',
    'low below below score - good -',
    'milder below below held_back late_delivery good 150',
    'unjudged not_assessable below nothing_final - - -',
  ],
};

const cappedTwice: MadeRows = {
  ...capped,
  says: 'the worse of what points and the score allow, and which of the two it is',
  night: {
    policies: {
      ...MADE_POLICIES,
      programmes: MADE_POLICIES.programmes.map((p) =>
        p.programme === 'both'
          ? {
              ...{ ...p, score: { ...TWO, tiers: TIERS } },
              points: {
                ...{ why, expire_after_days: { value: 9, why }, missed_metrics: {} },
                milestones: [{ at: 1, title: 'm', means: 'made', caps_at: 'good', why }],
              },
            }
          : p,
      ),
    },
  },
  reads: {
    sellers: none('seller_id, name, home_region, status'),
    seller_metrics: rows(CARDS, ...['equal', 'points', 'score', 'neither'].map((seller) => ofMetric(seller, 0))),
    points_standings: rows(
      'seller_id, programme, caps_at',
      "'equal', 'both', 'good'",
      "'points', 'both', 'below'",
      "'score', 'both', 'good'",
    ),
    scores: rows(
      'seller_id, programme, caps_at',
      ...["'equal', 'both', 'good'", "'points', 'both', 'good'", "'score', 'both', 'below'", "'neither', 'both', NULL"],
    ),
  },
  gives: [
    'equal good good points - top -',
    'neither top top meets_all - - -',
    'points below below points - good -',
    'score below below score - good -',
  ],
};

export const MADE_SCORES: readonly MadeRows[] = [corners, weighted, few, worst, allowed, lowest, addUp, capped, cappedTwice];
