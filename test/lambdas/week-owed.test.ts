import { describe, expect, it } from 'vitest';
import { digestKey, doneKey, openedKey, planKey, publishedLogKey, runIdOf, runPrefix } from '../../contracts/run/keys.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { digestIsOwed } from '../../lambdas/plan-emails/week-owed.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const [SUNDAY, MONDAY, TUESDAY] = ['2026-11-15', '2026-11-16', '2026-11-17'] as const;
interface Night {
  day: string;
  failed?: boolean;
  mails?: boolean;
}

async function storeAfter(...nights: Night[]) {
  const store = await freshStore();
  for (const { day: run_date, failed, mails = true } of nights) {
    const prefix = runPrefix(run_date, '001');
    const run_id = runIdOf(prefix);
    await store.write(openedKey(prefix), toJson({ run_id, run_date, prefix, execution: run_date, mails }));
    if (!failed) await store.write(publishedLogKey(run_date, '001'), toJson({}));
  }
  return store;
}
const digest = async (day: string, ...nights: Night[]) => digestIsOwed(await storeAfter(...nights), day);

describe('the digest of a week', () => {
  it('goes out with Sunday’s night, which ends on the morning of Monday, and with no later one', async () => {
    expect(await digest(SUNDAY)).toBe(true);
    expect(await digest(SUNDAY, { day: '2026-11-14' })).toBe(true);
    expect(await digest(TUESDAY, { day: SUNDAY, failed: true }, { day: MONDAY })).toBe(false);
    expect(await digest('2026-11-21', { day: '2026-11-20' })).toBe(false);
  });

  it('goes out with the next night that succeeds when Sunday’s failed or never came', async () => {
    expect(await digest(MONDAY, { day: SUNDAY, failed: true })).toBe(true);
    expect(await digest(MONDAY, { day: '2026-11-14' })).toBe(true);
    expect(await digest(MONDAY)).toBe(true);
    expect(await digest(TUESDAY, { day: '2026-11-14' })).toBe(true);
    expect(await digest(TUESDAY)).toBe(false);
  });

  it('is not written where Sunday’s night was to mail nobody', async () => {
    expect(await digest(MONDAY, { day: SUNDAY, failed: true, mails: false })).toBe(false);
  });

  it('goes out although what is known of that Sunday is damaged', async () => {
    const store = await storeAfter({ day: SUNDAY, failed: true, mails: false });
    await store.write(openedKey(runPrefix(SUNDAY, '001')), '{');
    expect(await digestIsOwed(store, TUESDAY)).toBe(true);
  });

  it('goes out once: not again the day after, and not with a night before', async () => {
    expect(await digest(TUESDAY, { day: SUNDAY, failed: true }, { day: MONDAY })).toBe(false);
    expect(await digest(TUESDAY, { day: SUNDAY, failed: true }, { day: MONDAY, mails: false })).toBe(true);
  });

  it('goes out with the next night when Sunday was published and its mails were broken off, and not once all are seen to', async () => {
    const store = await storeAfter({ day: SUNDAY });
    const prefix = await writeRun(store, mailRows(), { run_date: SUNDAY });
    expect(await digestIsOwed(store, TUESDAY)).toBe(true);
    const { shards } = await planEmails({ store })({ prefix });
    for (const key of [...shards, digestKey(prefix)]) {
      expect(await digestIsOwed(store, TUESDAY), key).toBe(true);
      await store.write(doneKey(key), toJson({ plan_id: 'p', sent: 1, already_sent: 0, not_sent: 0, in_doubt: 0, open: [] }));
    }
    expect(await digestIsOwed(store, TUESDAY)).toBe(false);
    await store.write(planKey(prefix), '{');
    expect(await digestIsOwed(store, TUESDAY)).toBe(true);
    await store.write(openedKey(runPrefix(MONDAY, '001')), toJson({ mails: true }));
    await store.write(publishedLogKey(MONDAY, '001'), toJson({}));
    expect(await digestIsOwed(store, TUESDAY)).toBe(false);
  });

  it('is written on a Tuesday as of its week', async () => {
    const store = await storeAfter({ day: SUNDAY, failed: true }, { day: MONDAY, failed: true });
    const prefix = await writeRun(store, mailRows(), { run_date: TUESDAY });
    expect(await planEmails({ store })({ prefix })).toMatchObject({ digest: true });
    const plan = JSON.parse((await store.read(`${prefix}/mail/plan.json`))!.body.toString());
    expect(plan.digest.period).toBe(SUNDAY);
  });
});
