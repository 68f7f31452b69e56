import { GetTableCommand } from '@aws-sdk/client-glue';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { addDays } from '../../../../contracts/days.js';
import { openedKey, runOfOpenedKey, runsOfDay } from '../../../../contracts/run/keys.js';
import type { Opened } from '../../../../contracts/run/opened.js';
import { readJson } from '../../../../lambdas/shared/object-store.js';
import { type Answer, fail, notAsked, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';

/** At which day the tables begin, as the catalogue says it. */
async function tablesBegin({ given }: AtHand): Promise<Answer> {
  const { at, clients, group } = given;
  const { Table } = await clients.glue.send(new GetTableCommand({ DatabaseName: at.database, Name: 'accepted_orders' }));
  const begins = Table?.Parameters?.['projection.landing_day.range']?.split(',')[0];
  if (begins === group.firstLandingDay) return pass(`tables begin at ${begins}, as infra/aws/settings.ts says`);
  return fail(`tables begin at ${begins}, and infra/aws/settings.ts says ${group.firstLandingDay}`, 'deploy');
}

/** Opens a run as a night would, over one file of the day before, and takes both away again. */
async function landTooEarly(at: AtHand, before: string): Promise<Answer> {
  const { lambda } = at.given.clients;
  const key = `orders/dt=${before}/${at.name}.jsonl`;
  const Payload = JSON.stringify({ run_date: before, execution: at.name, mails: false });
  try {
    await at.landing.write(key, '');
    const opened = await lambda.send(new InvokeCommand({ FunctionName: `${at.given.at.workGroup}-open-run`, Payload }));
    const told = opened.Payload ? Buffer.from(opened.Payload).toString('utf8') : '';
    const { errorMessage = '' } = JSON.parse(told || '{}') as { errorMessage?: string };
    if (opened.FunctionError && errorMessage.includes(key) && /at which no table looks/.test(errorMessage))
      return pass(`a file that landed for ${before} is refused by name before anything is accepted`);
    return fail(
      `a file that landed for ${before} is not refused as such, open-run answered ${told.slice(0, 200)}`,
      'a night may read such a file as nothing; deploy, and ask again',
    );
  } finally {
    await at.landing.delete(key);
    await closeRun(at, before);
  }
}

/** Takes away the run that was opened for the day, and no other. */
async function closeRun(at: AtHand, day: string): Promise<void> {
  for (const { key } of await at.store.list(runsOfDay(day))) {
    const run = runOfOpenedKey(key);
    const opened = run && (await readJson<Opened>(at.store, openedKey(run.prefix)));
    if (opened?.execution !== at.name) continue;
    for (const object of await at.store.list(`${run!.prefix}/`)) await at.store.delete(object.key);
  }
}

/** Whether a landed day at which no table looks is seen, and not read as nothing. */
export const firstDay: Question = {
  about: 'the first landing day',
  async ask(at) {
    const { clients, group, at: where } = at.given;
    const begin = await tablesBegin(at);
    const running = { stateMachineArn: where.stateMachine, statusFilter: 'RUNNING' as const, maxResults: 1 };
    const { executions = [] } = await clients.states.send(new ListExecutionsCommand(running));
    if (executions.length > 0)
      return [
        begin,
        notAsked('whether a file before it is refused: a night is running, and would meet the file; ask when it is done'),
      ];
    return [begin, await landTooEarly(at, addDays(group.firstLandingDay, -1))];
  },
};
