/** What the run's policies say of a region or a programme. */
import type { JudgedMetric, Programme } from '../../../policies/policy.js';
import type { PublicPolicies } from './run.js';

export const zoneOf = (policies: PublicPolicies, code: string): string =>
  policies.regions.find((region) => region.code === code)?.time_zone ?? 'UTC';

export const programmeOf = (policies: PublicPolicies, key: string): Programme | undefined =>
  policies.programmes.find((programme) => programme.programme === key);

export const judgedMetric = (policies: PublicPolicies, key: string): JudgedMetric | undefined =>
  policies.metrics.find(({ metric }) => metric === key);
