import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';

export interface LocalLimits {
  /** As DuckDB writes it, such as 2GB. */
  memory: string;
  threads: number;
}

// why 2 GB: leaves room within 3 GB for what the process itself and the Parquet writer take.
export const LIMITS: LocalLimits = { memory: '2GB', threads: 2 };

export interface LazyDuck {
  duck(): Promise<Duck>;
  /** Ends what is at work on it. */
  interrupt(): Promise<void>;
  /** Only when nothing is at work on it. */
  close(): Promise<void>;
}

/**
 * A DuckDB opened when first needed and never again once it was interrupted or closed, with a scratch folder for what does not fit into memory. `prelude` is a file of SQL to be
 * run before anything else.
 */
export function lazyDuck(
  scratch: string,
  options: { limits?: LocalLimits; connections?: number; prelude?: string } = {},
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

export const scratchFolder = (store: string): string =>
  join(tmpdir(), 'seller-scorecards', Buffer.from(resolve(store)).toString('base64url').slice(-40), String(process.pid));
