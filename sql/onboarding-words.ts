import { ONBOARDING_DEFAULTS } from '../policies/onboarding-policy.js';
import type { NightFacts } from './render.js';

/** The steps from an application to a first order, in order. Each has a day `<step>_on` of its own on a row of `applicants`. */
export const ONBOARDING_STEPS = ['applied', 'completed', 'verified', 'approved', 'listed', 'sold'] as const;

/** Days after a first order at which cohorts are looked at. why: a month, two and three, as shops are talked of. */
export const SURVIVAL_DAYS = [30, 60, 90] as const;

/** What templates may say of onboarding. */
export const onboardingWords = ({ policies }: NightFacts) => ({
  onboarding: policies.onboarding ?? ONBOARDING_DEFAULTS,
  onboarding_steps: ONBOARDING_STEPS,
  survival_days: SURVIVAL_DAYS,
});
