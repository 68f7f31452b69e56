/** What a reader's browser keeps of a sign-in: cookies that CloudFront checks by itself, one pair a place, and one that says who it is. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { OF, placeUrl } from '../../contracts/run/may-read.js';

/** What signs: a key pair of which CloudFront knows the public half, under an id of its own. */
export interface SigningKey {
  keyPairId: string;
  key: KeyObject;
}

export const signingKey = (keyPairId: string, pem: string): SigningKey => ({ keyPairId, key: createPrivateKey(pem) });

/**
 * Places of one reader. why no more: each takes some 700 bytes of the answer that signs in, of which CloudFront passes 20 kB on; whoever
 * works for more regions is in the group of leadership.
 */
export const MOST_PLACES = 20;

const KEPT = 'Secure; HttpOnly; SameSite=Lax';
const forPlace = (name: string, value: string, path: string, seconds: number): string =>
  `${name}=${value}; Path=${path}; Max-Age=${seconds}; ${KEPT}`;
/** why __Host-: a browser takes it from this host alone, over TLS. */
export const ofHost = (name: string, value: string, seconds: number): string =>
  `__Host-${name}=${value}; Path=/; Max-Age=${seconds}; ${KEPT}`;

/** Base64 as CloudFront has it in cookies. */
const inCookie = (bytes: Buffer): string =>
  bytes.toString('base64').replaceAll('+', '-').replaceAll('=', '_').replaceAll('/', '~');

/** The policy that CloudFront holds against a request. why a wildcard at its end alone: in the middle it would match a query string. */
export const policyOf = (host: string, place: string, ends: number): string =>
  JSON.stringify({
    Statement: [
      {
        Resource: `https://${host}${placeUrl(place)}*`,
        Condition: { DateLessThan: { 'AWS:EpochTime': Math.floor(ends / 1000) } },
      },
    ],
  });

/** Cookies by which CloudFront lets a browser read what lies below its places, until a moment. */
export function cookiesOf(
  { keyPairId, key }: SigningKey,
  { host, places, now, ends }: { host: string; places: readonly string[]; now: number; ends: number },
): string[] {
  const seconds = Math.floor((ends - now) / 1000);
  return [
    forPlace('CloudFront-Key-Pair-Id', keyPairId, OF, seconds),
    ...places.flatMap((place) => {
      const policy = Buffer.from(policyOf(host, place, ends));
      return [
        forPlace('CloudFront-Policy', inCookie(policy), placeUrl(place), seconds),
        // why SHA-1: it is the hash that CloudFront knows for every key.
        forPlace('CloudFront-Signature', inCookie(sign('RSA-SHA1', policy, key)), placeUrl(place), seconds),
      ];
    }),
  ];
}

/** Takes all of them away. */
export const noCookies = (places: readonly string[]): string[] => [
  forPlace('CloudFront-Key-Pair-Id', '', OF, 0),
  ...places.flatMap((place) =>
    ['CloudFront-Policy', 'CloudFront-Signature'].map((name) => forPlace(name, '', placeUrl(place), 0)),
  ),
];

export interface Session {
  name?: string | undefined;
  places: string[];
  /** Milliseconds. */
  ends: number;
}

/** A session as a cookie says it: readable, and signed. */
export function sealed({ key }: SigningKey, session: Session): string {
  const said = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
}

/** The session that a cookie says; undefined where nobody of ours signed it, or it has ended. */
export function unsealed({ key }: SigningKey, cookie: string | undefined, now: number): Session | undefined {
  const [said = '', signature = ''] = (cookie ?? '').split('.');
  const ours = verify('sha256', Buffer.from(said), createPublicKey(key), Buffer.from(signature, 'base64url'));
  if (!ours) return undefined;
  const session = JSON.parse(Buffer.from(said, 'base64url').toString()) as Session;
  return session.ends > now ? session : undefined;
}
