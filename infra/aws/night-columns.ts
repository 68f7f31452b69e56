import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import type { NightColumns } from '../../contracts/ledger/night-columns.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { lazyDuck } from '../shared/lazy-duck.js';
import { describeNightsOf, writeNightColumns } from '../shared/night-columns.js';
import { STAGES } from './settings.js';

/** The columns of every group of every stage, under every policy of theirs. */
export const describeEverything = (duck: Duck): Promise<NightColumns> =>
  describeNightsOf(duck, new Set(Object.values(STAGES).flatMap((settings) => settings.groups.map((group) => group.policies))));

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const { duck, close } = lazyDuck(join(tmpdir(), 'seller-scorecards', 'night-columns'));
  await writeNightColumns(await describeEverything(await duck()));
  await close();
}
