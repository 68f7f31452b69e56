import { readFileSync } from 'node:fs';
import type { NightWatcher } from '../infra/shared/night-outcome.js';

/** What a part of a night took. */
export interface Cost {
  /** A state of infra/nightly.asl.json; of the queries one each, of the other work of a Map its sum. */
  state: string;
  /** The dataset or check of a query. */
  subject: string;
  seconds: number;
  /** Seconds of processor time, of all threads. */
  cpu: number;
  /** Highest resident memory of the process, in MB (10^6 bytes). */
  peak_mb: number;
  /** Bytes read from files by the whole process, spilled ones included. Absent where the system does not count them. */
  bytes_read?: number;
  rows?: number;
}

/** why 20 ms: finer than any query that matters. */
const SAMPLE_MS = 20;

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Bytes that this process has read so far; Linux counts them. */
function bytesReadNow(): number | undefined {
  try {
    return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/**
 * Cuts a night into stretches without overlap: a stretch ends when a query or a lone state is done, and all that passed since
 * the end of the one before is its cost. Queries run one after the other, so that each gets its own time and not its wait;
 * what passes between queries (rendering, collecting) is some ms and goes to the next of them.
 */
export class NightCost implements NightWatcher {
  readonly costs: Cost[] = [];
  private since = performance.now();
  private cpu = cpuNow();
  private read = bytesReadNow();
  private peak = process.memoryUsage.rss();
  private readonly timer = setInterval(() => this.sample(), SAMPLE_MS);

  started(): void {}

  done(state: string, subject: string, result: unknown): void {
    // Sums of these would count their neighbours: the shards of a Map overlap, and a query's own stretch covers its preparation.
    if (state === 'PrepareQuery') return;
    if (state === 'CollectOutput') {
      const query = this.costs.find((cost) => cost.state === 'RunQuery' && cost.subject === subject);
      if (query) query.rows = (result as { rows: number }).rows;
      return;
    }
    this.sample();
    const [now, cpu, read] = [performance.now(), cpuNow(), bytesReadNow()];
    const bytes_read = read === undefined || this.read === undefined ? undefined : read - this.read;
    const stretch = { seconds: (now - this.since) / 1000, cpu: cpu - this.cpu, peak_mb: Math.round(this.peak / 1e6), bytes_read };
    const shards = state === 'AcceptShard' ? this.costs.find((cost) => cost.state === state) : undefined;
    if (shards) {
      shards.seconds += stretch.seconds;
      shards.cpu += stretch.cpu;
      shards.peak_mb = Math.max(shards.peak_mb, stretch.peak_mb);
      if (bytes_read !== undefined) shards.bytes_read = (shards.bytes_read ?? 0) + bytes_read;
      shards.rows = (shards.rows ?? 0) + (result as { landed: number }).landed;
    } else {
      const rows = (result as { landed?: number }).landed;
      this.costs.push({
        state,
        subject: state === 'AcceptShard' ? '' : subject,
        ...stretch,
        ...(state === 'AcceptShard' ? { rows } : {}),
      });
    }
    [this.since, this.cpu, this.read, this.peak] = [now, cpu, read, process.memoryUsage.rss()];
  }

  end(): Cost[] {
    clearInterval(this.timer);
    return this.costs;
  }

  private sample(): void {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }
}
