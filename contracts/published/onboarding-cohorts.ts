import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';

export const onboardingCohorts = published({
  dataset: 'onboarding_cohorts',
  grain:
    'One row per region (and ALL), channel (and ALL), month of the first order since an application, and number of days after it: how many of the month’s sellers still sold then.',
  key: ['region', 'channel', 'month', 'days'],
  row: z.object({
    region: text('The region applied for, or ALL, which alone has the applications that name none.'),
    channel: text('The channel, `not_said`, or ALL.'),
    month: day('Its first day.'),
    days: count('30, 60 or 90 days after the first order.'),
    sellers: count('Applications whose first order was in the month: that many rows of applicants.'),
    passed: count('Of those the ones of whom the thirty days after that number have passed.'),
    still_selling: count('Of those how many had an order in these thirty days.'),
  }),
});
