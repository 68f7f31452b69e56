import '../infra/local/set-environment-defaults.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { measure } from './measure.js';
import { atLeast, daysPerFile } from './options.js';
import { benchJson, benchText } from './report.js';

const program = new Command('bench')
  .description(
    'Measure the night on a generated marketplace, in turn with one script written by hand that computes the same seller metrics.',
  )
  .option(
    '--orders <n>',
    'orders over the whole history; with fewer than about 60 a day a region may land none, which stops its night',
    atLeast(1),
    200_000,
  )
  .option(
    '--history <days>',
    'days over which the orders landed; 365 also measures the last 90 of them alone, at the same orders a day',
    atLeast(10),
    100,
  )
  .option(
    '--pairs <n>',
    'next nights, and full nights, each followed by the script by hand; 0: one night and the script',
    atLeast(0),
    3,
  )
  .option(
    '--days-per-file <n>',
    'days of the history that land together in one file; the last days have files of their own (default: 1, under 200000 orders 10)',
    atLeast(1),
  )
  .option('--memory <limit>', 'memory for the query engine, of either', '2GB')
  .option('--threads <n>', 'threads for the query engine, of either', atLeast(1), 2)
  .option('--work <dir>', 'folder for everything generated; emptied first', join(tmpdir(), 'seller-scorecards-bench'))
  .option('--keep', 'leave that folder behind', false)
  .option('--reuse', 'use the landed files of an earlier benchmark with --keep', false)
  .option('--json', 'print the report alone, as JSON', false)
  .addHelpText(
    'after',
    `
Ratios (medians of pairs run one after the other; "ratios" in the JSON, by wall clock; "ratios_processor" by processor time)
  full            queries of a night that judges everything, to the script by hand
  next            queries of a night with one day's news, to the script by hand, at --history
  next_365        the same at 365 days of history; needs --history 365
  next_365_to_90  queries of a next night at 365 days of history to its own at 90 days; needs --history 365
  accept_to_copy  accepting landed Parquet of at most 100 days, to a bare COPY of the same files
A ratio that was not measured is null, and "not_measured" says why.

Without the lines of npm: npm run --silent bench -- --json`,
  );

interface Options {
  orders: number;
  history: number;
  pairs: number;
  daysPerFile?: number;
  memory: string;
  threads: number;
  work: string;
  keep: boolean;
  reuse: boolean;
  json: boolean;
}

const options = program.parse().opts<Options>();
try {
  const { orders, history, pairs, keep, reuse, json } = options;
  if (pairs >= history)
    throw new Error(`--pairs ${pairs}: each pair needs a day of its own; write fewer than --history ${history}`);
  const report = await measure({
    orders,
    history,
    days_per_file: options.daysPerFile ?? daysPerFile(orders),
    limits: { memory: options.memory, threads: options.threads },
    pairs,
    work: join(options.work, `${orders}-over-${history}`),
    keep,
    reuse,
    say: (line) => (json ? undefined : console.log(line)),
  });
  console.log(json ? JSON.stringify(benchJson(report), null, 2) : benchText(report));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
