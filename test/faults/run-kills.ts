import type { Ground } from './ground.js';
import { KINDS, story } from './kills.js';
import { Random } from './random.js';

export interface Tally {
  kind: string;
  tried: number;
  held: number;
}

/** why 2: a night leaves a core idle half of the time. */
const AT_ONCE = 2;

/**
 * Tells stories until so many kills were tried, or so many minutes are over, each kind in its turn. Of a story in which something
 * did not hold, none of its kills counts as held, and `broke` hears what, with the command that repeats it.
 */
export async function runKills(
  ground: Ground,
  asked: {
    seed: number;
    kills: number;
    minutes?: number;
    only?: string;
    broke(what: string): void;
    heard?(tallies: readonly Tally[]): void;
  },
): Promise<Tally[]> {
  const kinds = KINDS.filter(({ name }) => !asked.only || name === asked.only);
  const tallies = kinds.map(({ name }) => ({ kind: name, tried: 0, held: 0 }));
  const seeds = new Random(asked.seed);
  let next = 0;
  const until = performance.now() + (asked.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const all = (): number => tallies.reduce((sum, { tried }) => sum + tried, 0);
  const work = async (): Promise<void> => {
    while (all() < asked.kills && performance.now() < until) {
      const at = next++ % kinds.length;
      const seed = next === 1 && asked.only ? asked.seed : seeds.upTo(2 ** 31);
      const kind = kinds[at]!;
      const { kills, broken } = await story(ground, kind, seed);
      tallies[at]!.tried += kills;
      if (broken.length === 0) tallies[at]!.held += kills;
      else
        asked.broke(
          [
            `${kind.name}: ${broken.join('\n  ')}`,
            `  again: FAULTS_SEED=${seed} npm run soak:kills -- --only "${kind.name}" --kills 1`,
          ].join('\n'),
        );
      asked.heard?.(tallies);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return tallies;
}

/** kind, tried, held: a line each. */
export const tallyTable = (tallies: readonly Tally[]): string =>
  [{ kind: 'kind', tried: 'tried', held: 'held' }, ...tallies, total(tallies)]
    .map(({ kind, tried, held }) => `${kind.padEnd(44)} ${String(tried).padStart(6)} ${String(held).padStart(6)}`)
    .join('\n');

const total = (tallies: readonly Tally[]): Tally => ({
  kind: 'all',
  tried: tallies.reduce((sum, { tried }) => sum + tried, 0),
  held: tallies.reduce((sum, { held }) => sum + held, 0),
});
