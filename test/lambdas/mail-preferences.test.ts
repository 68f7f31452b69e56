import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORE } from '../../contracts/run/keys.js';
import { Outbox } from '../../infra/local/mailer.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { servePreferences } from '../../infra/local/serve-preferences.js';
import { linkKeysOfStore } from '../../infra/shared/link-keys.js';
import { mailPreferences, type PageRequest } from '../../lambdas/mail-preferences/handler.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { linkKeysOf, newLinkKeys, sellerOf, tokenFor, unsubscribeHeaders } from '../../lambdas/shared/mail-link.js';
import { asking, changePreferences, preferencesKey, readPreferences } from '../../lambdas/shared/mail-preferences.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, policies, writeRun } from '../helpers/mail-run.js';

const KEYS = { current: 'k1', keys: { k1: 'a'.repeat(43) } };
const NOW = '2026-11-18T08:00:00.000Z';
const SELLER = 'S-0001 <b>"&';
const TOKEN = tokenFor(SELLER, 'mails', KEYS);
const ONE_CLICK = 'List-Unsubscribe=One-Click';

async function page(door?: { header: string; secret: string }) {
  const store = await freshStore();
  const handler = mailPreferences({ store, keys: async () => KEYS, now: () => new Date(NOW), ...(door ? { door } : {}) });
  const ask = (method: string, more: Partial<PageRequest> = {}) =>
    handler({ requestContext: { http: { method } }, rawQueryString: `t=${TOKEN}`, ...more });
  return { store, ask, known: () => readPreferences(store, SELLER) };
}

describe('a link in a mail', () => {
  it('says whose mails it is about, and to nobody else what it does not', () => {
    expect(sellerOf(TOKEN, 'mails', KEYS)).toBe(SELLER);
    expect(sellerOf(TOKEN, 'another' as never, KEYS)).toBeUndefined();
  });

  it('is worth nothing when a letter of it is another, or it is cut, or signed with another key', () => {
    const [name, body, signature] = TOKEN.split('.') as [string, string, string];
    const other = Buffer.from(JSON.stringify(['mails', 'S-0002'])).toString('base64url');
    const wrong = [
      ...['', '.', '..', `${name}.${body}`, `${name}.${body}.`, `${TOKEN}.`, `${name}.${other}.${signature}`],
      ...[
        `constructor.${body}.${signature}`,
        `k2.${body}.${signature}`,
        TOKEN.slice(0, -1),
        `${name}.${body}.${signature.slice(2)}`,
      ],
      tokenFor(SELLER, 'mails', { current: 'k1', keys: { k1: 'b'.repeat(43) } }),
    ];
    for (const token of wrong) expect(sellerOf(token, 'mails', KEYS), token).toBeUndefined();
  });

  it('holds when a newer key signs, for as long as its own is kept', () => {
    const keys = { current: 'k2', keys: { ...KEYS.keys, k2: 'c'.repeat(43) } };
    expect(tokenFor(SELLER, 'mails', keys)).toMatch(/^k2\./);
    expect(sellerOf(TOKEN, 'mails', keys)).toBe(SELLER);
    expect(sellerOf(TOKEN, 'mails', { current: 'k2', keys: { k2: keys.keys.k2 } })).toBeUndefined();
  });

  it('is signed with keys that nobody guesses, or with none', () => {
    expect(linkKeysOf(newLinkKeys()).keys.k1).toMatch(/^[\w-]{43}$/);
    expect(linkKeysOf(newLinkKeys())).not.toEqual(linkKeysOf(newLinkKeys()));
    expect(() => linkKeysOf('{"current":"k1","k1":"short"}')).toThrow('k1 has fewer than 32 letters');
    expect(() => linkKeysOf(`{"current":"k2","k1":"${'a'.repeat(43)}"}`)).toThrow('"current" names none of them');
  });
});

describe('the page of preferences', () => {
  it('opened, also by a mail system that looks into every link, changes nothing', async () => {
    const { store, ask, known } = await page();
    for (const method of ['GET', 'HEAD', 'GET']) expect((await ask(method, { body: ONE_CLICK })).statusCode).toBe(200);
    expect(await known()).toBeUndefined();
    expect(await store.list('')).toEqual([]);
    expect((await ask('HEAD')).body).toBe('');
  });

  it('shows the id of its seller as text, a form with every choice, and nothing from elsewhere', async () => {
    const { ask } = await page();
    const { body, headers } = await ask('GET');
    expect(body).toContain('S-0001 &lt;b&gt;&quot;&amp;');
    for (const frequency of ['daily', 'weekly', 'monthly', 'changes', 'off']) expect(body).toContain(`value="${frequency}"`);
    expect(body).not.toMatch(/<script|checked/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("form-action 'self'");
  });

  it('sets what is chosen, shows it the next time, and a choice can be taken back', async () => {
    const { ask, known } = await page();
    expect((await ask('POST', { body: 'frequency=monthly' })).body).toContain('Saved.');
    expect(await known()).toEqual({ seller_id: SELLER, asked: { frequency: 'monthly', at: NOW, by: 'page' } });
    expect((await ask('GET')).body).toMatch(/Chosen on 18 Nov 2026: Once a month[^<]*/);
    expect((await ask('GET')).body).toMatch(
      /<input[^>]*checked=""[^>]*value="monthly"|<input[^>]*value="monthly"[^>]*checked=""/,
    );
    await ask('POST', { body: 'frequency=off' });
    expect((await known())?.asked?.frequency).toBe('off');
    await ask('POST', { body: 'frequency=weekly' });
    expect((await known())?.asked?.frequency).toBe('weekly');
  });

  it.each([
    ['a form', ONE_CLICK, false],
    ['a form among others', `a=b&${ONE_CLICK}`, false],
    ['a form of parts', '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n', false],
    ['what a function URL packs', Buffer.from(ONE_CLICK).toString('base64'), true],
  ])('stops the mails with one click, as %s, and a second click is the first', async (_, body, isBase64Encoded) => {
    const { store, ask, known } = await page();
    expect((await ask('POST', { body, isBase64Encoded })).statusCode).toBe(200);
    expect(await known()).toEqual({ seller_id: SELLER, asked: { frequency: 'off', at: NOW, by: 'one_click' } });
    const { etag } = (await store.read(preferencesKey(SELLER)))!;
    await ask('POST', { body, isBase64Encoded });
    expect((await store.read(preferencesKey(SELLER)))!.etag).toBe(etag);
  });

  it.each([
    ['DELETE', {}, 405],
    ['GET', { rawQueryString: '' }, 404],
    ['POST', { rawQueryString: `t=${TOKEN}x`, body: ONE_CLICK }, 404],
    ['POST', { body: '' }, 400],
    ['POST', { body: 'frequency=hourly' }, 400],
    ['POST', { body: 'List-Unsubscribe=One-Clicks' }, 400],
    ['POST', { body: `${ONE_CLICK}&${'a'.repeat(10_000)}` }, 413],
  ])('refuses %s %o with %i, and changes nothing', async (method, more, status) => {
    const { store, ask } = await page();
    expect((await ask(method, more)).statusCode).toBe(status);
    expect(await store.list('')).toEqual([]);
  });

  it('behind a door opens to who knows its secret, and to nobody else', async () => {
    const { ask, known } = await page({ header: 'x-door', secret: 'right' });
    for (const headers of [{}, { 'x-door': 'wrong' }, { 'x-door': '' }] as Record<string, string>[])
      expect((await ask('POST', { body: ONE_CLICK, headers })).statusCode).toBe(403);
    expect(await known()).toBeUndefined();
    expect((await ask('POST', { body: ONE_CLICK, headers: { 'x-door': 'right' } })).statusCode).toBe(200);
  });

  it.each([
    ['of the mail', '&l=de-AT', 'fr-FR,fr;q=0.8', 'lang="de-AT"', 'Speichern'],
    ['that the browser asks for first, where the mail says none', '', 'xx-YY, fr;q=0.5,de;q=0.3', 'lang="fr-FR"', 'Enregistrer'],
    ['that is written, where the mail says one that is not', '&l=%3Cb%3E', 'pt-BR', 'lang="pt-BR"', 'Salvar'],
    ['of nobody else: English', '', 'xx-YY', 'lang="en-GB"', 'Save'],
  ])('is in the language %s', async (_, more, accepted, lang, save) => {
    const { ask } = await page();
    const asked = { rawQueryString: `t=${TOKEN}${more}`, headers: { 'accept-language': accepted } };
    const { body } = await ask('GET', asked);
    expect(body).toContain(lang);
    expect(body).toContain(`>${save}</button>`);
    const refused = await ask('POST', { ...asked, body: 'frequency=hourly' });
    expect([refused.statusCode, refused.body.includes(lang)]).toEqual([400, true]);
  });
});

describe('what is kept of a seller', () => {
  it('loses nothing of changes made at the same time', async () => {
    const store = await freshStore();
    const bounced = { address_hash: 'x', at: NOW, because: 'General' };
    await Promise.all([
      changePreferences(store, 'S-1', asking('off', 'one_click', NOW)),
      changePreferences(store, 'S-1', (before) => ({ ...before, bounced })),
    ]);
    expect(await readPreferences(store, 'S-1')).toEqual({
      ...{ seller_id: 'S-1', bounced, asked: { frequency: 'off', at: NOW, by: 'one_click' } },
    });
  });
});

describe('on a laptop', () => {
  it('the same page answers, and its key is its owner’s alone', async () => {
    const store = await freshStore();
    const server = createServer((request, response) => {
      if (!servePreferences(request, response, store.root)) response.writeHead(418).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const link = `${at}/mail-preferences?t=${tokenFor('S-1', 'mails', await linkKeysOfStore(store))}`;
    expect((await fetch(`${at}/store/current.json`)).status).toBe(418);
    expect(await (await fetch(link)).text()).toContain('Mails about the scorecard of S-1');
    const clicked = await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect([clicked.status, (await readPreferences(store, 'S-1'))?.asked?.frequency]).toEqual([200, 'off']);
    expect((await stat(join(store.root, STORE.linkKeys))).mode & 0o077).toBe(0);
    expect((await stat(join(store.root, preferencesKey('S-1')))).mode & 0o077).toBe(0);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
});

describe('a mail', () => {
  async function mailWith(preferences_page?: string) {
    const store = await freshStore();
    const mails = { ...policies.mails, ...(preferences_page ? { preferences_page } : {}) };
    const prefix = await writeRun(store, mailRows(), { policies: { ...policies, mails } });
    const { shards } = await planEmails({ store, prefix });
    const given = { store, ledger: new FileLedger(store), mailer: new Outbox(store), linkKeys: async () => KEYS };
    await sendEmails({ ...given, prefix, shard: shards[0]! });
    const [key] = (await store.list('mail/outbox/')).filter((one) => one.key.includes('S-0001'));
    return (await store.read(key!.key))!.body.toString('latin1');
  }
  const PAGE = 'https://scorecards.market.example/mail-preferences';

  it('brings its link in the header that one click needs, whole on one line, and in its text', async () => {
    const mail = await mailWith(PAGE);
    const token = tokenFor('S-0001', 'mails', KEYS);
    const [head = ''] = mail.split('\r\n\r\n', 1);
    expect(head.replaceAll(/\r\n[ \t]+/g, ' ')).toContain(
      `List-Unsubscribe: <${PAGE}?t=${token}>, <mailto:scorecards@market.example?subject=Stop%20scorecard%20mails%20for%20S-0001>`,
    );
    expect(head).toContain(`<${PAGE}?t=${token}>`);
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
      `Choose how often, or stop these mails: ${PAGE}?t=${token}`,
    );
  });

  it('is stopped by an answer where there is no page', async () => {
    const mail = await mailWith();
    expect(mail).toMatch(/^List-Unsubscribe:\s+<mailto:scorecards@market\.example[^>]*>\r$/m);
    expect(mail).not.toContain('List-Unsubscribe-Post');
  });

  it('promises no click over a connection that mail systems do not take, and no line that is too long', () => {
    expect(unsubscribeHeaders('mailto:a@b.example', 'http://localhost:5173/mail-preferences?t=x')).not.toHaveProperty(
      'List-Unsubscribe-Post',
    );
    const long = `https://b.example/${'a'.repeat(900)}`;
    expect(unsubscribeHeaders('mailto:a@b.example', long)).toEqual({ 'List-Unsubscribe': '<mailto:a@b.example>' });
    expect(unsubscribeHeaders(`mailto:${long}`, long)).toEqual({});
  });
});
