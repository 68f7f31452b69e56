/** What a night on the emulator and one on a laptop are compared by: rows of a run, and mails. */
import { PUBLISHED } from '../../../contracts/published/index.js';
import { runIdOf } from '../../../contracts/run/keys.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import type { SentMail } from './emulated.js';

export const DATASETS: readonly string[] = [...Object.keys(PUBLISHED), 'orders', 'order_outcomes', 'conversation_outcomes'];

export const bySubject = (a: SentMail, b: SentMail): number => (`${a.to} ${a.subject}` < `${b.to} ${b.subject}` ? -1 : 1);

/** Rows without the id of their run, which the ledger's carry: the laptop's night of a day may be another attempt than the emulator's. */
export const nameless = (rows: readonly string[], prefix: string): string[] =>
  rows.map((row) => row.replaceAll(runIdOf(prefix), 'this run')).sort();

/** A header's text where it is written as quoted-printable words. */
function plain(header: string): string {
  const words = [...header.matchAll(/=\?UTF-8\?Q\?(.*?)\?=/g)].map(([, word]) => word!).join('');
  return words ? decodeURIComponent(words.replaceAll('%', '=25').replaceAll('_', ' ').replaceAll('=', '%')) : header;
}

/** What lies in the laptop's outbox for a campaign's period. */
export async function outboxOf(store: string): Promise<SentMail[]> {
  const folder = new FolderStore(store);
  const mails: SentMail[] = [];
  for (const { key } of await folder.list('mail/outbox/')) {
    const text = (await folder.read(key))!.body.toString('utf8');
    const header = (name: string) =>
      new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'm').exec(text)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';
    mails.push({ to: header('To'), subject: plain(header('Subject')) });
  }
  return mails;
}
