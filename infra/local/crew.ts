import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import type { Task } from './tasks.js';

/** A task was asked for after the night had failed. */
class NightIsOver extends Error {
  override name = 'NightIsOver';
}

/** why 20 s: queries end at once when they are interrupted; what remains reads or unpacks one file. */
const LONGEST_WAIT_MS = 20_000;

/**
 * The tasks of a night that are at work. A Map that fails leaves its other iterations at work, and begins those that waited for their
 * turn; nothing that they use may be closed under their hands. Once dismissed, nobody begins, and whoever is at work is waited for.
 */
export class Crew {
  private readonly atWork = new Set<Promise<unknown>>();
  private over = false;

  /** @param interrupt ends what tasks wait for */
  constructor(private readonly interrupt: () => Promise<void>) {}

  /** The same task as one of the crew. That of ReportFailure begins when all others have ended. */
  member(state: string, task: Task): Task {
    return async (event) => {
      if (state === 'ReportFailure') await this.dismiss();
      else if (this.over) throw new NightIsOver(`${state}: is not begun, the night has failed`);
      const work = task(event);
      this.atWork.add(work);
      try {
        return await work;
      } finally {
        this.atWork.delete(work);
      }
    };
  }

  /** Resolves when nobody is at work: to false when somebody still is after twenty seconds. */
  async dismiss(): Promise<boolean> {
    this.over = true;
    // why again and again: a query that is only about to start does not hear it.
    const interrupting = setInterval(() => void this.interrupt(), 100);
    if (this.atWork.size > 0) await this.interrupt();
    const patience = new AbortController();
    const ended = await Promise.race([
      Promise.allSettled([...this.atWork]).then(() => true),
      setTimeout(LONGEST_WAIT_MS, false, { signal: patience.signal }).catch(() => false),
    ]);
    patience.abort();
    clearInterval(interrupting);
    // What the workflow makes of their errors, it makes in the turn after.
    await nextTurn();
    return ended;
  }
}
