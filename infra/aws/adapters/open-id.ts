import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { OpenId } from '../../../lambdas/sign-in/handler.js';

interface Discovered {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
  end_session_endpoint?: string;
}

export interface Client {
  issuer: string;
  clientId: string;
  clientSecret: () => Promise<string | undefined>;
  /** Where readers are sent to be signed out; made of the discovery document when left out. */
  signOut?: string | undefined;
  /** Where they come back to. */
  home: string;
}

/** Seconds. why: clocks of two companies. */
const CLOCKS_DIFFER = 30;
/** Milliseconds. why: the function has ten seconds, and a reader waits. */
const PATIENCE = 4_000;

async function answerOf<T>(url: string, request: RequestInit = {}): Promise<T> {
  const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return (await response.json()) as T;
}

/** An OpenID provider, known by its discovery document, which is read once. */
export function openId(client: Client): OpenId {
  let known: Promise<{ about: Discovered; keys: JWTVerifyGetKey }> | undefined;
  const provider = () => {
    known ??= discover(client.issuer);
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
  return {
    async addresses() {
      const { about } = await provider();
      return { authorize: about.authorization_endpoint, signOut: client.signOut ?? signOutAt(about, client) };
    },
    async claims({ code, verifier, nonce, redirect }) {
      const { about, keys } = await provider();
      const { clientId } = client;
      const secret = await client.clientSecret();
      const form = {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: redirect,
      };
      const body = new URLSearchParams(secret ? { ...form, client_secret: secret } : form);
      const { id_token } = await answerOf<{ id_token: string }>(about.token_endpoint, { method: 'POST', body });
      const { payload } = await jwtVerify(id_token, keys, {
        issuer: about.issuer,
        audience: clientId,
        // why named: a token says itself how it is signed, and must not choose.
        algorithms: ['RS256', 'PS256', 'ES256'],
        requiredClaims: ['exp', 'iat', 'nonce', 'sub'],
        clockTolerance: CLOCKS_DIFFER,
      });
      if (payload.nonce !== nonce) throw new Error('the ID token answers another sign-in');
      if (payload.token_use !== undefined && payload.token_use !== 'id') throw new Error('the token is no ID token');
      return payload;
    },
  };
}

async function discover(issuer: string): Promise<{ about: Discovered; keys: JWTVerifyGetKey }> {
  const about = await answerOf<Discovered>(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (about.issuer !== issuer)
    throw new Error(`${issuer}: its discovery document names ${about.issuer}; write that in the settings`);
  return { about, keys: createRemoteJWKSet(new URL(about.jwks_uri), { timeoutDuration: PATIENCE }) };
}

function signOutAt({ end_session_endpoint: end }: Discovered, { clientId, home }: Client): string | undefined {
  if (end === undefined) return undefined;
  const address = new URL(end);
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('post_logout_redirect_uri', home);
  return address.href;
}
