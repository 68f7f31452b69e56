import * as z from 'zod';
import { id, moment, oneOf, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

/** What accounts may have in common, and what an owner has declared. */
export const IDENTIFIER_KINDS = [
  ...(['bank_account', 'tax_number', 'register_number', 'document', 'person', 'payment_card'] as const),
  ...(['device', 'email', 'phone', 'website', 'address', 'ip_address', 'declared_group'] as const),
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
/** No sign of a link, but the explanation of one. */
export const DECLARED: IdentifierKind = 'declared_group';

export const identifiers = landing({
  dataset: 'identifiers',
  grain:
    'One row per seller, kind, value and version: something that an account has or had, such as its bank account; the newest version by updated_at counts. Accounts that share values are linked.',
  key: ['seller_id', 'kind', 'value_hash'],
  row: z.object({
    seller_id: id('The seller.'),
    kind: oneOf(
      IDENTIFIER_KINDS,
      'What it is. person: a director or owner; device: of whoever signs in; declared_group: accounts that one owner has declared, which explains their links and makes none.',
    ),
    value_hash: id(
      'The value, as a keyed hash that the marketplace alone can make: the same of two accounts where they have the same. Nothing published carries it.',
    ),
    first_seen: moment('When the account was first seen with it.'),
    last_seen: moment('When it was last seen with it; null where that is not known.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'of an account that is not linked nobody learns whose it is' },
});
