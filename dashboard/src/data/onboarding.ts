/** What the pages about onboarding read of a run. A run that was made before there was onboarding has none of it, and says so. */
import type * as z from 'zod';
import type { applicants } from '../../../contracts/published/applicants.js';
import type { onboardingCohorts } from '../../../contracts/published/onboarding-cohorts.js';
import type { onboardingFunnel } from '../../../contracts/published/onboarding-funnel.js';
import type { onboardingRejections } from '../../../contracts/published/onboarding-rejections.js';
import type { onboardingSteps } from '../../../contracts/published/onboarding-steps.js';
import type { Dataset } from './run.js';

export type Applicant = z.infer<(typeof applicants)['row']>;
export type ApplicationStep = z.infer<(typeof onboardingSteps)['row']>;
export type ApplicationWeek = z.infer<(typeof onboardingFunnel)['row']>;
export type Rejection = z.infer<(typeof onboardingRejections)['row']>;
export type Cohort = z.infer<(typeof onboardingCohorts)['row']>;

export interface OnboardingRead {
  applicants(): Promise<Applicant[]>;
  /** All regions and channels. */
  applicationSteps(): Promise<ApplicationStep[]>;
  applicationWeeks(): Promise<ApplicationWeek[]>;
  rejections(): Promise<Rejection[]>;
  cohorts(): Promise<Cohort[]>;
}

export function onboardingRead(
  once: <T>(key: string, start: () => Promise<T>) => Promise<T>,
  read: <Row>(dataset: Dataset) => Promise<Row[]>,
): OnboardingRead {
  const all = <Row>(dataset: Dataset) => once(dataset, () => read<Row>(dataset));
  return {
    applicants: () => all('applicants'),
    applicationSteps: () => all('onboarding_steps'),
    applicationWeeks: () => all('onboarding_funnel'),
    rejections: () => all('onboarding_rejections'),
    cohorts: () => all('onboarding_cohorts'),
  };
}
