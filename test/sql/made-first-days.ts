/** When orders began in a region, over made rows. The run date is 16 November 2026. */
import { addDays } from '../../contracts/days.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const RUN_DATE = '2026-11-16';
/** Twice the longest period, what the slowest metric waits, and a month: an order that was final by then is not looked at. */
const LAST_UNREAD = addDays(RUN_DATE, -(2 * 90 + Math.max(...MADE_POLICIES.metrics.map((m) => m.maturation_days)) + 30));

const placed = (region: string, day: string, weight = 1, final = RUN_DATE): string =>
  `'${region}' AS region, DATE '${day}' AS placed_day, DATE '${final}' AS final_day, CAST(${weight} AS TINYINT) AS weight`;
const firstDays = (says: string, rows: readonly string[], gives: readonly string[]): MadeRows => ({
  path: 'marts/region_first_days.sql',
  says,
  reads: { 'ledger order_outcomes': { of: 'order_outcomes', rows } },
  gives,
});

const OTHER_ROWS = 3 * 3 * MADE_POLICIES.metrics.length - 3;
/** Late dispatch is final after 2 days: its 28 days begin on 18 October, and those before them on 20 September. */
const wholePeriods: MadeRows = {
  path: 'marts/region_metrics.sql',
  says: 'the period before is whole where orders began on its first day, not a day later; where nobody ever ordered it is not',
  reads: {
    seller_periods: { of: 'seller_periods', rows: [] },
    region_daily: none('region, metric, day, met, fault, forgiven, forgiven_as_met, excluded, pending'),
    region_first_days: rows('region, first_day', "'GB', DATE '2026-09-20'", "'DE', DATE '2026-09-21'"),
  },
  shows: "CASE WHEN metric = 'late_dispatch' AND window_days = 28 THEN region || ' ' || previous_whole END",
  gives: ['ALL false', 'DE false', 'GB true', ...Array<string>(OTHER_ROWS).fill('-')],
};

export const MADE_FIRST_DAYS: readonly MadeRows[] = [
  firstDays(
    'the first day with an order that stands, of each region and of all; orders of tonight are orders, those of tomorrow none',
    [
      placed('DE', '2026-11-01'),
      placed('DE', '2026-10-20'),
      // Its only order was taken back.
      ...[placed('DE', '2026-10-10'), placed('DE', '2026-10-10', -1)],
      placed('GB', RUN_DATE),
      placed('FR', '2026-11-17'),
    ],
    ['DE 2026-10-20', `GB ${RUN_DATE}`, 'ALL 2026-10-20'],
  ),
  firstDays(
    'as far back as the periods reach and a month more',
    [
      placed('GB', '2026-01-05', 1, LAST_UNREAD),
      placed('GB', '2026-01-10', 1, addDays(LAST_UNREAD, 1)),
      placed('GB', '2026-11-01'),
    ],
    ['GB 2026-01-10', 'ALL 2026-01-10'],
  ),
  firstDays('nobody ordered: no region, and not all of them either', [placed('GB', '2026-11-17')], []),
  wholePeriods,
];
