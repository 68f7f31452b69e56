import '../infra/local/set-environment-defaults.js';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { POINTER } from '../contracts/run/keys.js';
import type { Pointer } from '../contracts/run/pointer.js';
import { settingsOf } from '../infra/aws/settings.js';
import { FolderStore } from '../infra/local/object-store.js';
import { need } from '../lambdas/shared/read-run-files.js';
import { measureStore } from './aws-cost/measured.js';
import { billed, type Kept, monthOf, together } from './aws-cost/month.js';
import { costTables } from './aws-cost/tables.js';
import { inChild } from './child.js';
import { dayBack, lastDay } from './marketplace.js';
import { atLeast, daysPerFile } from './options.js';

const program = new Command('aws-cost')
  .description('What a month on AWS costs, from the bytes of a first and a usual next night on a generated marketplace.')
  .option('--orders <n>', 'orders over the whole history', atLeast(1), 1_000_000)
  .option('--history <days>', 'days over which the orders landed', atLeast(10), 365)
  .option('--days-per-file <n>', 'days of the history that land together in one file', atLeast(1))
  .option('--at <millions>', 'millions of orders of history to reckon with, by commas', '1,20,100')
  .option('--work <dir>', 'folder for everything generated', join(tmpdir(), 'seller-scorecards-aws-cost'))
  .option('--reuse', 'use what lies there from before with --keep: only the last night is run again', false)
  .option('--keep', 'leave that folder behind', false)
  .option('--json', 'print what was measured and reckoned as JSON', false);

interface Options {
  orders: number;
  history: number;
  daysPerFile?: number;
  at: string;
  work: string;
  reuse: boolean;
  keep: boolean;
  json: boolean;
}

/** why 2 GB and two threads: bytes do not depend on it, and it fits every machine that runs the tests. */
const LIMITS = { memory: '2GB', threads: 2 };
/** Nights after the first. why 2: a night of the first day after a first night judges what no usual one does. */
const NEXT_NIGHTS = 2;

/** A landing folder, and a store with all nights but the last. */
async function makeStore({ orders, history, daysPerFile: days_per_file, work }: Options): Promise<void> {
  await rm(work, { recursive: true, force: true });
  const landing = join(work, 'landing');
  const marketplace = {
    ...{ orders, days: history, to: landing, daily: NEXT_NIGHTS },
    days_per_file: days_per_file ?? daysPerFile(orders),
  };
  await inChild({ step: 'generate', marketplace, limits: LIMITS });
  for (let back = NEXT_NIGHTS; back > 0; back--) await nightOf(work, dayBack({ days: history }, back));
}

const nightOf = (work: string, run_date: string) =>
  inChild({
    step: 'night',
    ...{ landing: join(work, 'landing'), store: join(work, 'store') },
    ...{ run_date, full: false, limits: LIMITS },
  });

const options = program.parse().opts<Options>();
try {
  const { orders, history, work } = options;
  if (!options.reuse) await makeStore(options);
  const store = join(work, 'store');
  const { parts = [] } = await nightOf(work, lastDay({ days: history }));
  const { prefix } = await need<Pointer>(new FolderStore(store), POINTER);
  const measured = await measureStore({ landing: join(work, 'landing'), store, prefix, orders, days: history, parts });
  const { keep } = settingsOf('prod');
  const kept: Kept = { history: keep.runs, runs: keep.runs, work: keep.work };
  const sizes = options.at.split(',').map((millions) => Number(millions) * 1e6);
  const months = sizes.map((size) => ({ orders: size, month: monthOf(measured, size, kept) }));
  console.log(
    options.json
      ? JSON.stringify(
          {
            measured,
            kept,
            billed: billed(measured, 1),
            months: months.map((one) => ({ ...one, together: together(one.month) })),
          },
          null,
          2,
        )
      : costTables(measured, months, kept),
  );
  if (!options.keep && !options.reuse) await rm(work, { recursive: true, force: true });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
