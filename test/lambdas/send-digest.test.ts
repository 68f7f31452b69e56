import { describe, expect, it } from 'vitest';
import { Outbox } from '../../infra/local/mailer.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { sendDigest } from '../../lambdas/send-digest/handler.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const monday = async (store: ObjectStore, options: Parameters<typeof writeRun>[2] = {}) => {
  const prefix = await writeRun(store, mailRows(), options);
  await planEmails({ store })({ prefix });
  return sendDigest({ store, ledger: new FileLedger(store), mailer: new Outbox(store) })({ prefix });
};
const outbox = async (store: ObjectStore) => (await store.list('mail/outbox/')).map((object) => object.key);

describe('the digest on Mondays', () => {
  it('goes to leadership for all regions, and to each reader of a regional team for its own', async () => {
    const store = await freshStore();
    expect(await monday(store)).toEqual({ sent: 4, already_sent: 0, not_sent: 0, in_doubt: 0 });
    const subjects = await Promise.all(
      (await outbox(store)).map(async (key) => {
        const eml = (await store.read(key))!.body.toString('utf8');
        return [/^To: (.*?)\r$/m.exec(eml)?.[1], /^Subject: (.*?), week/m.exec(eml)?.[1]];
      }),
    );
    expect(subjects.sort()).toEqual([
      ['leadership@market.example', 'All regions'],
      ['second-gb@market.example', 'United Kingdom'],
      ['team-de@market.example', 'Germany'],
      ['team-gb@market.example', 'United Kingdom'],
    ]);
  });

  it('goes out once a week, also when Monday’s night runs again', async () => {
    const store = await freshStore();
    await monday(store);
    expect(await monday(store, { seq: '002' })).toEqual({ sent: 0, already_sent: 4, not_sent: 0, in_doubt: 0 });
  });

  it('goes to nobody on a Tuesday', async () => {
    const store = await freshStore();
    expect(await monday(store, { run_date: '2026-11-17' })).toEqual({ sent: 0, already_sent: 0, not_sent: 0, in_doubt: 0 });
    expect(await outbox(store)).toEqual([]);
  });
});
