import '../../infra/local/set-environment-defaults.js';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import { type Group, simulateYear } from '../../trial/simulated-year.js';
import { atLeast } from '../options.js';
import { shippedRule } from './shipped.js';
import { BOUNDS, fairnessText, groupsOf, type Simulated, seedOf, VOLUMES } from './table.js';

const { sellers, seed, keep, warnings } = new Command('fairness')
  .description('What a year of weekly evaluations does to good sellers, and how soon it finds the others: docs/fairness.md.')
  .option(
    '--sellers <n>',
    'good sellers of each kind; a tenth as many at the bound, fewer still who became worse',
    atLeast(1),
    10_000,
  )
  .option('--seed <n>', 'the same seed draws the same orders', atLeast(0), 1)
  .option('--keep <file>', 'write the figures there as they come, and go on from what is there already')
  .option('--warnings', 'ask for early warnings too, which decide nothing and take half as long again', false)
  .parse()
  .opts<{ sellers: number; seed: number; keep?: string; warnings: boolean }>();

/** One kind a line, so that a change shows which. */
const asJson = ({ years, ...of }: Simulated): string =>
  `${JSON.stringify(of).slice(0, -1)},"years":[\n${years.map((year) => JSON.stringify(year)).join(',\n')}\n]}\n`;

async function known(): Promise<Simulated> {
  const nothing = { sellers, seed, years: [] };
  const text = keep && (await readFile(keep, 'utf8').catch(() => undefined));
  if (!text) return nothing;
  const found = JSON.parse(text) as Simulated;
  if (found.sellers === sellers && found.seed === seed) return found;
  throw new Error(`${keep}: holds ${found.sellers} sellers of each kind, drawn with seed ${found.seed}; name another file`);
}

const files = await readSqlFiles();
const rule = await shippedRule();
const simulated = await known();
const temporaryFolder = await mkdtemp(join(tmpdir(), 'fairness-'));
const duck = await openDuck({ threads: 2, memoryLimit: '1GB', temporaryFolder });
const since = performance.now();
const isKnown = (bound: number, { volume, times, faults, first }: Group): boolean =>
  simulated.years.some(
    (year) =>
      year.bound === bound && year.volume === volume && year.times === times && year.faults === faults && year.first === first,
  );
// First a thousand of every kind, of all volumes together, as most of a small year is what every night costs; then the rest.
for (const [part, together] of [
  [0, [VOLUMES]],
  [1, VOLUMES.map((volume) => [volume])],
] as const)
  for (const volumes of together)
    for (const bound of BOUNDS) {
      const groups = volumes.flatMap((volume) => groupsOf(volume, sellers)[part] ?? []).filter((group) => !isKnown(bound, group));
      if (groups.length === 0) continue;
      simulated.years.push(
        ...(await simulateYear(duck, files, { ...rule, bound, groups, warnings, seed: seedOf(seed, bound) })).flat(),
      );
      if (keep) {
        await writeFile(`${keep}.part`, asJson(simulated));
        await rename(`${keep}.part`, keep);
      }
      const minutes = ((performance.now() - since) / 60_000).toFixed(1);
      process.stderr.write(
        `${volumes.join(', ')} orders, bound ${bound}: ${simulated.years.length} groups, ${minutes} minutes\n`,
      );
    }
duck.close();
await rm(temporaryFolder, { recursive: true });
console.log(fairnessText(simulated));
