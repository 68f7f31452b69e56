import * as z from 'zod';
import { count, day, quantity, text } from '../columns.js';
import { published } from '../contract.js';

export const accountFamilies = published({
  dataset: 'account_families',
  grain:
    'One row per account of a family: accounts that lead to each other by links of account_links. An account that is linked with none is in no family.',
  key: ['seller_id'],
  row: z.object({
    family: text('The account of the family that began first, of several that of the least id: the family is called by it.'),
    seller_id: text('The account.'),
    members: count('Accounts of the family.'),
    began_on: day('When the seller joined; of one that nobody has described the day of its first identifier, in UTC.'),
    links: count('Accounts that it is linked with itself; the others of the family are linked with these.'),
    strongest_with: text('That of them whose link weighs most.'),
    strongest_kind: text('The kind of what the two share that weighs most.'),
    strongest_weight: quantity('What all that the two share weighs.'),
  }),
});
