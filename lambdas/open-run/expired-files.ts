import { addDays } from '../../contracts/days.js';
import type { AcceptedFile, LandedFile } from '../../contracts/run/inputs.js';
import type { LandingPolicy } from '../../policies/policy.js';

/**
 * Files that the last published run knew, that are gone from landing, and that may be: policies/landing.yaml says that what landed
 * before some day has expired. What was accepted of them lies in the store, and the night reads it as before.
 */
export function expiredFiles(
  known: readonly AcceptedFile[],
  landed: readonly LandedFile[],
  { policy, run_date }: { policy: Pick<LandingPolicy, 'expired' | 'landing_keeps_days'>; run_date: string },
): AcceptedFile[] {
  const keeps = policy.landing_keeps_days;
  const before = [...policy.expired.map((one) => one.before), ...(keeps ? [addDays(run_date, -keeps)] : [])].sort().at(-1);
  if (before === undefined) return [];
  const here = new Set(landed.map(({ key }) => key));
  return known.filter(({ dt, key }) => dt < before && dt <= run_date && !here.has(key));
}
