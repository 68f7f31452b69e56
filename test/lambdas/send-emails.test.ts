import { describe, expect, it } from 'vitest';
import type { MailReport } from '../../contracts/run/mail-plan.js';
import { Outbox } from '../../infra/local/mailer.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { sendEmails } from '../../lambdas/send-emails/handler.js';
import type { Delivery, Mailer, Message } from '../../lambdas/shared/mailer.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const NO_PAUSE = async () => {};

/** A mailer that remembers what it was given and answers as told: by recipient, then by try. */
class ToldMailer implements Mailer {
  readonly taken: string[] = [];
  constructor(private readonly answers: Record<string, (Delivery | 'crash' | 'throw')[]> = {}) {}

  async send(message: Message): Promise<Delivery> {
    const { recipient } = message.key;
    this.taken.push(recipient);
    const answer = this.answers[recipient]?.shift() ?? { kind: 'sent', messageId: `id-${recipient}` };
    if (answer === 'throw') throw new Error('socket hang up');
    if (answer === 'crash') return new Promise(() => {});
    return answer;
  }
}

/** By now three of the four sellers have had the morning of their weekly mail, and the fourth asked for changes. */
const WEDNESDAY = '2026-11-18';
const weekly = () => {
  const rows = mailRows();
  return { ...rows, tier_changes: rows.tier_changes.filter((row) => row.seller_id !== 'S-0001') };
};

const night = async (run: { seq?: string; store?: ObjectStore } = {}) => {
  const store = run.store ?? (await freshStore());
  const prefix = await writeRun(store, weekly(), { run_date: WEDNESDAY, ...(run.seq ? { seq: run.seq } : {}) });
  const { shards } = (await planEmails({ store })({ prefix })) as { shards: string[] };
  const send = (mailer: Mailer) =>
    sendEmails({ store, ledger: new FileLedger(store), mailer, pause: NO_PAUSE })({ prefix, shard: shards[0] });
  const report = () => readJson<MailReport>(store, shards[0]!.replace('.json', '.done.json'));
  return { store, prefix, send, report };
};

const outbox = async (store: ObjectStore) => (await store.list('mail/outbox/')).map((object) => object.key);

describe('sending a shard of scorecard mails', () => {
  it('writes one mail per planned seller and says so', async () => {
    const { store, send, report } = await night();
    expect(await send(new Outbox(store))).toEqual({ sent: 4, already_sent: 0, not_sent: 0, in_doubt: 0 });
    expect(await outbox(store)).toEqual([
      expect.stringMatching(/^mail\/outbox\/2026-11-18\/scorecard-change-S-0002-\w+\.eml$/),
      ...['S-0001', 'S-0003', 'S-0004'].map((id) => expect.stringMatching(`^mail/outbox/2026-W47/scorecard-${id}-\\w+\\.eml$`)),
    ]);
    expect(await report()).toMatchObject({ plan_id: '2026-11-18-001', sent: 4, open: [] });
  });

  it('fills each mail from the published rows of its own seller', async () => {
    const { send } = await night();
    const seen: Message[] = [];
    await send({
      send: async (message) => {
        seen.push(message);
        return { kind: 'sent', messageId: 'x' };
      },
    });
    const first = seen.find((message) => message.key.recipient === 'S-0001')!;
    expect(first).toMatchObject({
      from: 'Seller Scorecards <scorecards@market.example>',
      to: 's-0001@sellers.example',
      subject: 'Your scorecard: At risk – late dispatch 5.33% (4% allowed)',
      date: '2026-11-18T23:59:59Z',
    });
    expect(first.headers['List-Unsubscribe']).toBe(
      '<mailto:scorecards@market.example?subject=Stop%20scorecard%20mails%20for%20S-0001>',
    );
    expect(first.text).toContain('ship by 3 Nov 2026 17:00, first scan 5 Nov 2026 09:12');
    expect(first.text).not.toMatch(/GB-40012|FR-20001|Harbour/);
    expect(seen.find((message) => message.key.recipient === 'S-0002')!.subject).toContain('Top seller → Good standing');
  });

  it('sends nothing twice when the state is retried, and nothing when the same night runs again', async () => {
    const { store, send } = await night();
    await send(new Outbox(store));
    const mailer = new ToldMailer();
    expect(await send(mailer)).toEqual({ sent: 0, already_sent: 4, not_sent: 0, in_doubt: 0 });
    const again = await night({ store, seq: '002' });
    expect(await again.send(mailer)).toEqual({ sent: 0, already_sent: 4, not_sent: 0, in_doubt: 0 });
    expect(mailer.taken).toEqual([]);
  });

  it('writes the same bytes when the same night is mailed into two outboxes', async () => {
    const bodies = async () => {
      const { store, send } = await night();
      await send(new Outbox(store));
      return Promise.all((await outbox(store)).map(async (key) => (await store.read(key))!.body.toString('base64')));
    };
    expect(await bodies()).toEqual(await bodies());
  });

  it('reports a mail whose sender died between claiming and marking, and does not send it again', async () => {
    const { store, send, report } = await night();
    const died = new ToldMailer({ 'S-0003': ['crash'] });
    void send(died);
    const ledger = new FileLedger(store);
    await expect
      .poll(async () => (await ledger.list('scorecard', '2026-W47')).map((entry) => entry.state), { timeout: 10_000 })
      .toEqual(['sent', 'claimed', 'sent']);
    const mailer = new ToldMailer();
    expect(await send(mailer)).toMatchObject({ already_sent: 3, in_doubt: 1, sent: 0 });
    expect(mailer.taken).toEqual([]);
    expect((await report())!.open).toEqual([
      expect.objectContaining({ recipient: 'S-0003', outcome: 'in_doubt', because: expect.stringContaining('2026-11-18-001') }),
    ]);
  });

  it('keeps a doubtful answer as doubt, and a mailer that breaks as doubt too', async () => {
    const { store, send, report } = await night();
    const first = new ToldMailer({ 'S-0001': [{ kind: 'in_doubt', because: 'no answer in 30 s' }], 'S-0003': ['throw'] });
    expect(await send(first)).toEqual({ sent: 2, already_sent: 0, not_sent: 0, in_doubt: 2 });
    expect((await report())!.open.map((one) => [one.recipient, one.because])).toEqual([
      ['S-0001', 'no answer in 30 s'],
      ['S-0003', 'socket hang up'],
    ]);
    expect(await send(new Outbox(store))).toEqual({ sent: 0, already_sent: 2, not_sent: 0, in_doubt: 2 });
    expect(await outbox(store)).toEqual([]);
  });

  it('tries again what was surely not sent for a passing reason, and gives up after three tries', async () => {
    const throttled: Delivery = { kind: 'not_sent', because: 'throttled', retryable: true };
    const { send, report } = await night();
    const mailer = new ToldMailer({ 'S-0001': [throttled, throttled], 'S-0003': [throttled, throttled, throttled, throttled] });
    expect(await send(mailer)).toEqual({ sent: 3, already_sent: 0, not_sent: 1, in_doubt: 0 });
    expect(mailer.taken.filter((one) => one === 'S-0001')).toHaveLength(3);
    expect(mailer.taken.filter((one) => one === 'S-0003')).toHaveLength(3);
    expect((await report())!.open).toMatchObject([{ recipient: 'S-0003', outcome: 'not_sent', because: 'throttled' }]);
    expect(await send(new ToldMailer())).toMatchObject({ already_sent: 3, sent: 1 });
  });

  it('does not try again at once what was refused for good', async () => {
    const { send } = await night();
    const mailer = new ToldMailer({ 'S-0001': [{ kind: 'not_sent', because: 'address refused', retryable: false }] });
    expect(await send(mailer)).toMatchObject({ sent: 3, not_sent: 1 });
    expect(mailer.taken.filter((one) => one === 'S-0001')).toHaveLength(1);
  });

  it('lets exactly one of two senders of the same shard send each mail', async () => {
    const { send } = await night();
    const mailer = new ToldMailer();
    await Promise.all([send(mailer), send(mailer)]);
    expect([...mailer.taken].sort()).toEqual(['S-0001', 'S-0002', 'S-0003', 'S-0004']);
  });

  it('sends the other mails when one cannot be written, and claims nothing for that one', async () => {
    const store = await freshStore();
    const rows = weekly();
    rows.seller_metrics = rows.seller_metrics.filter((row) => row.seller_id !== 'S-0003');
    rows.scorecards = rows.scorecards.map((row) =>
      row.seller_id === 'S-0003' ? { ...row, programme: 'no-such-programme' } : row,
    );
    const prefix = await writeRun(store, rows, { run_date: WEDNESDAY });
    const { shards } = (await planEmails({ store })({ prefix })) as { shards: string[] };
    const ledger = new FileLedger(store);
    const counts = await sendEmails({ store, ledger, mailer: new Outbox(store), pause: NO_PAUSE })({ prefix, shard: shards[0] });
    expect(counts).toEqual({ sent: 3, already_sent: 0, not_sent: 1, in_doubt: 0 });
    expect((await ledger.list('scorecard', '2026-W47')).map((entry) => entry.recipient)).toEqual(['S-0001', 'S-0004']);
  });
});
