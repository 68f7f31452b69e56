/** What persons decide of changes of tier, over made rows. The run date is Monday 16 November; tiers are top, good and below. */

import { EVALUATED, night } from './made-evaluations.js';
import { type MadeRows, none, rows } from './made-rows.js';

const EVALUATED_WITH_TERMS = {
  ...EVALUATED,
  programmes: EVALUATED.programmes.map((p) => ({
    ...p,
    contest: { within_days: 30, address: 'appeals@market.example', why: 'made' },
    tiers: p.tiers.map((tier) => (tier.key === 'below' ? { ...tier, effect: { in_words: 'Your ads pause.' } } : tier)),
  })),
};

const NUMBERS = 'notice_on, at_most, counted, fault, fresh_counted, fresh_fault, fresh_left';
const NO_NUMBERS =
  'CAST(NULL AS DATE), CAST(NULL AS DOUBLE), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT)';
const RECORD = `decision_id, seller_id, programme, policy_version, evaluated_on, due_on, tier_before, since_before, tier_after,
  direction, because, because_metric, ${NUMBERS}, gate, gate_value, gate_needed, effect, needs_approval`;

interface Kept {
  seller: string;
  /** The tier of before, and the one after. */
  from: string;
  to: string;
  status: string;
  on?: string;
  asked?: boolean;
  id?: string;
  since?: string;
  /** Since when it is undone. */
  back?: string;
  /** Since when it took effect, and for how many days it can be contested. */
  effective?: string;
  contest?: string;
}
const RANKS = ['top', 'good', 'below'];
const record = ({ seller, from, to, on = '2026-11-02', asked = true, id = seller, since = '2026-01-05' }: Kept): string => {
  const down = RANKS.indexOf(to) > RANKS.indexOf(from);
  const why = down ? "'down', 'confirmed', 'late_dispatch'" : "'up', 'improved', CAST(NULL AS VARCHAR)";
  return `'${id}', '${seller}', 'both', '1.0', DATE '${on}', DATE '${on}', '${from}', DATE '${since}', '${to}',
    ${why}, ${NO_NUMBERS}, CAST(NULL AS VARCHAR), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), 'Your ads pause.', ${asked}`;
};

const PREVIOUS = `${RECORD}, status, effective_on, given_back_on, contest_days, contest_address, contest_url`;
const date = (day: string | undefined): string => (day ? `DATE '${day}'` : 'CAST(NULL AS DATE)');
const previous = ({ effective = '2026-11-02', contest = '30', ...kept }: Kept): string =>
  `${record(kept)}, '${kept.status}', ${date(effective)}, ${date(kept.back)}, CAST(${contest} AS INTEGER), 'appeals@market.example',
    CAST(NULL AS VARCHAR)`;
const DECISION = 'decision_id, outcome, reason, decided_by, decided_at';
const decision = (id: string, outcome: string, by = 'ada'): string =>
  `'${id}', '${outcome}', 'looked at it', '${by}', TIMESTAMP '2026-11-04 09:30:00'`;
const APPEAL = 'appeal_id, decision_id, submitted_at, outcome, decided_by, decided_at, reason';
const appeal = (id: string, of: string, outcome: string, submitted = '2026-11-05'): string =>
  `'${id}', '${of}', TIMESTAMP '${submitted} 08:00:00', '${outcome}', 'bob', TIMESTAMP '2026-11-09 08:00:00', 'seen'`;

const REMEMBERED: readonly Kept[] = [
  { seller: 'a-waits', from: 'good', to: 'below', status: 'proposed' },
  { seller: 'b-approved', from: 'good', to: 'below', status: 'proposed' },
  { seller: 'c-departed', from: 'good', to: 'below', status: 'proposed' },
  { seller: 'd-at-once', from: 'good', to: 'below', status: 'in_effect', asked: false },
  { seller: 'e-at-once-departed', from: 'good', to: 'below', status: 'in_effect', asked: false },
  { seller: 'f-granted', from: 'good', to: 'below', status: 'in_effect' },
  { seller: 'g-refused', from: 'good', to: 'below', status: 'in_effect' },
  { seller: 'h-withdrawn', from: 'good', to: 'below', status: 'withdrawn' },
  { seller: 'i-vanished', from: 'good', to: 'below', status: 'in_effect' },
];
const decidedRecords: MadeRows = {
  path: 'marts/decided_records.sql',
  says: 'what became of each record of the run before: of several appeals a granted one counts, else the latest',
  night: night(),
  reads: {
    'previous decision_records': rows(PREVIOUS, ...REMEMBERED.map(previous)),
    decisions: rows(
      DECISION,
      ...[decision('b-approved', 'approved'), decision('c-departed', 'departed'), decision('e-at-once-departed', 'departed')],
      ...[decision('f-granted', 'approved'), decision('g-refused', 'approved'), decision('h-withdrawn', 'approved')],
    ),
    appeals: rows(
      APPEAL,
      ...[appeal('p1', 'f-granted', 'refused', '2026-11-08'), appeal('p2', 'f-granted', 'granted')],
      ...[appeal('p3', 'g-refused', 'open'), appeal('p4', 'g-refused', 'refused', '2026-11-06')],
      ...[appeal('p5', 'd-at-once', 'open'), appeal('p6', 'd-at-once', 'open')],
    ),
  },
  shows: 'decision_id, status_before, status, decided_by, appeal_id, appeal_outcome',
  gives: [
    'a-waits proposed proposed - - -',
    'b-approved proposed in_effect ada - -',
    'c-departed proposed departed ada - -',
    'd-at-once in_effect in_effect - p6 open',
    'e-at-once-departed in_effect departed ada - -',
    'f-granted in_effect overturned ada p2 granted',
    'g-refused in_effect in_effect ada p4 refused',
    'h-withdrawn withdrawn withdrawn ada - -',
    'i-vanished in_effect proposed - - -',
  ],
};

const DECIDED = `${PREVIOUS}, status_before, decided_by, decided_at, reason, appeal_id, appealed_at, appeal_outcome,
  appeal_decided_by, appeal_decided_at, appeal_reason`;
type Decided = Kept & { was: string };
const NONE_APPEALED = ['VARCHAR', 'TIMESTAMP', 'VARCHAR', 'VARCHAR', 'TIMESTAMP', 'VARCHAR'].map(
  (type) => `CAST(NULL AS ${type})`,
);
const decided = ({ was, ...kept }: Decided): string =>
  `${previous(was === 'proposed' ? { effective: '', ...kept } : kept)}, '${was}', 'ada', TIMESTAMP '2026-11-04 09:30:00', 'looked at it',
    ${NONE_APPEALED}`;
const HELD = 'seller_id, programme, official_tier, since, because, because_metric, evaluated_on, due_on';
const held = (seller: string, tier: string): string =>
  `'${seller}', 'both', '${tier}', DATE '2026-11-02', 'confirmed', 'late_dispatch', DATE '2026-11-09', DATE '2026-11-09'`;

const lost = (seller: string, status: string, was: string, more: Partial<Kept> = {}): Decided => ({
  ...{ seller, from: 'good', to: 'below', status, was },
  ...more,
});
const rose = (seller: string, status: string, was: string, more: Partial<Kept> = {}): Decided =>
  lost(seller, status, was, { from: 'good', to: 'top', ...more });

const heldTiers: MadeRows = {
  path: 'marts/held_tiers.sql',
  says: 'who holds what once persons have decided: approved changes take effect, and what is undone is given back, with its day',
  night: night(),
  reads: {
    decided_records: rows(
      DECIDED,
      ...[
        lost('a-approved', 'in_effect', 'proposed'),
        lost('b-approved-of-another-tier', 'in_effect', 'proposed'),
        lost('c-waits', 'proposed', 'proposed'),
        lost('d-stands', 'in_effect', 'in_effect'),
        lost('e-departed', 'departed', 'in_effect'),
        lost('f-departed-before-it-took-effect', 'departed', 'proposed'),
        lost('g-risen-since', 'overturned', 'in_effect'),
        // The first of two losses; both; and the second.
        lost('h-first', 'overturned', 'in_effect', { from: 'top', to: 'good', on: '2026-10-05', id: 'h1' }),
        lost('h-first', 'in_effect', 'in_effect', { id: 'h2' }),
        lost('i-both', 'overturned', 'in_effect', { from: 'top', to: 'good', on: '2026-10-05', id: 'i1' }),
        lost('i-both', 'departed', 'in_effect', { id: 'i2', since: '2026-10-05' }),
        lost('j-second', 'in_effect', 'in_effect', { from: 'top', to: 'good', on: '2026-10-05', id: 'j1' }),
        lost('j-second', 'overturned', 'in_effect', { id: 'j2', since: '2026-10-05' }),
        // Its first loss was given back after the second was made, and before: then the second is about another tier.
        lost('q-first-back-since', 'overturned', 'overturned', {
          ...{ from: 'top', to: 'good', on: '2026-10-05', id: 'q1', back: '2026-11-03' },
        }),
        lost('q-first-back-since', 'overturned', 'overturned', { on: '2026-10-12', id: 'q0', back: '2026-11-03' }),
        lost('q-first-back-since', 'overturned', 'in_effect', { id: 'q2' }),
        lost('r-first-back-before', 'overturned', 'overturned', {
          ...{ from: 'top', to: 'good', on: '2026-10-05', id: 'r1', back: '2026-11-02' },
        }),
        lost('r-first-back-before', 'overturned', 'in_effect', { id: 'r2' }),
        lost('s-later-back', 'overturned', 'in_effect', { id: 's1' }),
        lost('s-later-back', 'overturned', 'overturned', {
          ...{ from: 'top', to: 'good', on: '2026-11-02', id: 's2', back: '2026-11-09' },
        }),
        lost('t-approved-to-no-tier', 'in_effect', 'proposed', { to: 'renamed' }),
        rose('u-two-rises-undone', 'departed', 'in_effect', { id: 'u1' }),
        rose('u-two-rises-undone', 'departed', 'in_effect', { id: 'u2', from: 'below' }),
        lost('v-twice-from-one-tier', 'departed', 'in_effect', { id: 'v1' }),
        lost('v-twice-from-one-tier', 'departed', 'in_effect', { id: 'v2', since: '2026-02-05' }),
        rose('k-rise-undone', 'departed', 'in_effect'),
        rose('l-rise-undone-after-a-loss', 'departed', 'in_effect'),
        rose('m-rise-approved', 'in_effect', 'proposed'),
        // Given back to good, of which a rise was approved meanwhile; a loss of the tier before is about another tier.
        lost('n-back-and-up', 'overturned', 'in_effect', { id: 'n1' }),
        rose('n-back-and-up', 'in_effect', 'proposed', { id: 'n2' }),
        lost('o-two-approved', 'in_effect', 'departed', { id: 'o1', on: '2026-10-05' }),
        rose('o-two-approved', 'in_effect', 'proposed', { id: 'o2' }),
      ].map(decided),
    ),
    'previous standings': rows(
      HELD,
      ...[held('a-approved', 'good'), held('b-approved-of-another-tier', 'top'), held('c-waits', 'good')],
      ...[held('d-stands', 'below'), held('e-departed', 'below'), held('f-departed-before-it-took-effect', 'good')],
      ...[held('g-risen-since', 'top'), held('h-first', 'below'), held('i-both', 'below'), held('j-second', 'below')],
      ...[held('k-rise-undone', 'top'), held('l-rise-undone-after-a-loss', 'good'), held('m-rise-approved', 'good')],
      ...[held('n-back-and-up', 'below'), held('o-two-approved', 'good'), held('p-nothing-decided', 'good')],
      ...[held('q-first-back-since', 'good'), held('r-first-back-before', 'good'), held('s-later-back', 'good')],
      ...[held('t-approved-to-no-tier', 'good'), held('u-two-rises-undone', 'top'), held('v-twice-from-one-tier', 'below')],
      held('w-not-assessable', 'not_assessable'),
    ),
  },
  gives: [
    'a-approved both below 2026-11-16 confirmed late_dispatch 2026-11-09 2026-11-09',
    'b-approved-of-another-tier both top 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'c-waits both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'd-stands both below 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'e-departed both good 2026-01-05 given_back - 2026-11-09 2026-11-09',
    'f-departed-before-it-took-effect both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'g-risen-since both top 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'h-first both good 2026-11-16 given_back - 2026-11-09 2026-11-09',
    'i-both both top 2026-01-05 given_back - 2026-11-09 2026-11-09',
    'j-second both good 2026-10-05 given_back - 2026-11-09 2026-11-09',
    'k-rise-undone both good 2026-01-05 given_back - 2026-11-09 2026-11-09',
    'l-rise-undone-after-a-loss both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'm-rise-approved both top 2026-11-16 improved - 2026-11-09 2026-11-09',
    'n-back-and-up both top 2026-11-16 improved - 2026-11-09 2026-11-09',
    'o-two-approved both top 2026-11-16 improved - 2026-11-09 2026-11-09',
    'p-nothing-decided both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'q-first-back-since both top 2026-11-16 given_back - 2026-11-09 2026-11-09',
    'r-first-back-before both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    's-later-back both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    't-approved-to-no-tier both good 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
    'u-two-rises-undone both good 2026-01-05 given_back - 2026-11-09 2026-11-09',
    'v-twice-from-one-tier both good 2026-01-05 given_back - 2026-11-09 2026-11-09',
    'w-not-assessable both not_assessable 2026-11-02 confirmed late_dispatch 2026-11-09 2026-11-09',
  ],
};

/** Tonight's standing, and what was held when it began. */
interface Stands {
  seller: string;
  held: string;
  says?: string;
  now?: string;
  on?: string;
}
const STANDING = 'seller_id, programme, policy_version, official_tier, projected_tier, projected_because, evaluated_on, due_on';
const stands = ({ seller, held, says = held, now = says, on = '2026-11-16' }: Stands): string => {
  const because = says === held ? 'kept' : RANKS.indexOf(says) > RANKS.indexOf(held) ? 'confirmed' : 'improved';
  return `'${seller}', 'both', '1.0', '${now}', '${says}', '${because}', DATE '${on}', DATE '2026-11-16'`;
};
const SELLERS: readonly Stands[] = [
  { seller: 'a-lost', held: 'good', says: 'below' },
  { seller: 'b-risen', held: 'good', says: 'top' },
  { seller: 'c-loss-to-approve', held: 'good', says: 'below', now: 'good' },
  { seller: 'd-kept', held: 'good' },
  { seller: 'e-waits-still', held: 'good' },
  { seller: 'f-said-again', held: 'good', says: 'below', now: 'good' },
  { seller: 'g-rise-said-no-more', held: 'good' },
  { seller: 'h-the-other-way', held: 'good', says: 'top', now: 'good' },
  { seller: 'i-held-became-another', held: 'top', on: '2026-11-09' },
  { seller: 'j-approved', held: 'below' },
  { seller: 'k-approved-too-late', held: 'top' },
  { seller: 'l-first', held: 'not_assessable', says: 'good' },
  { seller: 'm-another-night', held: 'good', says: 'below', now: 'good', on: '2026-11-09' },
  { seller: 'n-rise-waits-another-night', held: 'good', on: '2026-11-09' },
  { seller: 'o-departed', held: 'good' },
  { seller: 't-moved-since', held: 'top' },
  { seller: 'u-tier-is-no-more', held: 'renamed', says: 'not_assessable' },
];
const METRIC = 'seller_id, programme, metric, verdict, counted, fault, fresh_counted, fresh_fault, fresh_left';
const decisionRecords: MadeRows = {
  path: 'marts/decision_records.sql',
  says: 'what an evaluation changes or proposes, what became of it, and how long it can be contested',
  night: { ...night(), policies: EVALUATED_WITH_TERMS },
  reads: {
    standings: rows(STANDING, ...SELLERS.map(stands)),
    held_tiers: rows(
      'seller_id, programme, official_tier, since',
      ...SELLERS.map(({ seller, held: tier }) => `'${seller}', 'both', '${tier}', DATE '2026-01-05'`),
    ),
    metric_standings: rows(
      METRIC,
      "'a-lost', 'both', 'late_dispatch', 'confirmed', 90, 9, 40, 6, 4",
      "'a-lost', 'both', 'late_delivery', 'met', 80, 0, 0, 0, 0",
      "'b-risen', 'both', 'late_dispatch', 'met', 70, 0, 0, 0, 0",
      "'c-loss-to-approve', 'both', 'late_dispatch', 'confirmed', 91, 9, 41, 6, 4",
      "'c-loss-to-approve', 'both', 'late_delivery', 'confirmed', 92, 9, 42, 6, 4",
    ),
    'previous metric_standings': rows(
      'seller_id, programme, metric, notice_on, notice_at_most',
      "'a-lost', 'both', 'late_dispatch', DATE '2026-10-12', CAST(0.1 AS DOUBLE)",
      "'a-lost', 'both', 'late_delivery', DATE '2026-10-05', CAST(0.2 AS DOUBLE)",
      "'c-loss-to-approve', 'both', 'late_delivery', DATE '2026-10-05', CAST(0.2 AS DOUBLE)",
    ),
    decided_records: rows(
      DECIDED,
      ...[
        ...['e-waits-still', 'f-said-again', 'h-the-other-way', 'i-held-became-another', 'm-another-night'].map((seller) =>
          lost(seller, 'proposed', 'proposed'),
        ),
        ...['g-rise-said-no-more', 'n-rise-waits-another-night'].map((seller) => rose(seller, 'proposed', 'proposed')),
        ...['j-approved', 'k-approved-too-late'].map((seller) => lost(seller, 'in_effect', 'proposed')),
        lost('o-departed', 'departed', 'in_effect'),
        lost('q-overturned', 'overturned', 'in_effect'),
        lost('r-departed-before', 'departed', 'departed', { back: '2026-11-09' }),
        lost('s-approved-after-all', 'in_effect', 'departed', { back: '2026-11-09' }),
        lost('t-moved-since', 'in_effect', 'in_effect'),
        lost('u-tier-is-no-more', 'proposed', 'proposed'),
        // Where evaluations are no more, or the seller is gone, what was decided stays to be read.
        lost('p-gone', 'in_effect', 'in_effect'),
      ].map(decided),
    ),
  },
  shows:
    'decision_id, tier_before, tier_after, direction, because_metric, status, decided, effective_on, given_back_on, contest_until, notice_on, at_most, counted, fresh_left, effect',
  gives: [
    'both:2026-11-16:a-lost good below down late_dispatch in_effect automatically 2026-11-16 - 2026-12-16 2026-10-12 0.1 90 4 Your ads pause.',
    'both:2026-11-16:b-risen good top up - in_effect automatically 2026-11-16 - 2026-12-16 - - - - -',
    'both:2026-11-16:c-loss-to-approve good below down late_delivery proposed not_yet - - - 2026-10-05 0.2 92 4 Your ads pause.',
    'both:2026-11-16:h-the-other-way good top up - proposed not_yet - - - - - - - -',
    'e-waits-still good below down late_dispatch proposed by_a_person - - - - - - - Your ads pause.',
    'f-said-again good below down late_dispatch proposed by_a_person - - - - - - - Your ads pause.',
    'g-rise-said-no-more good top up - withdrawn by_a_person - - - - - - - Your ads pause.',
    'h-the-other-way good below down late_dispatch withdrawn by_a_person - - - - - - - Your ads pause.',
    'i-held-became-another good below down late_dispatch withdrawn by_a_person - - - - - - - Your ads pause.',
    'j-approved good below down late_dispatch in_effect by_a_person 2026-11-16 - 2026-12-16 - - - - Your ads pause.',
    'k-approved-too-late good below down late_dispatch withdrawn by_a_person - - - - - - - Your ads pause.',
    'm-another-night good below down late_dispatch proposed by_a_person - - - - - - - Your ads pause.',
    'n-rise-waits-another-night good top up - proposed by_a_person - - - - - - - Your ads pause.',
    'o-departed good below down late_dispatch departed by_a_person 2026-11-02 2026-11-16 2026-12-02 - - - - Your ads pause.',
    'p-gone good below down late_dispatch in_effect by_a_person 2026-11-02 - 2026-12-02 - - - - Your ads pause.',
    'q-overturned good below down late_dispatch overturned by_a_person 2026-11-02 2026-11-16 2026-12-02 - - - - Your ads pause.',
    'r-departed-before good below down late_dispatch departed by_a_person 2026-11-02 2026-11-09 2026-12-02 - - - - Your ads pause.',
    's-approved-after-all good below down late_dispatch in_effect by_a_person 2026-11-16 - 2026-12-16 - - - - Your ads pause.',
    't-moved-since good below down late_dispatch in_effect by_a_person 2026-11-02 - 2026-12-02 - - - - Your ads pause.',
    'u-tier-is-no-more good below down late_dispatch withdrawn by_a_person - - - - - - - Your ads pause.',
  ],
};

const withoutTerms: MadeRows = {
  ...decisionRecords,
  says: 'no day to contest it by, and no effect, where the programme says neither',
  night: night(),
  shows: 'decision_id, contest_until, contest_address, effect',
  gives: [
    'both:2026-11-16:a-lost - - -',
    'both:2026-11-16:b-risen - - -',
    'both:2026-11-16:c-loss-to-approve - - -',
    'both:2026-11-16:h-the-other-way - - -',
    'e-waits-still - appeals@market.example Your ads pause.',
    'f-said-again - appeals@market.example Your ads pause.',
    'g-rise-said-no-more - appeals@market.example Your ads pause.',
    'h-the-other-way - appeals@market.example Your ads pause.',
    'i-held-became-another - appeals@market.example Your ads pause.',
    'j-approved 2026-12-16 appeals@market.example Your ads pause.',
    'k-approved-too-late - appeals@market.example Your ads pause.',
    'm-another-night - appeals@market.example Your ads pause.',
    'n-rise-waits-another-night - appeals@market.example Your ads pause.',
    'o-departed 2026-12-02 appeals@market.example Your ads pause.',
    'p-gone 2026-12-02 appeals@market.example Your ads pause.',
    'q-overturned 2026-12-02 appeals@market.example Your ads pause.',
    'r-departed-before 2026-12-02 appeals@market.example Your ads pause.',
    's-approved-after-all 2026-12-16 appeals@market.example Your ads pause.',
    't-moved-since 2026-12-02 appeals@market.example Your ads pause.',
    'u-tier-is-no-more - appeals@market.example Your ads pause.',
  ],
};

const aged = (seller: string, effective: string, status = 'in_effect'): string =>
  decided(lost(seller, status, status, { effective }));
const never = (seller: string, on: string): string =>
  decided(lost(seller, 'departed', 'departed', { on, effective: '', contest: 'NULL' }));
const forgotten: MadeRows = {
  ...decisionRecords,
  says: 'nothing 366 days after it could be contested, unless it still waits',
  reads: {
    ...decisionRecords.reads,
    standings: none(STANDING),
    held_tiers: none('seller_id, programme, official_tier, since'),
    decided_records: rows(
      DECIDED,
      ...[aged('a-last-day', '2025-10-16'), aged('b-over', '2025-10-15'), aged('c-over-but-waits', '2025-10-15', 'proposed')],
      ...[never('d-never-in-effect-last-day', '2025-11-15'), never('e-never-in-effect-over', '2025-11-14')],
    ),
  },
  shows: 'decision_id',
  gives: ['a-last-day', 'c-over-but-waits', 'd-never-in-effect-last-day'],
};

const FIGURED =
  'decision_id, programme, because, because_metric, evaluated_on, status, decided_by, decided_at, appeal_id, appeal_outcome';
const figured = (
  id: string,
  { metric = "'late_dispatch'", status = 'in_effect', by = '', at = '', appealed = '' }: Record<string, string> = {},
): string =>
  `'${id}', 'both', '${metric === 'NULL' ? 'improved' : 'confirmed'}', ${metric}, DATE '2026-11-02', '${status}',
    ${by ? `'${by}', TIMESTAMP '${at}'` : 'CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP)'},
    ${appealed ? `'p-${id}', '${appealed}'` : 'CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR)'}`;
const figures: MadeRows = {
  path: 'marts/decision_figures.sql',
  says: 'what came of changes by rule and by reviewer, the lower median of hours, and which rule should rest',
  night: night(),
  reads: {
    decision_records: rows(
      FIGURED,
      figured('z-of-no-programme', { appealed: 'granted' }).replace("'both'", "'gone'"),
      // One of five granted is a fifth, which is allowed; two are more.
      ...['granted', 'refused', 'refused', 'refused', 'refused'].map((appealed, at) => figured(`a${at}`, { appealed })),
      ...['granted', 'granted', 'refused', 'refused', 'refused'].map((appealed, at) =>
        figured(`b${at}`, { metric: "'late_delivery'", appealed, status: appealed === 'granted' ? 'overturned' : 'in_effect' }),
      ),
      // Of four all are granted, and one is open.
      ...['granted', 'granted', 'granted', 'granted', 'open'].map((appealed, at) =>
        figured(`c${at}`, { metric: "'negative_review'", appealed }),
      ),
      ...[
        figured('d1', { metric: 'NULL', by: 'ada', at: '2026-11-03 05:59:00' }),
        figured('d2', { metric: 'NULL', status: 'proposed' }),
      ],
      figured('d3', { metric: 'NULL', by: 'ada', at: '2026-11-05 00:00:00', status: 'departed' }),
      figured('d4', { metric: 'NULL', by: 'ada', at: '2026-11-02 23:00:00', status: 'overturned', appealed: 'granted' }),
      figured('d5', { metric: 'NULL', by: 'bob', at: '2026-11-04 01:00:00' }),
    ),
  },
  gives: [
    'both reviewer ada 3 0 2 1 1 1 1 1 5 false',
    'both reviewer bob 1 0 1 0 0 0 0 - 25 false',
    'both rule improved 5 1 3 1 1 1 1 1 5 false',
    'both rule late_delivery 5 0 0 0 5 5 2 0.4 - true',
    'both rule late_dispatch 5 0 0 0 5 5 1 0.2 - false',
    'both rule negative_review 5 0 0 0 5 4 4 1 - false',
    'gone rule late_dispatch 1 0 0 0 1 1 1 1 - false',
  ],
};

const news = (column: string, ...ids: string[]) => rows(column, ...ids.map((id) => `'${id}'`));
/** Provisional, decided anyway, left out, standing; of a day before, and a record of a seller that is not kept. */
const EVALUATION_IDS = ['p:2026-11-16', 'q:2026-11-16', 'r:2026-11-16', 's:2026-11-16', 'p:2026-11-09', 'p:2026-11-09:s-1'];
const nothingDecided: MadeRows = {
  path: 'checks/decisions_that_decide_nothing.sql',
  says: 'decisions and appeals of tonight about what is not kept or waits no more, and appeals decided by who approved',
  night: night(),
  reads: {
    decision_records: rows(
      'decision_id, status, decided_by',
      ...[
        "'a-fits', 'in_effect', 'ada'",
        "'b-withdrawn', 'withdrawn', 'ada'",
        "'c-not-decided', 'in_effect', CAST(NULL AS VARCHAR)",
      ],
    ),
    decisions: rows(
      'decision_id, decided_by',
      ...["'a-fits', 'ada'", "'b-withdrawn', 'ada'", "'x-unknown', 'ada'", "'y-unknown-before', 'ada'"],
      ...EVALUATION_IDS.map((id) => `'${id}', 'ada'`),
    ),
    evaluations: rows(
      'programme, evaluation_id, state, because, decided_by',
      ...["'p', 'p:2026-11-16', 'provisional', 'too_many_would_fall', 'ada'", "'q', 'q:2026-11-16', 'decided', NULL, NULL"],
      ...["'r', 'r:2026-11-16', 'not_held', NULL, 'ada'", "'s', 's:2026-11-16', 'stands', NULL, NULL"],
    ),
    'accepted_news decisions': news('decision_id', 'a-fits', 'b-withdrawn', 'x-unknown', ...EVALUATION_IDS),
    appeals: rows(
      'appeal_id, decision_id, decided_by',
      ...["'p1', 'a-fits', 'bob'", "'p2', 'a-fits', 'ada'", "'p3', 'x-unknown', 'bob'", "'p4', 'c-not-decided', 'ada'"],
      ...["'p5', 'a-fits', CAST(NULL AS VARCHAR)", "'p6', 'y-unknown-before', 'bob'"],
    ),
    'accepted_news appeals': news('appeal_id', 'p1', 'p2', 'p3', 'p4', 'p5'),
  },
  gives: [
    'appeals p2 a-fits ada same_person',
    'appeals p3 x-unknown bob unknown',
    'decisions b-withdrawn b-withdrawn ada withdrawn',
    'decisions p:2026-11-09 p:2026-11-09 ada evaluation_over',
    'decisions p:2026-11-09:s-1 p:2026-11-09:s-1 ada unknown',
    'decisions q:2026-11-16 q:2026-11-16 ada never_provisional',
    'decisions s:2026-11-16 s:2026-11-16 ada never_provisional',
    'decisions x-unknown x-unknown ada unknown',
  ],
};
const onTheFirstNight: MadeRows = {
  ...nothingDecided,
  says: 'nothing of evaluations before the first night of a store: those ran elsewhere',
  night: { ...night(), previous_run_id: undefined },
  gives: [
    ...['appeals p2 a-fits ada same_person', 'decisions b-withdrawn b-withdrawn ada withdrawn'],
    ...['q', 's'].map((one) => `decisions ${one}:2026-11-16 ${one}:2026-11-16 ada never_provisional`),
  ],
};
const often: MadeRows = {
  path: 'checks/rules_often_overturned.sql',
  says: 'rules that should rest',
  night: night(),
  reads: {
    decision_figures: rows(
      'programme, name, overturned, appeals_decided, overturned_share, propose_pause',
      ...["'both', 'late_dispatch', 2, 5, 0.4, TRUE", "'both', 'late_delivery', 1, 5, 0.2, FALSE"],
    ),
  },
  gives: ['both late_dispatch 2 5 0.4'],
};

export const MADE_DECISIONS: readonly MadeRows[] = [
  ...[decidedRecords, heldTiers, decisionRecords, withoutTerms, forgotten, figures, nothingDecided, onTheFirstNight, often],
];
