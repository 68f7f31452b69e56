import type { BacktestReport } from '../contracts/backtest.js';
import { wordingFor } from '../wording/wording.js';
import type { Backtest } from './backtest.js';
import { GOOD, type Group, simulateYear } from './simulated-year.js';
import { namesTried } from './trial-nights.js';

/** Orders in 28 days. why these: below 30 hardly a bound can be missed, and above 300 bad days decide as they do there. */
const VOLUMES = [30, 100, 300];
/** How many times the limit sellers are who became worse. */
const WORSE = [2, 3, 5];
const SEED = 1;

/** Sellers with bad days. why a quarter: a median needs fewer sellers than a share does. */
const groupsOf = (sellers: number): Group[] =>
  VOLUMES.flatMap((volume) =>
    [GOOD, 1, ...WORSE].map((times) => ({
      ...{ volume, times, faults: 'bad days' as const },
      sellers: times > 1 ? Math.max(1, Math.round(sellers / 4)) : sellers,
    })),
  );

/** What a year would be to good sellers, to sellers at the limit and to those who become worse, metric by metric of the policy. */
export async function simulation(asked: Backtest, sellers: number): Promise<BacktestReport['simulation']> {
  const { policy } = asked.sides;
  const years = await simulateYear(asked.duck, asked.files, {
    ...{ policies: asked.policies, programme: policy, groups: groupsOf(sellers), seed: SEED },
  });
  const { metricTitle } = wordingFor('en', namesTried(asked));
  return {
    ...{ sellers, seed: SEED },
    metrics: policy.metrics.map(({ metric, tiers }, nth) => ({
      ...{ metric, title: metricTitle(metric), at_most: tiers[policy.standard]!.at_most },
      groups: years[nth]!.map(({ volume, times, sellers: drawn, noticed, effects, raw, days_to_notice, days_to_effect }) => ({
        ...{ volume, times, sellers: drawn, noticed, effects, raw, days_to_notice, days_to_effect },
      })),
    })),
  };
}
