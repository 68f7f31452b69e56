import { describe, expect, it } from 'vitest';
import { Outbox, outboxKey } from '../../../infra/local/mailer.js';
import type { Message } from '../../../lambdas/shared/mailer.js';
import { freshStore } from '../../helpers/fresh-store.js';

const message = (change: Partial<Message> = {}): Message => ({
  from: 'Seller Scorecards <scorecards@market.example>',
  to: 'shop@sellers.example',
  subject: 'Your scorecard: At risk – late dispatch 5.3% (4.0% allowed)',
  html: '<p>Grüße</p>',
  text: `Grüße\n${'a long line '.repeat(20)}`,
  headers: { 'List-Unsubscribe': '<mailto:scorecards@market.example?subject=unsubscribe>' },
  date: '2026-11-16T23:59:59Z',
  key: { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0001' },
  ...change,
});

describe('the outbox', () => {
  it('lays each mail down as a file that any mail client opens', async () => {
    const store = await freshStore();
    const delivery = await new Outbox(store).send(message());
    const eml = (await store.read(outboxKey(message().key)))!.body.toString('utf8');
    expect(delivery).toEqual({ kind: 'sent', messageId: /^Message-ID: (<.*>)\r?$/m.exec(eml)?.[1] });
    expect(eml).toMatch(/^From: Seller Scorecards <scorecards@market\.example>\r$/m);
    expect(eml).toMatch(/^To: shop@sellers\.example\r$/m);
    expect(eml).toMatch(/^Date: Mon, 16 Nov 2026 23:59:59 \+0000\r$/m);
    expect(eml).toMatch(/^List-Unsubscribe: <mailto:/m);
    expect(eml).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(eml.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  });

  it('writes the same bytes for the same mail, and others for another recipient', async () => {
    const store = await freshStore();
    const outbox = new Outbox(store);
    await outbox.send(message());
    const first = (await store.read(outboxKey(message().key)))!.body;
    await outbox.send(message());
    expect((await store.read(outboxKey(message().key)))!.body.equals(first)).toBe(true);
    const other = message({ key: { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0002' } });
    await outbox.send(other);
    const boundary = (bytes: Buffer) => /boundary="(.*)"/.exec(bytes.toString())?.[1];
    expect(boundary((await store.read(outboxKey(other.key)))!.body)).not.toBe(boundary(first));
  });

  it('keeps recipients apart whose names look alike once they are file names', () => {
    const ids = ['a b', 'a/b', 'a-b', 'a?b', '../a-b', '店', '舗', 'A-B', 'A-b', 'é', 'e\u0301', 'x'.repeat(90), 'x'.repeat(91)];
    const nameOf = (recipient: string) => outboxKey({ campaign: 'digest', period: '2026-W47', recipient });
    // Whoever knows how names are made may choose an id that is the name of another's mail.
    const crafted = ids.map((id) => nameOf(id).replace(/^.*\/digest-(.*)\.eml$/, '$1'));
    const names = [...new Set([...ids, ...crafted])].map(nameOf);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^mail\/outbox\/2026-W47\/digest-[A-Za-z0-9._-]+\.eml$/);
  });

  it('lets no subject or address smuggle in a header or a second recipient', async () => {
    const store = await freshStore();
    await new Outbox(store).send(
      message({ subject: 'Hello\r\nBcc: other@sellers.example', to: 'shop@sellers.example\r\nCc: x@y.example' }),
    );
    const eml = (await store.read(outboxKey(message().key)))!.body.toString('utf8');
    expect(eml).not.toMatch(/^(Bcc|Cc):/m);
  });

  it('ends every line with CR LF and has none over 998 bytes, whatever a name or text holds', async () => {
    const store = await freshStore();
    const name = `"Wide\r\nBcc: x@y.example\n${'é'.repeat(600)}`;
    await new Outbox(store).send(message({ subject: name, text: `a\nb\rc\r\n${name}`, html: `<p>${'x'.repeat(5_000)}</p>\n` }));
    const eml = (await store.read(outboxKey(message().key)))!.body.toString('latin1');
    expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...eml.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(eml.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
    expect(eml).toMatch(/^[\r\n\x20-\x7e\t]*$/);
  });

  it('says not sent when the outbox is blocked by a file in its place', async () => {
    const store = await freshStore();
    await store.write('mail/outbox', 'a file where the folder should be');
    expect(await new Outbox(store).send(message())).toMatchObject({
      kind: 'not_sent',
      because: expect.stringContaining('outbox'),
    });
  });
});
