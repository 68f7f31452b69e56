import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StateMachine } from 'aws-local-stepfunctions';
import { acceptFiles } from '../../lambdas/accept-files/handler.js';
import { acceptSqlFiles } from '../../lambdas/accept-files/sql-files.js';
import { collectOutput } from '../../lambdas/collect-output/handler.js';
import { considerRetry } from '../../lambdas/consider-retry/handler.js';
import { gate } from '../../lambdas/gate/handler.js';
import { openRun } from '../../lambdas/open-run/handler.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { planRun } from '../../lambdas/plan-run/handler.js';
import { prepareQuery } from '../../lambdas/prepare-query/handler.js';
import { publish } from '../../lambdas/publish/handler.js';
import { registerResults } from '../../lambdas/register-results/handler.js';
import { reportFailure } from '../../lambdas/report-failure/handler.js';
import { sendDigest } from '../../lambdas/send-digest/handler.js';
import { sendEmails } from '../../lambdas/send-emails/handler.js';
import { readPolicyFiles } from '../../policies/files.js';
import { readSqlFiles } from '../../sql/files.js';
import { HOME } from '../shared/home.js';
import { type LocalLimits, lazyDuck, scratchFolder } from '../shared/lazy-duck.js';
import type { NightOutcome, NightWatcher } from '../shared/night-outcome.js';
import { subjectOf } from '../shared/task-subject.js';
import { NO_CATALOG } from './catalog.js';
import { Outbox } from './mailer.js';
import { FolderStore } from './object-store.js';
import { DuckEngine } from './query-engine.js';
import { FileLedger } from './send-ledger.js';
import { Stopwatch } from './stopwatch.js';

export interface NightRequest {
  /** YYYY-MM-DD. */
  runDate: string;
  landing: string;
  store: string;
  policies: string;
  /** Judge every order anew instead of reusing final outcomes. */
  full?: boolean;
  /** Write mails after publishing. */
  mails?: boolean;
  limits?: LocalLimits;
  /** Told when a task starts and when it is done. */
  watch?: NightWatcher;
  /** Name of this execution; retries of the same execution are the same night. */
  execution?: string;
}

type Handler = (event: unknown) => Promise<unknown>;

/** Runs one night of infra/nightly.asl.json in this process, without network. Never throws for what a night can fail of. */
export async function runNight(request: NightRequest): Promise<NightOutcome> {
  const store = new FolderStore(request.store);
  const landing = new FolderStore(request.landing);
  const scratch = scratchFolder(request.store);
  // Two engines, one after the other: accepting keeps rows in the order they landed, computing need not.
  const accepting = lazyDuck(join(scratch, 'accept'), { limits: request.limits, connections: 2 });
  const computing = lazyDuck(join(scratch, 'compute'), {
    limits: request.limits,
    prelude: join(HOME, 'infra/local/prelude.sql'),
  });
  const sql = await readSqlFiles();
  const engine = new DuckEngine(store, computing.duck);
  const ledger = new FileLedger(store);
  const mailer = new Outbox(store);
  const mail = { store, ledger, mailer };
  const tasks: Record<string, Handler> = {
    OpenRun: openRun({ landing, store, policyFiles: () => readPolicyFiles(request.policies), acceptSql: acceptSqlFiles() }),
    AcceptShard: acceptFiles({ landing, store, duck: accepting.duck, scratch }),
    PlanRun: async (event) => {
      await accepting.close();
      return planRun({ store, sql })(event);
    },
    PrepareQuery: prepareQuery({ store, sql, engine }),
    RunQuery: (event) => engine.start(event as { QueryString: string; ClientRequestToken: string }),
    CollectOutput: collectOutput({ store, engine }),
    ConsiderRetry: considerRetry({ engine }),
    Gate: gate({ store, sql }),
    Publish: publish({ store }),
    RegisterResults: registerResults({ store, catalog: NO_CATALOG }),
    PlanEmails: planEmails({ store }),
    SendShard: sendEmails(mail),
    SendDigest: sendDigest(mail),
    ReportFailure: reportFailure({ store, mailer }),
  };
  const stopwatch = new Stopwatch();
  const outcome: NightOutcome = {
    status: 'failed',
    states: stopwatch.states,
    results: [],
    seconds: 0,
    largest_state: { bytes: 0, state: '' },
  };
  const since = performance.now();
  const seen: { error?: { name: string; message: string } } = {};

  const handlers = Object.fromEntries(
    Object.entries(tasks).map(([state, task]) => [
      state,
      async (event: unknown) => {
        const subject = subjectOf(state, event);
        await request.watch?.started?.(state, subject);
        const running = stopwatch.start(state, subject);
        try {
          const result = await task(event);
          if (state === 'OpenRun')
            Object.assign(outcome, {
              run_id: (result as { run_id: string }).run_id,
              prefix: (result as { prefix: string }).prefix,
            });
          if (state === 'Publish') outcome.status = (result as { moved: boolean }).moved ? 'published' : 'kept';
          outcome.results.push({ state, result: result as Record<string, unknown> });
          const seconds = running.stop(result);
          request.watch?.done?.(state, subject, result, seconds);
          return result;
        } catch (error) {
          running.stop(undefined);
          if (state !== 'RunQuery') {
            seen.error ??= { name: (error as Error).name, message: (error as Error).message };
            outcome.failed_state ??= subject ? `${state} ${subject}` : state;
          }
          throw error;
        }
      },
    ]),
  );

  const machine = new StateMachine(await definitionWithLocalNames(), { validationOptions: { checkArn: false } });
  const input = { run_date: request.runDate, full: request.full ?? false, mails: request.mails ?? true };
  const context = { Execution: { Name: request.execution ?? `local-${process.pid}-${process.hrtime.bigint()}` } };
  // A Map that fails leaves its other iterations to themselves; their errors are the night's, not the process's.
  const stray = (error: unknown) => {
    seen.error ??= { name: (error as Error).name, message: (error as Error).message };
  };
  process.on('unhandledRejection', stray);
  try {
    const execution = machine.run(input, {
      overrides: { taskResourceLocalHandlers: handlers as never },
      context: context as never,
    });
    const watching = measureStates(execution.eventLogs, outcome);
    try {
      await execution.result;
    } catch (error) {
      outcome.status = 'failed';
      outcome.error = seen.error ?? { name: (error as Error).name, message: (error as Error).message };
    }
    await watching;
  } finally {
    process.off('unhandledRejection', stray);
    outcome.seconds = (performance.now() - since) / 1000;
    await accepting.close();
    await computing.close();
    // A Map that failed may leave an iteration writing for a moment; what it leaves is in the system's temporary folder.
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
  return outcome;
}

/** The workflow with its placeholders filled in; on AWS the deployment fills in the deployed functions. */
async function definitionWithLocalNames(): Promise<never> {
  const text = await readFile(join(HOME, 'infra/nightly.asl.json'), 'utf8');
  return JSON.parse(text.replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:eu-west-1:000000000000:function:$1')) as never;
}

async function measureStates(events: AsyncIterable<unknown>, outcome: NightOutcome): Promise<void> {
  for await (const event of events) {
    const { state } = event as { state?: { name: string; input: unknown; output?: unknown } };
    if (!state) continue;
    for (const value of [state.input, state.output]) {
      const bytes = value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
      if (bytes > outcome.largest_state.bytes) outcome.largest_state = { bytes, state: state.name };
    }
  }
}
