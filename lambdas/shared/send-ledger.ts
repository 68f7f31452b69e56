import { createHash } from 'node:crypto';

/**
 * Who was sent what, once. The planner decides who is to be written to; the ledger decides whether this very mail may still go out.
 * A folder or bucket implements it in infra/local/send-ledger.ts, DynamoDB on AWS. One test suite runs against every implementation.
 *
 * Life of an entry:
 *
 *   (none) --claim--> claimed --markSent--> sent         never again
 *                        |----markFailed--> failed       surely not sent: the next claim may take it
 *                        |----markInDoubt-> in_doubt     perhaps sent: a person decides
 *
 * An entry that is still `claimed` when somebody else claims it belongs to a sender that is at work or was killed
 * between claiming and marking; both are doubt, and neither is sent again.
 */
export interface LedgerKey {
  /** What kind of mail, such as `scorecard`. */
  campaign: string;
  /** For when: an ISO week such as 2026-W47, or a day. */
  period: string;
  /** To whom: a seller id; for the digest an address and its region. */
  recipient: string;
}

/** A short name for a ledger key, the same on every machine: 32 hex digits. */
export const keyHash = (key: LedgerKey): string =>
  createHash('sha256')
    .update(JSON.stringify([key.campaign, key.period, key.recipient]))
    .digest('hex')
    .slice(0, 32);

type LedgerState = 'claimed' | 'sent' | 'failed' | 'in_doubt';

export interface LedgerEntry extends LedgerKey {
  state: LedgerState;
  /** The plan under which the newest claim was made. */
  plan_id: string;
  /** How often it was claimed; more than once only after sure failures. */
  claims: number;
  /** What the mail system called it; only when sent. */
  message_id?: string;
  /** Why it failed or is in doubt. */
  because?: string;
}

export type Claim = 'claimed' | { already: 'sent' | 'claimed' | 'in_doubt'; entry: LedgerEntry };

export interface SendLedger {
  /** Takes the key for sending. Of any number of simultaneous claims exactly one answers `claimed`. */
  claim(key: LedgerKey, planId: string): Promise<Claim>;
  /** The mail system took the message. Also ends a doubt. Throws when the key was never claimed. */
  markSent(key: LedgerKey, messageId: string): Promise<void>;
  /** The mail system surely did not take the message: it may be claimed again. Throws when never claimed, or sent. */
  markFailed(key: LedgerKey, because: string): Promise<void>;
  /** Nobody knows whether the mail system took the message: it is never claimed again. Throws when never claimed, or sent. */
  markInDoubt(key: LedgerKey, because: string): Promise<void>;
  /** Every entry of a campaign and period, sorted by recipient (code unit order). */
  list(campaign: string, period: string): Promise<LedgerEntry[]>;
}

/** A mark that contradicts what the ledger holds: a mistake of the caller, so it is loud. */
export class LedgerContradicted extends Error {
  override name = 'LedgerContradicted';
}
