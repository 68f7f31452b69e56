import type { NightOutcome, NightWatcher } from '../shared/night-outcome.js';
import { subjectOf } from '../shared/task-subject.js';
import { Stopwatch } from './stopwatch.js';
import type { Task } from './tasks.js';

/** What is seen of a night while it runs, and what came of it. */
export class NightRecord {
  private readonly stopwatch = new Stopwatch();
  private readonly since = performance.now();
  private firstError: NightOutcome['error'];
  readonly outcome: NightOutcome = {
    status: 'failed',
    states: this.stopwatch.states,
    results: [],
    seconds: 0,
    largest_state: { bytes: 0, state: '' },
  };

  constructor(private readonly watch: NightWatcher | undefined) {}

  /** The same task, timed, told to the watcher, and its answer kept. */
  watched(state: string, task: Task): Task {
    return async (event) => {
      const subject = subjectOf(state, event);
      await this.watch?.started?.(state, subject);
      const running = this.stopwatch.start(state, subject);
      try {
        const result = await task(event);
        this.answered(state, result as Record<string, unknown>);
        const seconds = running.stop(result);
        this.watch?.done?.(state, subject, result, seconds);
        return result;
      } catch (error) {
        running.stop(undefined);
        // A query that fails is asked again; what fails the night is what is made of it.
        if (state !== 'RunQuery') {
          this.saw(error);
          this.outcome.failed_state ??= subject ? `${state} ${subject}` : state;
        }
        throw error;
      }
    };
  }

  private answered(state: string, result: Record<string, unknown>): void {
    if (state === 'OpenRun') Object.assign(this.outcome, { run_id: result.run_id, prefix: result.prefix });
    if (state === 'Publish') this.outcome.status = result.moved ? 'published' : 'kept';
    this.outcome.results.push({ state, result });
  }

  /** Keeps an error, if it is the first: what comes after it follows from it. */
  saw(error: unknown): void {
    this.firstError ??= said(error);
  }

  /** Measures what passes between states, for as long as there are events. */
  async follow(events: AsyncIterable<unknown>): Promise<void> {
    const { outcome } = this;
    for await (const event of events) {
      const { state } = event as { state?: { name: string; input: unknown; output?: unknown } };
      if (!state) continue;
      for (const value of [state.input, state.output]) {
        const bytes = value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
        if (bytes > outcome.largest_state.bytes) outcome.largest_state = { bytes, state: state.name };
      }
    }
  }

  failed(error: unknown): void {
    this.outcome.status = 'failed';
    this.outcome.error = this.firstError ?? said(error);
  }

  ended(): void {
    this.outcome.seconds = (performance.now() - this.since) / 1000;
  }
}

const said = (error: unknown) => ({ name: (error as Error).name, message: (error as Error).message });
