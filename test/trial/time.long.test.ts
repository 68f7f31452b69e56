import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateMarketplace, lastDay } from '../../bench/marketplace.js';
import { NightCost } from '../../bench/night-cost.js';
import { withFiles } from '../../cli/analysis.js';
import { runToTry } from '../../cli/run-to-try.js';
import { addDays } from '../../contracts/days.js';
import { runNight } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { readPolicies } from '../../lambdas/shared/read-run-files.js';
import { readOneProgramme } from '../../policies/one-programme.js';
import { readSqlFiles } from '../../sql/files.js';
import { backtest } from '../../trial/backtest.js';

const limits = { memory: '1GB', threads: 2 };
const marketplace = { orders: 20_000, days: 400, days_per_file: 40 };
const run_date = lastDay(marketplace);
/** why 8: measured 4.2 to 4.7 on a busy machine. */
const NIGHTS = 8;

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'scorecards-trial-'));
  await generateMarketplace({ ...marketplace, to: join(work, 'landing') }, limits);
});
afterAll(() => rm(work, { recursive: true, force: true }));

it('a year of weekly evaluations costs no more than a few nights', { timeout: 600_000 }, async () => {
  const store = join(work, 'store');
  const watch = new NightCost();
  const night = await runNight({
    ...{ runDate: run_date, landing: join(work, 'landing'), store, policies: 'policies', mails: false, limits, watch },
  });
  const queries = watch.end().filter(({ state }) => state === 'RunQuery');
  const ofNight = queries.reduce((sum, { cpu }) => sum + cpu, 0);
  expect(night.error).toBeUndefined();

  const folder = new FolderStore(store);
  const prefix = night.prefix!;
  const policies = await readPolicies(folder, prefix);
  const file = 'policies/eu-seller-standards.yaml';
  const sides = { policy: readOneProgramme(file, await readFile(file, 'utf8'), policies) };
  const duck = await openDuck({ memoryLimit: limits.memory, threads: limits.threads });
  const before = process.cpuUsage();
  try {
    const report = await withFiles(folder, async (fileOf) =>
      backtest({
        ...{ duck, files: await readSqlFiles(), policies, sides, given: {} },
        run: await runToTry({ store: folder, prefix, fileOf }, Object.values(sides)),
        ...{ from: addDays(run_date, -365), to: run_date, simulate: 0 },
      }),
    );
    expect(report.computed_from.policy.evaluation_days).toHaveLength(52);
  } finally {
    duck.close();
  }
  const { user, system } = process.cpuUsage(before);
  const nights = (user + system) / 1e6 / ofNight;
  console.log(`a year of evaluations: ${nights.toFixed(1)} nights' queries`);
  expect(nights).toBeLessThan(NIGHTS);
});
