import '../infra/local/set-environment-defaults.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { measure } from './measure.js';
import { benchTable } from './table.js';

const atLeast =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`write a whole number of at least ${least}`);
    return number;
  };

const program = new Command('bench')
  .description(
    'Measure the night on a generated marketplace, beside one script written by hand that computes the same seller metrics.',
  )
  .option('--orders <n>', 'orders over 100 days', atLeast(1), 200_000)
  .option('--pairs <n>', 'full nights, each between two runs of the script by hand; 0: one night and the script', atLeast(0), 1)
  .option('--memory <limit>', 'memory for the query engine, of either', '2GB')
  .option('--threads <n>', 'threads for the query engine, of either', atLeast(1), 2)
  .option('--work <dir>', 'folder for everything generated; emptied first', join(tmpdir(), 'seller-scorecards-bench'))
  .option('--keep', 'leave that folder behind', false)
  .option('--reuse', 'use the landed files of an earlier benchmark with --keep', false)
  .option('--json', 'print the report alone, as JSON', false);

interface Options {
  orders: number;
  pairs: number;
  memory: string;
  threads: number;
  work: string;
  keep: boolean;
  reuse: boolean;
  json: boolean;
}

const options = program.parse().opts<Options>();
try {
  const report = await measure({
    marketplace: { orders: options.orders, days: 100, days_per_file: 1 },
    limits: { memory: options.memory, threads: options.threads },
    pairs: options.pairs,
    work: join(options.work, String(options.orders)),
    keep: options.keep,
    reuse: options.reuse,
    say: (line) => (options.json ? undefined : console.log(line)),
  });
  console.log(options.json ? JSON.stringify(report, null, 2) : benchTable(report));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
