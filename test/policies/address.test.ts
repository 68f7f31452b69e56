import { describe, expect, it } from 'vitest';
import { isSender, mailableAddress } from '../../policies/address.js';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

describe('an address', () => {
  it.each([
    ['shop@sellers.example', 'shop@sellers.example'],
    ['First.Last+tag@Sellers.Example', 'First.Last+tag@Sellers.Example'],
    ['shop@müller.example', 'shop@xn--mller-kva.example'],
    ['shop@例え.example', 'shop@xn--r8jz45g.example'],
  ])('%s is mailed as %s', (written, mailed) => expect(mailableAddress(written)).toBe(mailed));

  it.each([
    '',
    'shop',
    '@sellers.example',
    'shop@',
    'shöp@sellers.example',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'Shop <a@b.example>',
    ' a@b.example',
    'a@b.example\r\nBcc: x@y.example',
    'a b@c.example',
    'a@b c.example',
    'a@ü b.example',
    'a@ü\r\nx.example',
    'a..b@c.example',
    '.a@c.example',
    'a@-b.example',
    'a@b..example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}`,
  ])('%j is mailed to nobody', (written) => expect(mailableAddress(written)).toBeUndefined());

  it.each(['a@b.example', 'Seller Scorecards <a@b.example>', '"Scorecards, Inc." <a@b.example>'])('%s may send', (from) =>
    expect(isSender(from)).toBe(true),
  );
  it.each([
    '',
    'Scorecards',
    'A, B <a@b.example>',
    'A <a@b.example>, B <c@d.example>',
    'A\r\nBcc: x <a@b.example>',
    '"A" B" <a@b.example>',
  ])('%j may not send', (from) => expect(isSender(from)).toBe(false));
});

describe('addresses in regions.yaml', () => {
  const regions = (mails: string) =>
    `regions:\n  GB: { name: Britain, time_zone: Europe/London, currency: GBP, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true }\nmails:\n${mails}`;
  const told = (mails: string): string => {
    try {
      loadPolicies({ 'regions.yaml': regions(mails) }, '2026-11-16');
    } catch (error) {
      if (error instanceof PolicyRefused) return error.lines.join('\n');
      throw error;
    }
    return '';
  };

  it('that are none are refused with file and line', () => {
    expect(told('  from: "A <a@b.example>\\r\\nBcc: x@y.example"\n')).toContain('regions.yaml:4 mails.from: ');
    expect(told('  from: a@b.example\n  leadership:\n    - a@b.example\n    - "a@b.example, c@d.example"\n')).toContain(
      'regions.yaml:7 mails.leadership.1: "a@b.example, c@d.example" is not one plain address',
    );
    expect(told('  from: a@b.example\n  operators: ["Ops <a@b.example>"]\n')).toContain('regions.yaml:5 mails.operators.0: ');
    expect(told('  from: a@b.example\n  regional_teams:\n    GB: ["a@b.example\\r\\n"]\n')).toContain(
      'regions.yaml:6 mails.regional_teams.GB.0: ',
    );
  });
});
