/** Whether an evaluation is held: too many who would fall, data that are not fresh, and what persons decide. A quarter may fall, or one. */
import type { Policies } from '../../policies/policy.js';
import { EVALUATED, night } from './made-evaluations.js';
import { type MadeRows, none, rows, VERDICT_COLUMNS } from './made-rows.js';

const STANDING = 'seller_id, programme, official_tier, since, evaluated_on, due_on, because, because_metric';
const LANDED = 'dataset, region, measure, n, verdict, usual_from';
const RECORDS = 'decision_id, seller_id, programme, status, tier_before, tier_after';
const SAID = 'decision_id, outcome, decided_by, decided_at, reason';
const EVALUATION = 'both:2026-11-16';
const NEVER = 'CAST(NULL AS DATE)';

const KEPT = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'];
const holds = (seller: string, tier = 'good'): string =>
  `'${seller}', 'both', '${tier}', DATE '2026-10-05', DATE '2026-11-09', DATE '2026-11-09', 'kept', NULL`;
const confirmed = (seller: string, metric = 'late_dispatch'): string =>
  `'${seller}', 'both', '${metric}', 'confirmed', DATE '2026-10-05', false, true`;
const drift = (dataset = 'orders', region = 'GB', said = "'rows', 0, 'unusual', 5E0"): string =>
  `'${dataset}', '${region}', ${said}`;
const person = (outcome: string, id = EVALUATION): string =>
  `'${id}', '${outcome}', 'ada', TIMESTAMP '2026-11-17 09:00:00', 'looked at'`;
const record = (seller: string, status: string, tiers = "'good', 'below'"): string =>
  `'both:2026-11-09:${seller}', '${seller}', 'both', '${status}', ${tiers}`;
const before = (because: string | null, due_on = '2026-11-16', programme = 'both'): string =>
  `'${programme}' AS programme, DATE '${due_on}' AS due_on, 'provisional' AS state, ${because ? `'${because}'` : 'NULL'} AS because, ${because ? `DATE '2026-11-15'` : NEVER} AS provisional_since`;

const BY_ANSWERS: Policies = {
  ...EVALUATED,
  programmes: EVALUATED.programmes.map((p) => ({
    ...p,
    metrics: p.metrics.map((m) => (m.metric === 'late_delivery' ? { ...m, metric: 'slow_response' } : m)),
  })),
};

interface Night {
  says: string;
  gives: string;
  day?: string;
  /** Of whom a notice is confirmed: each with a tier that can be lost. */
  falls?: readonly string[];
  verdicts?: readonly string[];
  /** Those who hold something besides the six of whom nothing is said. */
  others?: readonly string[];
  kept?: readonly string[];
  landed?: readonly string[];
  records?: readonly string[];
  persons?: readonly string[];
  last?: readonly string[];
  evaluated?: string | null;
  new?: readonly string[];
  /** Whether it is judged by answers in place of deliveries. */
  answers?: boolean;
}

function evaluationsOf(given: Night): MadeRows {
  const { falls = [], others = [], kept = KEPT, evaluated = '2026-11-09' } = given;
  const some = (columns: string, values: readonly string[]) => (values.length > 0 ? rows(columns, ...values) : none(columns));
  const newcomers = (given.new ?? []).map((tier, at) => `'n${at}', 'both', '${tier}'`);
  return {
    path: 'marts/evaluations.sql',
    says: given.says,
    night: {
      ...night(given.day),
      ...(given.answers ? { policies: BY_ANSWERS } : {}),
      previous_datasets: ['standings', ...(given.last ? ['evaluations'] : [])],
    },
    reads: {
      scorecards: some('seller_id, programme, tier', [
        ...[...kept, ...falls].map((one) => `'${one}', 'both', 'good'`),
        ...newcomers,
      ]),
      held_tiers: some(STANDING, [...[...kept, ...falls].map((one) => holds(one)), ...others]),
      metric_verdicts: some(VERDICT_COLUMNS, [...falls.map((one) => confirmed(one)), ...(given.verdicts ?? [])]),
      decided_records: some(RECORDS, given.records ?? []),
      landing_drift: some(LANDED, given.landed ?? []),
      decisions: some(SAID, given.persons ?? []),
      'previous standings':
        evaluated === null
          ? none('programme, evaluated_on')
          : rows(
              'programme, evaluated_on',
              `'both', DATE '${evaluated}'`,
              "'both', DATE '2026-10-05'",
              "'german', DATE '2026-11-18'",
            ),
      'previous evaluations': { of: 'evaluations', rows: given.last ?? [] },
    },
    shows:
      "state || ' ' || coalesce(because, '-') AS a, evaluated_on, provisional_since, would_fall, of_sellers, most_by, most_sellers, silent_dataset, silent_region, " +
      `CASE WHEN (decided_at IS NULL) = (decided_by IS NULL) AND (reason IS NULL) = (decided_by IS NULL)
        THEN decided_by ELSE 'in part' END AS decided_by`,
    gives: [given.gives],
  };
}

const TOO_MANY = ['f1', 'f2', 'f3'];
const NIGHTS: readonly Night[] = [
  { says: 'an evaluation by which nobody falls is decided', gives: 'decided - 2026-11-16 - 0 6 - - - - -' },
  {
    says: 'more than a quarter would fall: it is provisional',
    ...{ falls: TOO_MANY, gives: 'provisional too_many_would_fall 2026-11-09 2026-11-16 3 9 late_dispatch 3 - - -' },
  },
  {
    says: 'just a quarter may fall',
    ...{ falls: ['f1', 'f2'], gives: 'decided - 2026-11-16 - 2 8 late_dispatch 2 - - -' },
  },
  {
    says: 'one may always fall',
    ...{ falls: ['f1'], kept: ['k1'], gives: 'decided - 2026-11-16 - 1 2 late_dispatch 1 - - -' },
  },
  {
    says: 'two are enough to be told',
    ...{
      falls: ['f1', 'f2'],
      kept: ['k1'],
      gives: 'provisional too_many_would_fall 2026-11-09 2026-11-16 2 3 late_dispatch 2 - - -',
    },
  },
  {
    says: 'who holds the last tier does not fall, nor who is not judged; newcomers hold one',
    ...{ kept: ['k1'], others: [holds('l', 'below'), holds('m', 'not_assessable')], new: ['good', 'not_assessable'] },
    ...{ verdicts: [confirmed('l'), confirmed('m')], gives: 'decided - 2026-11-16 - 0 3 - - - - -' },
  },
  { says: 'an evaluation of nobody is decided', kept: [], gives: 'decided - 2026-11-16 - 0 0 - - - - -' },
  {
    says: 'by what most would fall; of as many the first',
    ...{ falls: ['f1', 'f2', 'f3', 'f4'], others: ['h1', 'h2', 'h3'].map((one) => holds(one)), kept: [] },
    verdicts: [confirmed('f3', 'a_metric'), ...['h1', 'h2', 'h3'].map((one) => confirmed(one, 'late_delivery'))],
    gives: 'provisional too_many_would_fall 2026-11-09 2026-11-16 7 7 late_delivery 3 - - -',
  },
  {
    says: 'a fall that waits for a person already is no new one; another one is, and one that was decided',
    // why two of each: taken for what waits, they would be as many as if what does wait were not.
    ...{ falls: ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'] },
    records: [
      ...[record('f1', 'proposed'), record('f2', 'departed'), record('f3', 'overturned')],
      ...[record('f4', 'proposed', "'good', 'top'"), record('f5', 'proposed', "'good', 'top'")],
      record('f6', 'proposed', "'top', 'good'"),
    ],
    gives: 'provisional too_many_would_fall 2026-11-09 2026-11-16 6 13 late_dispatch 6 - - -',
  },
  {
    says: 'on other nights what an evaluation would do, and no more',
    ...{ falls: TOO_MANY, day: '2026-11-17', evaluated: '2026-11-16', landed: [drift()], last: [before(null)] },
    gives: 'stands - 2026-11-16 - 3 9 late_dispatch 3 orders GB -',
  },
  {
    says: 'why it was provisional, while it stands',
    ...{ day: '2026-11-18', evaluated: '2026-11-17', last: [before('too_many_would_fall')], persons: [person('approved')] },
    gives: 'stands too_many_would_fall 2026-11-17 2026-11-15 0 6 - - - - ada',
  },
  {
    says: 'the first evaluation of all',
    ...{ evaluated: null, kept: [], new: ['good'], gives: 'decided - 2026-11-16 - 0 1 - - - - -' },
  },
  {
    says: 'it waits for a person, although fewer would fall by now',
    ...{ day: '2026-11-17', last: [before('too_many_would_fall')] },
    gives: 'provisional too_many_would_fall 2026-11-09 2026-11-15 0 6 - - - - -',
  },
  {
    says: 'it waits for a person, although what ails it by now is that data are not fresh',
    ...{ day: '2026-11-17', last: [before('too_many_would_fall')], landed: [drift()] },
    gives: 'provisional too_many_would_fall 2026-11-09 2026-11-15 0 6 - - orders GB -',
  },
  {
    says: 'that of another evaluation day, or another programme, is nothing to it',
    ...{
      day: '2026-11-17',
      last: [before('too_many_would_fall', '2026-11-09'), before('too_many_would_fall', '2026-11-16', 'german')],
    },
    gives: 'decided - 2026-11-17 - 0 6 - - - - -',
  },
  {
    says: 'released by a person, it is made up',
    ...{ falls: TOO_MANY, day: '2026-11-17', last: [before('too_many_would_fall')], persons: [person('approved')] },
    gives: 'decided too_many_would_fall 2026-11-17 2026-11-15 3 9 late_dispatch 3 - - ada',
  },
  {
    says: 'left out by a person, it is not held',
    ...{ falls: TOO_MANY, day: '2026-11-17', last: [before('too_many_would_fall')], persons: [person('departed')] },
    gives: 'not_held too_many_would_fall 2026-11-09 2026-11-15 3 9 late_dispatch 3 - - ada',
  },
  {
    says: 'a person may leave out one that was never provisional; who approves it changes nothing',
    ...{ persons: [person('departed')], gives: 'not_held - 2026-11-09 - 0 6 - - - - ada' },
  },
  {
    says: 'nothing of a person who approves what is held anyway',
    ...{ persons: [person('approved')], gives: 'decided - 2026-11-16 - 0 6 - - - - -' },
  },
  {
    says: 'what was decided about another evaluation is nothing to it',
    ...{ falls: TOO_MANY, persons: [person('approved', 'both:2026-11-09'), person('departed', 'german:2026-11-16')] },
    gives: 'provisional too_many_would_fall 2026-11-09 2026-11-16 3 9 late_dispatch 3 - - -',
  },
  {
    says: 'nothing landed of a region: it is provisional',
    ...{ landed: [drift('orders', 'GB'), drift('orders', 'DE')] },
    gives: 'provisional data_not_fresh 2026-11-09 2026-11-16 0 6 - - orders DE -',
  },
  {
    says: 'of two kinds of data of which nothing landed the first by name',
    ...{ answers: true, landed: [drift('orders', 'GB'), drift('conversations', 'GB')] },
    gives: 'provisional data_not_fresh 2026-11-09 2026-11-16 0 6 - - conversations GB -',
  },
  {
    says: 'nothing landed anywhere of what it is judged by',
    ...{ landed: [drift('orders', 'ALL')], gives: 'provisional data_not_fresh 2026-11-09 2026-11-16 0 6 - - orders ALL -' },
  },
  {
    says: 'nothing of what it is not judged by, of regions that it is not of, and of what chance explains',
    landed: [
      ...[drift('reviews', 'GB'), drift('orders', 'FR'), drift('orders', 'GB', "'rows', 1, 'unusual', 5E0")],
      ...[drift('orders', 'GB', "'rows', 0, 'too_early', 5E0"), drift('orders', 'GB', "'rows', 0, 'unusual', 0E0")],
      drift('orders', 'GB', "'rejected', 0, 'unusual', 5E0"),
    ],
    gives: 'decided - 2026-11-16 - 0 6 - - - - -',
  },
  {
    says: 'data that are fresh again need nobody',
    ...{
      day: '2026-11-17',
      last: [before('data_not_fresh')],
      gives: 'decided data_not_fresh 2026-11-17 2026-11-15 0 6 - - - - -',
    },
  },
  {
    says: 'data that are not fresh still',
    ...{ day: '2026-11-17', last: [before('data_not_fresh')], landed: [drift()] },
    gives: 'provisional data_not_fresh 2026-11-09 2026-11-15 0 6 - - orders GB -',
  },
  {
    says: 'a person may release it although data are not fresh',
    ...{ landed: [drift()], persons: [person('approved')] },
    gives: 'decided data_not_fresh 2026-11-16 2026-11-16 0 6 - - orders GB ada',
  },
  {
    says: 'too many who would fall, where data were not fresh, wait for a person',
    ...{ falls: TOO_MANY, day: '2026-11-17', last: [before('data_not_fresh')], landed: [drift()] },
    gives: 'provisional too_many_would_fall 2026-11-09 2026-11-15 3 9 late_dispatch 3 orders GB -',
  },
];

const whole: MadeRows = {
  ...evaluationsOf({ falls: TOO_MANY, persons: [person('departed')], says: '', gives: '' }),
  says: 'everything that is said of an evaluation',
  shows:
    'programme, policy_version, evaluation_id, due_on, next_evaluation_on, share_allowed, sellers_needed, decided_by, decided_at, reason',
  gives: ['both 1.0 both:2026-11-16 2026-11-16 2026-11-23 0.25 2 ada 2026-11-17T09:00:00.000Z looked at'],
};

const check: MadeRows = {
  path: 'checks/evaluations_provisional.sql',
  says: 'evaluations that are provisional, and no others',
  night: { policies: EVALUATED },
  reads: {
    evaluations: {
      of: 'evaluations',
      rows: ['provisional', 'decided', 'stands', 'not_held'].map(
        (state) => `'${state}' AS programme, '${state}' AS state, 3 AS would_fall`,
      ),
    },
  },
  shows: 'programme, would_fall',
  gives: ['provisional 3'],
};

export const MADE_BREAKERS: readonly MadeRows[] = [...NIGHTS.map(evaluationsOf), whole, check];
