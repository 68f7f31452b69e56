/** Points: which entries a ledger has, when they count, and what so many mean. */
import type { Points } from '../../policies/points.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const why = 'made';
const given = (points: number) => ({ points, why });
const milestone = (at: number, caps_at?: string) => ({
  at,
  title: `m${at}`,
  means: 'made',
  why,
  ...(caps_at ? { caps_at } : {}),
});

/** Ten days each; looked at on Mondays, as the made night is one. */
const COUNTED: Points = {
  ...{ why, expire_after_days: { value: 10, why } },
  violations: { rules: { fake: given(5) }, severities: { critical: given(3) }, other: 'landed', why },
  ...{ looked_at: { every: 'monday', why }, missed_metrics: { late_dispatch: given(2) } },
  milestones: [milestone(3), milestone(6, 'good'), milestone(9, 'below')],
};
/** Starts at 20; two more for each ten orders, at most 22. */
const RATED: Points = {
  ...{ why, expire_after_days: { value: 30, why }, missed_metrics: {} },
  rating: { starts_at: 20, at_most: 22, earned: { points: 2, per_orders: 10, why }, why },
  violations: { rules: {}, severities: {}, other: 'none', why },
  milestones: [milestone(19), milestone(0, 'poor')],
};
const withPoints = (both: Points | undefined, german: Points | undefined = undefined) => ({
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) => ({ ...p, points: p.programme === 'both' ? both : german })),
});

const violation = (id: string, issued_day: string, more = '') =>
  `'${id}' AS violation_id, 's' AS seller_id, 'GB' AS region, 'fake' AS rule, DATE '${issued_day}' AS issued_day, 'active' AS status, TIMESTAMP '${issued_day} 12:00:00' AS updated_at, DATE '${issued_day}' AS dt, 1 AS row_hash${more && `, ${more}`}`;
const landed = (...some: string[]) => ({ of: 'accepted violations', rows: some });
const METRICS = 'seller_id, programme, metric, verdict';
const BEFORE = 'seller_id, programme, entry_id, kind, what, points, given_on, last_day';
const QUIET = { seller_metrics: none(METRICS), 'previous points_entries': none(BEFORE) };

const entries: MadeRows = {
  path: 'marts/points_entries.sql',
  says: 'that ten days are the day it was given and nine more, and that what is over is told for 28 days',
  night: { policies: withPoints(COUNTED) },
  reads: {
    ...QUIET,
    'accepted violations': landed(
      ...['2026-11-17', '2026-11-16', '2026-11-07', '2026-11-06', '2026-10-10', '2026-10-09'].map((day) => violation(day, day)),
    ),
  },
  gives: [
    's both 2026-10-10 violation fake 5 2026-10-10 2026-10-19 expired',
    's both 2026-11-06 violation fake 5 2026-11-06 2026-11-15 expired',
    's both 2026-11-07 violation fake 5 2026-11-07 2026-11-16 stands',
    's both 2026-11-16 violation fake 5 2026-11-16 2026-11-25 stands',
  ],
};

const worth: MadeRows = {
  ...entries,
  says: 'points by the rule, else by how grave it is, else as they landed; and the earlier of two ends',
  reads: {
    ...QUIET,
    'accepted violations': landed(
      violation('by-rule', '2026-11-10', "'critical' AS severity, 9 AS points"),
      ...[
        ['by-severity', "'other' AS rule, 'critical' AS severity, 9 AS points"],
        ['low-is-as-landed', "'other' AS rule, 'low' AS severity, 9 AS points"],
        ['nobody-says', "'other' AS rule"],
        ['own-end-earlier', "'other' AS rule, DATE '2026-11-18' AS expires_day"],
        ['own-end-later', "'other' AS rule, DATE '2026-11-20' AS expires_day"],
      ].map(([id, more]) => violation(id!, '2026-11-10', more).replace("'fake' AS rule, ", '')),
    ),
  },
  shows: 'entry_id, points, last_day',
  gives: [
    'by-rule 5 2026-11-19',
    'by-severity 3 2026-11-19',
    'low-is-as-landed 9 2026-11-19',
    'nobody-says 0 2026-11-19',
    'own-end-earlier 0 2026-11-18',
    'own-end-later 0 2026-11-19',
  ],
};

const versions: MadeRows = {
  ...entries,
  says: 'the newest version of a violation alone, under each programme of its region',
  night: { policies: withPoints(COUNTED, RATED) },
  reads: {
    ...QUIET,
    'accepted violations': landed(
      violation('a', '2026-11-10'),
      violation('a', '2026-11-12').replace("'active'", "'withdrawn'"),
      violation('german', '2026-11-10').replace("'GB'", "'DE'"),
    ),
  },
  shows: 'entry_id, programme, points, last_day, state',
  gives: ['a both 5 2026-11-21 withdrawn', 'german both 5 2026-11-19 stands', 'german german 0 2026-12-09 stands'],
};

const missed: MadeRows = {
  ...entries,
  says: 'a metric missed on the day that looks at it, what earlier days gave, and what was taken back',
  reads: {
    seller_metrics: rows(
      METRICS,
      "'s', 'both', 'late_dispatch', 'missed'",
      "'fine', 'both', 'late_dispatch', 'met'",
      "'s', 'both', 'late_delivery', 'missed'",
      "'s', 'german', 'late_dispatch', 'missed'",
    ),
    'previous points_entries': rows(
      BEFORE,
      "'s', 'both', 'kept', 'missed_metric', 'late_dispatch', CAST(7 AS BIGINT), DATE '2026-11-09', DATE '2026-11-18'",
      "'s', 'both', 'back', 'missed_metric', 'late_dispatch', 7, DATE '2026-11-09', DATE '2026-11-18'",
      "'s', 'both', 'read-anew', 'violation', 'fake', 7, DATE '2026-11-09', DATE '2026-11-18'",
      "'s', 'german', 'no-points-any-more', 'missed_metric', 'late_dispatch', 7, DATE '2026-11-09', DATE '2026-11-18'",
    ),
    'accepted violations': landed(
      violation('back', '2026-11-16').replace("'active'", "'withdrawn'"),
      violation('of-its-own', '2026-11-16'),
    ),
  },
  gives: [
    's both back missed_metric late_dispatch 7 2026-11-09 2026-11-18 withdrawn',
    's both both late_dispatch 2026-11-16 s missed_metric late_dispatch 2 2026-11-16 2026-11-25 stands',
    's both kept missed_metric late_dispatch 7 2026-11-09 2026-11-18 stands',
    's both of-its-own violation fake 5 2026-11-16 2026-11-25 stands',
  ],
};

const otherDay: MadeRows = {
  ...missed,
  says: 'that other days give no points for a missed metric',
  night: { policies: withPoints({ ...COUNTED, looked_at: { every: 'tuesday', why } }) },
  shows: 'entry_id',
  gives: ['back', 'kept', 'of-its-own'],
};

const ENTRIES = 'seller_id, programme, state, points, last_day';
const KNOWN = 'seller_id, programme, orders';
const standings: MadeRows = {
  path: 'marts/points_standings.sql',
  says: 'what stands, which milestone that is, and when it falls',
  night: { policies: withPoints(COUNTED) },
  reads: {
    seller_metrics: rows(KNOWN, "'nothing', 'both', CAST(9 AS BIGINT)", "'some', 'both', 9", "'some', 'german', 9"),
    points_entries: rows(
      ENTRIES,
      "'some', 'both', 'stands', CAST(2 AS BIGINT), DATE '2026-11-20'",
      "'some', 'both', 'stands', 3, DATE '2026-11-20'",
      "'some', 'both', 'stands', 1, DATE '2026-11-21'",
      "'some', 'both', 'stands', 0, DATE '2026-11-17'",
      "'some', 'both', 'withdrawn', 9, DATE '2026-11-20'",
      "'some', 'both', 'expired', 9, DATE '2026-11-10'",
      "'two', 'both', 'stands', 2, DATE '2026-11-20'",
      "'three', 'both', 'stands', 3, DATE '2026-11-20'",
      "'worst', 'both', 'stands', 10, DATE '2026-11-20'",
      "'no-points', 'both', 'stands', 0, DATE '2026-11-20'",
    ),
  },
  gives: [
    'no-points both 1.0 0 1 - - - 3 - - - -',
    'nothing both 1.0 0 0 - - - 3 - - - -',
    'some both 1.0 6 4 - - 6 9 good 2026-11-21 1 -',
    'three both 1.0 3 1 - - 3 6 - 2026-11-21 0 -',
    'two both 1.0 2 1 - - - 3 - 2026-11-21 0 -',
    'worst both 1.0 10 1 - - 9 - below 2026-11-21 0 -',
  ],
};

const ratings: MadeRows = {
  ...standings,
  says: 'a rating that orders raise and points lower, within its ends',
  night: { policies: withPoints(undefined, RATED) },
  reads: {
    seller_metrics: rows(
      KNOWN,
      "'start', 'german', CAST(9 AS BIGINT)",
      "'earns', 'german', 10",
      "'most', 'german', 999",
      "'less', 'german', 10",
      "'nought', 'german', 0",
    ),
    points_entries: rows(
      ENTRIES,
      "'less', 'german', 'stands', CAST(3 AS BIGINT), DATE '2026-11-20'",
      "'nought', 'german', 'stands', 90, DATE '2026-11-20'",
      "'nought', 'german', 'stands', 19, DATE '2026-11-25'",
    ),
  },
  gives: [
    'earns german 1.0 0 0 2 22 - 19 - - - -',
    'less german 1.0 3 1 2 19 19 0 - 2026-11-21 0 22',
    'most german 1.0 0 0 198 22 - 19 - - - -',
    'nought german 1.0 109 2 0 0 0 - poor 2026-11-21 19 1',
    'start german 1.0 0 0 0 20 - 19 - - - -',
  ],
};

const ofMetric = (seller: string, fault: number, because = 'above', tier = "'top'", of = 'both late_dispatch') =>
  `'${seller}', '${of.split(' ')[0]}', '${of.split(' ')[1]}', CAST(100 AS BIGINT), '${because}', CAST(${fault} AS BIGINT), CAST(100 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), ${tier}`;
const capped: MadeRows = {
  path: 'marts/scorecards.sql',
  says: 'no better tier than points allow, and that more orders do not bring the next one while they stand',
  night: { policies: withPoints(COUNTED) },
  reads: {
    sellers: none('seller_id, name, home_region, status'),
    seller_metrics: rows(
      'seller_id, programme, metric, orders, because, fault, counted, pending, counted_needed, orders_needed, faults_from, fault_buyers, fault_days, buyers_from, days_from, tier',
      ...[ofMetric('capped', 0), ofMetric('free', 0), ofMetric('both-hold', 15, 'above', "'good'", 'both late_delivery')],
      ...[ofMetric('metrics-hold', 15, 'above', "'good'", 'both late_delivery'), ofMetric('milder-cap', 50, 'above', "'below'")],
      ...[ofMetric('unjudged', 0, 'few_counted', 'NULL'), ofMetric('capped', 0, 'above', "'good'", 'german late_dispatch')],
    ),
    points_standings: rows(
      'seller_id, programme, caps_at',
      ...["'capped', 'both', 'good'", "'free', 'both', NULL", "'both-hold', 'both', 'good'", "'milder-cap', 'both', 'good'"],
      "'unjudged', 'both', 'below'",
    ),
  },
  shows: 'seller_id, programme, tier, tier_projected, tier_because, held_back_by, next_tier, orders_to_next_tier',
  gives: [
    'both-hold both good good held_back late_delivery top -',
    'capped both good good points - top -',
    'capped german good good meets_all - - -',
    'free both top top meets_all - - -',
    'metrics-hold both good good held_back late_delivery top 50',
    'milder-cap both below below held_back late_dispatch good 400',
    'unjudged both not_assessable below nothing_final - - -',
  ],
};

export const MADE_POINTS: readonly MadeRows[] = [entries, worth, versions, missed, otherDay, standings, ratings, capped];
