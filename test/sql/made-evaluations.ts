/** What evaluations say over made rows. The run date is Monday 16 November; late dispatch matures in 2 days and is good up to 10 %. */
import { addDays } from '../../contracts/days.js';
import type { Policies } from '../../policies/policy.js';
import { evaluationIs, MADE_POLICIES, type MadeRows, none, rows, VERDICT_COLUMNS } from './made-rows.js';

const WHY = 'made';
const EVALUATION = {
  ...{ every: 'monday' as const, why: WHY },
  notice: { luck_below: 0.05, faults: 4, days: 4, why: WHY },
  effect: { fresh_days: 28, within_days: 84, faults: 2, why: WHY },
  to_a_person: { times_the_bound: 2, faults: 5, why: WHY },
  circuit_breaker: { share: 0.25, sellers: 2, why: WHY },
  overturned: { share: 0.2, appeals: 5, why: WHY },
  early_warning: { warns: true, good: 0.4, bad: 2, day_at_most: 2, warns_at: 7, why: WHY },
};
/** The programme of both regions is evaluated every Monday, the German one never. */
export const EVALUATED: Policies = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) => (p.programme === 'both' ? { ...p, evaluation: EVALUATION } : p)),
};
export const night = (run_date = '2026-11-16') => ({ policies: EVALUATED, run_date, run_id: `${run_date}-001` });

type Day = readonly [day: string, counted: number, fault: number, region?: string];
const DAYS = 'seller_id, region, metric, cohort_day, counted, fault';
const days = (seller: string, ...some: readonly Day[]): string[] =>
  some.map(
    ([at, counted, fault, region = 'GB']) => `'${seller}', '${region}', 'late_dispatch', DATE '${at}', ${counted}, ${fault}`,
  );
/** So many days in a row, each with as many counted and at fault. */
const each = (first: string, many: number, counted: number, fault: number): Day[] =>
  Array.from({ length: many }, (_, at) => [addDays(first, at), counted, fault] as const);

const JUDGED = 'seller_id, programme, metric, because, counted, fault, counted_needed, faults_from';
const judged = (seller: string, counted: number, fault: number, because = 'within', needed = 0, from = 0): string =>
  `'${seller}', 'both', 'late_dispatch', '${because}', ${counted}, ${fault}, ${needed}, ${from}`;
const PROPOSED = 'seller_id, programme, tier';
const HELD = 'seller_id, programme, official_tier, evaluated_on';
const held = (seller: string, tier: string, on = '2026-11-09'): string => `'${seller}', 'both', '${tier}', DATE '${on}'`;
const NOTICES =
  'seller_id, programme, metric, official_verdict, notice_on, notice_tier, notice_at_most, counts_after, fresh_allowed';
const notice = (seller: string, on: string, tier = 'good', bound = '0.1'): string =>
  `'${seller}', 'both', 'late_dispatch', 'notice', DATE '${on}', '${tier}', CAST(${bound} AS DOUBLE), CAST(NULL AS DATE), 7`;
const NO_NOTICE = 'CAST(NULL AS DATE), CAST(NULL AS VARCHAR), CAST(NULL AS DOUBLE)';
const settled = (seller: string, after: string): string =>
  `'${seller}', 'both', 'late_dispatch', 'met', ${NO_NOTICE}, DATE '${after}', CAST(NULL AS BIGINT)`;

/** Who is there, what each has counted, the tier held before; a tier of null is a newcomer for whom `proposed` is proposed. */
const SELLERS: readonly { seller: string; judged?: string; tier?: string; proposed?: string; days: string[]; last?: string }[] = [
  {
    seller: 'a-luck',
    judged: judged('a-luck', 40, 8),
    tier: 'good',
    days: days('a-luck', ...each('2026-11-01', 8, 1, 1), ['2026-10-30', 32, 0]),
  },
  {
    seller: 'a-at-the-bound',
    judged: judged('a-at-the-bound', 40, 4),
    tier: 'good',
    days: days('a-at-the-bound', ['2026-11-01', 40, 4]),
  },
  {
    seller: 'a-few-buyers',
    judged: judged('a-few-buyers', 40, 20, 'few_buyers'),
    tier: 'good',
    days: days('a-few-buyers', ...each('2026-11-01', 10, 4, 2)),
  },
  {
    seller: 'a-few-days',
    judged: judged('a-few-days', 40, 20, 'few_days'),
    tier: 'good',
    days: days('a-few-days', ...each('2026-11-01', 10, 4, 2)),
  },
  {
    seller: 'b-notice',
    judged: judged('b-notice', 40, 10, 'above'),
    tier: 'good',
    days: days('b-notice', ...each('2026-11-02', 5, 2, 2), ['2026-10-30', 30, 0]),
  },
  {
    seller: 'c-bad-day',
    judged: judged('c-bad-day', 60, 23),
    tier: 'good',
    days: days('c-bad-day', ['2026-11-05', 20, 20], ...each('2026-11-06', 3, 1, 1), ['2026-10-30', 37, 0]),
  },
  {
    seller: 'd-three-days',
    judged: judged('d-three-days', 12, 12),
    tier: 'good',
    days: days('d-three-days', ...each('2026-11-02', 3, 4, 4)),
  },
  {
    seller: 'd-three-left',
    judged: judged('d-three-left', 4, 4),
    tier: 'good',
    days: days('d-three-left', ...each('2026-11-02', 4, 1, 1)),
  },
  {
    seller: 'e-confirmed',
    judged: judged('e-confirmed', 20, 3, 'within', 20),
    tier: 'good',
    days: days('e-confirmed', ...each('2026-11-01', 3, 1, 1), ['2026-10-30', 17, 0], ['2026-10-17', 50, 0]),
    last: notice('e-confirmed', '2026-10-17'),
  },
  {
    seller: 'e-at-the-bound',
    judged: judged('e-at-the-bound', 21, 3),
    tier: 'good',
    days: days('e-at-the-bound', ...each('2026-11-01', 3, 1, 1), ['2026-10-30', 18, 0]),
    last: notice('e-at-the-bound', '2026-10-17'),
  },
  {
    seller: 'e-no-fresh-day',
    judged: judged('e-no-fresh-day', 0, 0),
    tier: 'good',
    days: [],
    last: notice('e-no-fresh-day', '2026-10-12'),
  },
  {
    seller: 'e-fresh-is-enough',
    judged: judged('e-fresh-is-enough', 20, 4, 'within', 21),
    tier: 'good',
    days: days('e-fresh-is-enough', ...each('2026-11-01', 4, 1, 1), ['2026-10-30', 16, 0]),
    last: notice('e-fresh-is-enough', '2026-10-17'),
  },
  {
    seller: 'f-waits',
    judged: judged('f-waits', 5, 2),
    tier: 'good',
    days: days('f-waits', ...each('2026-11-01', 2, 1, 1), ['2026-10-30', 3, 0]),
    last: notice('f-waits', '2026-08-22'),
  },
  {
    seller: 'g-cured',
    judged: judged('g-cured', 30, 4),
    tier: 'good',
    days: days(
      'g-cured',
      ...each('2026-11-01', 4, 1, 1),
      ['2026-10-30', 27, 0],
      ['2026-10-17', 50, 0],
      ['2026-11-05', 30, 30, 'FR'],
    ),
    last: notice('g-cured', '2026-10-12'),
  },
  {
    seller: 'h-lapsed',
    judged: judged('h-lapsed', 5, 2),
    tier: 'good',
    days: days('h-lapsed', ...each('2026-11-01', 2, 1, 1), ['2026-10-30', 3, 0]),
    last: notice('h-lapsed', '2026-08-21'),
  },
  {
    seller: 'i-too-early',
    judged: judged('i-too-early', 20, 9),
    tier: 'good',
    days: days('i-too-early', ...each('2026-11-01', 9, 1, 1), ['2026-10-30', 11, 0], ['2026-10-18', 5, 0]),
    last: notice('i-too-early', '2026-10-18'),
  },
  {
    seller: 'j-void',
    judged: judged('j-void', 20, 1),
    tier: 'good',
    days: days('j-void', ...each('2026-11-01', 1, 20, 1)),
    last: notice('j-void', '2026-10-12', 'top', '0'),
  },
  {
    seller: 'k-at-the-top',
    judged: judged('k-at-the-top', 500, 5),
    tier: 'top',
    days: days('k-at-the-top', ...each('2026-11-01', 5, 100, 1)),
  },
  {
    seller: 'l-nothing-to-lose',
    judged: judged('l-nothing-to-lose', 40, 20),
    tier: 'below',
    days: days('l-nothing-to-lose', ...each('2026-11-01', 10, 4, 2)),
  },
  {
    seller: 'm-few',
    judged: judged('m-few', 40, 20, 'few_orders'),
    proposed: 'not_assessable',
    tier: 'good',
    days: days('m-few', ...each('2026-11-01', 10, 4, 2)),
  },
  {
    seller: 'm-few-noticed',
    judged: judged('m-few-noticed', 40, 20, 'few_orders'),
    tier: 'good',
    days: days('m-few-noticed', ...each('2026-11-01', 10, 4, 2)),
    last: notice('m-few-noticed', '2026-11-09'),
  },
  {
    seller: 'n-unmeasured',
    judged: `'n-unmeasured', 'both', 'late_dispatch', 'no_source', NULL, NULL, 0, 0`,
    tier: 'good',
    days: [],
  },
  {
    seller: 'n-unmeasured-noticed',
    judged: `'n-unmeasured-noticed', 'both', 'late_dispatch', 'no_source', NULL, NULL, 0, 0`,
    tier: 'good',
    days: [],
    last: notice('n-unmeasured-noticed', '2026-08-22'),
  },
  {
    seller: 'n-unmeasured-lapsed',
    judged: `'n-unmeasured-lapsed', 'both', 'late_dispatch', 'no_source', NULL, NULL, 0, 0`,
    tier: 'good',
    days: [],
    last: notice('n-unmeasured-lapsed', '2026-08-21'),
  },
  {
    seller: 'u-below-the-floor',
    judged: judged('u-below-the-floor', 40, 10, 'within', 0, 11),
    tier: 'good',
    days: days('u-below-the-floor', ...each('2026-11-02', 5, 2, 2), ['2026-10-30', 30, 0]),
  },
  {
    seller: 'u-at-the-floor',
    judged: judged('u-at-the-floor', 40, 10, 'above', 0, 10),
    tier: 'good',
    days: days('u-at-the-floor', ...each('2026-11-02', 5, 2, 2), ['2026-10-30', 30, 0]),
  },
  {
    seller: 'u-watched-at-the-floor',
    judged: judged('u-watched-at-the-floor', 40, 8, 'above', 0, 8),
    tier: 'good',
    days: days('u-watched-at-the-floor', ...each('2026-11-01', 8, 1, 1), ['2026-10-30', 32, 0]),
  },
  {
    seller: 'u-fresh-below-the-floor',
    judged: judged('u-fresh-below-the-floor', 20, 3, 'within', 0, 4),
    tier: 'good',
    days: days('u-fresh-below-the-floor', ...each('2026-11-01', 3, 1, 1), ['2026-10-30', 17, 0]),
    last: notice('u-fresh-below-the-floor', '2026-10-17'),
  },
  {
    seller: 'u-fresh-at-the-floor',
    judged: judged('u-fresh-at-the-floor', 20, 3, 'above', 0, 3),
    tier: 'good',
    days: days('u-fresh-at-the-floor', ...each('2026-11-01', 3, 1, 1), ['2026-10-30', 17, 0]),
    last: notice('u-fresh-at-the-floor', '2026-10-17'),
  },
  // The old notice was about a tier that is lost; the new one has no fresh day yet.
  {
    seller: 'v-noticed-anew',
    judged: judged('v-noticed-anew', 40, 10),
    tier: 'good',
    days: days('v-noticed-anew', ...each('2026-11-02', 5, 2, 2), ['2026-10-30', 30, 0]),
    last: notice('v-noticed-anew', '2026-10-12', 'top', '0'),
  },
  // No orders any more, so no scorecard either.
  {
    seller: 'e-one-fresh-day',
    judged: judged('e-one-fresh-day', 1, 0),
    tier: 'good',
    days: days('e-one-fresh-day', ['2026-11-01', 1, 0]),
    last: notice('e-one-fresh-day', '2026-10-12'),
  },
  { seller: 'l-over', judged: judged('l-over', 40, 6), tier: 'below', days: days('l-over', ['2026-11-01', 40, 6]) },
  { seller: 'l-within', judged: judged('l-within', 40, 2), tier: 'below', days: days('l-within', ['2026-11-01', 40, 2]) },
  {
    seller: 'o-long-ago',
    judged: judged('o-long-ago', 40, 20),
    tier: 'good',
    days: days('o-long-ago', ['2026-10-17', 5, 5], ...each('2026-11-01', 3, 1, 1)),
    last: settled('o-long-ago', '2026-09-01'),
  },
  { seller: 'w-away', tier: 'good', days: [], last: notice('w-away', '2026-08-22') },
  { seller: 'w-away-too-long', tier: 'good', days: [], last: notice('w-away-too-long', '2026-08-21') },
  { seller: 'w-away-without-a-notice', tier: 'good', days: [], last: settled('w-away-without-a-notice', '2026-08-21') },
  {
    seller: 'o-settled',
    judged: judged('o-settled', 40, 20),
    tier: 'good',
    days: days('o-settled', ...each('2026-11-01', 10, 4, 2)),
    last: settled('o-settled', '2026-11-07'),
  },
  {
    seller: 'p-many',
    judged: judged('p-many', 2000, 250),
    tier: 'good',
    days: days('p-many', ...each('2026-11-01', 10, 200, 25)),
  },
  {
    seller: 'p-many-luck',
    judged: judged('p-many-luck', 2000, 230),
    tier: 'good',
    days: days('p-many-luck', ...each('2026-11-01', 10, 200, 23)),
  },
  {
    seller: 'q-person',
    judged: judged('q-person', 18, 10),
    tier: 'good',
    days: days('q-person', ...each('2026-11-01', 10, 2, 1)),
  },
  {
    seller: 'q-too-few-for-a-person',
    judged: judged('q-too-few-for-a-person', 6, 5),
    tier: 'good',
    days: days('q-too-few-for-a-person', ...each('2026-11-01', 5, 1, 1), ['2026-10-30', 1, 0]),
  },
  {
    seller: 'q-just-for-a-person',
    judged: judged('q-just-for-a-person', 11, 6),
    tier: 'good',
    days: days('q-just-for-a-person', ...each('2026-11-01', 6, 1, 1), ['2026-10-30', 5, 0]),
  },
  {
    seller: 'q-once-in-forty',
    judged: judged('q-once-in-forty', 15, 5),
    tier: 'good',
    days: days('q-once-in-forty', ...each('2026-11-01', 5, 1, 1), ['2026-10-30', 10, 0]),
  },
  {
    seller: 'r-newcomer',
    judged: judged('r-newcomer', 40, 20),
    proposed: 'below',
    days: days('r-newcomer', ...each('2026-11-01', 10, 4, 2)),
  },
  {
    seller: 'r-new-at-top',
    judged: judged('r-new-at-top', 40, 0),
    proposed: 'top',
    days: days('r-new-at-top', ['2026-11-01', 40, 0]),
  },
  {
    seller: 's-two-regions',
    judged: judged('s-two-regions', 40, 10),
    tier: 'good',
    days: days(
      's-two-regions',
      ...each('2026-11-02', 5, 1, 1),
      ...each('2026-11-02', 5, 1, 1).map(([at, n, f]) => [at, n, f, 'DE'] as const),
      ['2026-10-30', 30, 0],
    ),
  },
  {
    seller: 't-edges',
    judged: judged('t-edges', 11, 8),
    tier: 'good',
    days: days('t-edges', ['2026-10-17', 9, 9], ...each('2026-10-18', 4, 2, 2), ['2026-11-14', 3, 0]),
  },
];

const SHOWN =
  "seller_id || ' ' || verdict || ' ' || coalesce(official_verdict, '-') AS a, held_tier, fault_left, counted_left, beyond_luck, is_beyond_luck, " +
  'worst_day, once_in_years, to_a_person, notice_on, notice_tier, notice_at_most, fresh_left, fresh_counted, fresh_fault, fresh_allowed, ' +
  'fresh_until, settled_from, lapses_after, counts_after';

const standingRows = (evaluated_on: string, state = 'decided'): MadeRows['reads'] => {
  const holding = rows(HELD, ...SELLERS.flatMap(({ seller, tier }) => (tier ? [held(seller, tier, evaluated_on)] : [])));
  return {
    seller_days: rows(DAYS, ...SELLERS.flatMap((one) => one.days)),
    seller_metrics: rows(JUDGED, ...SELLERS.flatMap((one) => one.judged ?? [])),
    scorecards: rows(
      PROPOSED,
      ...SELLERS.flatMap((one) => (one.judged ? `'${one.seller}', 'both', '${one.proposed ?? 'good'}'` : [])),
    ),
    held_tiers: holding,
    evaluations: evaluationIs(state),
    'previous metric_standings': rows(NOTICES, ...SELLERS.flatMap(({ last }) => last ?? [])),
  };
};

const evaluation: MadeRows = {
  path: 'marts/metric_standings.sql',
  says: 'what luck explains, which notices begin, wait, end and are confirmed',
  night: night(),
  through: ['marts/luck.sql', 'marts/metric_verdicts.sql'],
  shows: SHOWN,
  reads: standingRows('2026-11-09'),
  gives: [
    'a-at-the-bound met met good 0 36 8 false 2026-11-01 - false - - - - - - - - - - -',
    'a-few-buyers met met good 18 38 8 false 2026-11-10 - false - - - - - - - - - - -',
    'a-few-days met met good 18 38 8 false 2026-11-10 - false - - - - - - - - - - -',
    'a-luck watch watch good 7 39 8 false 2026-11-08 - false - - - - - - - - - - -',
    'b-notice notice notice good 8 38 8 true 2026-11-06 100 false 2026-11-16 good 0.1 0 0 0 4 2026-12-14 2026-12-16 2027-02-10 -',
    'c-bad-day watch watch good 3 40 8 false 2026-11-05 - false - - - - - - - - - - -',
    'd-three-days watch watch good 8 8 3 false 2026-11-04 - false - - - - - - - - - - -',
    'd-three-left watch watch good 3 3 2 false 2026-11-05 - false - - - - - - - - - - -',
    'e-at-the-bound watch watch good 2 20 5 false 2026-11-03 - false - - - 2 21 3 - - - - 2026-11-14',
    'e-confirmed confirmed confirmed good 2 19 5 false 2026-11-03 - false - - - 2 20 3 - - - - 2026-11-14',
    'e-fresh-is-enough notice notice good 3 19 5 false 2026-11-04 - false 2026-10-17 good 0.1 3 20 4 1 2026-11-14 2026-11-16 2027-01-11 -',
    'e-no-fresh-day notice notice good 0 0 1 false - - false 2026-10-12 good 0.1 0 0 0 1 2026-11-09 2026-11-11 2027-01-06 -',
    'e-one-fresh-day met met good 0 1 2 false - - false - - - 0 1 0 - - - - 2026-11-14',
    'f-waits notice notice good 1 4 3 false 2026-11-02 - false 2026-08-22 good 0.1 1 5 2 1 2026-09-19 2026-09-21 2026-11-16 -',
    'g-cured watch watch good 3 30 7 false 2026-11-04 - false - - - 3 31 4 - - - - 2026-11-14',
    'h-lapsed watch watch good 1 4 3 false 2026-11-02 - false - - - 1 5 2 - - - - 2026-11-14',
    'i-too-early notice notice good 8 24 6 true 2026-11-09 100 false 2026-10-18 good 0.1 8 20 9 7 2026-11-15 2026-11-17 2027-01-12 -',
    'j-void met met good 0 19 5 false 2026-11-01 - false - - - - - - - - - - -',
    'k-at-the-top notice notice top 4 499 1 true 2026-11-05 100 false 2026-11-16 top 0 0 0 0 1 2026-12-14 2026-12-16 2027-02-10 -',
    'l-nothing-to-lose watch watch below 18 38 - false 2026-11-10 - false - - - - - - - - - - -',
    'l-over watch watch below 0 34 - false 2026-11-01 - false - - - - - - - - - - -',
    'l-within met met below 0 38 - false 2026-11-01 - false - - - - - - - - - - -',
    'm-few not_assessable not_assessable good 18 38 8 false 2026-11-10 - false - - - - - - - - - - -',
    'm-few-noticed notice notice good 18 38 8 false 2026-11-10 - false 2026-11-09 good 0.1 0 4 2 7 2026-12-07 2026-12-09 2027-02-03 -',
    'n-unmeasured not_measured not_measured good 0 0 1 false - - false - - - - - - - - - - -',
    'n-unmeasured-lapsed not_measured not_measured good 0 0 1 false - - false - - - 0 0 0 - - - - 2026-11-14',
    'n-unmeasured-noticed not_measured not_measured good 0 0 1 false - - false 2026-08-22 good 0.1 0 0 0 1 2026-09-19 2026-09-21 2026-11-16 -',
    'o-long-ago watch watch good 2 2 2 false 2026-11-03 - false - - - - - - - - - - 2026-09-01',
    'o-settled watch watch good 4 10 4 false 2026-11-10 - false - - - - - - - - - - 2026-11-07',
    'p-many notice notice good 225 1975 221 true 2026-11-10 100 false 2026-11-16 good 0.1 0 0 0 200 2026-12-14 2026-12-16 2027-02-10 -',
    'p-many-luck watch watch good 207 1977 222 false 2026-11-10 - false - - - - - - - - - - -',
    'q-just-for-a-person notice notice good 5 10 4 true 2026-11-06 100 true 2026-11-16 good 0.1 0 0 0 1 2026-12-14 2026-12-16 2027-02-10 -',
    'q-once-in-forty notice notice good 4 14 4 true 2026-11-05 40 false 2026-11-16 good 0.1 0 0 0 1 2026-12-14 2026-12-16 2027-02-10 -',
    'q-person notice notice good 9 19 5 true 2026-11-10 100 true 2026-11-16 good 0.1 0 0 0 2 2026-12-14 2026-12-16 2027-02-10 -',
    'q-too-few-for-a-person notice notice good 4 5 3 true 2026-11-05 100 false 2026-11-16 good 0.1 0 0 0 1 2026-12-14 2026-12-16 2027-02-10 -',
    'r-new-at-top met met top 0 40 1 false - - false - - - - - - - - - - -',
    'r-newcomer notice notice good 18 38 8 true 2026-11-10 100 true 2026-11-16 good 0.1 0 0 0 4 2026-12-14 2026-12-16 2027-02-10 -',
    's-two-regions notice notice good 8 38 8 true 2026-11-06 100 false 2026-11-16 good 0.1 0 0 0 4 2026-12-14 2026-12-16 2027-02-10 -',
    't-edges notice notice good 6 9 4 true 2026-10-21 100 true 2026-11-16 good 0.1 0 0 0 1 2026-12-14 2026-12-16 2027-02-10 -',
    'u-at-the-floor notice notice good 8 38 8 true 2026-11-06 100 false 2026-11-16 good 0.1 0 0 0 4 2026-12-14 2026-12-16 2027-02-10 -',
    'u-below-the-floor met met good 8 38 8 false 2026-11-06 - false - - - - - - - - - - -',
    'u-fresh-at-the-floor confirmed confirmed good 2 19 5 false 2026-11-03 - false - - - 2 20 3 - - - - 2026-11-14',
    'u-fresh-below-the-floor met met good 2 19 5 false 2026-11-03 - false - - - 2 20 3 - - - - 2026-11-14',
    'u-watched-at-the-floor watch watch good 7 39 8 false 2026-11-08 - false - - - - - - - - - - -',
    'v-noticed-anew notice notice good 8 38 8 true 2026-11-06 100 false 2026-11-16 good 0.1 0 0 0 4 2026-12-14 2026-12-16 2027-02-10 -',
    'w-away notice notice good 0 0 1 false - - false 2026-08-22 good 0.1 0 0 0 1 2026-09-19 2026-09-21 2026-11-16 -',
    'w-away-too-long not_assessable not_assessable good 0 0 1 false - - false - - - 0 0 0 - - - - 2026-11-14',
  ],
};

const otherNight: MadeRows = {
  path: 'marts/metric_standings.sql',
  says: 'on a night between evaluations what one would say, and keeps what stands',
  night: night('2026-11-17'),
  through: ['marts/luck.sql', 'marts/metric_verdicts.sql'],
  shows: SHOWN,
  reads: standingRows('2026-11-16', 'stands'),
  gives: [
    'a-at-the-bound met - good 0 36 8 false 2026-11-01 - false - - - - - - - - - - -',
    'a-few-buyers met - good 18 38 8 false 2026-11-10 - false - - - - - - - - - - -',
    'a-few-days met - good 18 38 8 false 2026-11-10 - false - - - - - - - - - - -',
    'a-luck watch - good 7 39 8 false 2026-11-08 - false - - - - - - - - - - -',
    'b-notice notice - good 8 38 8 true 2026-11-06 100 false - - - - - - - - - - -',
    'c-bad-day watch - good 3 40 8 false 2026-11-05 - false - - - - - - - - - - -',
    'd-three-days watch - good 8 8 3 false 2026-11-04 - false - - - - - - - - - - -',
    'd-three-left watch - good 3 3 2 false 2026-11-05 - false - - - - - - - - - - -',
    'e-at-the-bound watch notice good 2 20 5 false 2026-11-03 - false 2026-10-17 good 0.1 2 21 3 2 2026-11-14 2026-11-16 2027-01-11 -',
    'e-confirmed confirmed notice good 2 19 5 false 2026-11-03 - false 2026-10-17 good 0.1 2 20 3 1 2026-11-14 2026-11-16 2027-01-11 -',
    'e-fresh-is-enough notice notice good 3 19 5 false 2026-11-04 - false 2026-10-17 good 0.1 3 20 4 1 2026-11-14 2026-11-16 2027-01-11 -',
    'e-no-fresh-day notice notice good 0 0 1 false - - false 2026-10-12 good 0.1 0 0 0 1 2026-11-09 2026-11-11 2027-01-06 -',
    'e-one-fresh-day met notice good 0 1 2 false - - false 2026-10-12 good 0.1 0 1 0 1 2026-11-09 2026-11-11 2027-01-06 -',
    'f-waits watch notice good 1 4 3 false 2026-11-02 - false 2026-08-22 good 0.1 1 5 2 1 2026-09-19 2026-09-21 2026-11-16 -',
    'g-cured watch notice good 3 30 7 false 2026-11-04 - false 2026-10-12 good 0.1 3 31 4 3 2026-11-09 2026-11-11 2027-01-06 -',
    'h-lapsed watch notice good 1 4 3 false 2026-11-02 - false 2026-08-21 good 0.1 1 5 2 1 2026-09-18 2026-09-20 2026-11-15 -',
    'i-too-early confirmed notice good 8 19 5 true 2026-11-09 100 true 2026-10-18 good 0.1 8 20 9 1 2026-11-15 2026-11-17 2027-01-12 -',
    'j-void met notice good 0 19 5 false 2026-11-01 - false - - - - - - - - - - -',
    'k-at-the-top notice - top 4 499 1 true 2026-11-05 100 false - - - - - - - - - - -',
    'l-nothing-to-lose watch - below 18 38 - false 2026-11-10 - false - - - - - - - - - - -',
    'l-over watch - below 0 34 - false 2026-11-01 - false - - - - - - - - - - -',
    'l-within met - below 0 38 - false 2026-11-01 - false - - - - - - - - - - -',
    'm-few not_assessable - good 18 38 8 false 2026-11-10 - false - - - - - - - - - - -',
    'm-few-noticed notice notice good 18 38 8 false 2026-11-10 - false 2026-11-09 good 0.1 0 4 2 7 2026-12-07 2026-12-09 2027-02-03 -',
    'n-unmeasured not_measured - good 0 0 1 false - - false - - - - - - - - - - -',
    'n-unmeasured-lapsed not_measured notice good 0 0 1 false - - false 2026-08-21 good 0.1 0 0 0 1 2026-09-18 2026-09-20 2026-11-15 -',
    'n-unmeasured-noticed not_measured notice good 0 0 1 false - - false 2026-08-22 good 0.1 0 0 0 1 2026-09-19 2026-09-21 2026-11-16 -',
    'o-long-ago watch met good 2 2 2 false 2026-11-03 - false - - - - - - - - - - 2026-09-01',
    'o-settled watch met good 4 10 4 false 2026-11-10 - false - - - - - - - - - - 2026-11-07',
    'p-many notice - good 225 1975 221 true 2026-11-10 100 false - - - - - - - - - - -',
    'p-many-luck watch - good 207 1977 222 false 2026-11-10 - false - - - - - - - - - - -',
    'q-just-for-a-person notice - good 5 10 4 true 2026-11-06 100 true - - - - - - - - - - -',
    'q-once-in-forty notice - good 4 14 4 true 2026-11-05 40 false - - - - - - - - - - -',
    'q-person notice - good 9 19 5 true 2026-11-10 100 true - - - - - - - - - - -',
    'q-too-few-for-a-person notice - good 4 5 3 true 2026-11-05 100 false - - - - - - - - - - -',
    'r-new-at-top met - top 0 40 1 false - - false - - - - - - - - - - -',
    'r-newcomer notice - good 18 38 8 true 2026-11-10 100 true - - - - - - - - - - -',
    's-two-regions notice - good 8 38 8 true 2026-11-06 100 false - - - - - - - - - - -',
    't-edges watch - good 4 7 3 false 2026-10-21 - false - - - - - - - - - - -',
    'u-at-the-floor notice - good 8 38 8 true 2026-11-06 100 false - - - - - - - - - - -',
    'u-below-the-floor met - good 8 38 8 false 2026-11-06 - false - - - - - - - - - - -',
    'u-fresh-at-the-floor confirmed notice good 2 19 5 false 2026-11-03 - false 2026-10-17 good 0.1 2 20 3 1 2026-11-14 2026-11-16 2027-01-11 -',
    'u-fresh-below-the-floor met notice good 2 19 5 false 2026-11-03 - false 2026-10-17 good 0.1 2 20 3 1 2026-11-14 2026-11-16 2027-01-11 -',
    'u-watched-at-the-floor watch - good 7 39 8 false 2026-11-08 - false - - - - - - - - - - -',
    'v-noticed-anew notice notice good 8 38 8 true 2026-11-06 100 false - - - - - - - - - - -',
    'w-away not_assessable notice good 0 0 1 false - - false 2026-08-22 good 0.1 0 0 0 1 2026-09-19 2026-09-21 2026-11-16 -',
    'w-away-too-long not_assessable notice good 0 0 1 false - - false 2026-08-21 good 0.1 0 0 0 1 2026-09-18 2026-09-20 2026-11-15 -',
  ],
};

const withoutSource: MadeRows = {
  path: 'marts/metric_standings.sql',
  says: 'that a notice waits while its metric is not measured, of who is away too',
  night: { ...night(), not_measured: ['late_dispatch'] },
  through: ['marts/luck.sql', 'marts/metric_verdicts.sql'],
  shows: SHOWN,
  reads: {
    ...standingRows('2026-11-09'),
    seller_days: none(DAYS),
    seller_metrics: rows(JUDGED, `'n-here', 'both', 'late_dispatch', 'no_source', NULL, NULL, 0, 0`),
    'previous metric_standings': rows(NOTICES, notice('n-here', '2026-10-12'), notice('n-away', '2026-10-12')),
  },
  gives: [
    'n-away not_measured not_measured good 0 0 1 false - - false 2026-10-12 good 0.1 0 0 0 1 2026-11-09 2026-11-11 2027-01-06 -',
    'n-here not_measured not_measured good 0 0 1 false - - false 2026-10-12 good 0.1 0 0 0 1 2026-11-09 2026-11-11 2027-01-06 -',
  ],
};

/** Late dispatch over a window longer than the days that settle a notice. */
const overLonger: MadeRows = {
  path: 'marts/metric_standings.sql',
  says: 'over all days of a longer window, of the metric alone, and without the worst of the fresh ones',
  night: {
    ...night(),
    policies: {
      ...EVALUATED,
      programmes: EVALUATED.programmes.map((p) => ({
        ...p,
        metrics: p.metrics.map((m) => (m.metric === 'late_dispatch' ? { ...m, window_days: 60 } : m)),
      })),
    },
  },
  through: ['marts/luck.sql', 'marts/metric_verdicts.sql'],
  shows: 'seller_id, metric, fault_left, counted_left, fresh_left, fresh_counted, fresh_fault',
  reads: {
    ...standingRows('2026-11-09'),
    seller_days: rows(
      DAYS,
      ...days('s', ['2026-09-17', 5, 0], ['2026-11-01', 10, 1], ['2026-11-02', 10, 3]),
      "'s', 'GB', 'late_delivery', DATE '2026-11-02', 4, 2",
    ),
    seller_metrics: rows(JUDGED, judged('s', 25, 4)),
    scorecards: rows(PROPOSED, "'s', 'both', 'good'"),
    held_tiers: rows(HELD, held('s', 'good')),
    'previous metric_standings': rows(NOTICES, notice('s', '2026-10-20')),
  },
  gives: ['s late_dispatch 1 22 1 20 4'],
};

/** Beside late dispatch, conversations and what lands as outcomes are evaluated too. */
const OF_EVERY_KIND: Policies = {
  ...EVALUATED,
  programmes: EVALUATED.programmes.map((p) => {
    const [like] = p.metrics;
    return { ...p, metrics: [...p.metrics, { ...like!, metric: 'slow_response' }, { ...like!, metric: 'damaged_parcels' }] };
  }),
};
const dispatched = (day: string, outcome: number, more = '1 AS weight', placed = '2026-11-01'): string =>
  `'s' AS seller_id, 'GB' AS region, DATE '${placed}' AS placed_day, DATE '${day}' AS late_dispatch_day, ${outcome} AS late_dispatch,
   1 AS units, ${more}`;
const answered = (day: string, outcome: number): string =>
  `'s' AS seller_id, 'GB' AS region, DATE '${day}' AS slow_response_day, ${outcome} AS slow_response, 1 AS weight, 1 AS units`;
const parcel = (day: string, outcome: number, metric = 'damaged_parcels'): string =>
  `'s' AS seller_id, 'GB' AS region, '${metric}' AS metric, DATE '${day}' AS cohort_day, ${outcome} AS outcome`;
const sellerDays: MadeRows = {
  path: 'marts/seller_days.sql',
  says: 'of matured days that an evaluation looks at what counts and what is at fault, without what is taken back',
  night: { ...night(), policies: OF_EVERY_KIND },
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[dispatched('2026-11-14', 1), dispatched('2026-11-14', 1), dispatched('2026-11-14', 2), dispatched('2026-11-14', 3)],
        ...[dispatched('2026-11-13', 6), dispatched('2026-11-13', 4), dispatched('2026-11-15', 2), dispatched('2026-10-17', 2)],
        ...[dispatched('2026-10-18', 2), dispatched('2026-11-12', 2), dispatched('2026-11-12', 2, '-1 AS weight')],
        dispatched('2026-11-10', 2, '1 AS weight', '2026-11-17'),
        dispatched('2026-11-09', 2, '1 AS weight', '2026-11-16'),
      ],
    },
    conversation_outcomes: {
      of: 'conversation_outcomes',
      rows: [answered('2026-11-10', 1), answered('2026-11-10', 2), answered('2026-11-10', 4), answered('2026-10-10', 2)],
    },
    landed_outcomes_judged: {
      of: 'landed_outcomes_judged',
      rows: [
        ...[parcel('2026-11-11', 2), parcel('2026-11-11', 1), parcel('2026-11-11', 4), parcel('2026-11-12', 2)],
        ...[parcel('2026-10-14', 2), parcel('2026-10-15', 1), parcel('2026-11-11', 2, 'of_nobody')],
      ],
    },
  },
  shows: 'metric, cohort_day, counted, fault, seller_id, region',
  gives: [
    'damaged_parcels 2026-10-15 1 0 s GB',
    'damaged_parcels 2026-11-11 2 1 s GB',
    'late_dispatch 2026-10-18 1 1 s GB',
    'late_dispatch 2026-11-09 1 1 s GB',
    'late_dispatch 2026-11-13 1 0 s GB',
    'late_dispatch 2026-11-14 3 1 s GB',
    'slow_response 2026-11-10 2 1 s GB',
  ],
};

/** The same of late dispatch and of toys alone. */
const sellerDaysOfToys: MadeRows = {
  path: 'marts/seller_days.sql',
  says: 'of a metric and of a part of its orders what counts and what is at fault, each by itself',
  night: {
    ...night(),
    policies: {
      ...EVALUATED,
      programmes: EVALUATED.programmes.map((p) => {
        const like = p.metrics[0]!;
        const toys = { ...like, metric: 'toys', of: 'late_dispatch', title: 'Toys', where: { category: { names: ['toys'] } } };
        return { ...p, metrics: [like, toys] };
      }),
    },
  },
  reads: {
    'ledger order_outcomes': {
      of: 'order_outcomes',
      rows: [
        ...[1, 1, 1, 2, 2, 2, 2, 4].map((outcome, at) =>
          dispatched('2026-11-10', outcome, `1 AS weight, '${[1, 2, 6, 7].includes(at) ? 'Toys' : 'books'}' AS category`),
        ),
        // Orders of tonight count, those of tomorrow do not.
        ...['2026-11-16', '2026-11-17'].map((placed) => dispatched('2026-11-09', 2, "1 AS weight, 'Toys' AS category", placed)),
      ],
    },
    landed_outcomes_judged: { of: 'landed_outcomes_judged', rows: [] },
  },
  shows: 'metric, cohort_day, counted, fault',
  gives: ['late_dispatch 2026-11-09 1 1', 'late_dispatch 2026-11-10 7 4', 'toys 2026-11-09 1 1', 'toys 2026-11-10 3 1'],
};

const STANDING = 'seller_id, programme, official_tier, since, evaluated_on, due_on, because, because_metric';
const before = (seller: string, tier: string, on = '2026-11-09', because = "'kept', NULL"): string =>
  `'${seller}', 'both', '${tier}', DATE '2026-10-05', DATE '${on}', DATE '${on}', ${because}`;
const verdict = (seller: string, said: string, on?: string, metric = 'late_dispatch', would = 'false, false'): string =>
  `'${seller}', 'both', '${metric}', '${said}', ${on ? `DATE '${on}'` : 'CAST(NULL AS DATE)'}, ${would}`;

const standing = (date: string, on: string, state = 'decided'): Pick<MadeRows, 'path' | 'night' | 'reads'> => {
  const holding = rows(
    STANDING,
    before('d-kept', 'good', on),
    before('e-confirmed', 'good', on),
    before('f-confirmed-last', 'below', on, "'confirmed', 'late_delivery'"),
    before('g-improved', 'good', on),
    before('h-few', 'good', on),
    before('i-was-few', 'not_assessable', on),
    before('j-two-confirmed', 'top', on),
    before('l-gone', 'below', on),
    before('m-same', 'good', on),
  );
  return {
    path: 'marts/standings.sql',
    night: night(date),
    reads: {
      scorecards: rows(
        PROPOSED,
        ...[
          ['a-new', 'below'],
          ['b-new-at-top', 'top'],
          ['c-new-few', 'not_assessable'],
          ['d-kept', 'below'],
          ['e-confirmed', 'top'],
          ['f-confirmed-last', 'below'],
          ['g-improved', 'top'],
          ['h-few', 'not_assessable'],
          ['i-was-few', 'below'],
          ['j-two-confirmed', 'good'],
          ['m-same', 'good'],
        ].map(([seller, tier]) => `'${seller}', 'both', '${tier}'`),
        "'k-german', 'german', 'good'",
      ),
      metric_verdicts: rows(
        VERDICT_COLUMNS,
        verdict('a-new', 'notice', '2026-11-02'),
        verdict('d-kept', 'watch', '2026-10-12', 'late_dispatch', 'false, true'),
        verdict('m-same', 'notice', undefined, 'late_dispatch', 'true, false'),
        verdict('e-confirmed', 'confirmed'),
        verdict('f-confirmed-last', 'confirmed'),
        verdict('g-improved', 'met'),
        verdict('j-two-confirmed', 'confirmed'),
        verdict('j-two-confirmed', 'confirmed', undefined, 'late_delivery'),
      ),
      held_tiers: holding,
      evaluations: evaluationIs(state),
    },
  };
};

const standings: MadeRows = {
  ...standing('2026-11-16', '2026-11-09'),
  says: 'on an evaluation day who moves, by one step at most',
  gives: [
    'a-new both 1.0 good 2026-11-16 first_evaluation - 2026-11-16 2026-11-16 2026-11-23 - good first_evaluation below 1',
    'b-new-at-top both 1.0 top 2026-11-16 first_evaluation - 2026-11-16 2026-11-16 2026-11-23 - top first_evaluation top 0',
    'c-new-few both 1.0 not_assessable 2026-11-16 not_assessable - 2026-11-16 2026-11-16 2026-11-23 - not_assessable not_assessable not_assessable 0',
    'd-kept both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good kept below 0',
    'e-confirmed both 1.0 below 2026-11-16 confirmed late_dispatch 2026-11-16 2026-11-16 2026-11-23 good below confirmed top 0',
    'f-confirmed-last both 1.0 below 2026-10-05 confirmed late_dispatch 2026-11-16 2026-11-16 2026-11-23 - below confirmed below 0',
    'g-improved both 1.0 top 2026-11-16 improved - 2026-11-16 2026-11-16 2026-11-23 good top improved top 0',
    'h-few both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good kept not_assessable 0',
    'i-was-few both 1.0 good 2026-11-16 first_evaluation - 2026-11-16 2026-11-16 2026-11-23 not_assessable good first_evaluation below 0',
    'j-two-confirmed both 1.0 good 2026-11-16 confirmed late_delivery 2026-11-16 2026-11-16 2026-11-23 top good confirmed good 0',
    'l-gone both 1.0 below 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - below kept - 0',
    'm-same both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good kept good 1',
  ],
};
const missed: MadeRows = {
  ...standing('2026-11-18', '2026-11-09'),
  says: 'that a missed evaluation is made up',
  gives: [
    'a-new both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation below 1',
    'b-new-at-top both 1.0 top 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - top first_evaluation top 0',
    'c-new-few both 1.0 not_assessable 2026-11-18 not_assessable - 2026-11-18 2026-11-16 2026-11-23 - not_assessable not_assessable not_assessable 0',
    'd-kept both 1.0 good 2026-10-05 kept - 2026-11-18 2026-11-16 2026-11-23 - good kept below 0',
    'e-confirmed both 1.0 below 2026-11-18 confirmed late_dispatch 2026-11-18 2026-11-16 2026-11-23 good below confirmed top 0',
    'f-confirmed-last both 1.0 below 2026-10-05 confirmed late_dispatch 2026-11-18 2026-11-16 2026-11-23 - below confirmed below 0',
    'g-improved both 1.0 top 2026-11-18 improved - 2026-11-18 2026-11-16 2026-11-23 good top improved top 0',
    'h-few both 1.0 good 2026-10-05 kept - 2026-11-18 2026-11-16 2026-11-23 - good kept not_assessable 0',
    'i-was-few both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 not_assessable good first_evaluation below 0',
    'j-two-confirmed both 1.0 good 2026-11-18 confirmed late_delivery 2026-11-18 2026-11-16 2026-11-23 top good confirmed good 0',
    'l-gone both 1.0 below 2026-10-05 kept - 2026-11-18 2026-11-16 2026-11-23 - below kept - 0',
    'm-same both 1.0 good 2026-10-05 kept - 2026-11-18 2026-11-16 2026-11-23 - good kept good 1',
  ],
};
const between: MadeRows = {
  ...standing('2026-11-18', '2026-11-16', 'stands'),
  says: 'on other nights what is held',
  gives: [
    'a-new both 1.0 not_evaluated - not_evaluated - - - 2026-11-23 - good first_evaluation below 1',
    'b-new-at-top both 1.0 not_evaluated - not_evaluated - - - 2026-11-23 - top first_evaluation top 0',
    'c-new-few both 1.0 not_evaluated - not_evaluated - - - 2026-11-23 - not_assessable not_assessable not_assessable 0',
    'd-kept both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good kept below 1',
    'e-confirmed both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - below confirmed top 0',
    'f-confirmed-last both 1.0 below 2026-10-05 confirmed late_delivery 2026-11-16 2026-11-16 2026-11-23 - below confirmed below 0',
    'g-improved both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - top improved top 0',
    'h-few both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good kept not_assessable 0',
    'i-was-few both 1.0 not_assessable 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good first_evaluation below 0',
    'j-two-confirmed both 1.0 top 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good confirmed good 0',
    'l-gone both 1.0 below 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - below kept - 0',
    'm-same both 1.0 good 2026-10-05 kept - 2026-11-16 2026-11-16 2026-11-23 - good kept good 0',
  ],
};
const first: MadeRows = {
  ...standing('2026-11-18', '2026-11-16'),
  says: 'on a first night who begins where, the next one after it',
  night: { ...night('2026-11-18'), previous_datasets: [] },
  reads: { ...standing('2026-11-18', '2026-11-16').reads, held_tiers: none(STANDING), evaluations: evaluationIs('decided') },
  gives: [
    'a-new both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation below 1',
    'b-new-at-top both 1.0 top 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - top first_evaluation top 0',
    'c-new-few both 1.0 not_assessable 2026-11-18 not_assessable - 2026-11-18 2026-11-16 2026-11-23 - not_assessable not_assessable not_assessable 0',
    'd-kept both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation below 0',
    'e-confirmed both 1.0 top 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - top first_evaluation top 0',
    'f-confirmed-last both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation below 0',
    'g-improved both 1.0 top 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - top first_evaluation top 0',
    'h-few both 1.0 not_assessable 2026-11-18 not_assessable - 2026-11-18 2026-11-16 2026-11-23 - not_assessable not_assessable not_assessable 0',
    'i-was-few both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation below 0',
    'j-two-confirmed both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation good 0',
    'm-same both 1.0 good 2026-11-18 first_evaluation - 2026-11-18 2026-11-16 2026-11-23 - good first_evaluation good 1',
  ],
};

const approving = (needed_for: 'losses' | 'all_changes'): MadeRows['night'] => ({
  ...night(),
  policies: {
    ...EVALUATED,
    programmes: EVALUATED.programmes.map((p) =>
      p.evaluation ? { ...p, evaluation: { ...p.evaluation, approval: { needed_for, why: WHY } } } : p,
    ),
  },
});
const SHOWN_MOVED = 'seller_id, official_tier, since, because, because_metric, tier_before, projected_tier, projected_because';
const lossesWait: MadeRows = {
  ...standing('2026-11-16', '2026-11-09'),
  night: approving('losses'),
  says: 'that a loss a person must approve leaves the tier as it is, and a rise does not wait',
  shows: SHOWN_MOVED,
  gives: [
    'a-new good 2026-11-16 first_evaluation - - good first_evaluation',
    'b-new-at-top top 2026-11-16 first_evaluation - - top first_evaluation',
    'c-new-few not_assessable 2026-11-16 not_assessable - - not_assessable not_assessable',
    'd-kept good 2026-10-05 kept - - good kept',
    'e-confirmed good 2026-10-05 kept - - below confirmed',
    'f-confirmed-last below 2026-10-05 confirmed late_dispatch - below confirmed',
    'g-improved top 2026-11-16 improved - good top improved',
    'h-few good 2026-10-05 kept - - good kept',
    'i-was-few good 2026-11-16 first_evaluation - not_assessable good first_evaluation',
    'j-two-confirmed top 2026-10-05 kept - - good confirmed',
    'l-gone below 2026-10-05 kept - - below kept',
    'm-same good 2026-10-05 kept - - good kept',
  ],
};
const changesWait: MadeRows = {
  ...lossesWait,
  night: approving('all_changes'),
  says: 'that rises may wait for a person too',
  gives: [
    'a-new good 2026-11-16 first_evaluation - - good first_evaluation',
    'b-new-at-top top 2026-11-16 first_evaluation - - top first_evaluation',
    'c-new-few not_assessable 2026-11-16 not_assessable - - not_assessable not_assessable',
    'd-kept good 2026-10-05 kept - - good kept',
    'e-confirmed good 2026-10-05 kept - - below confirmed',
    'f-confirmed-last below 2026-10-05 confirmed late_dispatch - below confirmed',
    'g-improved good 2026-10-05 kept - - top improved',
    'h-few good 2026-10-05 kept - - good kept',
    'i-was-few good 2026-11-16 first_evaluation - not_assessable good first_evaluation',
    'j-two-confirmed top 2026-10-05 kept - - good confirmed',
    'l-gone below 2026-10-05 kept - - below kept',
    'm-same good 2026-10-05 kept - - good kept',
  ],
};

const CARDS =
  'seller_id, programme, tier, tier_because, orders, orders_needed, held_back_by, held_back_fault, held_back_counted, held_back_allowed';
const proposed = (seller: string, tier: string, programme = 'both'): string =>
  `'${seller}', '${programme}', '${tier}', 'held_back', 4, 3, 'late_dispatch', 3, 9, 1`;
const HELD_BECAUSE = 'seller_id, programme, official_tier, because, because_metric';
const holds = (seller: string, tier: string, because = "'kept', NULL"): string => `'${seller}', 'both', '${tier}', ${because}`;

const changes = (previous_datasets: readonly string[]): Omit<MadeRows, 'says' | 'gives'> => ({
  path: 'marts/tier_changes.sql',
  night: { ...night(), previous_datasets },
  reads: {
    scorecards: rows(
      CARDS,
      ...['a-proposed-worse', 'b-lost', 'c-new', 'd-not-yet', 'e-evaluated-first'].map((seller) => proposed(seller, 'below')),
      proposed('f-german', 'poor', 'german'),
    ),
    'previous scorecards': rows(
      CARDS,
      ...['a-proposed-worse', 'b-lost', 'd-not-yet', 'e-evaluated-first'].map((seller) => proposed(seller, 'top')),
      proposed('f-german', 'good', 'german'),
    ),
    standings: rows(
      HELD_BECAUSE,
      ...[holds('a-proposed-worse', 'good'), holds('b-lost', 'below', "'confirmed', 'late_delivery'"), holds('c-new', 'good')],
      ...[holds('d-not-yet', 'not_evaluated'), holds('e-evaluated-first', 'good')],
    ),
    'previous standings': rows(
      HELD_BECAUSE,
      ...[holds('a-proposed-worse', 'good'), holds('b-lost', 'good'), holds('d-not-yet', 'not_evaluated')],
      holds('e-evaluated-first', 'not_evaluated'),
    ),
  },
});
const changed: MadeRows = {
  ...changes(['standings']),
  says: 'whose held tier changed, whatever bounds alone propose; of other programmes what is proposed',
  gives: [
    'b-lost both 2026-11-15-001 good below down confirmed 4 3 late_delivery - - -',
    'c-new both 2026-11-15-001 - good new kept 4 3 - - - -',
    'e-evaluated-first both 2026-11-15-001 - good new kept 4 3 - - - -',
    'f-german german 2026-11-15-001 good poor down held_back 4 3 late_dispatch 3 9 1',
  ],
};
const changedSince: MadeRows = {
  ...changes([]),
  says: 'after a version without evaluations, what is held now against what was proposed then',
  gives: [
    'a-proposed-worse both 2026-11-15-001 top good down kept 4 3 - - - -',
    'b-lost both 2026-11-15-001 top below down confirmed 4 3 late_delivery - - -',
    'c-new both 2026-11-15-001 - good new kept 4 3 - - - -',
    'e-evaluated-first both 2026-11-15-001 top good down kept 4 3 - - - -',
    'f-german german 2026-11-15-001 good poor down held_back 4 3 late_dispatch 3 9 1',
  ],
};

/** The German programme has no evaluations; a standing of it, and one of a seller without a scorecard, are nobody's. */
const tierMix: MadeRows = {
  path: 'marts/tier_mix.sql',
  through: ['marts/seller_regions.sql'],
  says: 'beside what is proposed, who holds a tier; of whom no evaluation has judged yet, the proposed one',
  night: night(),
  reads: {
    seller_counts: rows(
      'seller_id, region, placed_90',
      ...["'a-luck', 'GB', 2", "'a-luck', 'DE', 1", "'b-new', 'GB', 1", "'c-top', 'GB', 1", "'d-gone', 'GB', 1"],
    ),
    scorecards: rows(
      PROPOSED,
      ...["'a-luck', 'both', 'below'", "'b-new', 'both', 'good'", "'c-top', 'both', 'top'", "'a-luck', 'german', 'poor'"],
    ),
    standings: rows(
      'seller_id, programme, official_tier',
      ...["'a-luck', 'both', 'good'", "'b-new', 'both', 'not_evaluated'", "'c-top', 'both', 'top'", "'d-gone', 'both', 'top'"],
    ),
  },
  gives: [
    ...[`ALL both below 1 ${1 / 3} 0 0`, `ALL both good 1 ${1 / 3} 2 ${2 / 3}`, `ALL both top 1 ${1 / 3} 1 ${1 / 3}`],
    ...['ALL german poor 1 1 - -', 'DE both below 1 1 0 0', 'DE both good 0 0 1 1', 'DE german poor 1 1 - -'],
    ...[`GB both below 1 ${1 / 3} 0 0`, `GB both good 1 ${1 / 3} 2 ${2 / 3}`, `GB both top 1 ${1 / 3} 1 ${1 / 3}`],
  ],
};

export const MADE_EVALUATIONS: readonly MadeRows[] = [
  tierMix,
  evaluation,
  otherNight,
  withoutSource,
  overLonger,
  sellerDays,
  sellerDaysOfToys,
  standings,
  missed,
  between,
  first,
  ...[lossesWait, changesWait],
  changed,
  changedSince,
];
