/** The way to the next tier over made rows. The run date is Monday 16 November; evaluations of `both` are on Mondays, `german` has none. */
import type { Policies } from '../../policies/policy.js';
import { EVALUATED } from './made-evaluations.js';
import { type MadeRows, none, rows } from './made-rows.js';

const WHY = 'made';
const CARDS = 'seller_id, programme, tier_because, next_tier';
const card = (seller: string, next: string | null, because = 'held_back', programme = 'both'): string =>
  `'${seller}', '${programme}', '${because}', ${next === null ? 'NULL' : `'${next}'`}`;
const HELD = 'seller_id, programme, official_tier';
const held = (seller: string, tier: string): string => `'${seller}', 'both', '${tier}'`;
const METRICS =
  'seller_id, programme, metric, tier, fault, counted, faults_from, fault_buyers, buyers_from, fault_days, days_from';
interface Of {
  metric?: string;
  programme?: string;
  tier?: string | null;
  from?: number;
  days?: number;
}
const metric = (
  seller: string,
  fault: number,
  counted: number,
  { metric = 'late_dispatch', programme = 'both', tier = 'below', from = 0, days = 0 }: Of = {},
): string =>
  `'${seller}', '${programme}', '${metric}', ${tier === null ? 'NULL' : `'${tier}'`}, CAST(${fault} AS BIGINT),
   CAST(${counted} AS BIGINT), CAST(${from} AS BIGINT), CAST(NULL AS BIGINT), CAST(0 AS BIGINT), CAST(1 AS BIGINT), CAST(${days} AS BIGINT)`;
const DETAILS = 'seller_id, programme, metric, outcome, leaves_window_on, items';
const leaves = (seller: string, day: string, n = 1, { metric = 'late_dispatch', programme = 'both' }: Of = {}, more = 'fault') =>
  Array.from({ length: n }, () => `'${seller}', '${programme}', '${metric}', '${more}', DATE '2026-${day}', CAST(3 AS BIGINT)`);
const DELIVERY = { metric: 'late_delivery' };
const GERMAN = { programme: 'german' };

const whoAndWhen: MadeRows = {
  path: 'marts/next_tiers.sql',
  says: 'who is told a day: whom bounds alone hold back from a tier better than the one held; and which day, by what leaves the window',
  night: { policies: EVALUATED },
  reads: {
    scorecards: rows(
      CARDS,
      ...['a-leaves', 'b-on-a-monday', 'b-on-a-tuesday', 'c-holds-it', 'd-standard', 'e-not-assessed'].map((s) =>
        card(s, 'good'),
      ),
      ...[
        card('f-points', 'good', 'points'),
        card('g-best', null, 'meets_all'),
        card('h-two', 'good'),
        card('i-too-late', 'top'),
      ],
      ...[card('j-german', 'good', 'held_back', 'german'), card('k-german-late', 'good', 'held_back', 'german')],
      ...[card('l-floor', 'good'), card('m-few-days', 'good'), card('n-newcomer', 'top'), card('o-horizon', 'top')],
      card('p-last-monday', 'top'),
    ),
    standings: rows(
      HELD,
      ...['a-leaves', 'b-on-a-monday', 'b-on-a-tuesday', 'h-two', 'l-floor', 'm-few-days'].map((s) => held(s, 'below')),
      ...[held('c-holds-it', 'good'), held('i-too-late', 'good'), held('n-newcomer', 'not_assessable')],
      ...[held('o-horizon', 'good'), held('p-last-monday', 'good')],
    ),
    seller_metrics: rows(
      METRICS,
      // 10 % of 40 are 4: two of six must leave, and of the four that leave by the Monday after two are to spare.
      metric('a-leaves', 6, 40),
      metric('a-leaves', 8, 40, { ...DELIVERY, tier: 'good' }),
      ...[
        metric('b-on-a-monday', 5, 40),
        metric('b-on-a-tuesday', 5, 40),
        metric('c-holds-it', 5, 40),
        metric('d-standard', 5, 40),
      ],
      ...[metric('e-not-assessed', 5, 40, { tier: null }), metric('f-points', 5, 40), metric('g-best', 0, 40, { tier: 'top' })],
      ...[metric('h-two', 5, 40), metric('h-two', 10, 40, DELIVERY)],
      ...[metric('i-too-late', 1, 40, { tier: 'good' }), metric('n-newcomer', 1, 40, { tier: 'good' })],
      ...[metric('j-german', 3, 40, GERMAN), metric('k-german-late', 3, 40, GERMAN)],
      ...[metric('l-floor', 7, 40, { from: 7 }), metric('m-few-days', 5, 40, { days: 2 })],
      ...[metric('o-horizon', 1, 40, { tier: 'good' }), metric('p-last-monday', 1, 40, { tier: 'good' })],
    ),
    outcome_details: rows(
      DETAILS,
      ...[...leaves('a-leaves', '11-18'), ...leaves('a-leaves', '11-20', 2), ...leaves('a-leaves', '11-23')],
      ...[...leaves('a-leaves', '11-24'), ...leaves('a-leaves', '12-14')],
      ...[...leaves('a-leaves', '11-17', 9, {}, 'forgiven'), ...leaves('a-leaves', '11-17', 8, DELIVERY)],
      ...[...leaves('b-on-a-monday', '11-23', 5), ...leaves('b-on-a-tuesday', '11-24', 5), ...leaves('c-holds-it', '11-20', 5)],
      ...[...leaves('d-standard', '11-20', 5), ...leaves('e-not-assessed', '11-20', 5), ...leaves('f-points', '11-20', 5)],
      ...[...leaves('h-two', '11-18', 5), ...leaves('h-two', '12-02', 10, DELIVERY)],
      ...[
        ...leaves('i-too-late', '11-20', 0),
        ...leaves('i-too-late', '12-31', 1).map((r) => r.replace('2026-12-31', '2027-03-01')),
      ],
      ...[...leaves('j-german', '11-19', 2, GERMAN), ...leaves('j-german', '12-01', 1, GERMAN)],
      ...leaves('k-german-late', '12-31', 3, GERMAN).map((r) => r.replace('2026-12-31', '2027-02-15')),
      ...[...leaves('l-floor', '11-20', 3), ...leaves('l-floor', '12-01', 4), ...leaves('m-few-days', '11-20', 5)],
      ...leaves('n-newcomer', '11-20'),
      ...leaves('o-horizon', '12-31').map((r) => r.replace('2026-12-31', '2027-02-09')),
      ...leaves('p-last-monday', '12-31').map((r) => r.replace('2026-12-31', '2027-02-08')),
    ),
  },
  gives: [
    'a-leaves both late_dispatch good 6 40 4 2026-11-20 true 2026-11-23 4 2 2027-02-14 false',
    'b-on-a-monday both late_dispatch good 5 40 4 2026-11-23 true 2026-11-23 5 4 2027-02-14 false',
    'b-on-a-tuesday both late_dispatch good 5 40 4 2026-11-24 true 2026-11-30 5 4 2027-02-14 false',
    'h-two both late_delivery good 10 40 8 2026-12-02 true 2026-12-07 10 8 2027-02-14 false',
    'h-two both late_dispatch good 5 40 4 2026-11-18 false 2026-12-07 5 4 2027-02-14 false',
    'i-too-late both late_dispatch top 1 40 0 2027-03-01 true - - - 2027-02-14 false',
    'j-german german late_dispatch good 3 40 2 2026-11-19 true 2026-11-19 2 1 2027-02-14 false',
    'k-german-late german late_dispatch good 3 40 2 2027-02-15 true - - - 2027-02-14 false',
    'l-floor both late_dispatch good 7 40 6 2026-11-20 true 2026-11-23 3 2 2027-02-14 false',
    'n-newcomer both late_dispatch top 1 40 0 2026-11-20 true 2026-11-23 1 0 2027-02-14 false',
    'o-horizon both late_dispatch top 1 40 0 2027-02-09 true - - - 2027-02-14 false',
    'p-last-monday both late_dispatch top 1 40 0 2027-02-08 true 2027-02-08 1 0 2027-02-14 false',
  ],
};

const only = (policies: Policies, change: (p: Policies['programmes'][0]) => Partial<Policies['programmes'][0]>): Policies => ({
  ...policies,
  programmes: policies.programmes.map((p) => ({ ...p, ...change(p) })),
});
const one = {
  scorecards: rows(CARDS, card('s', 'good')),
  standings: rows(HELD, held('s', 'below')),
  seller_metrics: rows(METRICS, metric('s', 5, 40)),
  outcome_details: rows(DETAILS, ...leaves('s', '11-20', 2), ...leaves('s', '11-27', 3)),
};

const itemsCount: MadeRows = {
  ...whoAndWhen,
  says: 'that an order leaves with all of its items, where items are counted',
  night: {
    policies: { ...EVALUATED, metrics: EVALUATED.metrics.map((m) => ({ ...m, count: 'items' as const })) },
  },
  reads: {
    ...one,
    seller_metrics: rows(METRICS, metric('s', 7, 40)),
    // Of one nobody knows how many items it has: it counts as one.
    outcome_details: rows(
      DETAILS,
      ...leaves('s', '11-20'),
      ...leaves('s', '11-21').map((r) => r.replace('CAST(3', 'CAST(NULL')),
      ...leaves('s', '11-27'),
    ),
  },
  shows: 'enough_on, tier_on, gone_by_then, spare',
  gives: ['2026-11-20 2026-11-23 4 1'],
};

const personApproves: MadeRows = {
  ...whoAndWhen,
  says: 'that a person approves, where policy asks one for rises too',
  night: {
    policies: only(EVALUATED, ({ evaluation }) =>
      evaluation ? { evaluation: { ...evaluation, approval: { needed_for: 'all_changes', why: WHY } } } : {},
    ),
  },
  reads: one,
  shows: 'tier_on, person_approves',
  gives: ['2026-11-23 true'],
};

const lossesApproved: MadeRows = {
  ...personApproves,
  says: 'that nobody approves a rise, where policy asks a person for losses alone',
  night: {
    policies: only(EVALUATED, ({ evaluation }) =>
      evaluation ? { evaluation: { ...evaluation, approval: { needed_for: 'losses', why: WHY } } } : {},
    ),
  },
  gives: ['2026-11-23 false'],
};

const keeping = only(EVALUATED, ({ metrics }) => ({
  metrics: metrics.map((m) => ({
    ...m,
    tiers: Object.fromEntries(
      Object.entries(m.tiers).map(([tier, bound]) => [tier, { ...bound, keep: { at_most: 0.11, why: WHY } }]),
    ),
  })),
}));
const toGetIt: MadeRows = {
  ...whoAndWhen,
  says: 'that a better tier is held to the bound that gets it, not to the one that keeps it',
  night: { policies: keeping },
  reads: one,
  shows: 'allowed, enough_on, spare',
  gives: ['4 2026-11-20 1'],
};

const gated: MadeRows = {
  ...whoAndWhen,
  says: 'nothing where a gate or the like holds the seller back as well',
  night: {
    policies: only(EVALUATED, (p) =>
      p.programme === 'both'
        ? { tiers: p.tiers.map((t) => (t.key === 'good' ? { ...t, asks: { days_selling: { at_least: 90, why: WHY } } } : t)) }
        : {},
    ),
  },
  reads: {
    ...one,
    scorecards: rows(CARDS, card('s', 'good'), card('open', 'good'), card('no-row', 'good')),
    standings: rows(HELD, held('s', 'below'), held('open', 'below'), held('no-row', 'below')),
    seller_metrics: rows(METRICS, metric('s', 5, 40), metric('open', 5, 40), metric('no-row', 5, 40)),
    outcome_details: rows(DETAILS, ...['s', 'open', 'no-row'].flatMap((s) => leaves(s, '11-20', 5))),
    tier_gates: rows('seller_id, programme, tier, met', "'s', 'both', 'good', false", "'open', 'both', 'good', true"),
  },
  shows: 'seller_id, tier_on',
  gives: ['no-row 2026-11-23', 'open 2026-11-23'],
};

const nobody: MadeRows = {
  ...whoAndWhen,
  says: 'nothing where nobody is held back',
  reads: { ...one, scorecards: none(CARDS) },
  gives: [],
};

export const MADE_NEXT_TIERS: readonly MadeRows[] = [
  ...[whoAndWhen, itemsCount, personApproves, lossesApproved, toGetIt, gated, nobody],
];
