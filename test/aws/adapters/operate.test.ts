import { SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { EXIT, exitCodeOf, NightFailed } from '../../../cli/exit-codes.js';
import { consoleOf, runNightOnAws } from '../../../infra/aws/operate/night.js';
import { answering, jsonError } from '../servers/answering.js';

const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:scorecards-dev-europe-night';
const EXECUTION = 'arn:aws:states:eu-west-1:000000000000:execution:scorecards-dev-europe-night:2026-11-16';

/** The history of an execution, as Step Functions writes it: events in the order of time, each naming the one before it on its branch. */
class History {
  readonly events: object[] = [];
  private clock = 1_763_000_000;

  add(type: string, previous: number, details: object = {}): number {
    this.clock += 1;
    this.events.push({ id: this.events.length + 1, type, previousEventId: previous, timestamp: this.clock, ...details });
    return this.events.length;
  }

  entered(name: string, previous: number, kind = 'Task'): number {
    return this.add(`${kind}StateEntered`, previous, { stateEnteredEventDetails: { name, input: '{}' } });
  }

  /** A function that answers. Its state's output is the whole state, as ResultPath leaves it, and not the answer. */
  lambda(name: string, previous: number, input: object, answer: object): number {
    const scheduled = this.scheduled(this.entered(name, previous), input);
    const started = this.add('LambdaFunctionStarted', scheduled);
    const answered = this.add('LambdaFunctionSucceeded', started, {
      lambdaFunctionSucceededEventDetails: { output: JSON.stringify(answer) },
    });
    return this.exited(name, answered);
  }

  scheduled(previous: number, input: object): number {
    return this.add('LambdaFunctionScheduled', previous, {
      lambdaFunctionScheduledEventDetails: { resource: 'arn:aws:lambda:x', input: JSON.stringify(input) },
    });
  }

  exited(name: string, previous: number): number {
    return this.add('TaskStateExited', previous, { stateExitedEventDetails: { name, output: '{"the":"whole state"}' } });
  }

  query(text: string, previous: number): number {
    const scheduled = this.add('TaskScheduled', this.entered('RunQuery', previous), {
      taskScheduledEventDetails: { parameters: JSON.stringify({ QueryString: text }) },
    });
    const submitted = this.add('TaskSubmitted', scheduled);
    const answered = this.add('TaskSucceeded', submitted, { taskSucceededEventDetails: { output: '{"QueryExecution":{}}' } });
    return this.exited('RunQuery', answered);
  }

  failedLambda(name: string, previous: number, input: object): number {
    const started = this.add('LambdaFunctionStarted', this.scheduled(this.entered(name, previous), input));
    return this.add('LambdaFunctionFailed', started, { lambdaFunctionFailedEventDetails: { error: 'X', cause: '{}' } });
  }
}

/** Where a deployment wants queries started by their text. */
const INLINE =
  "UNLOAD (\nSELECT 'TO' AS x\n) TO 's3://store/runs/2026-11-16/001/sellers/retry-2/' WITH (format = 'PARQUET', compression = 'ZSTD')";

function publishedNight(): History {
  const h = new History();
  const begin = h.add('ExecutionStarted', 0);
  const opened = h.lambda(
    'OpenRun',
    begin,
    { run_date: '2026-11-16' },
    { run_id: '2026-11-16-001', prefix: 'runs/2026-11-16/001', files: 9 },
  );
  const map = h.add('MapStateStarted', h.entered('AcceptFiles', opened, 'Map'));
  const shards = [1, 2].map((n) =>
    h.lambda(
      'AcceptShard',
      h.add('MapIterationStarted', map),
      { shard: `runs/2026-11-16/001/accept/shard-000${n}.json` },
      { landed: 10, quarantined: 1 },
    ),
  );
  const ended = h.add('MapStateSucceeded', h.add('MapIterationSucceeded', shards[1]!));
  const accepted = h.add('MapStateExited', ended, { stateExitedEventDetails: { name: 'AcceptFiles' } });
  const planned = h.lambda('PlanRun', accepted, {}, { accepted: 20 });
  // Two datasets side by side: their events lie between each other's.
  const layer = h.add('MapStateStarted', h.entered('ComputeLayer', planned, 'Map'));
  const [one, two] = [h.add('MapIterationStarted', layer), h.add('MapIterationStarted', layer)];
  const a = h.query('EXECUTE orders_0123456789abcdef', one);
  const b = h.query(INLINE, two);
  h.lambda('CollectOutput', b, { query: { dataset: 'sellers' } }, { dataset: 'sellers', rows: 5 });
  const last = h.lambda('CollectOutput', a, { query: { dataset: 'orders' } }, { dataset: 'orders', rows: 20 });
  const published = h.lambda('Publish', last, {}, { moved: true, run_date: '2026-11-16' });
  h.add('ExecutionSucceeded', published);
  return h;
}

describe('a night on AWS, from a terminal', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());

  async function running(history: History, end: object, taken: Record<string, 'other' | 'same'> = {}) {
    let visible = 4;
    const started: { name: string; input: string }[] = [];
    const ok = (body: object) => ({ status: 200, body, headers: { 'content-type': 'application/x-amz-json-1.0' } });
    const server = await answering(({ operation, body }) => {
      const asked = JSON.parse(body);
      switch (operation.replace('AWSStepFunctions.', '')) {
        case 'StartExecution':
          if (taken[asked.name] === 'other') return jsonError(400, 'ExecutionAlreadyExists');
          started.push(asked);
          return ok({ executionArn: EXECUTION, startDate: 1_763_000_000 });
        case 'GetExecutionHistory': {
          // Pages of five; each look finds some more events than the one before.
          const from = Number(asked.nextToken ?? 0);
          const there = history.events.slice(0, visible);
          visible += 3;
          return ok({ events: there.slice(from, from + 5), ...(from + 5 < there.length ? { nextToken: String(from + 5) } : {}) });
        }
        default:
          return ok({ startDate: 1_763_000_000, stopDate: 1_763_000_090, ...end });
      }
    });
    stop = server.stop;
    const lines: string[] = [];
    const said: string[] = [];
    const outcome = await runNightOnAws(
      {
        states: new SFNClient(server.client),
        stateMachine: MACHINE,
        runDate: '2026-11-16',
        full: false,
        mails: true,
        every: 5,
        watch: {
          done: (state, subject, result, seconds) => void lines.push(`${state} ${subject} ${JSON.stringify(result)} ${seconds}`),
        },
      },
      (line) => said.push(line),
    );
    return { outcome, lines, said, started };
  }

  it('is told of state by state, each once, with what the task answered and how long it took', async () => {
    const { outcome, lines } = await running(publishedNight(), { status: 'SUCCEEDED' });
    expect(lines.map((line) => line.replace(/ \{"QueryExecution":\{\}\}/, ''))).toEqual([
      'OpenRun  {"run_id":"2026-11-16-001","prefix":"runs/2026-11-16/001","files":9} 4',
      'AcceptShard shard-0001 {"landed":10,"quarantined":1} 4',
      'AcceptShard shard-0002 {"landed":10,"quarantined":1} 4',
      'PlanRun  {"accepted":20} 4',
      'RunQuery orders 4',
      'RunQuery sellers 4',
      'CollectOutput sellers {"dataset":"sellers","rows":5} 4',
      'CollectOutput orders {"dataset":"orders","rows":20} 4',
      'Publish  {"moved":true,"run_date":"2026-11-16"} 4',
    ]);
    expect(outcome).toMatchObject({
      status: 'published',
      run_id: '2026-11-16-001',
      prefix: 'runs/2026-11-16/001',
      seconds: 90,
    });
    expect(outcome.error).toBeUndefined();
  });

  it('says where to look while it runs', async () => {
    const { said } = await running(publishedNight(), { status: 'SUCCEEDED' });
    expect(said).toEqual([expect.stringContaining(`executions/details/${EXECUTION}`)]);
    expect(consoleOf(MACHINE)).toContain(`statemachines/view/${MACHINE}`);
  });

  it('is named after its day, so that asking twice while it runs follows the one night', async () => {
    const { started } = await running(publishedNight(), { status: 'SUCCEEDED' });
    expect(started).toMatchObject([{ name: '2026-11-16', input: '{"run_date":"2026-11-16","full":false,"mails":true}' }]);
  });

  it('takes the next number when nights of that day have ended, or run with other wishes', async () => {
    const { started } = await running(
      publishedNight(),
      { status: 'SUCCEEDED' },
      { '2026-11-16': 'other', '2026-11-16-2': 'other' },
    );
    expect(started.map(({ name }) => name)).toEqual(['2026-11-16-3']);
  });

  it('stopped by the gate: the same words and exit code as on a laptop', async () => {
    const h = new History();
    const failed = h.failedLambda('Gate', h.add('ExecutionStarted', 0), { prefix: 'runs/2026-11-16/001' });
    h.add('ExecutionFailed', h.lambda('ReportFailure', failed, {}, { message: 'orders_judged_once: 3 rows' }));
    const { outcome } = await running(h, { status: 'FAILED', error: 'GateStopped', cause: 'orders_judged_once: 3 rows' });
    expect(outcome).toMatchObject({
      status: 'failed',
      failed_state: 'Gate',
      error: { name: 'GateStopped', message: 'orders_judged_once: 3 rows' },
    });
    expect(exitCodeOf(new NightFailed(outcome.error!, outcome.failed_state!))).toBe(EXIT.stopped);
  });

  it('failed: names the state and the SQL file it failed on, not the try before it that was fixed', async () => {
    const h = new History();
    const first = h.failedLambda('PrepareQuery', h.add('ExecutionStarted', 0), { path: 'marts/tier_mix.sql' });
    const second = h.failedLambda('ConsiderRetry', first, { path: 'marts/scorecards.sql' });
    h.add('ExecutionFailed', second);
    const cause = 'sql/marts/scorecards.sql: COLUMN_NOT_FOUND (not retried: the query itself must change)';
    const { outcome } = await running(h, { status: 'FAILED', error: 'QueryFailed', cause });
    expect(outcome.failed_state).toBe('ConsiderRetry marts/scorecards.sql');
    expect(exitCodeOf(new NightFailed(outcome.error!, outcome.failed_state!))).toBe(EXIT.ourFault);
  });

  it('aborted or out of time: says so, and where to look', async () => {
    for (const [status, words] of [
      ['ABORTED', /somebody stopped the execution; see https/],
      ['TIMED_OUT', /ended as TIMED_OUT; see https/],
    ] as const) {
      const h = new History();
      h.add(status === 'ABORTED' ? 'ExecutionAborted' : 'ExecutionTimedOut', h.add('ExecutionStarted', 0));
      const { outcome } = await running(h, { status });
      expect(outcome.error?.message).toMatch(words);
      await stop();
    }
  });
});
