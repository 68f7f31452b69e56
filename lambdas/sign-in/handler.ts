import { createHash } from 'node:crypto';
import { placesOfGroups, placeUrl } from '../../contracts/run/may-read.js';
import type { Me } from '../../contracts/run/me.js';
import { cookiesOf, MOST_PLACES, noCookies, ofHost, type SigningKey, sealed, unsealed } from './cookies.js';

/** Who signs readers in, by OpenID Connect. */
export interface OpenId {
  /** Addresses to send a browser to; that of signing out comes with all it needs. */
  addresses(): Promise<{ authorize: string; signOut: string | undefined }>;
  /** The claims of the ID token that a code is good for. Throws when it is not ours, has ended or answers another sign-in. */
  claims(given: { code: string; verifier: string; nonce: string; redirect: string }): Promise<Record<string, unknown>>;
}

export interface Parts {
  host: string;
  clientId: string;
  groupsClaim: string;
  /** What each group reads; usual names when left out. */
  groups?: Readonly<Record<string, string>>;
  sessionMinutes: number;
  openId: OpenId;
  signing(): Promise<SigningKey>;
  /** Milliseconds. */
  now(): number;
  /** 43 letters that nobody guesses. */
  secret(): string;
  /** Takes why somebody was not signed in, and who was. */
  log(what: string, facts: Record<string, unknown>): void;
}

/** A request as a function's own address hands it over. */
export interface Asked {
  rawPath: string;
  rawQueryString?: string;
  cookies?: string[];
  requestContext: { http: { method: string } };
}

export interface Answered {
  statusCode: number;
  headers: Record<string, string>;
  cookies?: string[];
  body?: string;
}

export const PATHS = { me: '/me.json', signIn: '/sign-in', signedIn: '/signed-in', signOut: '/sign-out' } as const;

/** Seconds. why ten minutes: a password may have to be looked for; what is older answers no sign-in of today. */
const TO_SIGN_IN = 600;
const SIGN_IN = 'sign-in';
const READER = 'reader';

const NEVER_KEPT = { 'cache-control': 'no-store' };
const to = (location: string, cookies: string[] = []): Answered => ({
  statusCode: 302,
  headers: { ...NEVER_KEPT, location },
  cookies,
});
const json = (statusCode: number, value: unknown): Answered => ({
  statusCode,
  headers: { ...NEVER_KEPT, 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const cookieOf = ({ cookies = [] }: Asked, name: string): string | undefined =>
  cookies.find((cookie) => cookie.startsWith(`__Host-${name}=`))?.slice(`__Host-${name}=`.length);

/** Where on the pages a reader wanted to go. why so strict: whoever makes the link decides where a signed-in reader lands. */
const wanted = (hash: string | null): string => (hash && /^#\/[\w/?&=.,%-]{0,500}$/.test(hash) ? hash : '');

/** Signs readers in and out, and says to a page who reads it. */
export function signIn(parts: Parts): (asked: Asked) => Promise<Answered> {
  const routes: Record<string, (asked: Asked) => Promise<Answered>> = {
    [PATHS.me]: async (asked) => me(asked, parts),
    [PATHS.signIn]: async (asked) => begin(asked, parts),
    [PATHS.signedIn]: async (asked) => end(asked, parts),
    [PATHS.signOut]: async (asked) => out(asked, parts),
  };
  return async (asked) => {
    const route = asked.requestContext.http.method === 'GET' ? routes[asked.rawPath] : undefined;
    return route ? route(asked) : { statusCode: 404, headers: NEVER_KEPT, body: 'no such page\n' };
  };
}

async function me(asked: Asked, { signing, now }: Parts): Promise<Answered> {
  const session = unsealed(await signing(), cookieOf(asked, READER), now());
  if (!session) return json(401, { sign_in: PATHS.signIn.slice(1) });
  const { name, places } = session;
  const said: Me = { places, store: placeUrl('{place}').slice(1), sign_out: PATHS.signOut.slice(1), ...(name ? { name } : {}) };
  return json(200, said);
}

async function begin(asked: Asked, { host, clientId, openId, secret }: Parts): Promise<Answered> {
  const [state, nonce, verifier] = [secret(), secret(), secret()];
  const { authorize } = await openId.addresses();
  const address = new URL(authorize);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `https://${host}${PATHS.signedIn}`,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const hash = wanted(new URLSearchParams(asked.rawQueryString).get('to'));
  const kept = [state, nonce, verifier, Buffer.from(hash).toString('base64url')].join('.');
  return to(address.href, [ofHost(SIGN_IN, kept, TO_SIGN_IN)]);
}

const groupsIn = (claim: unknown): string[] =>
  typeof claim === 'string' ? [claim] : Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];

async function end(asked: Asked, parts: Parts): Promise<Answered> {
  const { host, openId, groupsClaim, groups, sessionMinutes, log } = parts;
  const query = new URLSearchParams(asked.rawQueryString);
  const [state, nonce = '', verifier = '', hash = ''] = cookieOf(asked, SIGN_IN)?.split('.') ?? [];
  const forgotten = ofHost(SIGN_IN, '', 0);
  const code = query.get('code');
  if (!code || !state || query.get('state') !== state) {
    log('not signed in', { because: query.get('error') ?? 'the answer belongs to no sign-in that this browser began' });
    return to('/', [forgotten]);
  }
  const redirect = `https://${host}${PATHS.signedIn}`;
  const claims = await openId.claims({ code, verifier, nonce, redirect }).catch((error: Error) => {
    log('not signed in', { because: error.message });
    return undefined;
  });
  if (!claims) return to('/', [forgotten]);
  const places = placesOfGroups(groupsIn(claims[groupsClaim]), groups).slice(0, MOST_PLACES);
  const now = parts.now();
  const ends = now + sessionMinutes * 60_000;
  const name = [claims.name, claims.email].find((one): one is string => typeof one === 'string');
  const key = await parts.signing();
  log('signed in', { sub: claims.sub, places });
  return to(`/${wanted(Buffer.from(hash, 'base64url').toString())}`, [
    forgotten,
    ofHost(READER, sealed(key, { name, places, ends }), sessionMinutes * 60),
    ...cookiesOf(key, { host, places, now, ends }),
  ]);
}

async function out(asked: Asked, { openId, signing, now }: Parts): Promise<Answered> {
  const session = unsealed(await signing(), cookieOf(asked, READER), now());
  const { signOut } = await openId.addresses();
  return to(signOut ?? '/', [ofHost(READER, '', 0), ...noCookies(session?.places ?? [])]);
}
