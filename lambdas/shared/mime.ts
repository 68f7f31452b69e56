import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from './mailer.js';
import { keyHash } from './send-ledger.js';

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';

export const messageIdOf = (message: Message): string => `<${keyHash(message.key)}@${domainOf(message.from)}>`;

/** The message as RFC 5322 bytes. The same message gives the same bytes: Date, Message-ID and MIME boundaries come from it. */
export async function compose(message: Message): Promise<Buffer> {
  const composed = await new MailComposer({
    from: message.from,
    to: message.to,
    subject: message.subject,
    date: new Date(message.date),
    messageId: messageIdOf(message),
    headers: message.headers,
    text: message.text,
    html: message.html,
    // why base64: lines of a file are as long as they are, and end as they end.
    ...(message.attachments
      ? {
          attachments: message.attachments.map((one) => ({
            ...one,
            content: Buffer.from(one.content as string),
            ...(one.cid ? { contentDisposition: 'inline' as const } : {}),
            contentTransferEncoding: 'base64' as const,
          })),
        }
      : {}),
    textEncoding: 'quoted-printable',
    baseBoundary: keyHash(message.key),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return asSent(composed);
}

/** Every line ended by CR LF, as a mail travels; what is composed is ASCII, so that its bytes are its letters. */
const asSent = (mail: Buffer): Buffer => Buffer.from(mail.toString('latin1').replaceAll(/\r\n|\r|\n/g, '\r\n'), 'latin1');
