import type { MailReport } from '../../contracts/run/mail-plan.js';
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
}

/**
 * Sends mails under the ledger: render, claim, send, mark. What is claimed already is never sent: it is `already_sent`, or in doubt
 * when its sender left no outcome. One mail that cannot be rendered or is refused does not stop the others.
 */
export async function deliver(mails: PendingMail[], planId: string, parts: Delivering): Promise<MailReport> {
  const { ledger, mailer, pause = sleep } = parts;
  const report: MailReport = { plan_id: planId, sent: 0, already_sent: 0, not_sent: 0, in_doubt: 0, open: [] };
  const leaveOpen = (key: LedgerKey, outcome: 'not_sent' | 'in_doubt', because: string): void => {
    report[outcome] += 1;
    report.open.push({ ...key, outcome, because });
  };

  async function trySend(mail: PendingMail, mayRetry: boolean): Promise<'done' | 'retry'> {
    const { key } = mail;
    let message: Message;
    try {
      message = await mail.render();
    } catch (error) {
      leaveOpen(key, 'not_sent', `could not be written: ${(error as Error).message}`);
      return 'done';
    }
    const claim = await ledger.claim(key, planId);
    if (claim !== 'claimed') {
      if (claim.already === 'sent') report.already_sent += 1;
      else
        leaveOpen(
          key,
          'in_doubt',
          claim.entry.because ?? `claimed under ${claim.entry.plan_id} without an outcome; see the mail log`,
        );
      return 'done';
    }
    const delivery = await mailer.send(message).catch((error: Error) => ({ kind: 'in_doubt', because: error.message }) as const);
    if (delivery.kind === 'sent') {
      await ledger.markSent(key, delivery.messageId);
      report.sent += 1;
      return 'done';
    }
    if (delivery.kind === 'in_doubt') {
      await ledger.markInDoubt(key, delivery.because);
      leaveOpen(key, 'in_doubt', delivery.because);
      return 'done';
    }
    await ledger.markFailed(key, delivery.because);
    if (delivery.retryable && mayRetry) return 'retry';
    leaveOpen(key, 'not_sent', delivery.because);
    return 'done';
  }

  let waiting = mails;
  for (const seconds of [...PAUSES, undefined]) {
    const again: PendingMail[] = [];
    const queue = waiting.values();
    const work = async (): Promise<void> => {
      for (const mail of queue) if ((await trySend(mail, seconds !== undefined)) === 'retry') again.push(mail);
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

export const countsOf = ({ sent, already_sent, not_sent, in_doubt }: MailReport) => ({ sent, already_sent, not_sent, in_doubt });
