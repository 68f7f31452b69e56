/** How long a task took and how much memory the whole process held meanwhile. */
export interface StateTiming {
  state: string;
  subject: string;
  seconds: number;
  /** Highest resident memory of the process while the task ran, in MB (10^6 bytes). */
  peak_mb: number;
  rows?: number;
}

/** Is told when a task starts and when it is done, on a laptop and on AWS alike. */
export interface NightWatcher {
  started?(state: string, subject: string): void | Promise<void>;
  done?(state: string, subject: string, result: unknown, seconds: number): void;
}

/** What became of one execution of the workflow. */
export interface NightOutcome {
  status: 'published' | 'kept' | 'failed';
  run_id?: string;
  prefix?: string;
  /** Name and message of what failed. */
  error?: { name: string; message: string };
  failed_state?: string;
  states: StateTiming[];
  /** What each task answered, in the order of finishing. */
  results: { state: string; result: Record<string, unknown> }[];
  seconds: number;
  /** Bytes of the largest state object that passed between states. */
  largest_state: { bytes: number; state: string };
}
