import type { StateTiming } from '../shared/night-outcome.js';

/** why 25 ms: finer than any state that matters, and too rare to be felt. */
const SAMPLE_MS = 25;

export class Stopwatch {
  readonly states: StateTiming[] = [];
  private readonly running = new Set<{ peak: number }>();
  private timer: NodeJS.Timeout | undefined;

  start(state: string, subject: string): { stop(result: unknown): number } {
    const since = performance.now();
    const entry = { peak: process.memoryUsage.rss() };
    this.running.add(entry);
    this.timer ??= setInterval(() => this.sample(), SAMPLE_MS);
    return {
      stop: (result) => {
        this.sample();
        this.running.delete(entry);
        if (this.running.size === 0) {
          clearInterval(this.timer);
          this.timer = undefined;
        }
        const seconds = Math.round(performance.now() - since) / 1000;
        const rows = (result as { rows?: unknown } | undefined)?.rows;
        this.states.push({
          state,
          subject,
          seconds,
          peak_mb: Math.round(entry.peak / 1e6),
          ...(typeof rows === 'number' ? { rows } : {}),
        });
        return seconds;
      },
    };
  }

  private sample(): void {
    const now = process.memoryUsage.rss();
    for (const entry of this.running) entry.peak = Math.max(entry.peak, now);
  }
}
