import { JUDGED_BY_DEFAULT } from '../../metrics/index.js';
import { judgedMetrics } from '../../policies/judged-metrics.js';
import type { Policies } from '../../policies/policy.js';
import { CASE_POLICIES } from '../cases/index.js';

/** The policies of the cases; metrics and floors that they do not name are the defaults. */
export const POLICIES: Policies = {
  ...CASE_POLICIES,
  metrics: CASE_POLICIES.metrics ?? judgedMetrics(undefined, JUDGED_BY_DEFAULT),
  programmes: CASE_POLICIES.programmes.map((programme) => ({
    ...programme,
    metrics: programme.metrics.map((m) => ({ ...m, at_least: m.at_least ?? { counted: 0, faults: 0 } })),
  })),
};
