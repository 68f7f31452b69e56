import { FREQUENCIES, type Frequency, NO_MAILS } from '../../contracts/landing/sellers.js';
import { localeOf } from '../../contracts/languages.js';
import type { MailPreferences } from '../../contracts/run/mail-preferences.js';
import { preferencesPage, refusedPage } from '../../pages/preferences.js';
import { type Speech, speechFor } from '../../wording/words.js';
import { type LinkKeys, sellerOf } from '../shared/mail-link.js';
import { asking } from '../shared/mail-preferences.js';

/** What somebody asks of the page, whoever carries it. */
export interface Asked {
  method: string;
  /** `t` of the address. */
  token: string;
  /** The languages that the reader wants, as in Accept-Language: first that of the mail, then those of the browser. */
  languages: string;
  /** Of a POST. */
  body: string;
}

export interface Answered {
  status: number;
  html: string;
  headers?: Record<string, string>;
}

/** What is to be done: whose preferences to read, how to change them, and what to say then. */
export type Doing =
  | { refuse: Answered }
  | { seller_id: string; change?: (before: MailPreferences) => MailPreferences; says(now: MailPreferences): Answered };

/** The one field of RFC 8058, in a form of either kind. */
const ONE_CLICK = /(^|&)List-Unsubscribe=One-Click(&|$)|name="List-Unsubscribe"(?:\r?\n[^\r\n]+)*\r?\n\r?\nOne-Click(\r?\n|$)/;

function chosen(body: string): Frequency | undefined {
  const asked = new URLSearchParams(body).get('frequency');
  return FREQUENCIES.find((frequency) => frequency === asked);
}

/** The first that is written. */
function speechOf(languages: string): Speech {
  const asked = languages.split(',').map((one) => one.split(';', 1)[0]!.trim());
  const written = asked.find((one) => speechFor(one).language === localeOf(one)?.language);
  return speechFor(written);
}

/**
 * What a request comes to. A function of what is given. why a GET changes nothing: mail systems open every link of a mail to look for
 * what is bad, and would stop the mails of all whom they protect.
 */
export function whatToDo({ method, token, languages, body }: Asked, { keys, now }: { keys: LinkKeys; now: string }): Doing {
  const speech = speechOf(languages);
  const say = speech.words.preferencesPage;
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return { refuse: { status: 405, html: refusedPage(say.unclear, speech), headers: { allow: 'GET, HEAD, POST' } } };
  const seller_id = sellerOf(token, 'mails', keys);
  if (seller_id === undefined) return { refuse: { status: 404, html: refusedPage(say.unknown, speech) } };
  const page = (done?: 'saved' | 'unsubscribed') => (preferences: MailPreferences) => ({
    status: 200,
    html: preferencesPage({ preferences, ...(done ? { done } : {}) }, speech),
  });
  if (method !== 'POST') return { seller_id, says: page() };
  if (ONE_CLICK.test(body)) return { seller_id, change: asking(NO_MAILS, 'one_click', now), says: page('unsubscribed') };
  const frequency = chosen(body);
  if (!frequency) return { refuse: { status: 400, html: refusedPage(say.unclear, speech) } };
  return { seller_id, change: asking(frequency, 'page', now), says: page(frequency === NO_MAILS ? 'unsubscribed' : 'saved') };
}
