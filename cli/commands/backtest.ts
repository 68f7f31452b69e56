import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { BacktestReport } from '../../contracts/backtest.js';
import { lazyDuck, scratchFolder } from '../../infra/shared/lazy-duck.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { readPolicies } from '../../lambdas/shared/read-run-files.js';
import { backtestPage } from '../../pages/backtest.js';
import { nextEvaluationDay } from '../../policies/evaluation.js';
import { readOneProgramme } from '../../policies/one-programme.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { type Backtest, backtest, firstDayOf } from '../../trial/backtest.js';
import { dayRule, evaluationDays } from '../../trial/trial-nights.js';
import { withFiles } from '../analysis.js';
import { backtestSummary } from '../backtest-summary.js';
import { runToTry } from '../run-to-try.js';
import { environmentOf } from './environment.js';
import { checkDay, storeOption } from './options.js';
import { runNamed } from './run-of.js';

interface Options {
  policy: string;
  against?: string;
  from: string;
  to: string;
  run?: string;
  out: string;
  simulate: number;
}

/** why 20: enough to see what happens to one seller in ten, in some twenty seconds. */
const SIMULATED = 20;

/** why one thread: some hundred sellers a night leave nothing to share. why 1 GB: half of what the other has; what is more is spilled. */
const OF_SIMULATION = { memory: '1GB', threads: 1 };

const wholeNumber = (text: string): number => {
  if (!/^\d{1,5}$/.test(text))
    throw new UsageError(`--simulate ${text}: needs a whole number up to 99999, such as 500, or 0 for none`);
  return Number(text);
};

export function addBacktest(program: Command): void {
  program
    .command('backtest')
    .description('what a programme would have made of the outcomes that a run judged: who moves where, as JSON and one HTML page')
    .requiredOption('--policy <file>', "a programme's YAML")
    .requiredOption('--from <day>', 'the first day of evaluations')
    .requiredOption('--to <day>', 'the last day')
    .option('--against <file>', 'another one to compare with (default: the programme of the same name in force)')
    .option('--run <id>', 'the run whose outcomes count (default: the published one)')
    .option('--out <dir>', 'where backtest.json and backtest.html go', 'data/backtest')
    .option('--simulate <n>', 'good sellers to simulate a year of, of each size; 0 for none', wholeNumber, SIMULATED)
    .addOption(storeOption())
    .action(async (options: Options, command: Command) => {
      const [from, to] = [checkDay('--from', options.from), checkDay('--to', options.to)];
      if (from > to) throw new UsageError(`--from ${from}: is after --to ${to}; swap them`);
      const { store, name, option } = await environmentOf(command);
      const prefix = await runNamed(store, { name, option, run: options.run });
      const policies = await readPolicies(store, prefix);
      const sides = await sidesOf(options, policies);
      const { duck, close } = lazyDuck(scratchFolder(name));
      const beside = lazyDuck(join(scratchFolder(name), 'simulated'), { limits: OF_SIMULATION });
      try {
        const report = await withFiles(store, async (fileOf) => {
          const run = await runToTry({ store, prefix, fileOf }, Object.values(sides));
          const asked: Backtest = {
            ...{ duck: await duck(), files: await readSqlFiles(), policies, run, sides, from, to, simulate: options.simulate },
            ...(options.simulate > 0 ? { beside: await beside.duck() } : {}),
            given: { policy: options.policy, ...(options.against ? { against: options.against } : {}) },
          };
          await checkRange(asked.duck, asked);
          return backtest(asked);
        });
        const files = await write(BacktestReport.parse(report), options.out);
        console.log(`${backtestSummary(report)}\n\n${files.join('\n')}`);
      } finally {
        await Promise.all([close(), beside.close()]);
      }
    });
}

async function sidesOf({ policy, against }: Options, policies: Policies): Promise<Backtest['sides']> {
  const tried = await programmeIn('--policy', policy, policies);
  const other = against
    ? await programmeIn('--against', against, policies)
    : policies.programmes.find(({ programme }) => programme === tried.programme);
  return { policy: tried, ...(other ? { against: other } : {}) };
}

async function programmeIn(option: string, file: string, policies: Policies): Promise<Programme> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EISDIR' ? 'is a folder' : error.code === 'ENOENT' ? 'there is no such file' : 'cannot be read';
    throw new UsageError(`${option} ${file}: ${why}; give the YAML file of one programme`);
  });
  return readOneProgramme(file, text, policies);
}

/** @throws UsageError for days that the run knows nothing of, and for a range without an evaluation day. */
async function checkRange(duck: Duck, { run, sides, from, to }: Backtest): Promise<void> {
  if (to > run.run_date)
    throw new UsageError(
      `--to ${to}: run ${run.run_id} judged up to ${run.run_date}; give an earlier day, or run the night of that day first`,
    );
  const { regions } = sides.policy;
  const first = await firstDayOf(duck, run.relations, regions);
  if (first === undefined)
    throw new UsageError(
      `--policy: no order of ${regions.join(', ')} is in run ${run.run_id}; give a programme of regions that have some`,
    );
  if (from < first)
    throw new UsageError(`--from ${from}: the first order of these regions was placed on ${first}; give that day or a later one`);
  for (const [side, programme] of Object.entries(sides))
    if (evaluationDays(programme, from, to).length === 0) {
      const next = nextEvaluationDay(dayRule(programme), from);
      throw new UsageError(
        `--from ${from} --to ${to}: holds no evaluation day of --${side} (${programme.programme}); the next is ${next}`,
      );
    }
}

async function write(report: BacktestReport, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const [json, page] = [join(folder, 'backtest.json'), join(folder, 'backtest.html')];
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(page, backtestPage(report));
  return [page, json];
}
