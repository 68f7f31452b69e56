import { ONBOARDING_STEPS } from '../contracts/published/onboarding-steps.js';
import { ONBOARDING_DEFAULTS } from '../policies/onboarding-policy.js';
import type { NightFacts } from './render.js';

/** Days after a first order at which cohorts are looked at. why: a month, two and three, as shops are talked of. */
export const SURVIVAL_DAYS = [30, 60, 90] as const;

/** What templates may say of onboarding. */
export const onboardingWords = ({ policies }: NightFacts) => ({
  onboarding: policies.onboarding ?? ONBOARDING_DEFAULTS,
  onboarding_steps: ONBOARDING_STEPS,
  survival_days: SURVIVAL_DAYS,
});
