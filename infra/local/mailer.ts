import { createHash } from 'node:crypto';
import { STORE } from '../../contracts/run/keys.js';
import type { Delivery, Mailer, Message } from '../../lambdas/shared/mailer.js';
import { compose, messageIdOf } from '../../lambdas/shared/mime.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import type { LedgerKey } from '../../lambdas/shared/send-ledger.js';

/** What is left as it is: two of these are never one file, also where file names have no case. */
const PLAIN = /^[a-z0-9_][a-z0-9._-]{0,79}$/;
const HASHED = /-[0-9a-f]{32}$/;

/** A file name of one recipient alone: nobody can choose an id whose mail takes another's place. */
function slug(text: string): string {
  if (PLAIN.test(text) && !HASHED.test(text)) return text;
  const plain = text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+/, '')
    .slice(0, 80);
  return `${plain}-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

/** Where a mail lies in the outbox; any mail client opens it. */
export const outboxKey = (key: LedgerKey): string => `${STORE.outbox}${key.period}/${key.campaign}-${slug(key.recipient)}.eml`;

/** Writes each mail as an .eml file instead of sending it. The same mail gives the same bytes under the same name. */
export class Outbox implements Mailer {
  constructor(private readonly store: ObjectStore) {}

  async send(message: Message): Promise<Delivery> {
    try {
      await this.store.write(outboxKey(message.key), await compose(message));
      return { kind: 'sent', messageId: messageIdOf(message) };
    } catch (error) {
      // The store never leaves half an object behind, so a failed write surely wrote nothing.
      return { kind: 'not_sent', because: `outbox: ${(error as Error).message}`, retryable: false };
    }
  }
}
