import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { LinkKeys } from '../shared/mail-link.js';
import { changePreferences, readPreferences } from '../shared/mail-preferences.js';
import type { ObjectStore } from '../shared/object-store.js';
import { type Answered, whatToDo } from './answer.js';

/** As a function URL hands a request over; a server of a laptop makes the same of its own. */
const Event = z.object({
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
});
export type PageRequest = z.input<typeof Event>;

export interface PageAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

export interface Parts {
  store: ObjectStore;
  keys(): Promise<LinkKeys>;
  now(): Date;
  /** Who may ask: what only the web server in front knows, where there is one. */
  door?: { header: string; secret: string };
}

/** why 10,000: a form of ours has a hundred letters. */
const LONGEST_BODY = 10_000;

/** No script, nothing from elsewhere, in no frame, in no search engine; the address, which is a key, goes nowhere. */
const SAFETY = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'strict-transport-security': 'max-age=31536000',
};

const answerOf = ({ status, html, headers = {} }: Answered, method: string): PageAnswer => ({
  statusCode: status,
  headers: { ...SAFETY, ...headers },
  body: method === 'HEAD' ? '' : html,
});

/** why hashed: texts of two lengths cannot be compared in constant time. */
const sha = (text: string): Buffer => createHash('sha256').update(text).digest();
const opens = (door: Parts['door'], headers: Record<string, string>): boolean =>
  !door || timingSafeEqual(sha(headers[door.header] ?? ''), sha(door.secret));

/** The page of preferences, and what mail systems ask of it with one click (RFC 8058). Says the same to whoever asks twice. */
export const mailPreferences = (parts: Parts) =>
  defineHandler(Event, async (event, { log }): Promise<PageAnswer> => {
    const { method } = event.requestContext.http;
    const plain = (statusCode: number): PageAnswer => ({
      statusCode,
      headers: { ...SAFETY, 'content-type': 'text/plain' },
      body: '',
    });
    if (!opens(parts.door, event.headers)) return plain(403);
    const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
    if (body.length > LONGEST_BODY) return plain(413);
    const query = new URLSearchParams(event.rawQueryString);
    const token = query.get('t') ?? '';
    const languages = [query.get('l') ?? '', event.headers['accept-language'] ?? ''].join(',');
    const asked = { method, token, languages, body };
    const doing = whatToDo(asked, { keys: await parts.keys(), now: parts.now().toISOString() });
    if ('refuse' in doing) return answerOf(doing.refuse, method);
    const { seller_id, change } = doing;
    const now = change
      ? await changePreferences(parts.store, seller_id, change)
      : ((await readPreferences(parts.store, seller_id)) ?? { seller_id });
    if (change)
      log.info('a seller chose how often mails come', { seller_id, frequency: now.asked?.frequency, by: now.asked?.by });
    return answerOf(doing.says(now), method);
  });
