/** What the page of a backtest and the command line say alike. */
import type { BacktestReport, Tried } from '../contracts/backtest.js';
import { wordingFor } from '../wording/wording.js';

const english = wordingFor('en');
export const { format, words } = english;

type Moves = BacktestReport['moves'][number];

/** A tier by its title; of a seller without a scorecard there is none. */
export const tierTitled = (tried: Tried | null, tier: string | null): string =>
  tier === null ? 'No scorecard' : english.tierTitle(tried ?? undefined, tier);

/** Tiers from best to worst that some seller has; then what is none. */
export const inOrder = (tried: Tried | null, found: ReadonlySet<string | null>): (string | null)[] => {
  const keys = tried?.tiers.map(({ key }) => key) ?? [];
  const others = [...found].filter((tier) => tier === null || !keys.includes(tier));
  return [...keys.filter((key) => found.has(key)), ...others.sort()];
};

/** What tells the two programmes apart: their versions, and where these are alike, which is tried and what it is held against. */
export function versionsOf({ policy, against }: Pick<BacktestReport['computed_from'], 'policy' | 'against'>) {
  const alike = against?.title === policy.title && against.version === policy.version;
  const other = against?.file === null ? 'in force' : 'against';
  return {
    policy: alike ? `${policy.version} (tried)` : policy.version,
    against: alike ? `${policy.version} (${other})` : (against?.version ?? ''),
  };
}

/** What the two programmes are called. */
export function namesOf(from: Pick<BacktestReport['computed_from'], 'policy' | 'against'>) {
  const versions = versionsOf(from);
  return {
    policy: `${from.policy.title} ${versions.policy}`,
    against: from.against ? `${from.against.title} ${versions.against}` : '',
  };
}

export const sellersIn = ({ cells }: Moves, which: (cell: Moves['cells'][number]) => boolean): number =>
  cells.filter(which).reduce((sum, { sellers }) => sum + sellers, 0);

/** How many sellers a group has, how many would be better off and how many worse. */
export function movedIn(moves: Moves, { policy, against }: Pick<BacktestReport['computed_from'], 'policy' | 'against'>) {
  const place = (tried: Tried | null, tier: string | null) => tried?.tiers.findIndex(({ key }) => key === tier) ?? -1;
  const compared = (cell: Moves['cells'][number]): number | undefined => {
    const [a, b] = [place(against, cell.against), place(policy, cell.policy)];
    return a < 0 || b < 0 ? undefined : Math.sign(b - a);
  };
  // Places compare only among the same tiers.
  const same = against?.tiers.map(({ key }) => key).join() === policy.tiers.map(({ key }) => key).join();
  return {
    sellers: sellersIn(moves, () => true),
    better: same ? sellersIn(moves, (cell) => compared(cell) === -1) : null,
    worse: same ? sellersIn(moves, (cell) => compared(cell) === 1) : null,
    differ: against ? sellersIn(moves, (cell) => cell.against !== cell.policy) : null,
  };
}
