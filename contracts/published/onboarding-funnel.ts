import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';

const NOT_NOTED = 'null where nobody notes it';

export const onboardingFunnel = published({
  dataset: 'onboarding_funnel',
  grain:
    'One row per region (and ALL), channel (and ALL) and week in which applications were made: how many of them have taken each step by the run date. Weeks without an application are absent.',
  key: ['region', 'channel', 'week'],
  row: z.object({
    region: text('The region applied for, or ALL, which alone has the applications that name none.'),
    channel: text('The channel, `not_said`, or ALL.'),
    week: day('Its Monday.'),
    applied: count('Applications made in the week: that many rows of applicants.'),
    completed: count(`Of those how many are complete; ${NOT_NOTED}.`).nullable(),
    verified: count('Of those how many passed the checks that policy asks for; null where no checks landed.').nullable(),
    approved: count('Of those how many were approved.'),
    listed: count(`Of those how many have offered something; ${NOT_NOTED}.`).nullable(),
    sold: count('Of those how many have sold since; null where no application names a seller.').nullable(),
    rejected: count('Of those how many were rejected.'),
    withdrawn: count('Of those how many were withdrawn.'),
    waiting: count('Of those how many wait, for the marketplace or the applicant.'),
    overdue: count('Of those how many have waited for the marketplace longer than policy says.'),
  }),
});
