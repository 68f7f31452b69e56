/** What the mails of a run said, as the readers of each region find it beside the run. */
import { describe, expect, it } from 'vitest';
import { mailsPlannedKey, mailsSaidKey, planKey, publishedLogKey, STORE } from '../../contracts/run/keys.js';
import { type MailPlannedRow, type MailSaidRow, mailsPlanned, mailsSaid } from '../../contracts/run/mails-said.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { asking, changePreferences } from '../../lambdas/shared/mail-preferences.js';
import type { Mailer, Message } from '../../lambdas/shared/mailer.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import { readParquet } from '../../lambdas/shared/read-parquet.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, type RunRows, writeRun } from '../helpers/mail-run.js';

const WEDNESDAY = '2026-11-18';
const ID = `${WEDNESDAY}-001`;

/** The run of the helper, in which sellers read different languages. */
function rowsInLanguages(): RunRows {
  const rows = mailRows();
  const locales: Record<string, string> = { 'S-0001': 'de-DE', 'S-0003': 'fr-FR' };
  return { ...rows, sellers: rows.sellers.map((one) => ({ ...one, locale: locales[one.seller_id] ?? null })) };
}

class KeepingMailer implements Mailer {
  readonly mails: Message[] = [];
  async send(message: Message) {
    this.mails.push(message);
    return { kind: 'sent', messageId: message.key.recipient } as const;
  }
}

async function published(
  store: ObjectStore,
  { run_date = WEDNESDAY, seq = '001', rows = rowsInLanguages() } = {},
): Promise<string> {
  const prefix = await writeRun(store, rows, { run_date, seq });
  await store.write(publishedLogKey(run_date, seq), toJson({}));
  return prefix;
}

/** Plans and sends the mails of a run. `store`: what both work with. */
async function mailed(store: ObjectStore, prefix: string, mailer: Mailer): Promise<void> {
  const { shards } = await planEmails({ store, prefix });
  const given = { store, prefix, ledger: new FileLedger(store), mailer, pause: async () => {} };
  for (const shard of shards) await sendEmails({ ...given, shard });
}

const planned = async (store: ObjectStore, place: string, id = ID): Promise<MailPlannedRow[]> =>
  (await readParquet(store, mailsPlannedKey(id, place))).map((row) => mailsPlanned.row.parse(row));
const said = async (store: ObjectStore, place: string, id = ID): Promise<MailSaidRow[]> =>
  (await readParquet(store, mailsSaidKey(id, place, 'shard-0001.parquet'))).map((row) => mailsSaid.row.parse(row));

/** Every file that readers find of what mails said, by key, as text. */
async function files(store: ObjectStore): Promise<Record<string, string>> {
  const keys = (await store.list(STORE.published)).map(({ key }) => key).filter((key) => key.includes('/mails_said/'));
  const read = keys.map(async (key) => [key, (await store.read(key))!.body.toString('base64')] as const);
  return Object.fromEntries(await Promise.all(read));
}

describe('what mails said', () => {
  it('tells of every seller with a scorecard, in its home region alone, which mail is planned or why none is', async () => {
    const store = await freshStore();
    await planEmails({ store, prefix: await published(store) });
    const told = (rows: MailPlannedRow[]) =>
      rows.map(({ seller_id, campaign, not_mailed, said_in }) => [seller_id, campaign ?? not_mailed, said_in]);
    expect(told(await planned(store, 'DE'))).toEqual([
      ['S-0001', 'scorecard-change', 'shard-0001.parquet'],
      ['S-0004', 'scorecard', 'shard-0001.parquet'],
      ['S-0005', 'wants_none', null],
      ['S-0006', 'closed', null],
      ['S-0007', 'no_address', null],
      ['S-0008', 'address_unreadable', null],
      ['S-0009', 'nothing_changed', null],
      ['S-0010', 'nothing_changed', null],
    ]);
    expect(told(await planned(store, 'GB'))).toEqual([['S-0002', 'scorecard-change', 'shard-0001.parquet']]);
    expect(told(await planned(store, 'FR'))).toEqual([['S-0003', 'scorecard', 'shard-0001.parquet']]);
    expect(told(await planned(store, 'ALL'))).toEqual([['S-0099', 'not_described', null]]);
    expect(Object.keys(await files(store))).toHaveLength(4);
  });

  it('has the subject and the first sentences of each mail as it went out, in its language, one after the other', async () => {
    const store = await freshStore();
    const mailer = new KeepingMailer();
    await mailed(store, await published(store), mailer);
    const rows = (await Promise.all(['DE', 'GB', 'FR'].map((place) => said(store, place)))).flat();
    expect(rows.map(({ seller_id, locale, outcome, day }) => [seller_id, locale, outcome, day])).toEqual([
      ['S-0001', 'de-DE', 'sent', WEDNESDAY],
      ['S-0004', 'en-GB', 'sent', WEDNESDAY],
      ['S-0002', 'en-GB', 'sent', WEDNESDAY],
      ['S-0003', 'fr-FR', 'sent', WEDNESDAY],
    ]);
    for (const row of rows) {
      const mail = mailer.mails.find(({ key }) => key.recipient === row.seller_id)!;
      expect(row.subject).toBe(mail.subject);
      expect(row.campaign).toBe(mail.key.campaign);
      const lines = row.said!.split('\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(4);
      const text = mail.text.split('\n');
      const places = lines.map((line) => text.indexOf(line));
      expect(places, row.said!).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThanOrEqual(0);
      // Greeting, then nothing but the underlining and empty lines between them.
      const between = text.slice(places[0], places.at(-1)! + 1).filter((line) => line !== '' && !/^-+$/.test(line));
      expect(between).toEqual(lines);
    }
  });

  it('holds no address and no name of a shop, not even where a mail system names the address that it refused', async () => {
    const store = await freshStore();
    const refuses: Mailer = {
      send: async ({ to }) => ({ kind: 'not_sent', because: `550 <${to}> is unknown here`, retryable: false }),
    };
    await mailed(store, await published(store), refuses);
    const all = (await Promise.all(['DE', 'GB', 'FR'].map((place) => said(store, place)))).flat();
    expect(all.map(({ outcome }) => outcome)).toEqual(['not_sent', 'not_sent', 'not_sent', 'not_sent']);
    const rest = (await Promise.all(['ALL', 'DE', 'GB', 'FR'].map((place) => planned(store, place)))).flat();
    const text = JSON.stringify([all, rest]);
    expect(text).not.toContain('@');
    for (const { name } of mailRows().sellers) expect(text).not.toContain(name);
    expect(Object.keys(all[0]!)).toEqual(['seller_id', 'day', 'campaign', 'outcome', 'locale', 'subject', 'said']);
  });

  it('is the same, and each mail goes out once, wherever planning or sending is broken off and begun again', async () => {
    const whole = await freshStore();
    await mailed(whole, await published(whole), new KeepingMailer());
    const expected = await files(whole);
    let broken = 0;
    for (let n = 1; ; n++) {
      const store = await freshStore();
      const prefix = await published(store);
      const mailer = new KeepingMailer();
      const { at, dies } = dyingAtWrite(store, n);
      const died = await mailed(dies, prefix, mailer).then(
        () => false,
        () => true,
      );
      if (!died) break;
      broken += 1;
      await mailed(store, prefix, mailer);
      expect(await files(store), at()).toEqual(expected);
      expect(mailer.mails.map(({ key }) => key.recipient).sort(), at()).toEqual(['S-0001', 'S-0002', 'S-0003', 'S-0004']);
    }
    // A file a place, the shard, what was told and the plan; then the words of three places and the report.
    expect(broken).toBeGreaterThanOrEqual(Object.keys(expected).length + 4);
    await mailed(whole, `runs/${WEDNESDAY}/001`, new KeepingMailer());
    expect(await files(whole)).toEqual(expected);
  });

  it('keeps as sent what went out, though its seller stops all mails before the shard is seen to again', async () => {
    const store = await freshStore();
    const prefix = await published(store);
    await planEmails({ store, prefix });
    const stop = (seller: string) => changePreferences(store, seller, asking('off', 'page', '2026-11-19T06:00:00Z'));
    await stop('S-0002');
    await mailed(store, prefix, new KeepingMailer());
    expect((await said(store, 'GB')).map(({ outcome }) => outcome)).toEqual(['withheld']);
    await stop('S-0004');
    await mailed(store, prefix, new KeepingMailer());
    expect((await said(store, 'DE')).map(({ seller_id, outcome }) => [seller_id, outcome])).toEqual([
      ['S-0001', 'sent'],
      ['S-0004', 'sent'],
    ]);
    expect((await said(store, 'GB')).map(({ outcome }) => outcome)).toEqual(['withheld']);
  });

  it('leads from a run to the one whose mail was the last before, and tells a mail that an earlier run of the day had sent', async () => {
    const store = await freshStore();
    await mailed(store, await published(store), new KeepingMailer());
    await mailed(store, await published(store, { seq: '002' }), new KeepingMailer());
    const [first] = await planned(store, 'DE', `${WEDNESDAY}-002`);
    expect(first).toMatchObject({ seller_id: 'S-0001', campaign: 'scorecard-change', before_run: ID });
    expect(await said(store, 'DE', `${WEDNESDAY}-002`)).toMatchObject([{ seller_id: 'S-0001', outcome: 'sent_before' }]);
    expect(await planned(store, 'FR', `${WEDNESDAY}-002`)).toMatchObject([{ not_mailed: 'sent_this_week', before_run: ID }]);
    expect((await planned(store, 'FR')).map(({ before_run }) => before_run)).toEqual([null]);
  });

  it('is written for nobody who only looks at mails in a language of theirs', async () => {
    const store = await freshStore();
    const prefix = await published(store);
    const { shards } = await planEmails({ store, prefix });
    const given = { store, prefix, ledger: new FileLedger(store), mailer: new KeepingMailer(), locale: 'it-IT' };
    await sendEmails({ ...given, shard: shards[0]! });
    expect(Object.keys(await files(store)).filter((key) => key.includes('shard'))).toEqual([]);
    expect(await store.read(planKey(prefix))).toBeDefined();
  });
});

/** A store whose nth write of the night is its last; it is not done. why not the ledger's: what a claim leaves is told in send-emails.test.ts. */
function dyingAtWrite(store: ObjectStore, n: number): { dies: ObjectStore; at: () => string } {
  let writes = 0;
  let last = '';
  const dies = new Proxy(store, {
    get(target, name: keyof ObjectStore) {
      const found = target[name];
      if (typeof found !== 'function') return found;
      const counted = name === 'write' || name === 'create';
      return (...args: unknown[]) => {
        const key = String(args[0]);
        if (counted && !key.startsWith(STORE.sendLedger) && ++writes === n) last = key;
        if (last !== '') throw new Error(`killed at ${last}`);
        return (found as (...given: unknown[]) => unknown).apply(target, args);
      };
    },
  });
  return { dies, at: () => last };
}
