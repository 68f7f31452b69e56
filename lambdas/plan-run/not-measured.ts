import type { Inputs } from '../../contracts/run/inputs.js';
import { needsOf } from '../../policies/needs.js';
import type { Policies } from '../../policies/policy.js';

/**
 * Metrics without a source: a dataset they need never landed, or a column they need is empty in every accepted row.
 * Decided from the counts in the receipts; no row is read.
 */
export function notMeasured(inputs: Pick<Inputs, 'files'>, policies: Pick<Policies, 'regions' | 'metrics'>): string[] {
  const filled = new Set<string>();
  for (const file of inputs.files) {
    if (file.accepted > 0) filled.add(file.dataset);
    for (const [column, rows] of Object.entries(file.non_null)) if (rows > 0) filled.add(`${file.dataset}.${column}`);
  }
  const milestones = new Set(
    policies.regions.map((region) =>
      region.dispatch_milestone === 'confirmed' ? 'orders.confirmed_at' : 'orders.first_scan_at',
    ),
  );
  const has = (need: string): boolean =>
    need === 'orders.milestone' ? [...milestones].some((column) => filled.has(column)) : filled.has(need);
  return policies.metrics.filter((metric) => !needsOf(metric).every(has)).map(({ metric }) => metric);
}
