import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { RANDOM_RUN_DATE, randomLanding, randomPolicies } from '../independent/random-marketplace.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { Rerun } from './rerun.js';

/** The night before which the second one reuses. why three days: some orders become final between them, and news lands. */
export const EARLIER = '2026-11-17';
/**
 * Seeds of drawn marketplaces: between them every choice of every setting is drawn. The quick tests compare the nights of the first with
 * the independent judge; what that does not compute was reviewed.
 */
export const SEEDS = [1, 242, 130, 3, 29];

/**
 * Two nights of a drawn marketplace (test/independent/random-marketplace.ts): one from nothing, one that reuses it.
 *
 * @returns the marketplace, and the prefixes of its runs
 */
export async function twoNights(seed: number): Promise<{ marketplace: TestMarketplace; prefixes: string[]; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-policies-'));
  for (const [name, text] of Object.entries(randomPolicies(seed))) await writeFile(join(folder, name), text);
  const marketplace = await TestMarketplace.make(folder);
  await marketplace.land(randomLanding(seed));
  const prefixes: string[] = [];
  for (const day of [EARLIER, RANDOM_RUN_DATE]) prefixes.push((await marketplace.published(day)).prefix);
  return { marketplace, prefixes, folder };
}

export interface Oracle {
  files: SqlFiles;
  /** The first difference that a mutant makes in any of the nights; undefined when it survives. */
  noticed(changed: SqlFiles): Promise<string | undefined>;
  close(): Promise<void>;
}

/** The nights of all seeds, ready to be asked again. */
export async function oracle(seeds: readonly number[] = SEEDS): Promise<Oracle> {
  const files = await readSqlFiles();
  const duck = await openDuck();
  const nights: Awaited<ReturnType<typeof twoNights>>[] = [];
  const reruns: Rerun[] = [];
  for (const seed of seeds) {
    const night = await twoNights(seed);
    nights.push(night);
    for (const [nth, prefix] of night.prefixes.entries())
      reruns.push(await Rerun.of({ store: night.marketplace.store, prefix, duck, files, id: `s${seed}n${nth}` }));
  }
  return {
    files,
    async noticed(changed) {
      for (const rerun of reruns) {
        const found = await rerun.noticed({ files: changed });
        if (found) return found;
      }
      return undefined;
    },
    async close() {
      for (const { marketplace, folder } of nights) {
        await marketplace.gone();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
