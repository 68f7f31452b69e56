import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../../lambdas/shared/is-alive.js';

const OURS = /^scorecards-(\d+)$/;

/**
 * An empty folder of this process for temporary files. What processes left that have ended is removed: Lambda ends a function that runs
 * out of time or memory, and begins the next on the same disk with all that lies there. why also of this very number: after such an end
 * it is given again, and the process that asks has nothing yet.
 */
export function emptyScratch(root = tmpdir()): string {
  for (const name of readdirSync(root)) {
    const pid = Number(OURS.exec(name)?.[1] ?? Number.NaN);
    if (pid === process.pid || (pid > 0 && !isAlive(pid))) rmSync(join(root, name), { recursive: true, force: true });
  }
  const folder = join(root, `scorecards-${process.pid}`);
  mkdirSync(folder);
  return folder;
}

let scratch: string | undefined;

/** The one of this function, emptied when first asked for. */
export function theScratch(): string {
  scratch ??= emptyScratch();
  return scratch;
}
