import type { MailCounts } from '../contracts/run/mail-plan.js';
import type { NightOutcome } from '../infra/shared/night-outcome.js';
import type { OpenMails } from '../lambdas/shared/mail-stage.js';
import { formatFor } from '../wording/format.js';

const format = formatFor('en-GB');

/** A run is published and not all of its mails went out. Exit code 4. */
export class MailsOpen extends Error {
  override name = 'MailsOpen';
}

/** `--run R --store S` as a person types it after a command. */
const finish = (run_id: string, option: string): string => `npm run scorecards -- mails --run ${run_id}${option}`;

/** What is wrong with the mails of a run, and what to do: a line each; none when all is well. */
export function mailLines(
  run_id: string,
  option: string,
  mails: Pick<MailCounts, 'not_sent' | 'in_doubt'>,
  because = '',
): string[] {
  const { not_sent, in_doubt } = mails;
  const why = because ? ` (${because})` : '';
  return [
    ...(not_sent > 0
      ? [`Mails of run ${run_id}: ${format.count(not_sent)} not sent${why}. Mend the cause, then: ${finish(run_id, option)}`]
      : []),
    ...(in_doubt > 0
      ? [
          `Mails of run ${run_id}: ${format.count(in_doubt)} in doubt, never sent again by themselves. Look whether they went out, then: ${finish(run_id, option)} --doubts sent (or send)`,
        ]
      : []),
  ];
}

/** The same of a run of which they are not even tried. */
export const notDone = (run_id: string, option: string, because = ''): string =>
  `Mails of run ${run_id} are not done${because ? ` (${because})` : ''}: the run is published, and not everybody was written to. Finish them: ${finish(run_id, option)}`;

export const linesOfOpenMails = (open: OpenMails, option: string): string[] => [
  ...(open.state === 'not_done' ? [notDone(open.run_id, option)] : []),
  ...mailLines(open.run_id, option, open),
];

const MAIL_STATES = new Set(['PlanEmails', 'SendShard', 'SendDigest']);

/** The run is published; what failed is the mailing of it. */
export const failedAtMails = (outcome: NightOutcome): boolean =>
  MAIL_STATES.has(outcome.failed_state?.split(' ')[0] ?? '') && outcome.results.some(({ state }) => state === 'Publish');
