import type { Frequency } from '../landing/sellers.js';

/**
 * What was heard of a seller's mails beside what lands: one object per seller, at preferencesKey(). No address lies here: that of a mail
 * that came back is known by a hash.
 */
export interface MailPreferences {
  seller_id: string;
  /** What the seller asked for, on the page or with one click; or `complaint`: a mail of ours was reported as spam. */
  asked?: { frequency: Frequency; at: string; by: 'page' | 'one_click' | 'complaint' };
  /** An address that mails bounced from for good; others of the seller are written to. */
  bounced?: { address_hash: string; at: string; because: string };
}

/** Why a seller gets no mail tonight, as the plan counts them. */
export const NOT_MAILED = [
  'not_described',
  'closed',
  'wants_none',
  'no_address',
  'address_unreadable',
  'suppressed',
  'not_final',
  'nothing_changed',
  'not_its_day',
  'sent_this_week',
  'sent_this_month',
  'sent_today',
] as const;
export type NotMailed = (typeof NOT_MAILED)[number];
