import type { MailPlan, PlannedMail } from '../../contracts/run/mail-plan.js';
import type { Capacity } from '../shared/mailer.js';
import type { SendLedger } from '../shared/send-ledger.js';

/** The mail system would not let all of the plan out. Nothing was planned, nobody was mailed; the run stays published. */
export class MailQuotaTooSmall extends Error {
  override name = 'MailQuotaTooSmall';
}

/**
 * Holds a plan against what the account may still send within 24 hours. Mails that went out under an earlier run of the same
 * period do not go out again and need no room.
 *
 * @throws MailQuotaTooSmall
 */
export async function mustFit(
  plan: { mails: readonly PlannedMail[]; digest: MailPlan['digest'] },
  { capacity, ledger }: { capacity: Capacity | undefined; ledger?: Pick<SendLedger, 'list'> | undefined },
): Promise<void> {
  if (!capacity || capacity.left === 'unlimited') return;
  const planned = plan.mails.length + plan.digest.readers.length;
  if (planned <= capacity.left) return;
  const sent = await sentBefore(plan.mails, plan.digest, ledger);
  if (planned - sent <= capacity.left) return;
  const count = (n: number) => n.toLocaleString('en');
  throw new MailQuotaTooSmall(
    `${count(planned - sent)} mails are to go out and the account may send ${count(capacity.left)} more within 24 hours; nobody was mailed. Raise its sending quota, or wait, then run the night again`,
  );
}

async function sentBefore(
  mails: readonly PlannedMail[],
  digest: MailPlan['digest'],
  ledger: Pick<SendLedger, 'list'> | undefined,
): Promise<number> {
  if (!ledger) return 0;
  const wanted = new Map<string, { campaign: string; period: string; recipients: Set<string> | 'any' }>();
  for (const { campaign, period, seller_id } of mails) {
    const batch = wanted.get(`${campaign} ${period}`) ?? { campaign, period, recipients: new Set<string>() };
    if (batch.recipients !== 'any') batch.recipients.add(seller_id);
    wanted.set(`${campaign} ${period}`, batch);
  }
  if (digest.readers.length > 0) wanted.set('digest', { campaign: 'digest', period: digest.period, recipients: 'any' });
  let sent = 0;
  for (const { campaign, period, recipients } of wanted.values())
    for (const entry of await ledger.list(campaign, period))
      if (entry.state === 'sent' && (recipients === 'any' || recipients.has(entry.recipient))) sent += 1;
  return sent;
}
