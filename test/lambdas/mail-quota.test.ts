import { expect, it } from 'vitest';
import { planKey } from '../../contracts/run/keys.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

/** The run's plan has 3 mails to sellers and, as it is a Monday, one digest per reader. */
async function plannedUnder(
  left: number | 'unlimited',
  sentBefore: { campaign: string; period: string; recipient: string }[] = [],
) {
  const store = await freshStore();
  const prefix = await writeRun(store, mailRows(), {});
  const ledger = new FileLedger(store);
  for (const key of sentBefore) {
    await ledger.claim(key, 'an earlier run');
    await ledger.markSent(key, '<id@market.example>');
  }
  const answer = planEmails({ store, ledger, mailer: { capacity: async () => ({ left, perSecond: 3.5 }) } })({ prefix });
  return { answer, plan: async () => (await store.read(planKey(prefix)))?.body.toString() };
}

const needed = async (): Promise<number> => {
  const { answer, plan } = await plannedUnder('unlimited');
  await answer;
  const { planned, digest } = JSON.parse((await plan())!);
  expect(planned).toBe(3);
  return planned + digest.readers.length;
};

it('a plan that the account may just send is frozen', async () => {
  const { answer, plan } = await plannedUnder(await needed());
  expect(await answer).toMatchObject({ planned: 3 });
  expect(await plan()).toBeDefined();
});

it('a plan one mail larger than the account may send is refused, with both numbers, and nothing is frozen', async () => {
  const n = await needed();
  const { answer, plan } = await plannedUnder(n - 1);
  await expect(answer).rejects.toMatchObject({ name: 'MailQuotaTooSmall' });
  await expect(answer).rejects.toThrow(`${n} mails are to go out and the account may send ${n - 1} more`);
  expect(await plan()).toBeUndefined();
});

it('what went out under an earlier run of the same period needs no room a second time', async () => {
  const n = await needed();
  const once = { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0004' };
  const { answer } = await plannedUnder(n - 1, [once]);
  expect(await answer).toMatchObject({ planned: 3 });
  const { answer: another } = await plannedUnder(n - 1, [{ ...once, period: '2026-W46' }]);
  await expect(another).rejects.toThrow('mails are to go out');
});
