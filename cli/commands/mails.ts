import { type Command, Option } from 'commander';
import { localEnvironment } from '../../infra/local/environment.js';
import type { Doubts } from '../../infra/local/mails.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { formatFor } from '../../wording/format.js';
import { MailsOpen, mailLines } from '../open-mails.js';
import { storeOption } from './options.js';
import { finishedRun } from './run-of.js';

const { count } = formatFor('en-GB');

export function addMails(program: Command): void {
  program
    .command('mails')
    .description('write the mails of a published run that are not written yet; nobody is written to twice')
    .requiredOption('--run <id>', 'run id, such as 2026-11-16-001')
    .addOption(storeOption())
    .addOption(
      new Option('--doubts <decision>', 'mails of which nobody knows whether they went out: take them as sent, or send them')
        .choices(['leave', 'sent', 'send'])
        .default('leave'),
    )
    .action(async (options: { run: string; store: string; doubts: Doubts }) => {
      const { store, name, option } = localEnvironment(options);
      const { manifest, log } = await finishedRun(store, options.run, name);
      if (log?.moved === false)
        throw new UsageError(
          `--run ${options.run}: readers never saw this run, a later one was published already; nobody is mailed about it`,
        );
      const { finishMails } = await import('../../infra/local/mails.js');
      const counts = await finishMails(options.store, manifest.prefix, options.doubts);
      console.log(`Mails of run ${manifest.run_id}: ${count(counts.sent)} written, ${count(counts.already_sent)} sent before`);
      const open = mailLines(manifest.run_id, option, counts);
      if (open.length > 0) throw new MailsOpen(open.join('\n'));
    });
}
