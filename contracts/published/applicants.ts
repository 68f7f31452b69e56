import * as z from 'zod';
import { count, day, flag, oneOf, text } from '../columns.js';
import { published } from '../contract.js';
import { APPLICATION_STATUSES } from '../landing/applications.js';

export const applicants = published({
  dataset: 'applicants',
  grain:
    'One row per application of the days that policy looks back on, with the local day of each step taken by the run date. Nothing of it is part of a score.',
  key: ['applicant_id'],
  row: z.object({
    applicant_id: text('The application.'),
    seller_id: text('The seller that the applicant became; null until there is one.').nullable(),
    region: text(
      'The market applied for; null where nobody knows, or policy names no such region: then the days are those of UTC.',
    ).nullable(),
    channel: text('How the applicant came; `not_said` where nobody knows.'),
    entity_type: text('What the applicant is in law; null where that is not known.').nullable(),
    country: text('Where the applicant is established; null where that is not known.').nullable(),
    status: oneOf(APPLICATION_STATUSES, 'As applications has it.'),
    reject_code: text('Why it was rejected; null where it was not, or nobody says.').nullable(),
    week: day('The Monday of the week in which it was made.'),
    applied_on: day('The day on which it was made.'),
    completed_on: day('The day on which everything asked for had arrived; null until then, or where nobody notes it.').nullable(),
    verified_on: day(
      'The day on which the last of the checks that policy asks for was first passed; null until then.',
    ).nullable(),
    decided_on: day('The day on which it was approved or rejected; null until then, or where nobody notes it.').nullable(),
    listed_on: day('The day on which the seller first offered something; null until then, or where nobody notes it.').nullable(),
    sold_on: day('The day of the first order since the application, in any region; null until then.').nullable(),
    waits_for: oneOf(
      ['marketplace', 'applicant'],
      'marketplace: for a decision; applicant: for what is missing. Null at its end. Where nobody notes which applications are complete, all wait for the marketplace.',
    ).nullable(),
    days_waiting: count(
      'Days that it has waited: a complete one since it was complete, any other since it was made; null at its end.',
    ).nullable(),
    is_overdue: flag('Whether it has waited for the marketplace longer than policy says.'),
    sold_after_30: flag(
      'Whether there was an order on day 30 to 59 after the first; null until these days have passed, and without a first order.',
    ).nullable(),
    sold_after_60: flag('The same of day 60 to 89.').nullable(),
    sold_after_90: flag('The same of day 90 to 119.').nullable(),
  }),
});
