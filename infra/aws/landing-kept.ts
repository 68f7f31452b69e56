import { loadPolicies, type PolicyFiles } from '../../policies/load.js';

/**
 * Days between what policies and bucket say. why 3: the bucket counts from when a file came, which may be a day before the landing day
 * of a market whose day has begun; a night is for the day before; and what goes on a day is gone for the night of the day before that.
 */
const APART = 3;

/** Why nights would miss files that the landing bucket lets go; undefined where they will not. */
export function landingKept(files: PolicyFiles, day: string, keep: number | undefined): string | undefined {
  if (keep === undefined) return undefined;
  const says = loadPolicies(files, day).landing.landing_keeps_days;
  const most = keep - APART;
  if (says !== undefined && says <= most) return undefined;
  return `landing_keeps_days is ${says ?? 'missing'}, but the landing bucket lets files go after ${keep} days (keep.landing in infra/aws/settings.ts): write ${most} at most, or nights stop because landed rows are gone`;
}
