import { EvaluationYaml } from '../../policies/evaluation.js';
import type { Policies } from '../../policies/policy.js';
import { policiesOf } from '../cases/policies.js';

const why = 'made';

/** Evaluated every Monday on the seven days before; a person approves every change. */
export const DECIDED_BY_PERSONS: Policies = {
  ...policiesOf('GB'),
  programmes: [
    {
      ...{ programme: 'trusted', title: 'Trusted', version: '1', in_force_from: '2016-01-01', regions: ['GB'], standard: 'good' },
      tiers: ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key })),
      assessable: { orders: 1, window_days: 90, why },
      contest: { within_days: 30, address: 'appeals@market.example', why },
      evaluation: EvaluationYaml.parse({ every: 'monday', why, approval: { needed_for: 'all_changes', why } }),
      metrics: [
        {
          ...{ metric: 'late_dispatch', window_days: 7, why, at_least: { counted: 0, faults: 0 } },
          tiers: { top: { at_most: 0.01, why }, good: { at_most: 0.1, why } },
        },
      ],
    },
  ],
};
