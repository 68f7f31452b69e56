import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerPart } from '../../contracts/ledger/parts.js';
import { manifestKey } from '../../contracts/run/keys.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { RANDOM_RUN_DATE, randomLanding, randomPolicies } from '../independent/random-marketplace.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { MADE } from '../sql/made.js';
import { answer, type MadeRows, question } from '../sql/made-rows.js';
import { Rerun } from './rerun.js';

/** The night before which the second one reuses. why three days: some orders become final between them, and news lands. */
export const EARLIER = '2026-11-17';
/** Nights that follow. why so late: news lands on each. */
const LATER = ['2026-11-25', '2026-11-30'] as const;
/**
 * Seeds of drawn marketplaces: between them every choice of every setting is drawn. A night of each, and the
 * second night of the first, is compared with the independent judge; what that does not compute is held to rows that were reviewed.
 */
export const SEEDS = [1, 242, 130, 3, 29];

export interface DrawnNights {
  marketplace: TestMarketplace;
  /** Prefixes of its runs, oldest first. */
  prefixes: string[];
  folder: string;
}

/**
 * Two nights of a drawn marketplace (test/independent/random-marketplace.ts): one from nothing, one that reuses it.
 *
 * @param datasets only these land; all unless said
 */
export async function twoNights(seed: number, datasets?: readonly string[]): Promise<DrawnNights> {
  const folder = await mkdtemp(join(tmpdir(), 'drawn-policies-'));
  for (const [name, text] of Object.entries(randomPolicies(seed))) await writeFile(join(folder, name), text);
  const marketplace = await TestMarketplace.make(folder);
  await marketplace.land([...randomLanding(seed)].filter(([key]) => datasets?.includes(key.split('/')[0]!) ?? true));
  const prefixes: string[] = [];
  for (const day of [EARLIER, RANDOM_RUN_DATE]) prefixes.push((await marketplace.published(day)).prefix);
  return { marketplace, prefixes, folder };
}

/** Three nights more: one that judges everything although there were others, and two that gather parts of the ledger: some, then all. */
async function laterNights({ marketplace, prefixes }: DrawnNights): Promise<void> {
  const second = prefixes.at(-1)!;
  prefixes.push((await marketplace.published(LATER[0], { full: true })).prefix);
  // As if the oldest part were the history of years.
  await relist(marketplace, second, (part, at) => (at === 0 ? { ...part, rows: 1e9 } : part));
  prefixes.push((await marketplace.published(LATER[0])).prefix);
  // As if all parts were those of single nights.
  await relist(marketplace, prefixes.at(-1)!, (part) => ({ ...part, gathered: false }));
  prefixes.push((await marketplace.published(LATER[1])).prefix);
}

/** A run's parts of the ledger listed otherwise, and after them so many nights without news that it is time to gather. */
async function relist(
  marketplace: TestMarketplace,
  prefix: string,
  as: (part: LedgerPart, at: number) => LedgerPart,
): Promise<void> {
  const manifest = await marketplace.manifest(prefix);
  const quiet = Array.from({ length: 6 }, (_, n) => quietNight(`runs/2026-11-0${n + 1}/001`));
  manifest.ledger!.order_outcomes = [...manifest.ledger!.order_outcomes!.map(as), ...quiet];
  await writeFile(join(marketplace.store, manifestKey(prefix)), JSON.stringify(manifest));
}

const quietNight = (run_prefix: string): LedgerPart => ({ run_prefix, files: [], rows: 0, gathered: false });

export async function gone({ marketplace, folder }: DrawnNights): Promise<void> {
  await marketplace.gone();
  await rm(folder, { recursive: true, force: true });
}

export interface Oracle {
  files: SqlFiles;
  /** The first difference that a mutant makes over made rows or in any night of any marketplace; undefined when it survives. */
  noticed(changed: SqlFiles): Promise<string | undefined>;
  close(): Promise<void>;
}

/** A marketplace that mutants are shown to, once it is needed. */
interface Witness {
  name: string;
  seed: number;
  datasets?: readonly string[];
  /** How many mutants it has seen: who has seen most is asked first. */
  kills: number;
  rerun?: Rerun;
}

/** Made rows for which changed files no longer answer as they must. */
async function noticedInMadeRows(duck: Duck, files: SqlFiles, changed: SqlFiles): Promise<MadeRows | undefined> {
  const everywhere = Object.keys(files).some((path) => /^(macros|metrics)\//.test(path) && files[path] !== changed[path]);
  for (const made of MADE) {
    const asks = [made.path, ...(made.through ?? [])];
    if (!everywhere && asks.every((path) => files[path] === changed[path])) continue;
    try {
      const asked = await question(duck, changed, made);
      if (asked === (await question(duck, files, made))) continue;
      if (JSON.stringify(await answer(duck, asked)) !== JSON.stringify(made.gives)) return made;
    } catch {
      return made;
    }
  }
  return undefined;
}

/**
 * Five nights of every seed, and of one marketplace that lands nothing but orders. A marketplace is made when a mutant first gets past
 * those before it.
 */
export async function oracle(seeds: readonly number[] = SEEDS, bare = true): Promise<Oracle> {
  const files = await readSqlFiles();
  // why one thread: a hundred rows are not worth handing to a second.
  const duck = await openDuck({ threads: 1 });
  const made: DrawnNights[] = [];
  const witnesses: Witness[] = seeds.map((seed) => ({ name: `seed${seed}`, seed, kills: 0 }));
  if (bare) witnesses.push({ name: 'bare', seed: seeds[0]!, datasets: ['orders'], kills: 0 });
  const rerunOf = async ({ name, seed, datasets }: Witness): Promise<Rerun> => {
    const drawn = await twoNights(seed, datasets);
    made.push(drawn);
    await laterNights(drawn);
    const { marketplace, prefixes } = drawn;
    return Rerun.of({ store: marketplace.store, prefixes, duck, files, id: name });
  };
  return {
    files,
    async noticed(changed) {
      const made = await noticedInMadeRows(duck, files, changed);
      if (made) return `made rows: ${made.says}`;
      for (const witness of witnesses.toSorted((a, b) => b.kills - a.kills)) {
        witness.rerun ??= await rerunOf(witness);
        const found = await witness.rerun.noticed(changed);
        if (!found) continue;
        witness.kills += 1;
        return `${witness.name}: ${found}`;
      }
      return undefined;
    },
    async close() {
      duck.close();
      for (const drawn of made) await gone(drawn);
    },
  };
}
