/** Onboarding: which version of an application and a check counts, on which local day a step was taken, who waits, and what all come to. */

import { ONBOARDING_DEFAULTS } from '../../policies/onboarding-policy.js';
import type { OnboardingPolicy, Policies } from '../../policies/policy.js';
import { MADE_POLICIES, type MadeRows } from './made-rows.js';

const asking = (asked: Partial<OnboardingPolicy>): { policies: Policies } => ({
  policies: { ...MADE_POLICIES, onboarding: { ...ONBOARDING_DEFAULTS, ...asked } },
});

/** Columns of a row by name; text is quoted, days and moments are said as such. */
type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const literal = (value: string | number | boolean | null | undefined): string => {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return `CAST(${value} AS BIGINT)`;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (DAY.test(value)) return `DATE '${value}'`;
  return MOMENT.test(value) ? `TIMESTAMP '${value}'` : `'${value}'`;
};
const made = (of: string, ...all: Values[]) => ({
  of,
  rows: all.map((row) =>
    Object.entries(row)
      .map(([name, value]) => `${literal(value)} AS ${name}`)
      .join(', '),
  ),
});

const version = (applicant_id: string, updated_at: string, more: Values = {}): Values => ({
  ...{ applicant_id, submitted_at: '2026-11-01 10:00:00', status: 'submitted', region: 'GB', updated_at, dt: '2026-11-02' },
  ...{ row_hash: 1, ...more },
});
const staged: MadeRows[] = [
  {
    path: 'staging/applications.sql',
    says: 'the newest version is the application; a region nobody knows and the channel ALL are none',
    reads: {
      'accepted applications': made(
        'accepted applications',
        version('two', '2026-11-02 10:00:00', { status: 'approved' }),
        version('two', '2026-11-01 10:00:00'),
        version('abroad', '2026-11-01 10:00:00', { region: 'US', channel: 'fair' }),
        version('all', '2026-11-01 10:00:00', { region: 'ALL', channel: 'ALL' }),
        version('berlin', '2026-11-01 10:00:00', { region: 'DE' }),
      ),
    },
    shows: 'applicant_id, region, channel, status',
    gives: ['abroad - fair submitted', 'all - - submitted', 'berlin DE - submitted', 'two GB - approved'],
  },
  {
    path: 'staging/verifications.sql',
    says: 'the newest version is the check; a result without its moment is of when it was noted, one that is open has none',
    reads: {
      'accepted verifications': made(
        'accepted verifications',
        ...[
          { verification_id: 'a', result: 'open', updated_at: '2026-11-01 10:00:00' },
          { verification_id: 'a', result: 'passed', updated_at: '2026-11-02 10:00:00', checked_at: '2026-11-02 09:00:00' },
          { verification_id: 'b', result: 'failed', updated_at: '2026-11-03 10:00:00' },
          { verification_id: 'c', result: 'open', updated_at: '2026-11-03 10:00:00', checked_at: '2026-11-03 09:00:00' },
        ].map((row) => ({ ...row, dt: '2026-11-03', row_hash: 1 })),
      ),
    },
    shows: 'verification_id, result, checked_at',
    gives: ['a passed 2026-11-02T09:00:00.000Z', 'b failed 2026-11-03T10:00:00.000Z', 'c open -'],
  },
];

const check = (applicant: string | null, seller: string | null, kind: string, checked_at: string | null, result = 'passed') => ({
  ...{ applicant_id: applicant, seller_id: seller, kind, checked_at, result },
});
const application = (applicant_id: string, region: string | null, more: Values = {}): Values => ({
  ...{ applicant_id, region, submitted_at: '2026-11-09 23:30:00', ...more },
});
const steps: MadeRows = {
  path: 'marts/application_steps.sql',
  says: 'local days of the region, else of UTC, none after tonight; verified when the last of the checks asked for was first passed, by application or seller',
  reads: {
    applications: made(
      'applications',
      application('gb', 'GB', { completed_at: '2026-11-10 12:00:00', decided_at: '2026-11-16 23:30:00' }),
      // Past midnight in Berlin; listed tomorrow, there.
      application('de', 'DE', { seller_id: 's-de', first_listed_at: '2026-11-16 23:30:00' }),
      application('none', null, { seller_id: 's-none', first_listed_at: '2026-11-16 10:00:00' }),
      application('part', 'GB'),
      application('failed', 'GB'),
    ),
    verifications: made(
      'verifications',
      ...['id', 'bank'].map((kind) => check('gb', null, kind, '2026-11-11 10:00:00')),
      // Passed again later, and another kind that nobody asks for.
      ...[check('gb', null, 'bank', '2026-11-15 10:00:00'), check('gb', null, 'tax', '2026-11-14 10:00:00')],
      // Of the seller alone; one that names another application is not of the seller's.
      ...[check(null, 's-de', 'id', '2026-11-11 10:00:00'), check('de', null, 'bank', '2026-11-12 23:30:00')],
      ...[check('gone', 's-none', 'id', '2026-11-11 10:00:00'), check(null, 's-none', 'bank', '2026-11-11 10:00:00')],
      ...[check('part', null, 'id', '2026-11-11 10:00:00'), check('part', null, 'id', '2026-11-12 10:00:00')],
      ...[
        check('failed', null, 'id', '2026-11-11 10:00:00', 'failed'),
        check('failed', null, 'bank', '2026-11-11 10:00:00'),
        check(null, 's-none', 'id', '2026-11-11 10:00:00', 'failed'),
      ],
    ),
  },
  night: asking({ verified_by: ['id', 'bank'] }),
  shows: 'applicant_id, step, taken_on',
  gives: [
    'de applied 2026-11-10',
    'de verified 2026-11-13',
    'failed applied 2026-11-09',
    'gb applied 2026-11-09',
    'gb completed 2026-11-10',
    'gb decided 2026-11-16',
    'gb verified 2026-11-11',
    'none applied 2026-11-09',
    'none listed 2026-11-16',
    'part applied 2026-11-09',
  ],
};
const nobodyAsks: MadeRows = {
  ...steps,
  says: 'nobody is verified where policy asks for no check',
  night: asking({ verified_by: [] }),
  shows: 'step, count(*) OVER (PARTITION BY step)',
  gives: [...Array(5).fill('applied 5'), 'completed 1', 'decided 1', 'listed 1'],
};

const SOLD = { order_id: 'o', placed_day: '2026-11-10', weight: 1 };
const days: MadeRows[] = [
  {
    path: 'marts/applicant_days.sql',
    says: 'orders by day of sellers that applied, without those taken back',
    reads: {
      applications: made('applications', { seller_id: 'a' }, { seller_id: 'a' }, { seller_id: 'b' }, { seller_id: null }),
      'ledger order_outcomes': made(
        'order_outcomes',
        ...[SOLD, SOLD, { ...SOLD, placed_day: '2026-11-16' }, { ...SOLD, placed_day: '2026-11-17' }].map((row) => ({
          ...row,
          seller_id: 'a',
        })),
        ...[SOLD, { ...SOLD, weight: -1 }, { ...SOLD, placed_day: '2026-11-11' }].map((row) => ({ ...row, seller_id: 'b' })),
        { ...SOLD, seller_id: 'c' },
      ),
    },
    shows: 'seller_id, placed_day, orders',
    gives: ['a 2026-11-10 2', 'a 2026-11-16 1', 'b 2026-11-11 1'],
  },
  {
    path: 'marts/applicant_days.sql',
    says: 'nothing where no application ever landed',
    reads: { applications: made('applications', { seller_id: 'a', submitted_at: '2026-11-10 10:00:00' }) },
    night: { landed: ['orders'] },
    gives: [],
  },
];

const taken = (applicant_id: string, of: Readonly<Record<string, string>>): Values[] =>
  Object.entries(of).map(([step, taken_on]) => ({ applicant_id, step, taken_on }));
const APPLIED = { applied: '2026-11-02' };
const followed: MadeRows = {
  path: 'marts/applicants.sql',
  says: 'each step’s day; the first order since the application; who waits, for whom, and whether for too long',
  reads: {
    applications: made(
      'applications',
      { applicant_id: 'sold', seller_id: 's', region: 'GB', status: 'approved', channel: 'fair' },
      { applicant_id: 'again', seller_id: 's', status: 'approved' },
      { applicant_id: 'ten', status: 'complete' },
      { applicant_id: 'eleven', status: 'complete' },
      { applicant_id: 'undated', status: 'complete' },
      { applicant_id: 'papers', status: 'submitted' },
      { applicant_id: 'no', status: 'rejected', reject_code: 'bank' },
      { applicant_id: 'gone', status: 'withdrawn' },
      ...['old', 'older', 'tomorrow'].map((applicant_id) => ({ applicant_id, status: 'rejected' })),
    ),
    application_steps: made(
      'application_steps',
      ...taken('sold', {
        ...APPLIED,
        completed: '2026-11-03',
        verified: '2026-11-04',
        decided: '2026-11-05',
        listed: '2026-11-06',
      }),
      ...taken('again', { applied: '2026-11-12' }),
      ...taken('ten', { applied: '2026-11-01', completed: '2026-11-06' }),
      ...taken('eleven', { applied: '2026-11-01', completed: '2026-11-05' }),
      ...taken('undated', { applied: '2026-11-08' }),
      ...[...taken('papers', { applied: '2026-10-01' }), ...taken('no', APPLIED), ...taken('gone', APPLIED)],
      // The first day that is looked back on, and the one before it; one not made yet has no step.
      ...[...taken('old', { applied: '2026-08-09' }), ...taken('older', { applied: '2026-08-08' })],
    ),
    applicant_days: made(
      'applicant_days',
      ...['2026-11-01', '2026-11-02', '2026-11-12', '2026-11-13'].map((placed_day) => ({ seller_id: 's', placed_day })),
      { seller_id: 'other', placed_day: '2026-11-09' },
    ),
  },
  night: asking({ look_back_days: 100 }),
  shows:
    'applicant_id, region, channel, week, applied_on, completed_on, verified_on, decided_on, listed_on, sold_on, waits_for, days_waiting, is_overdue',
  gives: [
    'again - not_said 2026-11-09 2026-11-12 - - - - 2026-11-12 - - false',
    'eleven - not_said 2026-10-26 2026-11-01 2026-11-05 - - - - marketplace 11 true',
    'gone - not_said 2026-11-02 2026-11-02 - - - - - - - false',
    'no - not_said 2026-11-02 2026-11-02 - - - - - - - false',
    'old - not_said 2026-08-03 2026-08-09 - - - - - - - false',
    'papers - not_said 2026-09-28 2026-10-01 - - - - - applicant 46 false',
    'sold GB fair 2026-11-02 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-02 - - false',
    'ten - not_said 2026-10-26 2026-11-01 2026-11-06 - - - - marketplace 10 false',
    'undated - not_said 2026-11-02 2026-11-08 - - - - - marketplace 8 false',
  ],
};
const nobodyNotes: MadeRows = {
  path: 'marts/applicants.sql',
  says: 'where nobody notes which applications are whole, all that are open wait for the marketplace',
  reads: {
    applications: made('applications', { applicant_id: 'a', status: 'submitted' }, { applicant_id: 'b', status: 'submitted' }),
    application_steps: made(
      'application_steps',
      ...[...taken('a', { applied: '2026-11-05' }), ...taken('b', { applied: '2026-11-06' })],
    ),
    applicant_days: made('applicant_days'),
  },
  night: asking({}),
  shows: 'applicant_id, waits_for, days_waiting, is_overdue',
  gives: ['a marketplace 11 true', 'b marketplace 10 false'],
};

const applicant = (applicant_id: string, more: Values = {}): Values => ({
  ...{ applicant_id, region: 'GB', channel: 'fair', status: 'submitted', week: '2026-11-02', applied_on: '2026-11-02' },
  ...{ is_overdue: false, ...more },
});
const SOME = made(
  'applicants',
  applicant('a', {
    status: 'approved',
    completed_on: '2026-11-04',
    decided_on: '2026-11-05',
    sold_on: '2026-11-12',
    seller_id: 's',
  }),
  applicant('b', { status: 'approved', completed_on: '2026-11-03', verified_on: '2026-11-03' }),
  applicant('c', { status: 'rejected', decided_on: '2026-11-03', channel: 'web', reject_code: 'bank' }),
  applicant('d', { status: 'withdrawn', region: null, week: '2026-11-09', applied_on: '2026-11-09' }),
  applicant('e', { status: 'complete', waits_for: 'marketplace', is_overdue: true, completed_on: '2026-11-02' }),
  applicant('f', { waits_for: 'applicant', region: 'DE' }),
);
const funnel: MadeRows = {
  path: 'marts/onboarding_funnel.sql',
  says: 'each step of the applications of a week, by region and channel and for all; what nobody notes is not measured',
  reads: { applicants: SOME },
  night: asking({}),
  gives: [
    'ALL ALL 2026-11-02 5 3 1 2 - 1 1 0 2 1',
    'ALL ALL 2026-11-09 1 0 0 0 - 0 0 1 0 0',
    'ALL fair 2026-11-02 4 3 1 2 - 1 0 0 2 1',
    'ALL fair 2026-11-09 1 0 0 0 - 0 0 1 0 0',
    'ALL web 2026-11-02 1 0 0 0 - 0 1 0 0 0',
    'DE ALL 2026-11-02 1 0 0 0 - 0 0 0 1 0',
    'DE fair 2026-11-02 1 0 0 0 - 0 0 0 1 0',
    'GB ALL 2026-11-02 4 3 1 2 - 1 1 0 1 1',
    'GB fair 2026-11-02 3 3 1 2 - 1 0 0 1 1',
    'GB web 2026-11-02 1 0 0 0 - 0 1 0 0 0',
  ],
};
const unmeasured: MadeRows = {
  path: 'marts/onboarding_funnel.sql',
  says: 'verified is not measured where no checks landed; sold where no application names a seller',
  reads: { applicants: made('applicants', applicant('a', { listed_on: '2026-11-03' })) },
  night: { ...asking({}), landed: ['applications'] },
  gives: [
    'ALL ALL 2026-11-02 1 - - 0 1 - 0 0 0 0',
    'ALL fair 2026-11-02 1 - - 0 1 - 0 0 0 0',
    'GB ALL 2026-11-02 1 - - 0 1 - 0 0 0 0',
    'GB fair 2026-11-02 1 - - 0 1 - 0 0 0 0',
  ],
};
const noChecks: MadeRows = { ...unmeasured, says: 'nor where policy asks for none', night: asking({ verified_by: [] }) };

/** Ten that took 1, 2, ... 10 days, one that never did. */
const TEN = Array.from({ length: 10 }, (_, nth) =>
  applicant(`t${nth}`, { completed_on: `2026-11-${String(3 + nth).padStart(2, '0')}` }),
);
const timed: MadeRows[] = [
  {
    path: 'marts/onboarding_steps.sql',
    says: 'how many took each step, and within how many days half and nine in ten of those whose day is known had',
    reads: { applicants: SOME },
    night: asking({}),
    gives: [
      'ALL ALL 1 applied true 6 6 6 0 0',
      'ALL ALL 4 approved true 6 2 1 3 3',
      'ALL ALL 2 completed true 6 3 3 1 2',
      'ALL ALL 5 listed false 6 - - - -',
      'ALL ALL 6 sold true 6 1 1 10 10',
      'ALL ALL 3 verified true 6 1 1 1 1',
      'ALL fair 1 applied true 5 5 5 0 0',
      'ALL fair 4 approved true 5 2 1 3 3',
      'ALL fair 2 completed true 5 3 3 1 2',
      'ALL fair 5 listed false 5 - - - -',
      'ALL fair 6 sold true 5 1 1 10 10',
      'ALL fair 3 verified true 5 1 1 1 1',
      'ALL web 1 applied true 1 1 1 0 0',
      'ALL web 4 approved true 1 0 0 - -',
      'ALL web 2 completed true 1 0 0 - -',
      'ALL web 5 listed false 1 - - - -',
      'ALL web 6 sold true 1 0 0 - -',
      'ALL web 3 verified true 1 0 0 - -',
      'DE ALL 1 applied true 1 1 1 0 0',
      'DE ALL 4 approved true 1 0 0 - -',
      'DE ALL 2 completed true 1 0 0 - -',
      'DE ALL 5 listed false 1 - - - -',
      'DE ALL 6 sold true 1 0 0 - -',
      'DE ALL 3 verified true 1 0 0 - -',
      'DE fair 1 applied true 1 1 1 0 0',
      'DE fair 4 approved true 1 0 0 - -',
      'DE fair 2 completed true 1 0 0 - -',
      'DE fair 5 listed false 1 - - - -',
      'DE fair 6 sold true 1 0 0 - -',
      'DE fair 3 verified true 1 0 0 - -',
      'GB ALL 1 applied true 4 4 4 0 0',
      'GB ALL 4 approved true 4 2 1 3 3',
      'GB ALL 2 completed true 4 3 3 1 2',
      'GB ALL 5 listed false 4 - - - -',
      'GB ALL 6 sold true 4 1 1 10 10',
      'GB ALL 3 verified true 4 1 1 1 1',
      'GB fair 1 applied true 3 3 3 0 0',
      'GB fair 4 approved true 3 2 1 3 3',
      'GB fair 2 completed true 3 3 3 1 2',
      'GB fair 5 listed false 3 - - - -',
      'GB fair 6 sold true 3 1 1 10 10',
      'GB fair 3 verified true 3 1 1 1 1',
      'GB web 1 applied true 1 1 1 0 0',
      'GB web 4 approved true 1 0 0 - -',
      'GB web 2 completed true 1 0 0 - -',
      'GB web 5 listed false 1 - - - -',
      'GB web 6 sold true 1 0 0 - -',
      'GB web 3 verified true 1 0 0 - -',
    ],
  },
  {
    path: 'marts/onboarding_steps.sql',
    says: 'of ten, half within five days and nine within nine; a decision that rejects is no approval',
    reads: { applicants: made('applicants', ...TEN, applicant('never', { status: 'rejected', decided_on: '2026-11-03' })) },
    night: asking({}),
    shows: "CASE WHEN region = 'GB' AND channel = 'fair' THEN step ELSE '' END AS of, reached, median_days, p90_days",
    gives: [
      ...[...Array(6).fill(' 0 - -'), ...Array(3).fill(' 10 5 9'), ...Array(3).fill(' 11 0 0')],
      ...Array(6).fill(' - - -'),
      ...['applied 11 0 0', 'approved 0 - -', 'completed 10 5 9', 'listed - - -', 'sold - - -', 'verified 0 - -'],
    ],
  },
];
const rejected: MadeRows = {
  path: 'marts/onboarding_rejections.sql',
  says: 'rejected applications by code',
  reads: {
    applicants: made(
      'applicants',
      ...['bank', 'bank', null].map((reject_code, nth) => applicant(`r${nth}`, { status: 'rejected', reject_code })),
      applicant('other', { status: 'approved', reject_code: 'bank' }),
      applicant('nowhere', { status: 'rejected', region: null, channel: 'web', reject_code: 'id' }),
    ),
  },
  gives: [
    ...['ALL ALL bank 2', 'ALL ALL id 1', 'ALL ALL not_said 1', 'ALL fair bank 2', 'ALL fair not_said 1', 'ALL web id 1'],
    ...['GB ALL bank 2', 'GB ALL not_said 1', 'GB fair bank 2', 'GB fair not_said 1'],
  ],
};

const newcomer = (seller_id: string): Values => ({ applicant_id: `a-${seller_id}`, seller_id, status: 'approved' });
const sells = (seller_id: string, ...on: string[]): Values[] => on.map((placed_day) => ({ seller_id, placed_day }));
const NEWCOMERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const stayed: MadeRows = {
  path: 'marts/applicants.sql',
  says: 'who sold in the thirty days after day 30, 60 and 90, of those of whom they have passed',
  reads: {
    applications: made('applications', ...NEWCOMERS.map(newcomer), newcomer('never')),
    application_steps: made(
      'application_steps',
      ...NEWCOMERS.flatMap((seller) => taken(`a-${seller}`, { applied: '2026-07-10' })),
      ...taken('a-never', { applied: '2026-07-10' }),
    ),
    applicant_days: made(
      'applicant_days',
      // Of 1 August day 30 is 31 August and day 59 29 September; day 60 is 30 September and day 89 29 October.
      ...[...sells('a', '2026-08-01', '2026-08-30', '2026-09-30'), ...sells('b', '2026-08-01', '2026-08-31', '2026-10-29')],
      ...[...sells('c', '2026-08-01', '2026-09-29', '2026-10-30'), ...sells('d', '2026-08-01', '2026-08-30')],
      // Day 119 is 16 November, and 17 November. Day 89 is 16 November, and 17; so is day 59.
      ...[...sells('e', '2026-07-20', '2026-10-18', '2026-11-16'), ...sells('f', '2026-07-21', '2026-11-16')],
      ...[...sells('g', '2026-08-19', '2026-11-16'), ...sells('h', '2026-09-18', '2026-11-16')],
      // Before the application, which counts for nobody.
      ...sells('d', '2026-07-09'),
    ),
  },
  night: asking({}),
  shows: 'applicant_id, sold_on, sold_after_30, sold_after_60, sold_after_90',
  gives: [
    'a-a 2026-08-01 false true -',
    'a-b 2026-08-01 true true -',
    'a-c 2026-08-01 true false -',
    'a-d 2026-08-01 false false -',
    'a-e 2026-07-20 false false true',
    'a-f 2026-07-21 false false -',
    'a-g 2026-08-19 false true -',
    'a-h 2026-09-18 true - -',
    'a-never - - - -',
  ],
};
const still = (sold_on: string | null, ...sold: (boolean | null)[]): Values =>
  applicant('x', { sold_on, ...Object.fromEntries([30, 60, 90].map((days, at) => [`sold_after_${days}`, sold[at] ?? null])) });
const cohorts: MadeRows = {
  path: 'marts/onboarding_cohorts.sql',
  says: 'by month of the first order: of how many the days have passed, and who sold in them',
  reads: {
    applicants: made(
      'applicants',
      ...[still('2026-08-01', true, false, true), still('2026-08-31', true, null), still('2026-08-15', false, false)],
      ...[still('2026-09-01', null), still(null)],
    ),
  },
  gives: ['ALL ALL', 'ALL fair', 'GB ALL', 'GB fair'].flatMap((of) => [
    `${of} 2026-08-01 30 3 3 2`,
    `${of} 2026-08-01 60 3 2 0`,
    `${of} 2026-08-01 90 3 1 1`,
    `${of} 2026-09-01 30 1 0 0`,
    `${of} 2026-09-01 60 1 0 0`,
    `${of} 2026-09-01 90 1 0 0`,
  ]),
};

export const MADE_ONBOARDING: readonly MadeRows[] = [
  ...[
    ...staged,
    steps,
    nobodyAsks,
    ...days,
    followed,
    nobodyNotes,
    funnel,
    unmeasured,
    noChecks,
    ...timed,
    rejected,
    stayed,
    cohorts,
  ],
];
