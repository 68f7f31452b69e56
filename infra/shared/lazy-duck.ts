import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Duck, type DuckLimits, LIMITS, openDuck } from '../../lambdas/shared/duck.js';
import { isAlive } from '../../lambdas/shared/is-alive.js';

export interface LazyDuck {
  duck(): Promise<Duck>;
  /** Ends what is at work on it. */
  interrupt(): Promise<void>;
  /** Only when nothing is at work on it. */
  close(): Promise<void>;
}

/**
 * A DuckDB opened when first needed and never again once it was interrupted or closed, with a scratch folder for what does not fit
 * into memory. `prelude` is a file of SQL to be run before anything else.
 */
export function lazyDuck(
  scratch: string,
  options: { limits?: DuckLimits; connections?: number; prelude?: string } = {},
): LazyDuck {
  const { memory, threads } = options.limits ?? LIMITS;
  let opened: Promise<Duck> | undefined;
  let over = false;
  const duck = async () => {
    if (over) throw new Error('the query engine has ended');
    opened ??= (async () => {
      await mkdir(scratch, { recursive: true });
      const instance = await openDuck({
        memoryLimit: memory,
        threads,
        temporaryFolder: scratch,
        connections: options.connections,
      });
      if (options.prelude) await instance.run(await readFile(options.prelude, 'utf8'));
      return instance;
    })();
    return opened;
  };
  const instance = async () => {
    over = true;
    return opened?.catch(() => undefined);
  };
  return {
    duck,
    interrupt: async () => (await instance())?.interrupt(),
    close: async () => {
      const open = await instance();
      opened = undefined;
      open?.close();
    },
  };
}

/** Of this user: what one user makes in the folder for temporary files, another cannot write to. */
const scratchRoot = (): string => join(tmpdir(), `seller-scorecards-${userInfo().uid}`);

/** One for each store and process. */
export const scratchFolder = (store: string): string =>
  join(scratchRoot(), Buffer.from(resolve(store)).toString('base64url').slice(-40), String(process.pid));

/** Removes what killed processes left beside a scratch folder. What cannot be removed is left. */
export async function clearScratch(scratch: string): Promise<void> {
  const beside = dirname(scratch);
  for (const name of await readdir(beside).catch(() => []))
    if (/^\d+$/.test(name) && !isAlive(Number(name)))
      await rm(join(beside, name), { recursive: true, force: true }).catch(() => {});
}
