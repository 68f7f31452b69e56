import * as z from 'zod';
import { count, flag, oneOf, text } from '../columns.js';
import { published } from '../contract.js';

/** From an application to a first order, in order. */
export const ONBOARDING_STEPS = ['applied', 'completed', 'verified', 'approved', 'listed', 'sold'] as const;

export const onboardingSteps = published({
  dataset: 'onboarding_steps',
  grain:
    'One row per region (and ALL), channel (and ALL) and step from application to first order, over all applications that policy looks back on.',
  key: ['region', 'channel', 'step'],
  row: z.object({
    region: text('The region applied for, or ALL, which alone has the applications that name none.'),
    channel: text('The channel, `not_said`, or ALL.'),
    place: count('The place of the step, from 1.'),
    step: oneOf(ONBOARDING_STEPS, 'The step; an application may have taken one without those before it.'),
    is_measured: flag('False where nobody notes the step.'),
    applications: count('Applications: that many rows of applicants.'),
    reached: count('Of those how many have taken the step; null where it is not measured.').nullable(),
    timed: count('Of those the ones whose day is known; null where it is not measured.').nullable(),
    median_days: count(
      'In so many days from the application, or fewer, half of those had taken it (nearest rank); null where there are none.',
    ).nullable(),
    p90_days: count('The same of nine in ten.').nullable(),
  }),
});
