import { type Command, Option } from 'commander';
import { openMails } from '../../lambdas/shared/mail-stage.js';
import type { Environment } from '../environment.js';
import { NightFailed } from '../exit-codes.js';
import { nightReport } from '../night-report.js';
import { landingNotes, summary } from '../night-summary.js';
import { failedAtMails, linesOfOpenMails, MailsOpen, notDone } from '../open-mails.js';
import { Progress } from '../progress.js';
import { mustFollowLanding } from '../silence.js';
import { environmentOf } from './environment.js';
import { checkDay, withNightOptions } from './options.js';

interface Options {
  date?: string;
  full: boolean;
  mails: boolean;
  json: boolean;
  quiet: boolean;
  memory: string;
}

export function addNight(program: Command): void {
  withNightOptions(program.command('night'))
    .description('run the night of one day: accept files, compute, check, publish, mail')
    .option('--date <day>', 'the day to judge, YYYY-MM-DD (default: the newest day with landed orders)')
    .option('--full', 'judge every order anew instead of reusing final outcomes', false)
    .option('--no-mails', 'publish without writing mails')
    .addOption(new Option('--memory <limit>', 'memory for the query engine').default('2GB'))
    .option('--json', 'print the run report alone, as JSON', false)
    .option('--quiet', 'print only what went wrong', false)
    .action(night);
}

async function night(options: Options, command: Command): Promise<void> {
  const silent = options.json || options.quiet;
  const say = (line: string) => (silent ? undefined : console.log(line));
  const asked = options.date && checkDay('--date', options.date);
  const environment = await environmentOf(command);
  await environment.ready(say);
  // where it is not known what landed, the night itself tells
  if (asked) mustFollowLanding(asked, await environment.newestDay().catch(() => undefined), environment.night_option);
  const runDate = asked ?? (await environment.newestDay());
  const progress = new Progress({ silent, stream: process.stdout });
  progress.begin(`Night of ${runDate}`);
  const { full, mails, memory } = options;
  const outcome = await environment.runNight({ runDate, full, mails, memory, watch: progress }, say);
  progress.end();
  const report = await nightReport(environment.store, runDate, outcome);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  if (outcome.error) {
    if (!silent) for (const note of landingNotes(report)) console.error(note);
    const where = report.failed_state ?? 'before its first state';
    if (failedAtMails(outcome))
      throw new MailsOpen(notDone(outcome.run_id!, environment.option, `${where}: ${outcome.error.message}`));
    throw new NightFailed(outcome.error, where);
  }
  if (!silent) console.log(await summary(environment, report));
  for (const file of report.counts.accepted_again)
    console.error(
      `Warning: ${file}. It was accepted again from what landed; see what else is damaged: npm run scorecards -- doctor`,
    );
  for (const run of report.counts.passed_over)
    console.error(`Warning: run ${run}. It was passed over, and every order judged anew; nothing of tonight is missing.`);
  await tellOpenMails(environment, runDate, mails);
}

/**
 * Of this night's day and of those before it. A night that was to mail and whose day still has mails to send does not end well: also one
 * that was run again after a later day was published, which mails nobody.
 *
 * @throws MailsOpen
 */
async function tellOpenMails({ store, option }: Environment, runDate: string, asked: boolean): Promise<void> {
  const own: string[] = [];
  for (const open of await openMails(store)) {
    const lines = linesOfOpenMails(open, option);
    if (open.run_date === runDate && asked) own.push(...lines);
    else for (const line of lines) console.error(line);
  }
  if (own.length > 0) throw new MailsOpen(own.join('\n'));
}
