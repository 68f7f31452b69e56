import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies, Programme } from '../../policies/policy.js';

const METRIC = 'late_dispatch';
const FIRST_IN_FORCE = '2026-11-16';

/** The shipped programme with one metric, of which any bound may be asked. */
export async function shippedRule(): Promise<{ policies: Policies; programme: Programme }> {
  const policies = loadPolicies(await readPolicyFiles('policies'), FIRST_IN_FORCE);
  const [programme] = policies.programmes;
  const metric = programme?.metrics.find((m) => m.metric === METRIC);
  if (!programme?.evaluation || !metric) throw new Error(`policies/: no programme with evaluations judges ${METRIC}`);
  return { policies, programme: { ...programme, metrics: [metric] } };
}
