import { GetExecutionHistoryCommand, type HistoryEvent, type SFNClient } from '@aws-sdk/client-sfn';
import type { NightOutcome, NightWatcher } from '../../shared/night-outcome.js';
import { subjectOf } from '../../shared/task-subject.js';

interface Following {
  states: SFNClient;
  executionArn: string;
  watch?: NightWatcher;
  /** Milliseconds between two looks. */
  every: number;
}

const END = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionAborted', 'ExecutionTimedOut']);
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const parsed = (text: string | undefined): Record<string, unknown> => (text ? JSON.parse(text) : {});

/** Follows an execution event by event until it ends, telling the watcher of each task as a night on a laptop does. */
export async function follow({ states, executionArn, watch, every }: Following): Promise<NightOutcome> {
  const recorder = new NightRecorder(watch);
  let page: string | undefined;
  let last = 0;
  for (;;) {
    const answer = await states.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken: page }));
    let ended = false;
    for (const event of answer.events ?? []) {
      if (event.id === undefined || event.id <= last) continue;
      last = event.id;
      recorder.event(event);
      ended ||= END.has(event.type ?? '');
    }
    if (ended) return recorder.outcome;
    // The page that ends with the newest event is asked for again until there is more of it.
    if (answer.nextToken) page = answer.nextToken;
    else await pause(every);
  }
}

class NightRecorder {
  readonly outcome: NightOutcome = {
    status: 'failed',
    states: [],
    results: [],
    seconds: 0,
    largest_state: { bytes: 0, state: '' },
  };
  private readonly events = new Map<number, HistoryEvent>();

  constructor(private readonly watch: NightWatcher | undefined) {}

  event(event: HistoryEvent): void {
    this.events.set(event.id!, event);
    this.measure(event);
    if (/^(LambdaFunction|Task|Activity)(Scheduled)$/.test(event.type ?? '')) {
      const state = this.enclosing(event, 'TaskStateEntered')?.stateEnteredEventDetails?.name;
      if (state) void this.watch?.started?.(state, subjectOf(state, inputOf(event)));
    }
    if (event.type === 'TaskStateExited') this.exited(event);
    if (/^(LambdaFunction|Task)(Failed|TimedOut|StartFailed|SubmitFailed)$/.test(event.type ?? '')) this.failed(event);
  }

  private exited(event: HistoryEvent): void {
    const { name = '', output } = event.stateExitedEventDetails ?? {};
    const entered = this.enclosing(event, 'TaskStateEntered');
    const scheduled = this.before(event, entered, /Scheduled$/);
    const answered = this.before(event, entered, /^(LambdaFunction|Task)Succeeded$/);
    const result = answered?.lambdaFunctionSucceededEventDetails?.output ?? answered?.taskSucceededEventDetails?.output ?? output;
    const seconds = ((event.timestamp?.getTime() ?? 0) - (entered?.timestamp?.getTime() ?? 0)) / 1000;
    this.done(name, subjectOf(name, scheduled ? inputOf(scheduled) : {}), parsed(result), seconds);
  }

  private done(state: string, subject: string, result: Record<string, unknown>, seconds: number): void {
    const { outcome } = this;
    if (state === 'OpenRun') Object.assign(outcome, { run_id: result.run_id, prefix: result.prefix });
    if (state === 'Publish') outcome.status = result.moved ? 'published' : 'kept';
    outcome.results.push({ state, result });
    outcome.states.push({
      state,
      subject,
      seconds,
      peak_mb: 0,
      ...(typeof result.rows === 'number' ? { rows: result.rows } : {}),
    });
    this.watch?.done?.(state, subject, result, seconds);
  }

  /** The last failure before the report is the one that ended the night; earlier ones were tried again. */
  private failed(event: HistoryEvent): void {
    const entered = this.enclosing(event, 'TaskStateEntered');
    const state = entered?.stateEnteredEventDetails?.name;
    if (!state || state === 'ReportFailure') return;
    const scheduled = this.before(event, entered, /Scheduled$/);
    const subject = scheduled ? subjectOf(state, inputOf(scheduled)) : '';
    this.outcome.failed_state = subject ? `${state} ${subject}` : state;
  }

  /** The nearest earlier event of a type on the same branch. */
  private enclosing(event: HistoryEvent, type: string): HistoryEvent | undefined {
    return this.before(event, undefined, new RegExp(`^${type}$`));
  }

  private before(event: HistoryEvent, until: HistoryEvent | undefined, type: RegExp): HistoryEvent | undefined {
    for (let at = this.previous(event); at && at !== until; at = this.previous(at)) if (type.test(at.type ?? '')) return at;
    return undefined;
  }

  private previous(event: HistoryEvent): HistoryEvent | undefined {
    return this.events.get(event.previousEventId ?? 0);
  }

  private measure({ stateEnteredEventDetails: entered, stateExitedEventDetails: exited }: HistoryEvent): void {
    const state = entered?.name ?? exited?.name ?? '';
    const bytes = Buffer.byteLength(entered?.input ?? exited?.output ?? '');
    if (bytes > this.outcome.largest_state.bytes) this.outcome.largest_state = { bytes, state };
  }
}

/** What a task was given. */
const inputOf = (event: HistoryEvent): Record<string, unknown> =>
  parsed(event.lambdaFunctionScheduledEventDetails?.input ?? event.taskScheduledEventDetails?.parameters);
