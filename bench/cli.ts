import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { bench } from './bench.js';
import { benchTable } from './table.js';

const whole = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('write a whole number above 0');
  return number;
};

const program = new Command('bench')
  .description(
    'Measure the night on a generated marketplace, beside one script written by hand that computes the same seller metrics.',
  )
  .option('--orders <n>', 'orders over 100 days', whole, 200_000)
  .option('--pairs <n>', 'full nights, each between two runs of the script by hand', whole, 1)
  .option('--memory <limit>', 'memory for the query engine, of either', '2GB')
  .option('--threads <n>', 'threads for the query engine, of either', whole, 2)
  .option('--work <dir>', 'folder for everything generated; emptied first', join(tmpdir(), 'seller-scorecards-bench'))
  .option('--keep', 'leave that folder behind', false)
  .option('--json', 'print the report alone, as JSON', false);

interface Options {
  orders: number;
  pairs: number;
  memory: string;
  threads: number;
  work: string;
  keep: boolean;
  json: boolean;
}

const options = program.parse().opts<Options>();
try {
  const report = await bench({
    marketplace: { orders: options.orders, days: 100, days_per_file: 1 },
    limits: { memory: options.memory, threads: options.threads },
    pairs: options.pairs,
    work: join(options.work, String(options.orders)),
    keep: options.keep,
    say: (line) => (options.json ? undefined : console.log(line)),
  });
  console.log(options.json ? JSON.stringify(report, null, 2) : benchTable(report));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
