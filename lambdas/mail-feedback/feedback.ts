import * as z from 'zod';
import { NO_MAILS } from '../../contracts/landing/sellers.js';
import type { MailPreferences } from '../../contracts/run/mail-preferences.js';
import { addressHash, asking } from '../shared/mail-preferences.js';

const recipients = z.array(z.object({ emailAddress: z.string() })).min(1);

/** What SES reports of a mail, as EventBridge carries it; only what is read. */
export const MailEvent = z.object({
  detail: z.object({
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
    bounce: z
      .object({
        bounceType: z.string(),
        bounceSubType: z.string().default(''),
        bouncedRecipients: recipients,
        timestamp: z.string(),
      })
      .optional(),
    complaint: z
      .object({ complainedRecipients: recipients, complaintFeedbackType: z.string().nullish(), timestamp: z.string() })
      .optional(),
  }),
});
export type MailEvent = z.output<typeof MailEvent>;

/** The tag that names a mail's seller, in letters that a tag may have. why not the ledger's hash: from that nobody finds a seller. */
export const SELLER_TAG = 'seller';
export const sellerTag = (seller_id: string): string => Buffer.from(seller_id).toString('base64url');

export interface Feedback {
  seller_id: string;
  change: (before: MailPreferences) => MailPreferences;
}

/**
 * What a report changes of a seller's preferences; undefined for one that changes nothing: of a mail to nobody's seller, a bounce that may
 * pass (a full mailbox, a server that rests), or a reader who says that a mail is no spam.
 */
export function feedbackOf({ detail: { mail, bounce, complaint } }: MailEvent): Feedback | undefined {
  const tag = mail.tags[SELLER_TAG]?.[0];
  if (!tag) return undefined;
  const seller_id = Buffer.from(tag, 'base64url').toString('utf8');
  if (complaint && complaint.complaintFeedbackType !== 'not-spam')
    return { seller_id, change: asking(NO_MAILS, 'complaint', complaint.timestamp) };
  if (bounce?.bounceType !== 'Permanent') return undefined;
  const bounced = {
    address_hash: addressHash(seller_id, plain(bounce.bouncedRecipients[0]!.emailAddress)),
    ...{ at: bounce.timestamp, because: bounce.bounceSubType },
  };
  const same = (before: MailPreferences): boolean => before.bounced?.address_hash === bounced.address_hash;
  return { seller_id, change: (before) => (same(before) ? before : { ...before, bounced }) };
}

/** The address alone: SES may report it with the name before it. */
const plain = (address: string): string => /<([^>]+)>/.exec(address)?.[1] ?? address.trim();
