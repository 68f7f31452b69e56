import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What links in mails are signed with, by the name that a link carries. `current` signs; the others are still believed, so that a new key
 * breaks no mail that lies in somebody's inbox.
 */
export interface LinkKeys {
  current: string;
  keys: Readonly<Record<string, string>>;
}

/** What a link lets its bearer do. why named: a link for one thing must not open another that comes later. */
export type Purpose = 'mails';

/** why 32: as long as the hash; shorter ones could be guessed. */
const LEAST_LETTERS = 32;

/** @throws Error naming what is wrong, and nothing of the keys themselves */
export function linkKeysOf(text: string): LinkKeys {
  const { current, ...keys } = JSON.parse(text) as Record<string, string>;
  if (!current || !keys[current])
    throw new Error('the keys of links: "current" names none of them; write {"current":"k1","k1":"..."}');
  for (const [name, key] of Object.entries(keys))
    if (!/^[A-Za-z0-9]+$/.test(name) || key.length < LEAST_LETTERS)
      throw new Error(
        `the keys of links: ${name} has fewer than ${LEAST_LETTERS} letters, or a name that is not of letters and digits`,
      );
  return { current, keys };
}

/** Keys for a machine that has none yet, as linkKeysOf() reads them. */
export const newLinkKeys = (): string =>
  `${JSON.stringify({ current: 'k1', k1: randomBytes(LEAST_LETTERS).toString('base64url') })}\n`;

const signed = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** `k1.<what for and whom>.<signature>`. It does not expire: who wants no mails may say so years later. */
export function tokenFor(seller_id: string, purpose: Purpose, { current, keys }: LinkKeys): string {
  const text = `${current}.${Buffer.from(JSON.stringify([purpose, seller_id])).toString('base64url')}`;
  return `${text}.${signed(keys[current]!, text).toString('base64url')}`;
}

/** The seller whom a token is about; undefined for one that we did not make for this purpose. */
export function sellerOf(token: string, purpose: Purpose, { keys }: LinkKeys): string | undefined {
  const [name = '', body = '', signature = '', ...more] = token.split('.');
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (!key || more.length > 0) return undefined;
  const right = signed(key, `${name}.${body}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [meant, seller_id] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string];
  return meant === purpose ? seller_id : undefined;
}

/**
 * Where a seller says how often mails should come; in the language of the mail, where the seller is known to read one. It is not signed,
 * as nothing hangs on it.
 */
export const linkTo = (page: string, token: string, locale?: string): string =>
  `${page}?t=${token}${locale ? `&l=${encodeURIComponent(locale)}` : ''}`;

/** Whether mail systems may unsubscribe at this address by themselves: RFC 8058 asks for https. */
const takesOneClick = (link: string): boolean => link.startsWith('https:');

/** why 900: a header line holds 998 bytes and a link cannot be folded; the mail's text has it, too. */
const LONGEST_LINK = 900;

/** The headers by which mail programs show a button that ends these mails: RFC 2369, and RFC 8058 where one click is enough. */
export function unsubscribeHeaders(mailto: string, link: string | undefined): Record<string, string> {
  const links = [link, mailto].filter((one) => one !== undefined && one.length <= LONGEST_LINK);
  if (links.length === 0) return {};
  return {
    'List-Unsubscribe': links.map((one) => `<${one}>`).join(', '),
    ...(link !== undefined && links[0] === link && takesOneClick(link)
      ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  };
}
