import type { Command } from 'commander';
import { addDays } from '../../contracts/days.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { openMails } from '../../lambdas/shared/mail-stage.js';
import { NightFailed } from '../exit-codes.js';
import { failedAtMails, linesOfOpenMails, MailsOpen } from '../open-mails.js';
import { environmentOf } from './environment.js';
import { checkDay, withNightOptions } from './options.js';

export function addBackfill(program: Command): void {
  withNightOptions(program.command('backfill'))
    .description('run the nights of a range of days, oldest first; writes no mails unless asked')
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day, YYYY-MM-DD')
    .option('--mails', 'write the mails of each night too', false)
    .option('--full', 'judge every order anew each night', false)
    .action(async (options: { from: string; to: string; mails: boolean; full: boolean }, command: Command) => {
      const from = checkDay('--from', options.from);
      const to = checkDay('--to', options.to);
      if (from > to) throw new UsageError(`--from ${from} is after --to ${to}; swap them`);
      const { full, mails } = options;
      const environment = await environmentOf(command);
      await environment.ready(console.log);
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const outcome = await environment.runNight({ runDate: day, full, mails, backfill: true });
        if (outcome.error && !failedAtMails(outcome))
          throw new NightFailed(outcome.error, `night of ${day}, ${outcome.failed_state ?? 'before its first state'}`);
        const planned = outcome.results.find(({ state }) => state === 'PlanRun')?.result;
        const reused = planned?.base_run_date ? `, final outcomes of ${planned.base_run_date} reused` : '';
        const status = outcome.error ? 'published, mails not done' : outcome.status;
        console.log(`  ${day}  ${outcome.run_id}  ${status}  ${outcome.seconds.toFixed(1)} s${reused}`);
      }
      const open = (await openMails(environment.store)).filter(({ run_date }) => run_date >= from && run_date <= to);
      const lines = open.flatMap((one) => linesOfOpenMails(one, environment.option));
      if (mails && lines.length > 0) throw new MailsOpen(lines.join('\n'));
    });
}
