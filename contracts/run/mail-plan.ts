import type { NotMailed } from './mail-preferences.js';

/** Which mail of a seller. */
export const CAMPAIGNS = ['scorecard', 'scorecard-daily', 'scorecard-monthly', 'scorecard-change', 'scorecard-notice'] as const;
export type Campaign = (typeof CAMPAIGNS)[number];

/** One mail to one seller; its address is looked up in the run when it is sent. */
export interface PlannedMail {
  campaign: Campaign;
  /** The ledger's period: an ISO week for `scorecard`, a month for `scorecard-monthly`, the run date for the others. */
  period: string;
  seller_id: string;
  programmes: string[];
  /** Stands for the numbers that the mail shows. Absent in plans of older versions. */
  card?: string;
  /** Prefix of the run that the seller's last mail was of; absent where there was none. */
  since?: string;
}

export interface MailShard {
  plan_id: string;
  /** Of the sellers of whole buckets, or of one bucket in part; sorted by seller_id (code unit order). */
  mails: PlannedMail[];
}

export interface DigestReader {
  address: string;
  /** A region code, or ALL. */
  region: string;
  /** As the policies say it; absent: English. */
  language?: string;
}

/** The frozen plan of a run's mails: written once by plan-emails, followed by send-emails and send-digest. Keys and ids, no rows. */
export interface MailPlan {
  plan_id: string;
  run_date: string;
  shards: string[];
  planned: number;
  /** Sellers with a scorecard who are not written to tonight, by reason. */
  left_out: Partial<Record<NotMailed, number>>;
  /** Ids of sellers whose address no mail system would take; the first thousand. Absent in plans of older versions. */
  unreadable?: string[];
  /** Empty on days without a digest. */
  digest: { period: string; readers: DigestReader[] };
}

/** What became of a batch of mails. `already_sent`: under an earlier run or attempt; counted, not sent again. */
export interface MailCounts {
  sent: number;
  already_sent: number;
  not_sent: number;
  in_doubt: number;
  /** To sellers who asked for none, or whose address failed, after the plan was made; absent where there were none. */
  withheld?: number;
}

/** Beside each shard and digest: the counts, and who did not get a mail for sure. */
export interface MailReport extends MailCounts {
  plan_id: string;
  /** Ledger keys with the reason, for `not_sent` and `in_doubt`. */
  open: { campaign: string; period: string; recipient: string; outcome: 'not_sent' | 'in_doubt'; because: string }[];
  /** Whom an earlier run of the day had written to: they did not get the mail of this one. Absent where there were none. */
  sent_by_another?: string[];
  /** Whose mails were withheld. */
  withheld_from?: string[];
}
