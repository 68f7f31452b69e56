import { createHash } from 'node:crypto';
import type { LandingContract } from '../../contracts/contract.js';
import { LANDING } from '../../contracts/landing/index.js';
import { TEXT_READER } from '../../contracts/ledger/accepted.js';
import { zoneFingerprint } from '../../contracts/zones.js';
import type { TrackingPolicy } from '../../policies/policy.js';
import type { RegionClock } from './clock.js';
import { readingOf } from './landed-file.js';
import { rulesFingerprint } from './queries.js';

/** The contract of a landed dataset. Throws when there is no such dataset. */
export function contractOf(dataset: string): LandingContract {
  const contract = Object.hasOwn(LANDING, dataset) ? LANDING[dataset] : undefined;
  if (!contract) throw new Error(`landing/${dataset}: is not a dataset; there are ${Object.keys(LANDING).join(', ')}`);
  return contract;
}

/**
 * Names the accepted file: 20 hex digits over content and how its name has it read, dataset, landing day, contract and rules, regions with
 * their clocks, for exemptions the metrics they may name, and for orders what is no tracking number. The same bytes delivered twice
 * on a day have one id, unless they are read another way: a file that was refused for its ending is looked at anew under another
 * one. A changed contract, region or clock accepts anew.
 */
export function fileIdOf(of: {
  sha256: string;
  dataset: string;
  dt: string;
  /** Key in landing; only what its ending says matters, unless it says nothing. */
  key: string;
  regions: readonly RegionClock[];
  own_metrics: readonly string[];
  tracking?: TrackingPolicy | undefined;
}): string {
  const { columns, key, not_before } = contractOf(of.dataset);
  const contract = [columns.map(({ description: _, ...rules }) => rules), not_before];
  const regions = of.regions.map((r) => [r.code, zoneFingerprint(r.time_zone)]).sort();
  // Only an exemption names metrics.
  const own = of.dataset === 'exemptions' ? [...of.own_metrics].sort() : [];
  const parts = [
    of.sha256,
    readingOf(of.key) ?? of.key,
    of.dataset,
    of.dt,
    TEXT_READER,
    rulesFingerprint,
    key,
    contract,
    regions,
    own,
    ...(of.dataset === 'orders' && of.tracking ? [of.tracking] : []),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}
