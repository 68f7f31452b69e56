import type { MailCounts, MailReport } from '../../contracts/run/mail-plan.js';
import type { Mailer, Message } from './mailer.js';
import type { LedgerKey, SendLedger } from './send-ledger.js';

export interface Delivering {
  ledger: SendLedger;
  mailer: Mailer;
  /** Waits before trying again what was surely not sent; given so that tests need not wait. */
  pause?: (seconds: number) => Promise<void>;
}

/** Seconds between tries of a message that was surely not sent for a passing reason, such as throttling. */
const PAUSES = [2, 10];
/** Messages under way at once: with 50 ms per message, 500 take about 6 s. After a crash at most this many are in doubt. */
const AT_ONCE = 4;

const sleep = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));

/** A mail to be rendered when its turn comes. */
export interface PendingMail {
  key: LedgerKey;
  render(): Promise<Message>;
  /** Why it must not go any more, asked just before it is claimed; undefined where nothing stands against it. */
  against?(): Promise<string | undefined>;
}

/** One call of `deliver`: what it sends with, and what it has to say so far. */
interface Delivery extends Omit<Delivering, 'pause'> {
  planId: string;
  report: MailReport;
}

/**
 * Sends mails under the ledger: render, claim, send, mark. What is claimed already is never sent: it is `already_sent`, or in doubt
 * when its sender left no outcome. One mail that cannot be rendered or is refused does not stop the others.
 */
export async function deliver(mails: PendingMail[], planId: string, parts: Delivering): Promise<MailReport> {
  const { pause = sleep } = parts;
  const report: MailReport = { plan_id: planId, sent: 0, already_sent: 0, not_sent: 0, in_doubt: 0, open: [] };
  const delivery: Delivery = { ...parts, planId, report };
  let waiting = mails;
  for (const seconds of [...PAUSES, undefined]) {
    const again: PendingMail[] = [];
    const queue = waiting.values();
    const work = async (): Promise<void> => {
      for (const mail of queue) if ((await trySend(mail, delivery, seconds !== undefined)) === 'retry') again.push(mail);
    };
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
    if (again.length === 0 || seconds === undefined) break;
    waiting = again;
    await pause(seconds);
  }
  report.open.sort((a, b) => (a.recipient < b.recipient ? -1 : a.recipient > b.recipient ? 1 : 0));
  return report;
}

async function trySend(
  mail: PendingMail,
  { ledger, mailer, planId, report }: Delivery,
  mayRetry: boolean,
): Promise<'done' | 'retry'> {
  const { key } = mail;
  const leaveOpen = (outcome: 'not_sent' | 'in_doubt', because: string): 'done' => {
    report[outcome] += 1;
    report.open.push({ ...key, outcome, because });
    return 'done';
  };
  let message: Message;
  try {
    message = await mail.render();
  } catch (error) {
    return leaveOpen('not_sent', `could not be written: ${(error as Error).message}`);
  }
  try {
    if (await mail.against?.()) {
      report.withheld = (report.withheld ?? 0) + 1;
      report.withheld_from = [...(report.withheld_from ?? []), key.recipient];
      return 'done';
    }
  } catch (error) {
    return leaveOpen('not_sent', `whether it is wanted could not be read: ${(error as Error).message}`);
  }
  const claim = await ledger.claim(key, planId);
  if (claim !== 'claimed') {
    if (claim.already !== 'sent') {
      const { because, plan_id } = claim.entry;
      return leaveOpen('in_doubt', because ?? `claimed under ${plan_id} without an outcome; see the mail log`);
    }
    report.already_sent += 1;
    if (claim.entry.plan_id !== planId) report.sent_by_another = [...(report.sent_by_another ?? []), key.recipient];
    return 'done';
  }
  const sent = await mailer.send(message).catch((error: Error) => ({ kind: 'in_doubt', because: error.message }) as const);
  if (sent.kind === 'sent') {
    await ledger.markSent(key, sent.messageId);
    report.sent += 1;
    return 'done';
  }
  if (sent.kind === 'in_doubt') {
    await ledger.markInDoubt(key, sent.because);
    return leaveOpen('in_doubt', sent.because);
  }
  await ledger.markFailed(key, sent.because);
  return sent.retryable && mayRetry ? 'retry' : leaveOpen('not_sent', sent.because);
}

export const countsOf = ({ sent, already_sent, not_sent, in_doubt, withheld }: MailReport): MailCounts => ({
  ...{ sent, already_sent, not_sent, in_doubt },
  ...(withheld ? { withheld } : {}),
});
