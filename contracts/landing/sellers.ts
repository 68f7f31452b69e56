import * as z from 'zod';
import { day, id, oneOf, text, textOrNone, versionMoment } from '../columns.js';
import { landing } from '../contract.js';

/** How often mails go: every day, week or month in which something changed, when the tier changed, or never. */
export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'changes', 'off'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
/** Where nothing is said. */
export const USUAL_FREQUENCY: Frequency = 'weekly';
export const NO_MAILS: Frequency = 'off';

export const sellers = landing({
  dataset: 'sellers',
  grain: 'One row per seller and version; the newest version by updated_at is the seller.',
  key: ['seller_id'],
  row: z.object({
    seller_id: id('The seller.'),
    name: text('The shop name buyers see.'),
    email: textOrNone('Where mails go; null means no mail is written.').optional(),
    locale: textOrNone('Language of mails, such as de-DE; null means English.').optional(),
    home_region: text('The region the seller is managed by.'),
    joined_on: day('The day the seller joined.'),
    status: oneOf(['probation', 'active', 'restricted', 'suspended', 'closed'], 'Where the seller stands with the marketplace.'),
    email_frequency: oneOf(FREQUENCIES, 'How often the seller wants a scorecard; null means weekly.').optional(),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  rejected: { at_most: 0.05, why: 'a seller without a description still has a scorecard, only no mail' },
});
