import { describe, expect, it } from 'vitest';
import { openedKey, POINTER, publishedLogKey, toldKey } from '../../contracts/run/keys.js';
import type { MailPlan, MailReport } from '../../contracts/run/mail-plan.js';
import { executionOfBackfill } from '../../contracts/run/opened.js';
import { Outbox } from '../../infra/local/mailer.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { toldBefore } from '../../lambdas/plan-emails/what-was-told.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { asking, changePreferences, preferencesKey } from '../../lambdas/shared/mail-preferences.js';
import type { Mailer } from '../../lambdas/shared/mailer.js';
import { type ObjectStore, readJson, toJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, metricRow, type RunRows, writeRun } from '../helpers/mail-run.js';

/** Rows in which no tier changed. */
const quiet = (): RunRows => ({ ...mailRows(), tier_changes: [] });

async function publish(store: ObjectStore, run_date: string, rows = quiet(), seq = '001') {
  const prefix = await writeRun(store, rows, { run_date, seq });
  await store.write(publishedLogKey(run_date, seq), toJson({}));
  return prefix;
}
const plan = async (store: ObjectStore, prefix: string) => {
  const { shards } = await planEmails({ store, prefix });
  return { shards, plan: (await readJson<MailPlan>(store, `${prefix}/mail/plan.json`))! };
};
const send = async (store: ObjectStore, prefix: string, shards: readonly string[]) => {
  const given = { store, ledger: new FileLedger(store), mailer: new Outbox(store), pause: async () => {}, prefix };
  for (const shard of shards) await sendEmails({ ...given, shard });
};
const outbox = async (store: ObjectStore): Promise<string[]> =>
  (await store.list('mail/outbox/')).map(({ key }) => /(scorecard.*-S-\d+)/.exec(key)![1]!);

describe('the mails of a week', () => {
  it('go out once to each, on their mornings, and none is lost by a night whose mails failed', async () => {
    const store = await freshStore();
    // Monday's run plans S-0004, and is killed before a mail goes out.
    await plan(store, await publish(store, '2026-11-16'));
    const wednesday = await publish(store, '2026-11-18');
    const made = await plan(store, wednesday);
    expect(made.plan).toMatchObject({ planned: 3, left_out: { nothing_changed: 3 } });
    await send(store, wednesday, made.shards);
    expect(await outbox(store)).toEqual(['scorecard-S-0001', 'scorecard-S-0003', 'scorecard-S-0004']);

    const thursday = await plan(store, await publish(store, '2026-11-19'));
    expect(thursday.plan).toMatchObject({ planned: 0, left_out: { sent_this_week: 3 } });
  });

  it('are planned for nobody of whom nothing changed since, and for whom it did', async () => {
    const store = await freshStore();
    const first = await publish(store, '2026-11-18');
    await send(store, first, (await plan(store, first)).shards);
    await plan(store, await publish(store, '2026-11-19'));
    const rows = quiet();
    rows.seller_metrics = rows.seller_metrics.map((row) =>
      row.seller_id === 'S-0004' && row.metric === 'late_delivery'
        ? metricRow('S-0004', 'late_delivery', { met: 1802, fault: 12 })
        : row,
    );
    const next = await plan(store, await publish(store, '2026-11-25', rows));
    expect(next.plan).toMatchObject({ planned: 1, left_out: { nothing_changed: 5 } });
  });

  it('are planned again where nobody knows whether one went out, so that a person hears of it until it is decided', async () => {
    const store = await freshStore();
    const first = await publish(store, '2026-11-18');
    const outbox = new Outbox(store);
    const mailer: Mailer = {
      send: (message) =>
        message.key.recipient === 'S-0003' ? Promise.reject(new Error('socket hang up')) : outbox.send(message),
    };
    const given = { store, ledger: new FileLedger(store), pause: async () => {} };
    for (const shard of (await plan(store, first)).shards) await sendEmails({ ...given, mailer, prefix: first, shard });

    // The night of that day is run again, as after a kill.
    const again = await publish(store, '2026-11-18', quiet(), '002');
    const { shards, plan: made } = await plan(store, again);
    expect(made).toMatchObject({ planned: 1, left_out: { sent_this_week: 2 } });
    expect(await sendEmails({ ...given, mailer: outbox, prefix: again, shard: shards[0]! })).toMatchObject({
      sent: 0,
      in_doubt: 1,
    });
  });

  it('say what changed since the mail that went out, not since one in whose place an earlier run of the day had sent its own', async () => {
    const store = await freshStore();
    const dropped = mailRows();
    const first = await publish(store, '2026-11-16', dropped);
    await send(store, first, (await plan(store, first)).shards);
    const [sent] = await outbox(store);
    // The night of that day is run again with corrected numbers; the drop is planned again, and its mail is there already.
    const corrected = { ...dropped, seller_metrics: dropped.seller_metrics.map((row) => ({ ...row, met: (row.met ?? 0) + 1 })) };
    const again = await publish(store, '2026-11-16', corrected, '002');
    const { shards } = await plan(store, again);
    await send(store, again, shards);
    const report = await readJson<MailReport>(store, shards[0]!.replace('.json', '.done.json'));
    const seller = /S-\d+/.exec(sent!)![0];
    expect(report!.sent_by_another).toContain(seller);
    expect((await toldBefore(store, 'runs/2026-11-23/001')).get(seller)).toMatchObject({ run: first });
  });

  it('last week’s plan, sent again by mistake, sends nothing', async () => {
    const store = await freshStore();
    const prefix = await publish(store, '2026-11-18');
    const { shards } = await plan(store, prefix);
    await send(store, prefix, shards);
    const before = await outbox(store);
    await publish(store, '2026-11-25');
    await store.delete(`${prefix}/mail/plan.json`);
    const again = await plan(store, prefix);
    await send(store, prefix, again.shards);
    expect(await outbox(store)).toEqual(before);
  });

  it('are planned, at worst too many, where what was told is damaged', async () => {
    const store = await freshStore();
    const first = await publish(store, '2026-11-18');
    await send(store, first, (await plan(store, first)).shards);
    await store.write(toldKey(first), '{');
    expect((await plan(store, await publish(store, '2026-11-19'))).plan.left_out).toMatchObject({ sent_this_week: 3 });
    await store.write(`${first}/mail/plan.json`, '{');
    await store.write(`runs/2026-11-19/001/mail/plan.json`, '{');
    expect((await plan(store, await publish(store, '2026-11-20'))).plan.planned).toBe(3);
  });
});

describe('bad news', () => {
  it('is not told by a backfill, nor once readers see a later day', async () => {
    const store = await freshStore();
    const filled = await publish(store, '2026-11-16', mailRows());
    await store.write(
      openedKey(filled),
      toJson({ run_id: 'r', run_date: '2026-11-16', prefix: filled, execution: executionOfBackfill('1') }),
    );
    expect((await plan(store, filled)).plan.left_out).toMatchObject({ not_final: 2 });
    const late = await publish(store, '2026-11-16', mailRows(), '002');
    await store.write(
      POINTER,
      toJson({ run_id: 'r', run_date: '2026-11-17', prefix: 'runs/2026-11-17/001', policy_versions: {} }),
    );
    expect((await plan(store, late)).plan.left_out).toMatchObject({ not_final: 2 });
  });
});

describe('a seller who stops mails after the plan was made', () => {
  const night = async () => {
    const store = await freshStore();
    const prefix = await publish(store, '2026-11-18');
    return { store, prefix, ...(await plan(store, prefix)) };
  };

  it('gets none: what was planned is withheld, said so, and claimed by nobody', async () => {
    const { store, prefix, shards } = await night();
    await changePreferences(store, 'S-0003', asking('off', 'one_click', '2026-11-18T23:00:00Z'));
    await send(store, prefix, shards);
    expect(await outbox(store)).toEqual(['scorecard-S-0001', 'scorecard-S-0004']);
    expect(await readJson<MailReport>(store, shards[0]!.replace('.json', '.done.json'))).toMatchObject({
      ...{ sent: 2, withheld: 1, withheld_from: ['S-0003'], open: [] },
    });
    expect((await new FileLedger(store).list('scorecard', '2026-W47')).map(({ recipient }) => recipient)).toEqual([
      'S-0001',
      'S-0004',
    ]);
    const { plan: next } = await plan(store, await publish(store, '2026-11-19'));
    expect(next.left_out).toMatchObject({ wants_none: 2, sent_this_week: 2 });
  });

  it('gets none where what the seller asked for cannot be read: nobody is written to on a guess', async () => {
    const { store, prefix, shards } = await night();
    await store.write(preferencesKey('S-0003'), '{');
    await send(store, prefix, shards);
    expect((await readJson<MailReport>(store, shards[0]!.replace('.json', '.done.json')))!.open).toMatchObject([
      { recipient: 'S-0003', outcome: 'not_sent', because: expect.stringContaining('could not be read') },
    ]);
  });
});
