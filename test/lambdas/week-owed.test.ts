import { describe, expect, it } from 'vitest';
import { digestKey, doneKey, openedKey, planKey, publishedLogKey, runIdOf, runPrefix } from '../../contracts/run/keys.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { digestIsOwed, weekIsOwed } from '../../lambdas/plan-emails/week-owed.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const [SUNDAY, MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18'] as const;
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
const owed = async (day: string, ...nights: Night[]) => weekIsOwed(await storeAfter(...nights), day);

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
});

describe('the mails of a week', () => {
  it('go out on Monday, whatever happened before', async () => {
    expect(await owed(MONDAY)).toBe(true);
    expect(await owed(MONDAY, { day: SUNDAY }, { day: MONDAY })).toBe(true);
  });

  it('go out on no other day once Monday is published', async () => {
    expect(await owed(TUESDAY, { day: SUNDAY }, { day: MONDAY })).toBe(false);
    expect(await owed(TUESDAY, { day: MONDAY, mails: false })).toBe(false);
  });

  it('go out with the next night that succeeds when Monday’s night failed or never came', async () => {
    expect(await owed(TUESDAY, { day: MONDAY, failed: true })).toBe(true);
    expect(await owed(WEDNESDAY, { day: MONDAY, failed: true }, { day: TUESDAY, failed: true })).toBe(true);
    expect(await owed(TUESDAY, { day: SUNDAY })).toBe(true);
  });

  it('go out although what is known of that Monday is damaged', async () => {
    const store = await storeAfter({ day: MONDAY, failed: true, mails: false });
    await store.write(openedKey(runPrefix(MONDAY, '001')), '{');
    expect(await weekIsOwed(store, TUESDAY)).toBe(true);
  });

  it('go out once: not again the day after, and not with a night before', async () => {
    expect(await owed(WEDNESDAY, { day: MONDAY, failed: true }, { day: TUESDAY })).toBe(false);
    expect(await owed(TUESDAY, { day: MONDAY, failed: true }, { day: WEDNESDAY })).toBe(true);
  });

  it('go out with the next night when Monday was published and its mails were broken off, and not once all are seen to', async () => {
    const store = await storeAfter({ day: MONDAY });
    const prefix = await writeRun(store, mailRows(), { run_date: MONDAY });
    expect(await weekIsOwed(store, TUESDAY)).toBe(true);
    const { shards } = await planEmails({ store })({ prefix });
    for (const key of [...shards, digestKey(prefix)]) {
      expect(await weekIsOwed(store, TUESDAY), key).toBe(true);
      await store.write(doneKey(key), toJson({ plan_id: 'p', sent: 1, already_sent: 0, not_sent: 0, in_doubt: 0, open: [] }));
    }
    expect(await weekIsOwed(store, TUESDAY)).toBe(false);
    await store.write(planKey(prefix), '{');
    expect(await weekIsOwed(store, TUESDAY)).toBe(true);
    await store.write(openedKey(runPrefix(TUESDAY, '001')), toJson({ mails: true }));
    await store.write(publishedLogKey(TUESDAY, '001'), toJson({}));
    expect(await weekIsOwed(store, WEDNESDAY)).toBe(false);
  });

  it('wait for a night that may mail', async () => {
    expect(await owed(WEDNESDAY, { day: MONDAY, failed: true }, { day: TUESDAY, mails: false })).toBe(true);
    expect(await owed(TUESDAY, { day: SUNDAY }, { day: MONDAY, failed: true, mails: false })).toBe(false);
  });

  it('are owed to nobody in a week in which nobody ran nights', async () => {
    expect(await owed(TUESDAY)).toBe(false);
    expect(await owed(TUESDAY, { day: '2026-11-14' })).toBe(false);
  });

  it('are written on that Tuesday as of its week, the digest too', async () => {
    const store = await storeAfter({ day: SUNDAY, failed: true }, { day: MONDAY, failed: true });
    const prefix = await writeRun(store, mailRows(), { run_date: TUESDAY });
    expect(await planEmails({ store })({ prefix })).toMatchObject({ planned: 4, digest: true });
    const plan = JSON.parse((await store.read(`${prefix}/mail/plan.json`))!.body.toString());
    expect(plan.digest.period).toBe(SUNDAY);
  });
});
