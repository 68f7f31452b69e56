import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StateMachine } from 'aws-local-stepfunctions';
import { HOME } from '../shared/home.js';
import type { NightOutcome, NightWatcher } from '../shared/night-outcome.js';
import { Crew } from './crew.js';
import { NightRecord } from './night-record.js';
import { openTasks, type TaskFolders } from './tasks.js';

export interface NightRequest extends TaskFolders {
  /** YYYY-MM-DD. */
  runDate: string;
  /** Judge every order anew instead of reusing final outcomes. */
  full?: boolean;
  /** Write mails after publishing. */
  mails?: boolean;
  /** Told when a task starts and when it is done. */
  watch?: NightWatcher;
  /** Name of this execution; retries of the same execution are the same night. */
  execution?: string;
}

/** why once in a process: it is the same workflow for every night, and to validate it takes as long as a dozen queries of a small one. */
let validated = false;

/** A name that no other night of this machine has. */
export const localExecution = (): string => `local-${process.pid}-${process.hrtime.bigint()}`;

/** Runs one night of infra/nightly.asl.json in this process, without network. Never throws for what a night can fail of. */
export async function runNight(request: NightRequest): Promise<NightOutcome> {
  const { tasks, interrupt, close } = await openTasks(request);
  const record = new NightRecord(request.watch);
  const crew = new Crew(interrupt);
  const handlers = Object.fromEntries(
    Object.entries(tasks).map(([state, task]) => [state, crew.member(state, record.watched(state, task))]),
  );
  const machine = new StateMachine(await definitionWithLocalNames(), {
    validationOptions: { checkArn: false, noValidate: validated },
  });
  validated = true;
  const input = { run_date: request.runDate, full: request.full ?? false, mails: request.mails ?? true };
  const context = { Execution: { Name: request.execution ?? localExecution() } };
  // A Map that fails leaves its other iterations to themselves; their errors are the night's, not the process's.
  const stray = (error: unknown) => record.saw(error);
  process.on('unhandledRejection', stray);
  let execution: ReturnType<StateMachine['run']> | undefined;
  try {
    execution = machine.run(input, { overrides: { taskResourceLocalHandlers: handlers as never }, context: context as never });
    const following = record.follow(execution.eventLogs);
    await execution.result.catch((error: unknown) => record.failed(error));
    await following;
  } finally {
    execution?.abort();
    const ended = await crew.dismiss();
    process.off('unhandledRejection', stray);
    record.ended();
    if (ended) await close();
  }
  return record.outcome;
}

/** The workflow with its placeholders filled in; on AWS the deployment fills in the deployed functions. */
async function definitionWithLocalNames(): Promise<never> {
  const text = await readFile(join(HOME, 'infra/nightly.asl.json'), 'utf8');
  return JSON.parse(text.replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:eu-west-1:000000000000:function:$1')) as never;
}
