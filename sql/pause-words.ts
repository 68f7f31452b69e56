/** What templates may say of metrics that rest tonight. */
import { isPaused } from '../policies/policy.js';
import type { NightFacts } from './render.js';

export function pauseWords({ policies: { programmes }, run_date }: NightFacts) {
  const resting = programmes.flatMap(({ programme, tiers, metrics }) =>
    metrics
      .filter((m) => isPaused(m, run_date))
      .map(({ metric, tiers: bounds }) => ({
        ...{ programme, metric, last_rank: tiers.length },
        bounds: tiers.slice(0, -1).map(({ key }, at) => ({ ...bounds[key]!, rank: at + 1 })),
      })),
  );
  return {
    /** Entries that rest, with the bounds that they would go by. */
    resting,
    /** Programme and metric of each; '?' stands for none, so that the list is never empty. */
    paused_entries: ['?', ...resting.map(({ programme, metric }) => `${programme} ${metric}`)],
  };
}
