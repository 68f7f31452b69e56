/** How applications are followed: policies/onboarding.yaml over defaults. */
import * as z from 'zod';
import { VERIFIED_KINDS } from '../contracts/landing/verifications.js';
import type { OnboardingPolicy } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { why } from './values.js';

const days = (most: number) => z.number().int('needs a whole number').min(1).max(most);

const OnboardingYaml = z
  .strictObject({
    look_back: z.strictObject({ days: days(3660), why }).optional(),
    decide_within: z.strictObject({ days: days(365), why }).optional(),
    verified_by: z.strictObject({ kinds: z.array(z.enum(VERIFIED_KINDS)), why }).optional(),
  })
  .nullable();

/**
 * What holds where onboarding.yaml says nothing.
 *
 * `look_back_days` why two years: whether a season comes back, and every step has had its time.
 *
 * `decide_within_days` why ten: who waits for more than two working weeks sells elsewhere.
 *
 * `verified_by` why these: who it is, where the money goes, and what the tax office is told.
 */
export const ONBOARDING_DEFAULTS: OnboardingPolicy = {
  look_back_days: 730,
  decide_within_days: 10,
  verified_by: ['id', 'bank', 'tax'],
};

/** Undefined where there is no file, or it says nothing; problems stay with the file. */
export function onboardingPolicy(file: PolicyFile | undefined): OnboardingPolicy | undefined {
  const yaml = file?.check(OnboardingYaml);
  if (!yaml || Object.keys(yaml).length === 0) return undefined;
  return {
    look_back_days: yaml.look_back?.days ?? ONBOARDING_DEFAULTS.look_back_days,
    decide_within_days: yaml.decide_within?.days ?? ONBOARDING_DEFAULTS.decide_within_days,
    verified_by: [...new Set(yaml.verified_by?.kinds ?? ONBOARDING_DEFAULTS.verified_by)],
  };
}
