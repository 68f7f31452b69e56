import '../../infra/local/set-environment-defaults.js';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { table } from '../../cli/table.js';
import { inChild } from '../child.js';
import { dayBack } from '../marketplace.js';
import { agreed } from '../measure.js';
import { atLeast, daysPerFile } from '../options.js';
import { median, queriesOf } from '../ratios.js';
import type { Limits } from '../step.js';

interface Wanted {
  orders: number;
  history: number;
  pairs: number;
  memory: string;
  threads: number;
  dbt: string;
  work: string;
}

/** Seconds of one run: its queries or models alone, and all of its process. */
interface Timed {
  queries: number;
  all: number;
}

/** One `dbt run` over the accepted files of a store. Rejects with dbt's own words when a model fails. */
async function runDbt(given: { dbt: string; store: string; folder: string; run_date: string; limits: Limits }): Promise<Timed> {
  const { dbt, store, folder, run_date, limits } = given;
  const project = import.meta.dirname;
  const vars = { run_date, accepted: join(store, 'accepted'), seller_metrics: join(folder, 'seller_metrics.parquet') };
  const places = ['--project-dir', project, '--profiles-dir', project, '--target-path', join(folder, 'target')];
  const since = performance.now();
  await promisify(execFile)(dbt, ['run', ...places, '--log-path', join(folder, 'logs'), '--vars', JSON.stringify(vars)], {
    env: {
      ...process.env,
      BENCH_DBT_FOLDER: folder,
      BENCH_DBT_MEMORY: limits.memory,
      BENCH_DBT_THREADS: String(limits.threads),
      DO_NOT_TRACK: '1',
    },
  }).catch((error: Error & { stdout?: string }) => {
    throw new Error(`dbt run for ${run_date} failed; ${error.stdout || error.message}`);
  });
  const all = (performance.now() - since) / 1000;
  const { results } = JSON.parse(await readFile(join(folder, 'target', 'run_results.json'), 'utf8')) as {
    results: { execution_time: number }[];
  };
  return { queries: results.reduce((sum, { execution_time }) => sum + execution_time, 0), all };
}

/** Next nights of either in turn over the same accepted files, after a first run of either. */
async function compare({ orders, history, pairs, memory, threads, dbt, work }: Wanted): Promise<void> {
  const limits = { memory, threads };
  const [landing, store, folder] = ['landing', 'store', 'dbt'].map((name) => join(work, name)) as [string, string, string];
  await rm(work, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const marketplace = { orders, days: history, days_per_file: daysPerFile(orders), daily: pairs, to: landing };
    await inChild({ step: 'generate', marketplace, limits });
    const both = async (run_date: string): Promise<[Timed, Timed]> => {
      const night = await inChild({ step: 'night', landing, store, run_date, full: false, limits });
      const byDbt = await runDbt({ dbt, store, folder, run_date, limits });
      const rows = await agreed(night, join(folder, 'seller_metrics.parquet'), 'those of dbt');
      console.log(`${run_date}: both agree on ${rows} rows of seller_metrics`);
      return [{ queries: queriesOf(night).seconds, all: night.seconds }, byDbt];
    };
    const first = await both(dayBack(marketplace, pairs));
    const next: [Timed, Timed][] = [];
    for (let back = pairs - 1; back >= 0; back--) next.push(await both(dayBack(marketplace, back)));

    const row = (name: string, [night, byDbt]: [Timed, Timed]) =>
      [name, night.queries, byDbt.queries, night.all, byDbt.all].map((cell) =>
        typeof cell === 'number' ? cell.toFixed(2) : cell,
      );
    console.log(
      table(
        ['run', 'night: queries', 'dbt: models', 'night: all', 'dbt: all'],
        [row('first', first), ...next.map((pair) => row('next', pair))],
      ),
    );
    const ratio = (of: keyof Timed) => median(next.map(([night, byDbt]) => byDbt[of] / night[of])).toFixed(2);
    console.log(
      `A next run of dbt takes ${ratio('queries')} x the queries of a next night (goal >= 3); all of its process ${ratio('all')} x.`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const program = new Command('compare')
  .description(
    'Time dbt-duckdb with incremental models in turn with the night, over the same accepted files, and check that both count alike.',
  )
  .option('--orders <n>', 'orders over the whole history', atLeast(1), 200_000)
  .option('--history <days>', 'days over which the orders landed', atLeast(10), 100)
  .option('--pairs <n>', 'next nights, each followed by a run of dbt', atLeast(1), 3)
  .option('--memory <limit>', 'memory for the query engine, of either', '2GB')
  .option('--threads <n>', 'threads for the query engine, of either', atLeast(1), 2)
  .option('--dbt <command>', 'the dbt to run', 'dbt')
  .option('--work <dir>', 'folder for everything generated; emptied first', join(tmpdir(), 'seller-scorecards-bench-dbt'));

try {
  await compare(program.parse().opts<Wanted>());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
