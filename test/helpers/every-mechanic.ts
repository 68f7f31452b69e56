import type { Policies, ProgrammeMetric } from '../../policies/policy.js';

const saying = (tiers: ProgrammeMetric['tiers'], said: 'below' | 'met_above'): ProgrammeMetric['tiers'] =>
  Object.fromEntries(Object.entries(tiers).map(([tier, bound]) => [tier, { ...bound, said }]));

/** What policy may ask of a metric beside a window and bounds, for the metrics of a programme in their order. */
const MECHANICS: readonly ((m: ProgrammeMetric) => Partial<ProgrammeMetric>)[] = [
  ({ at_least }) => ({ at_least: { ...at_least, buyers: 3, days: 3 } }),
  ({ tiers }) => ({ tiers: saying(tiers, 'below') }),
  ({ tiers }) => ({ tiers: saying(tiers, 'met_above') }),
  ({ window_days }) => ({ low_volume: { fewer_than: 20, window_days: window_days + 60, why: 'few orders' } }),
];

/** The same policies where the first metrics of each programme are asked by everything that a metric can be asked by. */
export const everyMechanic = (policies: Policies): Policies => ({
  ...policies,
  programmes: policies.programmes.map((programme) => ({
    ...programme,
    metrics: programme.metrics.map((m, nth) => ({ ...m, ...MECHANICS[nth]?.(m) })),
  })),
});
