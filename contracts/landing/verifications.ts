import * as z from 'zod';
import { day, id, idOrNone, moment, oneOf, text, textOrNone, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

export const VERIFIED_KINDS = [
  'id',
  'director',
  'psc',
  'address',
  'bank',
  'tax',
  'register',
  'product_cert',
  'self_certification',
] as const;

export const verifications = landing({
  dataset: 'verifications',
  grain:
    'One row per check of who an applicant or a seller is, and version; the newest version by updated_at is the check. A check made again is another.',
  key: ['verification_id'],
  row: z.object({
    verification_id: id('The check.'),
    applicant_id: idOrNone('The application it belongs to; null where it is about a seller alone.').optional(),
    seller_id: idOrNone('The seller; null while there is none.').optional(),
    kind: oneOf(
      VERIFIED_KINDS,
      'What is looked at: the identity (id), a director, a person with significant control (psc), address, bank account, tax number, trade register, a product’s certificate, the seller’s own word.',
    ),
    duty: oneOf(
      ['kyb', 'dsa30', 'inform', 'dac7'],
      'The duty it is made for: the marketplace’s own (kyb), traceability of traders (dsa30), INFORM, DAC7; null where nobody says.',
    ).optional(),
    requested_at: moment('When the documents were asked for.'),
    submitted_at: moment('When they came; null until then.').optional(),
    checked_at: moment('When the result was there; null until then.').optional(),
    result: oneOf(['open', 'passed', 'failed'], 'What came of it.'),
    reason: textOrNone('Why it failed, by a code of the marketplace’s own; null where it did not.').optional(),
    provider: text('Who made the check; null where nobody says.').optional(),
    valid_until: day('The last day on which it holds; null where it does not expire.', 'end').optional(),
    document_hash: idOrNone('A hash of the document, never the document; null where there is none.').optional(),
    reviewer_id: idOrNone('The person who looked at it; null where none did.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    {
      column: 'checked_at',
      moment: 'requested_at',
      minutes: 24 * 60,
      otherwise: 'unknown',
      why: 'nothing is found before it is asked; a day, because some systems write the day alone',
    },
  ],
  rejected: { at_most: 0.05, why: 'a lost check leaves an applicant who is verified as one who is not; no badge rests on it' },
});
