/** What the run's policies say of a region or a programme. */
import { type JudgedMetric, namedMetrics, type Programme } from '../../../policies/policy.js';
import type { PublicPolicies } from './run.js';

export const zoneOf = (policies: PublicPolicies, code: string): string =>
  policies.regions.find((region) => region.code === code)?.time_zone ?? 'UTC';

export const programmeOf = (policies: PublicPolicies, key: string): Programme | undefined =>
  policies.programmes.find((programme) => programme.programme === key);

/** What is judged under a key, which is that of a metric or of a programme's entry. */
export const judgedMetric = (policies: PublicPolicies, key: string): JudgedMetric | undefined =>
  namedMetrics(policies).find(({ metric }) => metric === key);
