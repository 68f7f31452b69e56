/** The digest of a week as files: where its readers find them, and that they say what the run says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DigestOfWeek } from '../../contracts/run/digests.js';
import { digestListKey, digestPageKey, digestPdfKey } from '../../contracts/run/keys.js';
import { standalone } from '../../emails/digest-lines.js';
import { digestPdf } from '../../emails/digest-pdf.js';
import { digestView } from '../../emails/digest-view.js';
import type { Attachment } from '../../emails/rows.js';
import { Outbox } from '../../infra/local/mailer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { readFonts } from '../../lambdas/send-digest/fonts.js';
import { withWeek } from '../../lambdas/send-digest/keep-digests.js';
import { changesOfWeek, sendDigest } from '../../lambdas/send-digest/send-digest.js';
import type { Message } from '../../lambdas/shared/mailer.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { formatFor } from '../../wording/format.js';
import { mailRows, policies, writeRun } from '../helpers/mail-run.js';

const PERIOD = '2026-11-15';
const format = formatFor('en-GB');
const rows = mailRows();
let folder: string;
let store: ObjectStore;
let prefix: string;
const sent: { message: Message; filesBefore: number }[] = [];

const files = () => store.list('published/digests/');
const send = async () => {
  const outbox = new Outbox(store);
  const mailer = {
    async send(message: Message) {
      sent.push({ message, filesBefore: (await files()).length });
      return outbox.send(message);
    },
  };
  return sendDigest({ store, prefix, ledger: new FileLedger(store), mailer });
};
async function textOf(pdf: Buffer): Promise<{ text: string; pages: number }> {
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return { text: text.replaceAll(/\s+/g, ' '), pages: totalPages };
}
const read = async (key: string): Promise<Buffer> => (await store.read(key))!.body;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-files-'));
  store = new FolderStore(folder);
  prefix = await writeRun(store, rows);
  await planEmails({ store })({ prefix });
  await send();
});
afterAll(() => rm(folder, { recursive: true }));

describe('the digest of a week as files', () => {
  it('lie for leadership and each region, before the first mail goes', async () => {
    const places = ['ALL', 'DE', 'FR', 'GB'];
    const keys = places.flatMap((region) => [digestPageKey(region, PERIOD), digestPdfKey(region, PERIOD), digestListKey(region)]);
    expect((await files()).map(({ key }) => key)).toEqual(keys.sort());
    expect(sent.map(({ filesBefore }) => filesBefore)).toEqual([12, 12, 12, 12]);
  });

  it('are the same bytes when the mails of the run are finished a second time', async () => {
    const before = await Promise.all((await files()).map(({ key }) => read(key)));
    await send();
    expect(await Promise.all((await files()).map(({ key }) => read(key)))).toEqual(before);
  });

  it('say on one page of text every number that the run publishes of the region in 28 days', async () => {
    const { text, pages } = await textOf(await read(digestPdfKey('GB', PERIOD)));
    expect(pages).toBe(1);
    const kpi = rows.region_kpis.find(({ region, window_days }) => region === 'GB' && window_days === 28)!;
    const growth = (kpi.orders - kpi.previous_orders) / kpi.previous_orders;
    for (const number of [
      ...[format.count(kpi.orders), format.shortAmount(kpi.gmv_minor, 'GBP'), format.count(kpi.active_sellers)],
      ...[growth, growth - kpi.orders_noise!, growth + kpi.orders_noise!].map(format.signedGrowth),
    ])
      expect(text).toContain(number);
    const metrics = rows.region_metrics.filter(
      ({ region, window_days, metric }) => region === 'GB' && window_days === 28 && metric !== 'slow_response',
    );
    for (const row of metrics) {
      expect(text).toContain(`${format.rate(row.accountable_rate)} ${format.rate(row.raw_rate)}`);
      if (row.change !== null) expect(text).toContain(format.signedPoints(row.change));
    }
    expect(text).not.toMatch(/Germany|France/);
  });

  it('is as a page what was mailed, with its pictures in it, and nothing to load', async () => {
    const { message } = sent.find(({ message }) => message.to === 'team-de@market.example')!;
    const page = (await read(digestPageKey('DE', PERIOD))).toString('utf8');
    expect(message.attachments!.map(({ cid }) => cid)).toEqual([
      ...['orders', 'gmv', 'active_sellers', 'late_dispatch', 'seller_cancellation'],
    ]);
    for (const { cid, content } of message.attachments!) {
      expect(message.html).toContain(`src="cid:${cid}"`);
      expect(page).toContain(`src="data:image/png;base64,${Buffer.from(content).toString('base64')}"`);
    }
    expect(page).not.toMatch(/cid:|<script|src="http/);
    const eml = (await store.list('mail/outbox/')).find(({ key }) => key.includes('team-de'))!.key;
    expect((await read(eml)).toString('latin1')).toMatch(/multipart\/related[\s\S]*Content-Id: <orders>/i);
  });

  it('says the weeks of the run where the picture is not shown', async () => {
    const { message } = sent.find(({ message }) => message.to === 'team-de@market.example')!;
    const weeks = rows.region_weeks.filter(({ region, number }) => region === 'DE' && number === 'orders');
    const said = `Orders, 13 weeks to 15 Nov: ${weeks.map(({ amount }) => format.count(amount)).join(', ')}.`;
    expect(message.html).toContain(`alt="${said}"`);
    expect(message.text).toContain(said);
  });

  it('holds names of any alphabet and of any length as text', async () => {
    const [name, long] = ['Łódź Żywność Ελλάδα <b>Київ</b>', 'w'.repeat(300)];
    const view = digestView({
      ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', period: PERIOD, region: 'ALL', policies, not_measured: [] },
      ...{ kpis: rows.region_kpis, metrics: rows.region_metrics, tiers: rows.tier_mix, quality: rows.run_quality },
      named: new Map([
        ['S-0001', { name, home_region: 'DE', orders: 1 }],
        ['S-0002', { name: long, home_region: 'DE', orders: 0 }],
      ]),
      changes: ['S-0001', 'S-0002'].map((seller_id) => ({
        ...{ seller_id, programme: 'eu-seller-standards', direction: 'up' as const, from: 'good', to: 'top' },
      })),
    });
    const { text, pages } = await textOf(await digestPdf(view, await readFonts(), new Date(0)));
    expect(text).toContain(`${name}: Good standing to Top seller`);
    expect(text.replaceAll(' ', '')).toContain(long);
    expect(pages).toBe(1);
  });
});

describe('a digest of several languages', () => {
  const CH = '2026-11-15.de-CH';
  let there: ObjectStore;
  const listOf = async (region: string) =>
    JSON.parse((await there.read(digestListKey(region)))!.body.toString('utf8')).digests as DigestOfWeek[];
  const mails = new Map<string, Message>();

  beforeAll(async () => {
    there = new FolderStore(await mkdtemp(join(folder, 'languages-')));
    const regional_teams = {
      DE: [{ address: 'bern@b.example', language: 'de-CH' }, { address: 'bonn@b.example', language: 'de' }, 'london@b.example'],
      GB: [
        { address: 'paris@b.example', language: 'fr_FR' },
        { address: 'new-york@b.example', language: 'en-US' },
      ],
    };
    const spoken = { ...policies, mails: { ...policies.mails, leadership: ['boss@b.example'], regional_teams } };
    const run = await writeRun(there, rows, { policies: spoken });
    await planEmails({ store: there })({ prefix: run });
    const mailer = {
      async send(message: Message) {
        mails.set(message.to, message);
        return new Outbox(there).send(message);
      },
    };
    await sendDigest({ store: there, prefix: run, ledger: new FileLedger(there), mailer });
  });

  it('is written once for each, under a name that says it, and listed so', async () => {
    const names = (await there.list('published/digests/')).map(({ key }) => key.slice('published/digests/'.length));
    const both = (name: string) => [`${name}.html`, `${name}.pdf`];
    expect(names.filter((name) => name.startsWith('DE/') && !name.endsWith('list.json'))).toEqual(
      [`DE/${CH}`, 'DE/2026-11-15.de-DE', 'DE/2026-11-15'].flatMap(both).sort(),
    );
    const week = { period: PERIOD, run_id: '2026-11-16-001', run_date: '2026-11-16' };
    expect(await listOf('DE')).toEqual([{ ...week, locales: ['en-GB', 'de-CH', 'de-DE'] }]);
    expect(await listOf('GB')).toEqual([{ ...week, locales: ['en-US', 'fr-FR'] }]);
    // Where nobody is mailed, and where all are in English.
    expect(await listOf('FR')).toEqual([week]);
    expect(await listOf('ALL')).toEqual([week]);
  });

  it('goes to each reader in its own, with the numbers of its place, and is the file that was kept', async () => {
    const subjects = ['bern', 'bonn', 'london', 'paris', 'new-york', 'boss'].map((who) => mails.get(`${who}@b.example`)!.subject);
    expect(subjects.map((subject) => subject.split(', ')[0])).toEqual([
      ...['Deutschland', 'Deutschland', 'Germany', 'Royaume-Uni', 'United Kingdom', 'All regions'],
    ]);
    expect(mails.get('bern@b.example')!.text).toContain('3.33%');
    expect(mails.get('bonn@b.example')!.text).toContain('3,33\u00a0%');
    expect(mails.get('new-york@b.example')!.text).toContain('Nov 15, 2026');
    const kept = (await there.read(digestPageKey('DE', PERIOD, 'de-CH')))!.body.toString('utf8');
    const { html, attachments = [] } = mails.get('bern@b.example')!;
    expect(kept).toBe(standalone(html, attachments as Attachment[]));
  });

  it('stays listed in the language in which it was mailed, where a second run of the week finds another one wanted', async () => {
    const spoken = {
      ...policies,
      mails: { ...policies.mails, regional_teams: { GB: [{ address: 'kate@b.example', language: 'it' }] } },
    };
    const run = await writeRun(there, rows, { policies: spoken, seq: '002' });
    await planEmails({ store: there })({ prefix: run });
    await sendDigest({ store: there, prefix: run, ledger: new FileLedger(there), mailer: new Outbox(there) });
    expect((await listOf('GB'))[0]!.locales).toEqual(['en-US', 'fr-FR', 'it-IT']);
  });
});

describe('what a digest is told', () => {
  const record = (seller_id: string, effective_on: string | null, status = 'in_effect') =>
    ({ seller_id, effective_on, status, programme: 'p', direction: 'up', tier_before: 'good', tier_after: 'top' }) as never;

  it('are the tiers that changed from Monday to Sunday and stand, and no others', () => {
    const records = [
      ...[record('monday', '2026-11-09'), record('sunday', PERIOD)],
      ...[record('sunday-before', '2026-11-08'), record('monday-after', '2026-11-16')],
      ...[record('overturned', '2026-11-10', 'overturned'), record('waits', null, 'proposed')],
    ];
    expect(changesOfWeek(records, PERIOD).map(({ seller_id }) => seller_id)).toEqual(['monday', 'sunday']);
  });

  it('stands in the list once, weeks in their order', () => {
    const week = (period: string, run_id = 'r') => ({ period, run_id, run_date: period });
    const list = { digests: [week('2026-11-22'), week('2026-11-15', 'first'), week('2026-11-08')] };
    expect(withWeek(list, week('2026-11-15', 'second')).digests.map((one) => `${one.period} ${one.run_id}`)).toEqual([
      ...['2026-11-22 r', '2026-11-15 second', '2026-11-08 r'],
    ]);
  });
});
