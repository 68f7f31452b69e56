import { createHash } from 'node:crypto';
import { LANDING } from '../../contracts/landing/index.js';
import type { Policies } from '../../policies/policy.js';

/** Hash over all that decides whether a landed row is accepted and how it is stored: contracts, and regions with their zones. */
export function acceptFingerprint(policies: Pick<Policies, 'regions'>): string {
  const columns = Object.values(LANDING).map((contract) => [contract.dataset, contract.columns]);
  const zones = policies.regions.map(({ code, time_zone }) => [code, time_zone]);
  return createHash('sha256')
    .update(JSON.stringify([columns, zones]))
    .digest('hex')
    .slice(0, 20);
}
