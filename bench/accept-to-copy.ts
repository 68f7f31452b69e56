import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doneKey } from '../contracts/run/keys.js';
import { FolderStore } from '../infra/local/object-store.js';
import { HOME } from '../infra/shared/home.js';
import { acceptFiles } from '../lambdas/accept-files/handler.js';
import { acceptSqlFiles } from '../lambdas/accept-files/sql-files.js';
import { openRun } from '../lambdas/open-run/open-run.js';
import { openDuck } from '../lambdas/shared/duck.js';
import { readPolicyFiles } from '../policies/files.js';
import { generateMarketplace, lastDay } from './marketplace.js';
import { quoted } from './script.js';
import type { Limits } from './step.js';

export interface AcceptToCopy {
  /** Landed files and rows, the same for either. */
  files: number;
  rows: number;
  /** Wall clock of the shards of one night, from the landed file to the last receipt; opening the run is not counted. */
  accept_seconds: number;
  /** Wall clock of a bare COPY of each of the same files to zstd Parquet, by the same DuckDB with the same two connections. */
  copy_seconds: number;
  ratio: number;
}

export interface Asked {
  orders: number;
  /** Default 100. A file for each of the seven datasets lands on each of these days. */
  days?: number;
  limits?: Limits;
}

const LIMITS: Limits = { memory: '1700MB', threads: 2 };
/** As many as infra/nightly.asl.json has at once. */
const SHARDS_AT_ONCE = 20;

/** Runs a task for each of a list, `at_once` of them side by side. */
async function forEach<T>(list: readonly T[], at_once: number, task: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...list].reverse();
  const worker = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await task(one);
  };
  await Promise.all(Array.from({ length: at_once }, worker));
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1000;
};

/**
 * What accepting costs beside the least that reading and writing the same files could cost: a generated Parquet landing is
 * accepted as a first night would, and copied file by file, zstd Parquet to zstd Parquet. Copied before and after, so that a
 * machine that is busy for a while shows in both; the mean counts.
 *
 * @throws Error when not every landed row was accepted.
 */
export async function acceptToCopy({ orders, days = 100, limits = LIMITS }: Asked): Promise<AcceptToCopy> {
  const work = await mkdtemp(join(tmpdir(), 'scorecards-accept-to-copy-'));
  const at = (name: string): string => join(work, name);
  try {
    await generateMarketplace({ orders, days, days_per_file: 1, to: at('landing'), compression: 'zstd' }, limits);
    const landing = new FolderStore(at('landing'));
    const store = new FolderStore(at('store'));
    const { shards, files } = await openRun({
      landing,
      store,
      policyFiles: () => readPolicyFiles(`${HOME}policies`),
      acceptSql: acceptSqlFiles(),
      run_date: lastDay({ days }),
      execution: 'accept-to-copy',
    });
    const engine = () =>
      openDuck({ memoryLimit: limits.memory, threads: limits.threads, temporaryFolder: at('spill'), connections: 2 });

    const copy = async (): Promise<number> => {
      const duck = await engine();
      const keys = (await landing.list('')).map((file) => file.key);
      await mkdir(at('copied'));
      let made = 0;
      const seconds = await secondsOf(() =>
        forEach(keys, 2, (key) =>
          duck.run(
            `COPY (FROM read_parquet(${quoted(landing.url(key))})) TO ${quoted(at(`copied/${++made}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`,
          ),
        ),
      );
      duck.close();
      await rm(at('copied'), { recursive: true });
      return seconds;
    };

    const copied = [await copy()];
    const duck = await engine();
    const handler = acceptFiles({ landing, store, duck: async () => duck, scratch: at('scratch') });
    const total = { landed: 0, accepted: 0 };
    const accept_seconds = await secondsOf(() =>
      forEach(shards, SHARDS_AT_ONCE, async (shard) => {
        const { landed, accepted } = await handler({ shard });
        total.landed += landed;
        total.accepted += accepted;
      }),
    );
    duck.close();
    if (total.landed !== total.accepted || total.landed === 0)
      throw new Error(`of ${total.landed} generated rows ${total.accepted} were accepted; look at ${doneKey(shards[0]!)}`);
    copied.push(await copy());
    const copy_seconds = copied.reduce((sum, seconds) => sum + seconds, 0) / copied.length;
    return { files, rows: total.landed, accept_seconds, copy_seconds, ratio: accept_seconds / copy_seconds };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
