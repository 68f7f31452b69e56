/** What the page of a backtest and the command line say alike. */
import type { BacktestReport, Tried } from '../contracts/backtest.js';
import { titled, wordingFor } from '../wording/wording.js';

export const { format, words } = wordingFor('en');

type Moves = BacktestReport['moves'][number];

/** A tier by its title; of a seller without a scorecard there is none. */
export const tierTitled = (tried: Tried | null, tier: string | null): string => {
  if (tier === null) return 'No scorecard';
  const states: Readonly<Record<string, { title: string }>> = words.tiers;
  const state = Object.hasOwn(states, tier) ? states[tier]!.title : titled(tier);
  return tried?.tiers.find(({ key }) => key === tier)?.title ?? state;
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
