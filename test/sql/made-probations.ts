/** Probation of new sellers over made rows: who is new, what there is of each way out, and which is taken. The run date is 16 November. */
import type { Policies } from '../../policies/policy.js';
import type { Probation } from '../../policies/probation.js';
import { MADE_POLICIES, type MadeRows, rows } from './made-rows.js';

const why = 'made';
const OF_BOTH: Probation = {
  ...{ of_sellers_since: '2026-10-01', why, orders_a_day: { at_most: 2, why } },
  exits: [
    { name: 'Proven', orders: { at_least: 4 }, metrics: ['late_dispatch'], why },
    { name: 'Fast', orders: { at_least: 3, window_days: 7 }, days: { at_least: 3 }, why },
    { name: 'Over', days: { at_least: 45 }, why },
  ],
};
const OF_GERMAN: Probation = {
  ...OF_BOTH,
  ...{ of_sellers_since: '2026-11-01', orders_a_day: { at_most: 3, why } },
  exits: [{ name: 'Over', days: { at_least: 45 }, why }],
};
const POLICIES: Policies = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) => ({ ...p, probation: p.programme === 'both' ? OF_BOTH : OF_GERMAN })),
};
const night = {
  ...{ policies: POLICIES, run_date: '2026-11-16', run_id: '2026-11-16-001', previous_run_id: '2026-11-15-001' },
  previous_datasets: ['probations'],
};

const placed = (seller: string, day: string, more: Readonly<Record<string, string>> = {}, order = '1'): string =>
  Object.entries({
    ...{ seller_id: `'${seller}'`, order_id: `'${day} ${order}'`, region: "'GB'", weight: '1', judged_in: "'now'" },
    ...{ placed_day: `DATE '2026-${day}'`, ...more },
  })
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');
const SELLERS = rows(
  'seller_id, joined_on, status',
  ...[`'first-day', DATE '2026-10-01', 'probation'`, `'day-before', DATE '2026-09-30', 'probation'`],
  ...[
    `'in-both', DATE '2026-11-01', 'active'`,
    `'left', DATE '2026-10-10', 'probation'`,
    `'no-orders', DATE '2026-11-01', 'probation'`,
  ],
);
const KNOWN =
  'seller_id, programme, policy_version, state, since, orders_a_day_at_most, most_orders_a_day, days_above, exit, ended_on';
const known = (seller: string, programme: string, state = 'ended'): string =>
  `'${seller}', '${programme}', '0.9', '${state}', DATE '2026-10-10', CAST(2 AS BIGINT), CAST(7 AS BIGINT), CAST(3 AS BIGINT), 'Fast', DATE '2026-11-02'`;
const daysOfProbation: MadeRows = {
  path: 'marts/probation_days.sql',
  says: 'days of orders of who joined since the day of the programme, in its regions, and has not left',
  night,
  reads: {
    sellers: SELLERS,
    'previous probations': rows(
      KNOWN,
      known('left', 'both'),
      known('first-day', 'both', 'in_probation'),
      known('first-day', 'german'),
    ),
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[
          placed('first-day', '10-01'),
          placed('first-day', '11-16'),
          placed('first-day', '11-17'),
          placed('first-day', '09-30'),
        ],
        placed('first-day', '11-16', { cancelled_day: "DATE '2026-11-16'" }, '2'),
        placed('first-day', '11-16', { cancelled_day: "DATE '2026-11-17'" }, '3'),
        ...[placed('day-before', '11-02'), placed('left', '11-02'), placed('nobody', '11-02')],
        ...[
          placed('in-both', '11-02'),
          placed('in-both', '11-02', { region: "'DE'" }, '2'),
          placed('in-both', '11-03', { region: "'FR'" }),
        ],
        ...[placed('in-both', '11-04'), placed('in-both', '11-04', { weight: '-1' }), placed('in-both', '10-31')],
      ],
    },
  },
  shows: 'seller_id, programme, joined_on, placed_day, placed, kept',
  gives: [
    'first-day both 2026-10-01 2026-10-01 1 1',
    'first-day both 2026-10-01 2026-11-16 3 2',
    'in-both both 2026-11-01 2026-11-02 2 2',
    'in-both german 2026-11-01 2026-11-02 1 1',
  ],
};
const firstNight: MadeRows = {
  ...daysOfProbation,
  says: 'the same on a first night, which nothing was published before',
  night: { ...night, previous_datasets: [] },
  reads: {
    ...daysOfProbation.reads,
    'ledger order_outcomes': { of: 'order_outcomes', rows: [placed('left', '11-02')] },
  },
  gives: ['left both 2026-10-10 2026-11-02 1 1'],
};

const takenSince: MadeRows = {
  path: 'analyses/explain_taken.sql',
  says: 'orders since the first day on which anybody’s probation began, however long ago',
  night: { ...night, sellers: ['s'] },
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [placed('s', '10-01'), placed('s', '09-30'), placed('s', '11-16'), placed('s', '11-17'), placed('t', '11-16')],
    },
  },
  shows: 'seller_id, programme, day, orders, kept',
  gives: ['s both 2026-10-01 1 1', 's both 2026-11-16 1 1'],
};

const DAYS = 'seller_id, programme, joined_on, placed_day, placed, kept';
const day = (seller: string, joined: string, on: string, placedThen: number, kept = placedThen, programme = 'both'): string =>
  `'${seller}', '${programme}', DATE '2026-${joined}', DATE '2026-${on}', CAST(${placedThen} AS BIGINT), CAST(${kept} AS BIGINT)`;
const metric = (seller: string, verdict: string, fault: number, programme = 'both', key = 'late_dispatch'): string =>
  `'${seller}', '${programme}', '${key}', '${verdict}', CAST(${fault} AS BIGINT), CAST(1 AS BIGINT)`;
const exits: MadeRows = {
  path: 'marts/probation_exits.sql',
  says: 'orders that are not cancelled since joining or in the window, days since joining, and metrics whose standard is met',
  night,
  reads: {
    probation_days: rows(
      DAYS,
      ...[
        day('a', '10-02', '10-02', 1),
        day('a', '10-02', '11-09', 3, 2),
        day('a', '10-02', '11-10', 2, 1),
        day('a', '10-02', '11-16', 1),
      ],
      ...[
        day('b', '11-13', '11-13', 4),
        day('c', '11-14', '11-14', 3),
        day('e', '11-16', '11-16', 1),
        day('d', '11-01', '11-02', 1, 1, 'german'),
      ],
    ),
    seller_metrics: rows(
      'seller_id, programme, metric, verdict, fault, allowed',
      ...[metric('a', 'met', 1), metric('b', 'missed', 2), metric('c', 'not_assessable', 0), metric('c', 'met', 0, 'german')],
      metric('b', 'met', 0, 'both', 'late_delivery'),
    ),
  },
  shows: "seller_id || ' ' || programme || ' ' || place AS a, exit, ask, metric, value, needed, window_days, met",
  gives: [
    'a both 1 Proven metric late_dispatch 1 1 - true',
    'a both 1 Proven orders - 5 4 - true',
    'a both 2 Fast days - 45 3 - true',
    'a both 2 Fast orders - 2 3 7 false',
    'a both 3 Over days - 45 45 - true',
    'b both 1 Proven metric late_dispatch 2 1 - false',
    'b both 1 Proven orders - 4 4 - true',
    'b both 2 Fast days - 3 3 - true',
    'b both 2 Fast orders - 4 3 7 true',
    'b both 3 Over days - 3 45 - false',
    'c both 1 Proven metric late_dispatch 0 1 - false',
    'c both 1 Proven orders - 3 4 - false',
    'c both 2 Fast days - 2 3 - false',
    'c both 2 Fast orders - 3 3 7 true',
    'c both 3 Over days - 2 45 - false',
    'd german 1 Over days - 15 45 - false',
    'e both 1 Proven metric late_dispatch - - - false',
    'e both 1 Proven orders - 1 4 - false',
    'e both 2 Fast days - 0 3 - false',
    'e both 2 Fast orders - 1 3 7 false',
    'e both 3 Over days - 0 45 - false',
  ],
};

const EXITS = 'seller_id, programme, exit, place, ask, met';
const way = (seller: string, exit: string, place: number, ...met: boolean[]): string[] =>
  met.map((one, nth) => `'${seller}', 'both', '${exit}', ${place}, 'ask ${nth}', ${one}`);
const standing: MadeRows = {
  path: 'marts/probations.sql',
  says: 'which probation lasts, which ends tonight by the first way out that is open, which ended before, and what came in on its days',
  night,
  reads: {
    sellers: SELLERS,
    probation_days: rows(
      DAYS,
      ...[day('first-day', '10-01', '10-02', 3), day('first-day', '10-01', '10-03', 2), day('first-day', '10-01', '11-16', 1)],
      ...[
        day('open', '11-01', '11-02', 2),
        day('two-open', '11-01', '11-16', 5, 0),
        day('first-day', '11-01', '11-15', 2, 2, 'german'),
      ],
    ),
    probation_exits: rows(
      EXITS,
      ...[...way('first-day', 'Proven', 1, true, false), ...way('first-day', 'Over', 3, false)],
      ...[...way('open', 'Proven', 1, false), ...way('open', 'Over', 3, true, true)],
      ...[...way('two-open', 'Over', 3, true), ...way('two-open', 'Fast', 2, true, true)],
    ),
    'previous probations': rows(
      KNOWN,
      ...[known('left', 'both'), known('gone', 'both'), known('left', 'no_more'), known('first-day', 'both', 'in_probation')],
    ),
  },
  shows:
    "seller_id || ' ' || programme || ' ' || policy_version AS a, state, status, since, orders_a_day_at_most, orders_today, most_orders_a_day, days_above, exit, ended_on",
  gives: [
    'first-day both 1.0 in_probation probation 2026-10-01 2 1 3 1 - -',
    'first-day german 1.0 in_probation probation 2026-11-01 3 0 2 0 - -',
    'gone both 0.9 ended - 2026-10-10 2 - 7 3 Fast 2026-11-02',
    'left both 0.9 ended probation 2026-10-10 2 - 7 3 Fast 2026-11-02',
    'open both 1.0 ended - 2026-11-01 2 0 2 0 Over 2026-11-16',
    'two-open both 1.0 ended - 2026-11-01 2 5 5 1 Fast 2026-11-16',
  ],
};
const without = (path: string): MadeRows => ({
  ...{ path, says: 'nothing where no programme has a probation', night: {}, reads: {}, gives: [] },
});
const OF_NOTHING = ['probation_days', 'probation_exits', 'probations'].map((dataset) => without(`marts/${dataset}.sql`));

export const MADE_PROBATIONS: readonly MadeRows[] = [daysOfProbation, firstNight, takenSince, exits, standing, ...OF_NOTHING];
