/** The mails of the sample's runs as they would be sent: a seller's of each story, and the digest of each reader. */
import { type Language, WRITTEN } from '../contracts/languages.js';
import type { MailShard } from '../contracts/run/mail-plan.js';
import { ALL_REGIONS } from '../contracts/run/teams.js';
import { FolderStore } from '../infra/local/object-store.js';
import { planEmails } from '../lambdas/plan-emails/plan-emails.js';
import { sendDigest } from '../lambdas/send-digest/send-digest.js';
import { sendEmails } from '../lambdas/send-emails/send-emails.js';
import type { Mailer, Message } from '../lambdas/shared/mailer.js';
import { toJson } from '../lambdas/shared/object-store.js';
import { openRun } from '../lambdas/shared/run-reader.js';
import type { SendLedger } from '../lambdas/shared/send-ledger.js';
import { STORIES } from '../sample/stories.js';
import { isoWeek } from '../wording/calendar.js';
import type { Runs } from './sample-runs.js';
import type { Subject } from './studio.js';

/** Keeps what is sent. */
class Kept implements Mailer {
  readonly messages: Message[] = [];
  async send(message: Message) {
    this.messages.push(message);
    return { kind: 'sent', messageId: 'kept' } as const;
  }
}

/** Lets everything be sent: what a gallery shows was sent to nobody. */
const ANEW: SendLedger = {
  claim: async () => 'claimed',
  markSent: async () => undefined,
  markFailed: async () => undefined,
  markInDoubt: async () => undefined,
  list: async () => [],
};

/** Those that are drawn in every language beside the digests: one with a notice, one that is all well, one with much to say. */
const IN_EVERY_LANGUAGE = ['slipping-gold', 'always-on-time', 'given-up-on'];
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', it: 'it-IT', es: 'es-ES', pt: 'pt-BR' };

/** The mail of every story of a run in a language, whether it would be sent on that day or not, and its digests where it has some. */
async function writtenOf(folder: string, prefix: string, language: Language, stories: readonly string[]): Promise<Message[]> {
  const store = new FolderStore(folder);
  const mailer = new Kept();
  const given = { store, ledger: ANEW, mailer, prefix, locale: LOCALES[language] };
  const { policies, run_date } = await openRun(store, prefix);
  const programmes = policies.programmes.map(({ programme }) => programme);
  const mails = stories.map((seller_id) => ({
    campaign: 'scorecard' as const,
    period: isoWeek(run_date),
    seller_id,
    programmes,
  }));
  const shard = `${prefix}gallery.json`;
  await store.write(shard, toJson({ plan_id: 'gallery', mails } satisfies MailShard));
  await sendEmails({ ...given, shard });
  if ((await planEmails({ store, prefix })).digest) await sendDigest(given);
  return mailer.messages;
}

/** A mail's HTML with its pictures inside, as a mail client shows it. */
export function shownHtml({ html, attachments = [] }: Pick<Message, 'html'> & { attachments?: Attached[] }): string {
  return attachments.reduce((text, { cid, contentType, content }) => {
    const data = Buffer.from(content).toString('base64');
    return cid ? text.replaceAll(`cid:${cid}`, `data:${contentType};base64,${data}`) : text;
  }, html);
}
interface Attached {
  cid?: string;
  contentType: string;
  content: string | Uint8Array;
}

/** One mail of each story and of each reader of digests: the newest. In English, and a few in every language; or all in one. */
export async function mailsOf({ store, prefixes }: Runs, alone?: Language): Promise<Subject[]> {
  const stories = new Map(STORIES.map((story) => [story.seller_id, story.description]));
  const found = new Map<string, Subject>();
  for (const prefix of prefixes.values())
    for (const language of alone ? [alone] : WRITTEN) {
      const told = alone || language === 'en' ? [...stories.keys()] : IN_EVERY_LANGUAGE;
      for (const message of await writtenOf(store, prefix, language, told)) {
        const { campaign, recipient } = message.key;
        const digest = campaign === 'digest';
        if (!digest && !stories.has(recipient)) continue;
        const of = digest ? recipient.split(' ').at(-1)! : recipient;
        if (digest && !alone && language !== 'en' && of !== ALL_REGIONS) continue;
        const name = `${digest ? 'digest' : 'mail'}-${of}${language === 'en' ? '' : `-${language}`}`;
        found.set(name, {
          kind: digest ? 'Digests' : 'Mails',
          name,
          says: stories.get(of) ?? message.subject,
          html: shownHtml(message),
        });
      }
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
