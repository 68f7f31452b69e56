import { digestKey, doneKey, planKey } from '../../contracts/run/keys.js';
import type { MailCounts, MailPlan, MailReport } from '../../contracts/run/mail-plan.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendDigest } from '../../lambdas/send-digest/send-digest.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { readJson } from '../../lambdas/shared/object-store.js';
import type { SendLedger } from '../../lambdas/shared/send-ledger.js';
import { linkKeysOfStore } from '../shared/link-keys.js';
import { Outbox } from './mailer.js';
import { FolderStore } from './object-store.js';
import { FileLedger } from './send-ledger.js';

/** What to do about mails of which nobody knows whether they went out: nothing, take them as sent, or send them. */
export type Doubts = 'leave' | 'sent' | 'send';

/** Goes on with the mails of a published run where they stopped. What the ledger says was sent is not sent again. */
export async function finishMails(folder: string, prefix: string, doubts: Doubts = 'leave'): Promise<MailCounts> {
  const store = new FolderStore(folder);
  const ledger = new FileLedger(store);
  const given = { store, ledger, mailer: new Outbox(store), prefix, linkKeys: () => linkKeysOfStore(store) };
  if (doubts !== 'leave') await decide(store, ledger, prefix, doubts);
  const { shards, digest } = await planEmails({ store, prefix });
  const total: MailCounts = { sent: 0, already_sent: 0, not_sent: 0, in_doubt: 0 };
  const add = (counts: MailCounts): void => {
    for (const [name, value] of Object.entries(counts))
      total[name as keyof MailCounts] = (total[name as keyof MailCounts] ?? 0) + value;
  };
  for (const shard of shards) add(await sendEmails({ ...given, shard }));
  if (digest) add(await sendDigest(given));
  return total;
}

async function decide(store: FolderStore, ledger: SendLedger, prefix: string, doubts: 'sent' | 'send'): Promise<void> {
  const plan = await readJson<MailPlan>(store, planKey(prefix));
  for (const key of [...(plan?.shards ?? []), digestKey(prefix)]) {
    const report = await readJson<MailReport>(store, doneKey(key));
    for (const mail of report?.open ?? []) {
      if (mail.outcome !== 'in_doubt') continue;
      if (doubts === 'sent') await ledger.markSent(mail, 'decided-by-hand');
      else await ledger.markFailed(mail, 'surely not sent: decided by hand');
    }
  }
}
