/** A programme that evaluates every Monday, for sellers that are drawn. */
import { EvaluationYaml } from '../../policies/evaluation.js';
import type { Programme } from '../../policies/policy.js';

const why = 'made';
export const TIERS = ['top', 'good', 'risky', 'below'];

/** Of the tiers, the best first; the last has none. */
const BOUNDS = [0.02, 0.1, 0.25];

export const madeProgramme = (metrics: readonly string[]): Programme => ({
  ...{ programme: 'made', title: 'made', version: '1.0', in_force_from: '2016-01-01', regions: ['GB'], standard: 'good' },
  tiers: TIERS.map((key) => ({ key, title: key, means: key })),
  assessable: { orders: 0, window_days: 20, why },
  evaluation: EvaluationYaml.parse({
    ...{ every: 'monday', why, effect: { fresh_days: 7, within_days: 21, faults: 2, why } },
    notice: { luck_below: 0.05, faults: 2, days: 2, why },
    // Drawn sellers do grow worse together.
    circuit_breaker: { share: 1, sellers: 1, why },
  }),
  metrics: metrics.map((metric) => ({
    ...{ metric, window_days: 14, why, at_least: { counted: 5, faults: 0 } },
    tiers: Object.fromEntries(BOUNDS.map((at_most, at) => [TIERS[at]!, { at_most, why }])),
  })),
});
