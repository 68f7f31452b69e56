import * as z from 'zod';
import { id, idOrNone, moment, oneOf, text, textOrNone, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const APPLICATION_STATUSES = ['submitted', 'complete', 'approved', 'rejected', 'withdrawn'] as const;

const AFTER_SUBMITTED = {
  moment: 'submitted_at',
  minutes: 24 * 60,
  otherwise: 'unknown',
  why: 'no step of an application comes before it; a day, because some systems write the day alone',
} as const;

export const applications = landing({
  dataset: 'applications',
  grain:
    'One row per application of who wants to sell, and version; the newest version by updated_at is the application. Without it onboarding is not measured.',
  key: ['applicant_id'],
  row: z.object({
    applicant_id: id('The application; who applies again has another.'),
    seller_id: idOrNone('The seller that the applicant became; null until there is one.').optional(),
    region: textOrNone(
      'The market applied for, one of the regions in regions.yaml; null where nobody knows: the application then counts for ALL alone.',
    ).optional(),
    entity_type: oneOf(
      ['company', 'partnership', 'sole_trader', 'private_person', 'public_body'],
      'What the applicant is in law; null where that is not known.',
    ).optional(),
    country: textOrNone('Where the applicant is established, as the source writes it; null where that is not known.').optional(),
    channel: textOrNone('How the applicant came, such as referral or paid_search; null where nobody knows.').optional(),
    submitted_at: moment('When it was made.'),
    completed_at: moment('When everything asked for had arrived; null until then, or where nobody notes it.').optional(),
    status: oneOf(
      APPLICATION_STATUSES,
      'submitted: something is missing; complete: waits for a decision; approved, rejected, withdrawn: at its end.',
    ),
    decided_at: moment('When it was approved or rejected; null until then.').optional(),
    decided_by: text('The person or system that decided; null until then.').optional(),
    reject_code: textOrNone('Why it was rejected, by a code of the marketplace’s own; null where it was not.').optional(),
    first_listed_at: moment('When the seller first offered something; null until then, or where nobody notes it.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    { column: 'completed_at', ...AFTER_SUBMITTED },
    { column: 'decided_at', ...AFTER_SUBMITTED },
    { column: 'first_listed_at', ...AFTER_SUBMITTED },
  ],
  rejected: { at_most: 0.05, why: 'a lost application is missing in every step of the funnel; no badge rests on it' },
});
