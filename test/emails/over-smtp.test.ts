/** A scorecard mail sent over SMTP to a mail server on this machine, and read there by a parser that we did not write. */
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { renderScorecard } from '../../emails/scorecard.js';
import type { Message } from '../../lambdas/shared/mailer.js';
import { compose, messageIdOf } from '../../lambdas/shared/mime.js';
import { mailOrdersOf } from '../helpers/mail-orders.js';
import { mailRows, policies } from '../helpers/mail-run.js';

interface Received {
  from: string;
  to: string[];
  raw: Buffer;
}

/** Takes what is sent meanwhile, as any mail server would: each as it came over the wire. */
async function receiving(send: (port: number) => Promise<void>): Promise<Received[]> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
        done();
      });
    },
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  await send((server.server.address() as AddressInfo).port);
  await new Promise<void>((closed) => {
    server.close(() => closed());
  });
  return received;
}

it('A scorecard mail arrives over SMTP as it was sent: both its parts, its table, its headers, whatever the shop is called', async () => {
  const rows = mailRows();
  const own = <Row extends { seller_id: string }>(some: Row[]): Row[] => some.filter((row) => row.seller_id === 'S-0001');
  const name = '.\r\n.\r\n店 Süd "Ö" \u202e=?utf-8?q?x?= 📦';
  const details = own(rows.outcome_details);
  const rendered = await renderScorecard({
    ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', campaign: 'scorecard', policies },
    seller: { seller_id: 'S-0001', name, locale: null },
    ...{ scorecards: own(rows.scorecards), metrics: own(rows.seller_metrics), details },
    orders: await mailOrdersOf(details, policies, rows.scorecards),
    ...{ changes: own(rows.tier_changes), standings: [], evaluated: [], points: [], scores: [], score_parts: [] },
  });
  const message: Message = {
    ...rendered,
    subject: `${rendered.subject} 店`,
    from: policies.mails.from,
    to: 's-0001@sellers.example',
    headers: { 'List-Unsubscribe': '<mailto:scorecards@market.example?subject=Stop>', 'Auto-Submitted': 'auto-generated' },
    date: '2026-11-16T23:59:59Z',
    key: { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0001' },
  };
  const raw = await compose(message);
  const [mail, ...others] = await receiving(async (port) => {
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    await transport.sendMail({ envelope: { from: 'scorecards@market.example', to: [message.to] }, raw });
    transport.close();
  });
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ from: 'scorecards@market.example', to: [message.to] });
  expect(mail!.raw.equals(raw)).toBe(true);

  const read = await PostalMime.parse(mail!.raw);
  const header = (key: string): string[] => read.headers.filter((one) => one.key === key).map(({ value }) => value);
  expect(read.subject).toBe(message.subject);
  expect(read.from).toMatchObject({ name: 'Seller Scorecards', address: 'scorecards@market.example' });
  expect(read.to).toEqual([expect.objectContaining({ address: message.to })]);
  expect(read.messageId).toBe(messageIdOf(message));
  expect(Date.parse(read.date!)).toBe(Date.parse(message.date));
  expect(header('list-unsubscribe')).toEqual([message.headers['List-Unsubscribe']]);
  expect(header('auto-submitted')).toEqual(['auto-generated']);
  expect(header('mime-version')).toEqual(['1.0']);
  for (const once of ['from', 'to', 'subject', 'date', 'message-id', 'content-type']) expect(header(once)).toHaveLength(1);
  const lines = (text: string | undefined): string[] => (text ?? '').trimEnd().split(/\r\n|\r|\n/);
  expect(lines(read.text)).toEqual(lines(message.text));
  expect(lines(read.html)).toEqual(lines(message.html));
  const [table, ...more] = read.attachments;
  expect(more).toEqual([]);
  expect(table).toMatchObject({ filename: message.attachments![0]!.filename, disposition: 'attachment', mimeType: 'text/csv' });
  expect(Buffer.from(table!.content as ArrayBuffer).toString('utf8')).toBe(message.attachments![0]!.content);
  // As a mail travels: letters of ASCII in lines of at most 998, ended by CR LF.
  const wire = mail!.raw.toString('latin1');
  expect(wire).toMatch(/^[\t\r\n\x20-\x7e]*$/);
  expect(Math.max(...wire.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});
