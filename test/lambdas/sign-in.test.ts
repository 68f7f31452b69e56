/** Signing in: with a sign-in of the test's own that speaks OpenID Connect, over HTTP, as the function meets it on AWS. */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openId } from '../../infra/aws/adapters/open-id.js';
import { MOST_PLACES, signingKey } from '../../lambdas/sign-in/cookies.js';
import { type Answered, type Parts, signIn } from '../../lambdas/sign-in/handler.js';

const HOST = 'scorecards.marketplace.example';
const NOON = Date.parse('2026-11-28T12:00:00Z');
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const ours = rsa();
const theirs = rsa();
const somebodys = rsa();
const key = signingKey('K2JCJMDEHXQW5F', ours.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);

/** What the sign-in answers to a code: the claims of its ID token, and how it is made. */
let claims: Record<string, unknown> = {};
let made: { alg?: string; key?: typeof theirs.privateKey; expires?: number; issuer?: string; audience?: string } = {};
let asked: URLSearchParams | undefined;
let server: Server;
let issuer: string;

beforeAll(async () => {
  const jwk = { ...(await exportJWK(theirs.publicKey)), kid: 'one', alg: 'RS256' };
  server = createServer((request, response) => {
    const answer = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (request.url?.endsWith('/openid-configuration'))
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      });
    if (request.url === '/keys') return answer({ keys: [jwk] });
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', async () => {
      asked = new URLSearchParams(body);
      const token = new SignJWT(claims)
        .setProtectedHeader({ alg: made.alg ?? 'RS256', kid: 'one' })
        .setSubject('reader-1')
        .setIssuer(made.issuer ?? issuer)
        .setAudience(made.audience ?? 'scorecards')
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + (made.expires ?? 300));
      answer({ id_token: await token.sign(made.key ?? theirs.privateKey) });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

let now = NOON;
const logged: Record<string, unknown>[] = [];
const handler = (more: Partial<Parts> = {}) =>
  signIn({
    ...{ host: HOST, clientId: 'scorecards', groupsClaim: 'groups', sessionMinutes: 60 },
    openId: openId({ issuer, clientId: 'scorecards', clientSecret: async () => undefined, home: `https://${HOST}/` }),
    signing: async () => key,
    now: () => now,
    secret: () => randomBytes(32).toString('base64url'),
    log: (what, facts) => logged.push({ what, ...facts }),
    ...more,
  });

const ask = (path: string, cookies: string[] = [], more: Partial<Parts> = {}, method = 'GET'): Promise<Answered> => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  return handler(more)({ rawPath, rawQueryString, cookies, requestContext: { http: { method } } });
};
/** Cookies as the browser sends them back: without those that were taken away. */
const kept = ({ cookies = [] }: Answered): string[] =>
  cookies.filter((cookie) => !cookie.includes('Max-Age=0')).map((cookie) => cookie.split(';')[0]!);

/** Signs in with claims; `change` spoils what comes back. */
async function signedIn(
  given: Record<string, unknown>,
  change: { state?: string; nonce?: string; to?: string; more?: Partial<Parts> } = {},
): Promise<Answered> {
  const begun = await ask(`/sign-in?to=${encodeURIComponent(change.to ?? '')}`, [], change.more);
  const query = new URL(begun.headers.location!).searchParams;
  claims = { nonce: change.nonce ?? query.get('nonce'), ...given };
  return ask(`/signed-in?code=abc&state=${change.state ?? query.get('state')}`, kept(begun), change.more);
}

describe('a reader who signs in', () => {
  it('is sent to the sign-in with a state, a nonce and the hash of a secret, and comes back to where they wanted to go', async () => {
    const begun = await ask('/sign-in?to=%23%2Fsellers%3Fregion%3DGB');
    const address = new URL(begun.headers.location!);
    const query = Object.fromEntries(address.searchParams);
    expect(begun).toMatchObject({ statusCode: 302, headers: { 'cache-control': 'no-store' } });
    expect(`${address.origin}${address.pathname}`).toBe(`${issuer}/authorize`);
    expect(query).toMatchObject({
      response_type: 'code',
      client_id: 'scorecards',
      redirect_uri: `https://${HOST}/signed-in`,
      code_challenge_method: 'S256',
    });
    claims = { nonce: query.nonce, groups: ['region-GB'] };
    const ended = await ask(`/signed-in?code=abc&state=${query.state}`, kept(begun));
    expect(ended.headers.location).toBe('/#/sellers?region=GB');
    expect(createHash('sha256').update(asked!.get('code_verifier')!).digest('base64url')).toBe(query.code_challenge);
  });

  it('has cookies for the places of their groups, which CloudFront holds against the address, and no other', async () => {
    const { cookies = [] } = await signedIn({ groups: ['region-GB', 'region-DE', 'staff'], name: 'Ada' });
    const parsed = cookies.map(
      (cookie) => /^([^=]+)=([^;]*); Path=([^;]+); Max-Age=(\d+); Secure; HttpOnly; SameSite=Lax$/.exec(cookie)!,
    );
    expect(parsed.every((found) => found !== null)).toBe(true);
    const policies = parsed.filter(([, name]) => name === 'CloudFront-Policy');
    expect(policies.map(([, , , path]) => path)).toEqual(['/of/DE/', '/of/GB/']);
    for (const [, , policy = '', path, seconds] of policies) {
      const plain = Buffer.from(policy.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');
      expect(JSON.parse(plain.toString())).toEqual({
        Statement: [
          { Resource: `https://${HOST}${path}*`, Condition: { DateLessThan: { 'AWS:EpochTime': NOON / 1000 + 3600 } } },
        ],
      });
      const signature = parsed.find(([, name, , at]) => name === 'CloudFront-Signature' && at === path)![2]!;
      const bytes = Buffer.from(signature.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');
      expect(verify('RSA-SHA1', plain, createPublicKey(ours.privateKey), bytes)).toBe(true);
      expect(seconds).toBe('3600');
    }
    expect(cookies.join()).not.toContain('/of/ALL/');
  });

  it('is told to the page: name, places, and how to sign out; until the session ends', async () => {
    now = NOON;
    const cookies = kept(await signedIn({ groups: ['region-GB'], name: 'Ada' }));
    const me = await ask('/me.json', cookies);
    expect(JSON.parse(me.body!)).toEqual({ name: 'Ada', places: ['GB'], store: 'of/{place}/', sign_out: 'sign-out' });
    now = NOON + 3_600_000;
    expect(await ask('/me.json', cookies)).toMatchObject({ statusCode: 401, body: '{"sign_in":"sign-in"}' });
    now = NOON;
    const out = await ask('/sign-out', cookies);
    expect(out.cookies!.every((cookie) => cookie.includes('Max-Age=0'))).toBe(true);
    expect(out.cookies!.join()).toContain('Path=/of/GB/');
  });

  it('in no group that reads anything gets no cookie for any place, and the page can say so', async () => {
    const ended = await signedIn({ groups: ['staff'] });
    expect(ended.cookies!.join()).not.toContain('CloudFront-Policy');
    expect(JSON.parse((await ask('/me.json', kept(ended))).body!)).toMatchObject({ places: [] });
  });

  it('has groups by names of the company, and no more places than an answer can carry', async () => {
    const groups = { 'sales-uk': 'GB', board: 'ALL' };
    const places = async (given: unknown) =>
      JSON.parse((await ask('/me.json', kept(await signedIn({ groups: given }, { more: { groups } })), { groups })).body!).places;
    expect(await places('sales-uk')).toEqual(['GB']);
    expect(await places(['board', 'region-DE'])).toEqual(['ALL']);
    expect(await places({ 0: 'board' })).toEqual([]);
    const many = await signedIn({ groups: Array.from({ length: 40 }, (_, nth) => `region-R${nth}`) });
    expect(many.cookies!.filter((cookie) => cookie.startsWith('CloudFront-Policy'))).toHaveLength(MOST_PLACES);
    expect(many.cookies!.join('').length).toBeLessThan(18_000);
  });
});

describe('nobody is signed in', () => {
  const none = (answer: Answered) => {
    expect(answer).toMatchObject({ statusCode: 302, headers: { location: '/' } });
    expect(kept(answer)).toEqual([]);
  };

  it('by an answer to a sign-in that this browser did not begin', async () => {
    none(await signedIn({ groups: ['leadership'] }, { state: 'x' }));
    none(await ask('/signed-in?code=abc&state=undefined'));
    none(await ask('/signed-in?code=abc&state='));
    none(await ask('/signed-in?error=access_denied'));
    none(await signedIn({ groups: ['leadership'] }, { nonce: 'of another' }));
  });

  test.each([
    ['signed by somebody else', { key: somebodys.privateKey }],
    ['that has ended', { expires: -600 }],
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['for another client', { audience: 'another' }],
    ['with an algorithm that nobody named', { alg: 'RS512' }],
  ])('by a token %s', async (_, how) => {
    made = how;
    none(await signedIn({ groups: ['leadership'] }));
    made = {};
  });

  it('by an access token', async () => none(await signedIn({ groups: ['leadership'], token_use: 'access' })));

  it('by a session that nobody of ours sealed, or that was changed', async () => {
    const [cookie = ''] = kept(await signedIn({ groups: ['region-GB'] })).filter((one) => one.startsWith('__Host-reader'));
    const [said = '', signature = ''] = cookie.slice('__Host-reader='.length).split('.');
    const all = Buffer.from(JSON.stringify({ places: ['ALL'], ends: NOON * 2 })).toString('base64url');
    for (const forged of [`${all}.${signature}`, `${all}.`, all, `${said}.`, `${said}.${signature}x.`.slice(2), '', '.', 'a.b'])
      expect((await ask('/me.json', [`__Host-reader=${forged}`])).statusCode, forged).toBe(401);
  });
});

test('nobody is sent elsewhere by a link to the sign-in', async () => {
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '#//evil\\',
    '/\\evil',
    '#/<script>',
    `#/${'a'.repeat(600)}`,
  ]) {
    const ended = await signedIn({ groups: ['region-GB'] }, { to: elsewhere });
    expect(['/', '/#//evil.example']).toContain(ended.headers.location);
  }
});

test('there is nothing else to ask it, and nothing to change', async () => {
  for (const path of ['/', '/of/GB/published/current.json', '/sign-in/', '/constructor', '/__proto__'])
    expect((await ask(path)).statusCode, path).toBe(404);
  expect((await ask('/me.json', [], {}, 'POST')).statusCode).toBe(404);
});
