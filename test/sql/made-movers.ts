/** Who moved a region's rate, over made rows. The run date is 16 November. */
import { someNight } from '../../infra/shared/night-columns.js';
import { MADE_POLICIES, type MadeRows, rows } from './made-rows.js';

/** Of the metrics of those policies only late dispatch moved, in 7 days: `seller, counted, fault, and both a period earlier`. */
const measured = MADE_POLICIES.metrics.filter(({ metric }) => !someNight(MADE_POLICIES, 'later').not_measured.includes(metric));
const PERIODS = [7, 28, 90].flatMap((days) =>
  ['current', 'previous'].flatMap((span) =>
    measured.flatMap(({ metric }) => ['fault', 'counted'].map((what) => `${metric}_${span}_${days}d_${what}`)),
  ),
);
const moved = (seller: string, counted: number, fault: number, before: number, faultBefore: number): string => {
  const values: Record<string, number> = {
    ...{ late_dispatch_current_7d_counted: counted, late_dispatch_current_7d_fault: fault },
    ...{ late_dispatch_previous_7d_counted: before, late_dispatch_previous_7d_fault: faultBefore },
  };
  return [`'${seller}', 'GB'`, ...PERIODS.map((name) => `CAST(${values[name] ?? 0} AS BIGINT)`)].join(', ');
};

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
      'region, metric, carrier, category, band, counted, fault',
      ...["'GB', 'late_dispatch', 'Swift', NULL, 1, 50, 10", "'GB', 'late_dispatch', 'Swift', NULL, 2, 50, 8"].map((row) =>
        row.replace(/(\d+), (\d+)$/, 'CAST($1 AS BIGINT), CAST($2 AS BIGINT)'),
      ),
    ),
    sellers: rows(
      'seller_id, joined_on',
      "'a-89-days', DATE '2026-08-19'",
      "'b-90-days', DATE '2026-08-18'",
      "'c-364-days', DATE '2025-11-17'",
      "'d-365-days', DATE '2025-11-16'",
    ),
    region_metrics: rows(
      'region, metric, window_days, accountable_rate, previous_accountable_rate, raw_rate, previous_raw_rate, change, ' +
        'met, fault, forgiven_as_met, previous_met, previous_fault, previous_forgiven_as_met',
      "'GB', 'late_dispatch', 7, 0.2, 0.16, 0.25, 0.16, 0.04, 40, 10, 0, 42, 8, 0",
    ),
  },
  gives: [
    'GB late_dispatch 7 carrier 1 member Swift 1 50 10 50 8 40000 40000 0',
    'GB late_dispatch 7 category 1 unknown - 1 50 10 50 8 40000 40000 0',
    'GB late_dispatch 7 cause 1 member rate 1 50 10 50 8 90000 90000 0',
    'GB late_dispatch 7 cause 2 member mix 1 50 10 50 8 0 0 0',
    'GB late_dispatch 7 cause 3 member forgiven 1 50 10 50 8 -50000 -50000 0',
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

export const MADE_MOVERS: readonly MadeRows[] = [movers];
