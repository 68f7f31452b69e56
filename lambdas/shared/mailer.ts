import type { LedgerKey } from './send-ledger.js';

/** One mail, fully rendered. */
export interface Message {
  /** As in a From header, such as `Scorecards <scorecards@market.example>`. */
  from: string;
  /** One address. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Files that it brings, and with a `cid` the pictures that its HTML shows. */
  attachments?: { filename: string; contentType: string; content: string | Uint8Array; cid?: string }[];
  headers: Record<string, string>;
  /** The moment the mail speaks of, ISO 8601; its Date header. Given, never read from a clock. */
  date: string;
  key: LedgerKey;
}

/**
 * What became of a message. `not_sent` is said only when the mail system surely did not take it; anything less sure is `in_doubt`.
 * `retryable`: trying the same message again a little later may work (throttled, unreachable).
 */
export type Delivery =
  | { kind: 'sent'; messageId: string }
  | { kind: 'not_sent'; because: string; retryable: boolean }
  | { kind: 'in_doubt'; because: string };

/** SES on AWS, an outbox of .eml files on a laptop (infra/local/mailer.ts). Never throws for what happens to a message. */
export interface Mailer {
  send(message: Message): Promise<Delivery>;
  /** How much may still be sent; absent where nothing bounds it. */
  capacity?(): Promise<Capacity>;
}

export interface Capacity {
  /** Mails that may be sent within the rolling 24 hours that end now. */
  left: number | 'unlimited';
  /** Mails a second that one of those who send at the same time may send, on average. */
  perSecond: number;
}
