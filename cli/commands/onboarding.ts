import type { Command } from 'commander';
import type * as z from 'zod';
import { EVERY_CHANNEL } from '../../contracts/channels.js';
import { applicants } from '../../contracts/published/applicants.js';
import { onboardingCohorts } from '../../contracts/published/onboarding-cohorts.js';
import { onboardingFunnel } from '../../contracts/published/onboarding-funnel.js';
import { onboardingRejections } from '../../contracts/published/onboarding-rejections.js';
import { ONBOARDING_STEPS, onboardingSteps } from '../../contracts/published/onboarding-steps.js';
import { ALL_REGIONS } from '../../contracts/run/teams.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { Run } from '../../lambdas/shared/run-reader.js';
import { nearestRegion } from '../../policies/nearest.js';
import { ONBOARDING_DEFAULTS } from '../../policies/onboarding-policy.js';
import { formatFor, NONE } from '../../wording/format.js';
import { table } from '../table.js';
import { checkDay, storeOption } from './options.js';
import { runWith } from './run-of.js';

type Applicant = z.infer<typeof applicants.row>;
type Week = z.infer<typeof onboardingFunnel.row>;
type Step = z.infer<typeof onboardingSteps.row>;
type Rejection = z.infer<typeof onboardingRejections.row>;
type Cohort = z.infer<typeof onboardingCohorts.row>;

/** What is shown: one region and one channel, or ALL. */
interface Asked {
  region: string;
  channel: string;
}

const format = formatFor('en-GB');
/** why thirteen: a quarter, as elsewhere. */
const WEEKS_SHOWN = 13;
/** why twenty: what a person works through in a morning; the others are counted, and in the JSON. */
const WAITING_SHOWN = 20;

const titleOf = (step: Step['step']): string => (step === 'completed' ? 'complete' : step);

export function addOnboarding(program: Command): void {
  program
    .command('onboarding')
    .description('applications of sellers: how many take each step and in how many days, who waits, why others were rejected')
    .addOption(storeOption())
    .option('--region <region>', 'the applications for one region (default: all)')
    .option('--channel <channel>', 'the applications of one channel (default: all)')
    .option('--date <day>', 'of the run of this day (default: the published run)')
    .option('--json', 'print as JSON', false)
    .action(async (options: { region?: string; channel?: string; date?: string; json: boolean }, command: Command) => {
      const date = options.date && checkDay('--date', options.date);
      const run = await runWith(command, date, applicants.dataset, 'followed no applications');
      console.log(await onboardingOf(run, options));
    });
}

async function onboardingOf(run: Run, { json, ...options }: { region?: string; channel?: string; json: boolean }) {
  const all = await run.rows(applicants);
  const asked = { region: options.region ?? ALL_REGIONS, channel: options.channel ?? EVERY_CHANNEL };
  refuseUnknown(run, all, asked);
  const of = <R extends Asked>(rows: R[]) => rows.filter((row) => row.region === asked.region && row.channel === asked.channel);
  const found = {
    steps: of(await run.rows(onboardingSteps)).sort((a, b) => a.place - b.place),
    weeks: of(await run.rows(onboardingFunnel)),
    rejections: of(await run.rows(onboardingRejections)),
    cohorts: of(await run.rows(onboardingCohorts)),
    applicants: all.filter(
      ({ region, channel }) =>
        (asked.region === ALL_REGIONS || region === asked.region) &&
        (asked.channel === EVERY_CHANNEL || channel === asked.channel),
    ),
  };
  if (json) return JSON.stringify({ run_id: run.run_id, ...asked, ...found }, null, 2);
  if (found.applicants.length === 0)
    return `Run ${run.run_id}: no application${options.region || options.channel ? ' of these' : ''} in the days that policy looks back on. They land as the dataset applications.`;
  const { look_back_days, decide_within_days } = run.policies.onboarding ?? ONBOARDING_DEFAULTS;
  return [
    `Run ${run.run_id}: ${format.many(found.applicants.length, 'application')}${inWords(asked)} made in the last ${look_back_days} days.`,
    'Nothing of onboarding is part of a score.',
    ['', stepsInWords(found.steps)],
    ['', weeksInWords(found.weeks)],
    waitingInWords(found.applicants, decide_within_days),
    rejectionsInWords(found.rejections),
    cohortsInWords(found.cohorts),
  ]
    .flat()
    .join('\n');
}

const inWords = ({ region, channel }: Asked): string =>
  `${region === ALL_REGIONS ? '' : ` for ${region}`}${channel === EVERY_CHANNEL ? '' : ` by ${channel}`}`;

function refuseUnknown(run: Run, all: readonly Applicant[], { region, channel }: Asked): void {
  const { regions } = run.policies;
  if (region !== ALL_REGIONS && !regions.some(({ code }) => code === region)) {
    const meant = nearestRegion(region, regions);
    throw new UsageError(
      `--region ${region}: is no region of the run; ${meant ? `did you mean ${meant}?` : `there are ${format.list(regions.map(({ code }) => code))}`}`,
    );
  }
  const channels = [...new Set(all.map((row) => row.channel))].sort();
  if (channel !== EVERY_CHANNEL && !channels.includes(channel))
    throw new UsageError(
      `--channel ${channel}: nobody came by it; ${channels.length > 0 ? `there are ${format.list(channels)}` : 'no application landed'}`,
    );
}

const shown = (count: number | null): string => (count === null ? NONE : format.count(count));

function stepsInWords(steps: readonly Step[]): string {
  const notes = steps.filter(({ is_measured }) => !is_measured).map(({ step }) => titleOf(step));
  return [
    table(
      ['step', 'reached', 'of all', 'half within', 'nine in ten within'],
      steps.map((row) => [
        titleOf(row.step),
        shown(row.reached),
        row.reached === null ? NONE : format.share(row.reached / row.applications),
        ...[row.median_days, row.p90_days].map((days) => (days === null ? NONE : format.many(days, 'day'))),
      ]),
    ),
    ...(notes.length > 0 ? [`  Not measured, because nobody notes it: ${format.list(notes)}.`] : []),
  ].join('\n');
}

function weeksInWords(weeks: readonly Week[]): string {
  return table(
    ['week of', ...ONBOARDING_STEPS.map(titleOf), 'rejected', 'withdrawn', 'waiting', 'overdue'],
    weeks
      .slice(-WEEKS_SHOWN)
      .map((row) => [
        format.day(row.week),
        ...[...ONBOARDING_STEPS.map((step) => row[step]), row.rejected, row.withdrawn, row.waiting, row.overdue].map(shown),
      ]),
  );
}

function waitingInWords(all: readonly Applicant[], target: number): string[] {
  const queue = all
    .filter(({ waits_for }) => waits_for === 'marketplace')
    .sort((a, b) => b.days_waiting! - a.days_waiting! || (a.applicant_id < b.applicant_id ? -1 : 1));
  const missing = all.filter(({ waits_for }) => waits_for === 'applicant').length;
  const overdue = queue.filter(({ is_overdue }) => is_overdue).length;
  const rest = queue.length - WAITING_SHOWN;
  return [
    '',
    `${format.many(queue.length, 'application')} ${queue.length === 1 ? 'waits' : 'wait'} for a decision, ${format.count(overdue)} of them for more than the ${format.many(target, 'day')} of policy; ${format.count(missing)} ${missing === 1 ? 'waits' : 'wait'} for what the applicant has yet to send.`,
    ...(queue.length > 0
      ? [
          table(
            ['application', 'region', 'channel', 'applied', 'waiting', ''],
            queue
              .slice(0, WAITING_SHOWN)
              .map((row) => [
                row.applicant_id,
                row.region ?? NONE,
                row.channel,
                format.day(row.applied_on),
                format.many(row.days_waiting!, 'day'),
                row.is_overdue ? 'overdue' : '',
              ]),
          ),
        ]
      : []),
    ...(rest > 0 ? [`  and ${format.count(rest)} more: --json lists all`] : []),
  ];
}

const rejectionsInWords = (rejections: readonly Rejection[]): string[] =>
  rejections.length === 0
    ? []
    : [
        '',
        table(
          ['rejected because', 'applications'],
          [...rejections]
            .sort((a, b) => b.applications - a.applications)
            .map((row) => [row.reject_code, format.count(row.applications)]),
        ),
      ];

/** `48 of 52`: of those of whom the days have passed. */
const ofPassed = ({ passed, still_selling }: Cohort): string =>
  passed === 0 ? NONE : `${format.count(still_selling)} of ${format.count(passed)}`;

function cohortsInWords(cohorts: readonly Cohort[]): string[] {
  const months = [...new Set(cohorts.map(({ month }) => month))].slice(-WEEKS_SHOWN);
  const marks = [...new Set(cohorts.map(({ days }) => days))].sort((a, b) => a - b);
  return months.length === 0
    ? []
    : [
        '',
        'Still selling, of those whose first order was in a month: in the thirty days after day 30, 60, 90',
        table(
          ['first order', 'sellers', ...marks.map((days) => `day ${days}`)],
          months.map((month) => {
            const of = cohorts.filter((row) => row.month === month);
            return [
              format.month(month),
              format.count(of[0]!.sellers),
              ...marks.map((days) => ofPassed(of.find((row) => row.days === days)!)),
            ];
          }),
        ),
      ];
}
