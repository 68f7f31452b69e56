/** The file of all faults that a mail brings: a table that any spreadsheet opens as text. */
import { describe, expect, it } from 'vitest';
import { faultsFile } from '../../emails/faults-file.js';
import { compose } from '../../lambdas/shared/mime.js';
import { loadPolicies } from '../../policies/load.js';
import { cell } from '../../wording/csv.js';
import { wordingFor } from '../../wording/wording.js';
import { fault, policies } from '../helpers/mail-run.js';

const wording = wordingFor('en', policies);
const file = (...rows: Parameters<typeof faultsFile>[0]) => faultsFile(rows, { policies, run_date: '2026-11-16' }, wording);
const late = (id: string, day: string) => fault('s', 'late_dispatch', id, day, { ship_by: new Date(`${day}T16:00:00Z`) });

/** By the letter of RFC 4180: records end with CR LF, fields stand in quotes, a quote in one stands twice. */
function parsed(text: string): string[][] {
  const records = text.replace(/^\uFEFF/, '').split('\r\n');
  expect(records.pop()).toBe('');
  return records.map((record) =>
    [...record.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field]) => field!.replaceAll('""', '"')),
  );
}

describe('the file of all faults', () => {
  it('has each fault once, first to leave first, with the day it counts on and the day it leaves', () => {
    const [one] = file(
      late('o-2', '2026-11-03'),
      late('o-1', '2026-10-21'),
      fault('s', 'late_dispatch', 'o-3', '2026-11-01', { outcome: 'forgiven' }),
    );
    expect(one).toMatchObject({
      filename: 'orders-at-fault-2026-11-16.csv',
      contentType: 'text/csv; charset=utf-8; header=present',
    });
    const [head, ...rows] = parsed(one!.content);
    expect(head).toHaveLength(7);
    expect(rows.map((row) => row.slice(1, 6))).toEqual([
      ['Late dispatch', 'o-1', 'DE', '2026-10-21', '2026-11-22'],
      ['Late dispatch', 'o-2', 'DE', '2026-11-03', '2026-12-05'],
    ]);
    expect(rows[0]![6]).toContain('Handed over after the ship-by moment (ship by 21 Oct 2026 18:00');
  });

  it('is none where nothing is at fault', () => {
    expect(file()).toEqual([]);
    expect(file(fault('s', 'late_dispatch', 'o-3', '2026-11-01', { outcome: 'forgiven' }))).toEqual([]);
  });

  it('begins with a byte order mark, so that spreadsheets read its letters as they are', () => {
    expect(file(late('ö-1', '2026-11-01'))[0]!.content.charCodeAt(0)).toBe(0xfeff);
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n1', ' =1', '\u200B=1', '＝1', '＠x', '=HYPERLINK("http://x","y")'])(
    'holds %j as text, not as a formula',
    (text) => expect(cell(text)).toBe(`"'${text.replaceAll('"', '""')}"`),
  );

  it.each(['o-1', 'Ö', '1,5', 'a "b"', 'two\r\nlines', ''])('holds %j as it is', (text) =>
    expect(cell(text)).toBe(`"${text.replaceAll('"', '""')}"`),
  );

  it('comes with the mail byte for byte', async () => {
    const attachments = file(late('ö-=1', '2026-11-01'));
    const key = { campaign: 'scorecard', period: '2026-W47', recipient: 's' };
    const message = { from: 'a@b.example', to: 'c@d.example', subject: 's', html: '<p>', text: 't', headers: {}, attachments };
    const mail = (await compose({ ...message, date: '2026-11-16T23:59:59Z', key })).toString('latin1');
    const [, , part] = mail.split(/Content-Type: text\/csv[\s\S]*?\r\n\r\n/).flatMap((some) => [some, some]);
    expect(mail).toContain('filename=orders-at-fault-2026-11-16.csv');
    expect(Buffer.from(part!.split('\r\n--')[0]!, 'base64').toString('utf8')).toBe(attachments[0]!.content);
  });
});

describe('the page of a seller', () => {
  const regions = (page: string) => `regions:
  GB: { name: Britain, time_zone: Europe/London, currency: GBP, silent_day_is_fault: true, dispatch_milestone: first_scan, why: made }
mails: { from: a@b.example, seller_page: "${page}" }
`;
  it.each(['http://market.example/{seller_id}', 'https://market.example/sellers', 'sellers/{seller_id}'])(
    'is refused where it is no address that names the seller: %s',
    (page) =>
      expect(() => loadPolicies({ 'regions.yaml': regions(page) }, '2026-11-16')).toThrow(
        /mails\.seller_page: .*write an https address with \{seller_id\} in it/,
      ),
  );
});
