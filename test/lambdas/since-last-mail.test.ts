import { describe, expect, it } from 'vitest';
import { manifestKey, publishedLogKey } from '../../contracts/run/keys.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import type { Message } from '../../lambdas/shared/mailer.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import type { SendLedger } from '../../lambdas/shared/send-ledger.js';
import { freshStore } from '../helpers/fresh-store.js';
import { fault, mailRows, metricRow, policies, type RunRows, writeRun } from '../helpers/mail-run.js';

const SELLER = 'S-0001';
const LATE = [...Array(4)].map((_, n) => fault(SELLER, 'late_dispatch', `L-${n}`, `2026-11-0${n + 1}`, {}));
/** A run in which the seller has these orders, of so many that are counted. */
const rowsOf = (details: RunRows['outcome_details'], counts: { met: number }, tier = 'good'): RunRows => {
  const rows = mailRows();
  const of = (outcome: string) => details.filter((row) => row.outcome === outcome).length;
  return {
    ...rows,
    tier_changes: [],
    scorecards: rows.scorecards.map((card) => (card.seller_id === SELLER ? { ...card, tier } : card)),
    seller_metrics: [metricRow(SELLER, 'late_dispatch', { ...counts, fault: of('fault'), forgiven: of('forgiven') })],
    outcome_details: details,
  };
};
async function publish(store: ObjectStore, run_date: string, rows: RunRows, items = false): Promise<string> {
  const metrics = policies.metrics.map((m) => (m.metric === 'late_dispatch' ? { ...m, count: 'items' as const } : m));
  const prefix = await writeRun(store, rows, { run_date, ...(items ? { policies: { ...policies, metrics } } : {}) });
  await store.write(publishedLogKey(run_date, '001'), toJson({}));
  return prefix;
}
const LEDGER = { claim: async () => 'claimed', markSent: async () => undefined } as unknown as SendLedger;
/** The lines under what changed, of the mail that the seller gets after a run; undefined where none goes out. */
async function mailed(store: ObjectStore, prefix: string): Promise<string[] | undefined> {
  const sent: Message[] = [];
  const mailer = { send: async (message: Message) => ({ kind: 'sent', messageId: String(sent.push(message)) }) as const };
  for (const shard of (await planEmails({ store, prefix })).shards)
    await sendEmails({ store, ledger: LEDGER, mailer, prefix, shard });
  const mail = sent.find(({ key }) => key.recipient === SELLER);
  return mail && (/What changed since the mail of (?:.*)\n-+\n((?:\* .*\n)+)/.exec(mail.text)?.[1]?.trim().split('\n') ?? []);
}
const FIRST = '2026-11-11';
const NEXT = '2026-11-18';
/** What the mail of a week later says. */
async function since(before: RunRows, now: RunRows, items = false): Promise<string[] | undefined> {
  const store = await freshStore();
  await mailed(store, await publish(store, FIRST, before, items));
  return mailed(store, await publish(store, NEXT, now, items));
}
const [first, second, third, fourth] = LATE as [(typeof LATE)[0], (typeof LATE)[0], (typeof LATE)[0], (typeof LATE)[0]];

describe('the mail after another', () => {
  it('says since when, what came and what went, and why: by age, forgiven, corrected', async () => {
    const left = fault(SELLER, 'late_dispatch', 'OLD', '2026-10-12', {});
    const came = fault(SELLER, 'late_dispatch', 'NEW', '2026-11-10', {});
    const found = fault(SELLER, 'late_dispatch', 'FOUND', '2026-11-08', {});
    const before = rowsOf([left, first, second, third], { met: 76 });
    const now = rowsOf([came, found, { ...first, outcome: 'forgiven', reason: 'force_majeure', counts_as_met: true }, third], {
      met: 80,
    });
    expect(await since(before, now)).toEqual([
      '* Late dispatch: 5.00% (4 of 80) → 3.61% (3 of 83); 1 new at fault, 1 found since to be at fault, 1 left your numbers by age, 1 forgiven since, 1 corrected since.',
    ]);
  });

  it('says that the tier is another', async () => {
    const lines = await since(rowsOf([first], { met: 76 }), rowsOf([first, second], { met: 76 }, 'at_risk'));
    expect(lines?.[0]).toMatch(/^\* Good standing → At risk: /);
    expect(lines).toHaveLength(2);
  });

  it('counts items where the metric does', async () => {
    const many = { ...fourth, items: 3, cohort_day: '2026-11-12' };
    expect((await since(rowsOf([first], { met: 76 }), rowsOf([first, many], { met: 76 }), true))?.[0]).toContain(
      '3 new at fault',
    );
  });

  it('is not written because there would be something to say: nothing where nothing changed', async () => {
    expect(await since(rowsOf([first], { met: 76 }), rowsOf([first], { met: 76 }))).toBeUndefined();
  });

  it('goes without it where there was none, or the run of that is gone', async () => {
    const store = await freshStore();
    const before = await publish(store, FIRST, rowsOf([first], { met: 76 }));
    expect(await mailed(store, before)).toEqual([]);
    const next = await publish(store, NEXT, rowsOf([first, second], { met: 76 }));
    await planEmails({ store, prefix: next });
    await store.write(manifestKey(before), '{');
    expect(await mailed(store, next)).toEqual([]);
  });
});
