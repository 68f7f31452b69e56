import * as z from 'zod';
import { day, moment, oneOf, text } from '../columns.js';
import { landing } from '../contract.js';

export const sellers = landing({
  dataset: 'sellers',
  grain: 'One row per seller and version; the newest version by updated_at is the seller.',
  key: ['seller_id'],
  row: z.object({
    seller_id: text('The seller.'),
    name: text('The shop name buyers see.'),
    email: text('Where mails go; null means no mail is written.').optional(),
    locale: text('Language of mails, such as de-DE; null means English.').optional(),
    home_region: text('The region the seller is managed by.'),
    joined_on: day('The day the seller joined.'),
    status: oneOf(['probation', 'active', 'restricted', 'suspended', 'closed'], 'Where the seller stands with the marketplace.'),
    email_frequency: oneOf(['weekly', 'changes', 'off'], 'How often the seller wants a scorecard; null means weekly.').optional(),
    updated_at: moment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'a seller without a description still has a scorecard, only no mail' },
});
