import '../../infra/local/set-environment-defaults.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import { type GroupYear, simulateYear } from '../../trial/simulated-year.js';
import { atLeast } from '../options.js';
import { shippedRule } from './shipped.js';
import { BOUNDS, batches, fairnessText, groupsOf, summaryOf } from './table.js';

/** why: so many sellers at once take half a gigabyte at most. */
const SELLERS_AT_ONCE = 40_000;

const { sellers, seed, json } = new Command('fairness')
  .description('What a year of weekly evaluations does to good sellers, and how soon it finds the others: docs/fairness.md.')
  .option('--sellers <n>', 'good sellers of each kind; a quarter as many at the bound, a tenth as many worse', atLeast(1), 10_000)
  .option('--seed <n>', 'the same seed draws the same orders', atLeast(0), 1)
  .option('--json', 'print every group, as JSON', false)
  .parse()
  .opts<{ sellers: number; seed: number; json: boolean }>();

const files = await readSqlFiles();
const rule = await shippedRule();
const temporaryFolder = await mkdtemp(join(tmpdir(), 'fairness-'));
const duck = await openDuck({ threads: 2, memoryLimit: '1GB', temporaryFolder });
const years: GroupYear[] = [];
const since = performance.now();
for (const bound of BOUNDS)
  for (const groups of batches(groupsOf(sellers), SELLERS_AT_ONCE)) {
    years.push(...(await simulateYear(duck, files, { ...rule, bound, groups, seed })).flat());
    const minutes = ((performance.now() - since) / 60_000).toFixed(1);
    process.stderr.write(`bound ${bound}: ${years.length} of ${BOUNDS.length * groupsOf(1).length} kinds, ${minutes} minutes\n`);
  }
duck.close();
await rm(temporaryFolder, { recursive: true });
console.log(json ? JSON.stringify({ sellers, seed, ...summaryOf(years), years }, null, 2) : fairnessText(years, sellers));
