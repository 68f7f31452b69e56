/** What a seller's page says of mails, read from the server that serves it: the mails' own words, and why there are none. */
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailsSaidKey, manifestKey, POINTER, publishedLogKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { mailsTo } from '../../dashboard/src/data/mails-said.js';
import { openRun } from '../../dashboard/src/data/run.js';
import { MailsSaid } from '../../dashboard/src/seller/MailsSaid.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import type { Message } from '../../lambdas/shared/mailer.js';
import { type ObjectStore, readJson, toJson } from '../../lambdas/shared/object-store.js';
import { englishPages } from '../../wording/english/pages/index.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const say = englishPages.mailsSaid;
const before = { fetch: globalThis.fetch, document: (globalThis as { document?: unknown }).document };
let server: Awaited<ReturnType<typeof serveDashboard>> | undefined;
let asked: string[] = [];

beforeEach(() => {
  asked = [];
});
afterEach(async () => {
  Object.assign(globalThis, before);
  await server?.close();
  server = undefined;
});

/** A run that is what readers see; `locales` of sellers. */
async function shown(store: ObjectStore, run_date: string, locales: Record<string, string> = {}): Promise<string> {
  const rows = { ...mailRows(), tier_changes: mailRows().tier_changes.filter(({ seller_id }) => seller_id === 'S-0002') };
  const sellers = rows.sellers.map((one) => ({ ...one, locale: locales[one.seller_id] ?? null }));
  // Another number than the week before: else nothing changed, and no mail goes.
  const seller_metrics = rows.seller_metrics.map((row) => ({ ...row, excluded: Number(run_date.slice(-2)) }));
  const prefix = await writeRun(store, { ...rows, sellers, seller_metrics }, { run_date });
  await store.write(publishedLogKey(run_date, '001'), '{}');
  await store.write(POINTER, JSON.stringify({ prefix, run_id: `${run_date}-001`, run_date }));
  return prefix;
}

/** Plans and sends the mails of a run. Answers them by seller. */
async function mailed(store: ObjectStore, prefix: string): Promise<Map<string, Message>> {
  const mails = new Map<string, Message>();
  const mailer = {
    send: async (message: Message) => {
      mails.set(message.key.recipient, message);
      return { kind: 'sent', messageId: 'm' } as const;
    },
  };
  const { shards } = await planEmails({ store, prefix });
  for (const shard of shards) await sendEmails({ store, prefix, shard, ledger: new FileLedger(store), mailer });
  return mails;
}

const known = <T,>(value: T) => Object.assign(Promise.resolve(value), { status: 'fulfilled', value });

/** The part of the page, as HTML and as its lines. */
async function page(store: { root: string }, seller_id: string, home_region = 'DE') {
  server = await serveDashboard({ store: store.root, port: 0, say: () => {} });
  Object.assign(globalThis, { document: { querySelector: () => null, baseURI: server.url } });
  globalThis.fetch = (...request) => {
    asked.push(new URL(String(request[0])).pathname);
    return before.fetch(...request);
  };
  const run = await openRun();
  const card = { seller_id, home_region };
  const mails = known(await mailsTo(run, card));
  const html = renderToStaticMarkup(<MailsSaid run={{ ...run, once: () => mails as never }} card={card} />);
  const text = html
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return { html, lines: text.split('\n').filter((line) => line !== '') };
}

/** The lines of a mail's text part from its first heading to the sentence that says what to do first. */
function beginningOf({ text }: Message): string[] {
  const lines = text.split('\n').filter((line) => line !== '' && !/^-+$/.test(line));
  const first = lines.findIndex((line) => /^(What to do first|Was Sie zuerst tun sollten|À faire en premier)/.test(line));
  return lines.slice(1, first + 2);
}

describe('what the mail said', () => {
  it.each([
    ['S-0001', 'DE', 'de-AT', 'German (Austria)', 'weekly scorecard'],
    ['S-0002', 'GB', undefined, 'English (United Kingdom)', 'change of tier'],
    ['S-0003', 'FR', 'fr-FR', 'French (France)', 'weekly scorecard'],
  ])(
    'is on the page of %s word for word what went out, marked as the language it is in',
    async (seller, home, locale, language, kind) => {
      const store = await freshStore();
      const mails = await mailed(store, await shown(store, '2026-11-18', locale ? { [seller]: locale } : {}));
      const mail = mails.get(seller)!;
      const { html, lines } = await page(store, seller, home);
      const said = beginningOf(mail);
      expect(said.length).toBeGreaterThan(4);
      expect(lines).toEqual([
        say.note,
        `18 Nov 2026 · ${kind} · ${language} · sent`,
        mail.subject,
        ...said,
        say.before,
        say.noneBefore,
      ]);
      expect(html).toContain(`<blockquote lang="${locale ?? 'en-GB'}" dir="ltr">`);
      expect(asked.filter((path) => path.includes('mails_said')).every((path) => path.includes(`/${home}/`))).toBe(true);
    },
  );

  it('leads back from a night without a mail, which says why, to the mails before', async () => {
    const store = await freshStore();
    const first = (await mailed(store, await shown(store, '2026-11-11'))).get('S-0001')!;
    const second = (await mailed(store, await shown(store, '2026-11-18'))).get('S-0001')!;
    expect(await mailed(store, await shown(store, '2026-11-19'))).not.toContain('S-0001');
    const { lines } = await page(store, 'S-0001');
    expect(lines).toEqual([
      say.note,
      `19 Nov 2026 · no mail · ${say.reasons.sent_this_week}`,
      say.before,
      '18 Nov 2026 · weekly scorecard · English (United Kingdom) · sent',
      ...[second.subject, ...beginningOf(second)],
      '11 Nov 2026 · weekly scorecard · English (United Kingdom) · sent',
      ...[first.subject, ...beginningOf(first)],
    ]);
  });

  it('says of which run a mail was that is kept no more', async () => {
    const store = await freshStore();
    await mailed(store, await shown(store, '2026-11-11'));
    await mailed(store, await shown(store, '2026-11-18'));
    await store.delete(mailsSaidKey('2026-11-11-001', 'DE', 'shard-0001.parquet'));
    expect((await page(store, 'S-0001')).lines.at(-1)).toBe(say.gone('2026-11-11-001'));
  });

  it.each([
    ['S-0005', 'wants_none'],
    ['S-0007', 'no_address'],
    ['S-0008', 'address_unreadable'],
    ['S-0009', 'nothing_changed'],
  ] as const)('says of %s that no mail is sent, and why', async (seller, why) => {
    const store = await freshStore();
    await mailed(store, await shown(store, '2026-11-18'));
    expect((await page(store, seller)).lines[1]).toBe(`18 Nov 2026 · no mail · ${say.reasons[why]}`);
  });

  it('says that a mail is planned while it is not seen to', async () => {
    const store = await freshStore();
    await planEmails({ store, prefix: await shown(store, '2026-11-18') });
    expect((await page(store, 'S-0001')).lines[1]).toBe(`18 Nov 2026 · weekly scorecard · ${say.notSeenTo}`);
  });

  it('says plainly of a run of which nothing is kept, and asks for nothing else', async () => {
    const store = await freshStore();
    await shown(store, '2026-11-18');
    expect((await page(store, 'S-0001')).lines).toEqual([say.note, say.nothingKept('18 Nov 2026')]);
    expect(asked.filter((path) => path.includes('mails_said'))).toHaveLength(1);
  });

  it('says so of a run that was made without mails', async () => {
    const store = await freshStore();
    const key = manifestKey(await shown(store, '2026-11-18'));
    const manifest = await readJson<Manifest>(store, key);
    await store.write(key, toJson({ ...manifest, without_mails: true }));
    expect((await page(store, 'S-0001')).lines).toEqual([say.note, say.withoutMails('18 Nov 2026')]);
  });
});
