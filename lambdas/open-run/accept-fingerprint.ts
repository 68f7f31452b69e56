import { createHash } from 'node:crypto';
import { LANDING } from '../../contracts/landing/index.js';
import { TEXT_READER } from '../../contracts/ledger/accepted.js';
import { zoneFingerprint } from '../../contracts/zones.js';
import type { Policies } from '../../policies/policy.js';
import type { SqlFiles } from '../../sql/render.js';

/**
 * Hash over all that decides whether a landed row is accepted and how it is stored: contracts, how text is taken apart into rows, the
 * checks of landed files (lambdas/accept-files/sql), regions with the clocks of their zones, the metrics that an exemption may
 * name, and what is no tracking number.
 */
export function acceptFingerprint(policies: Pick<Policies, 'regions' | 'metrics' | 'tracking'>, acceptSql: SqlFiles): string {
  const columns = Object.values(LANDING).map((contract) => [contract.dataset, contract.columns, contract.not_before]);
  const zones = policies.regions.map(({ code, time_zone }) => [code, zoneFingerprint(time_zone)]);
  const own = policies.metrics.filter(({ subject }) => subject === 'landed').map(({ metric }) => metric);
  const checks = Object.entries(acceptSql).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([columns, zones, own, checks, TEXT_READER, policies.tracking]))
    .digest('hex')
    .slice(0, 20);
}
