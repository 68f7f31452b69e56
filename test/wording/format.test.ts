import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFor, sameRate } from '../../wording/format.js';
import { filesUnder } from './files.js';

const format = formatFor('en-GB');

describe('a rate', () => {
  it.each([
    [0.0397, undefined, '3.97%'],
    [0.05333, 0.04, '5.33%'],
    [0, 0.04, '0.00%'],
    [null, 0.04, '–'],
    [0.04, 0.04, '4.00%'],
    // 50 of 1,249 under a bound of 4 %: two decimals would say that it is met
    [50 / 1249, 0.04, '4.003%'],
    // nor may a met bound look missed
    [0.039996, 0.04, '3.9996%'],
    [0.0400000001, 0.04, '4.0000%'],
  ])('%s beside %s is written %s', (rate, bound, text) => {
    expect(format.rate(rate, bound)).toBe(text);
  });

  it('stands beside a bound that is written as the policy writes it', () => {
    expect([0.04, 0.025, 0.0125, 0.003125, 1].map(format.bound)).toEqual(['4%', '2.5%', '1.25%', '0.3125%', '100%']);
  });

  it('differs from another in percentage points, and not at all where the points would be 0.00', () => {
    expect(format.signedPoints(0.0033)).toBe('+0.33 pp');
    expect(format.signedPoints(-0.0033)).toBe('−0.33 pp');
    expect(format.points(-0.0033)).toBe('0.33 pp');
    expect(sameRate(0.04, 0.04004)).toBe(true);
    expect(format.points(0.00004)).toBe('0.00 pp');
    expect(sameRate(0.04, 0.04006)).toBe(false);
    expect(format.points(0.00006)).toBe('0.01 pp');
  });

  it('is written by the wording alone: no reader makes numbers, percentages or dates by itself', () => {
    const own = /Intl\.(NumberFormat|DateTimeFormat)|toLocale\w*String|\* 100\)\.to|style: 'percent'/;
    const readers = ['emails', 'pages', 'dashboard/src', 'cli', 'docs'].flatMap(filesUnder);
    expect(readers.length).toBeGreaterThan(50);
    expect(readers.filter((path) => own.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

describe('other numbers', () => {
  it('a share has one decimal; one that should be tiny is never rounded to nothing', () => {
    expect(format.share(0.31)).toBe('31.0%');
    expect(format.smallShare(0.000048)).toBe('0.0048%');
  });
  it('a change has a decimal only while it is small', () => {
    expect([0.042, -0.042, 0.42, 0].map(format.signedGrowth)).toEqual(['+4.2%', '−4.2%', '+42%', '0%']);
    expect(format.growth(-0.042)).toBe('4.2%');
  });
  it('money has the decimals of its currency', () => {
    expect(format.amount(1234, 'GBP')).toBe('£12.34');
    expect(format.amount(1234, 'JPY')).toBe('JP¥1,234');
    expect(format.wholeAmount(123456789, 'EUR')).toBe('€1,234,568');
    expect(format.shortAmount(123456789, 'EUR')).toBe('€1.23m');
    expect(format.amount(null, 'EUR')).toBe('–');
  });
  it.each([
    ['HUF', 19_990_000, 'HUF 199,900.00', 'HUF 199,900', 'HUF 200k'],
    ['IDR', 19_990_000, 'IDR 199,900.00', 'IDR 199,900', 'IDR 200k'],
    ['COP', 19_990_000, 'COP 199,900.00', 'COP 199,900', 'COP 200k'],
    ['PKR', 19_990_000, 'PKR 199,900.00', 'PKR 199,900', 'PKR 200k'],
    ['LBP', 19_990_000, 'LBP 199,900.00', 'LBP 199,900', 'LBP 200k'],
    ['IQD', 19_990_000, 'IQD 19,990.000', 'IQD 19,990', 'IQD 20k'],
    ['KWD', 19_990_000, 'KWD 19,990.000', 'KWD 19,990', 'KWD 20k'],
    ['TND', 19_990_000, 'TND 19,990.000', 'TND 19,990', 'TND 20k'],
    ['CLP', 199_900, 'CLP 199,900', 'CLP 199,900', 'CLP 200k'],
    ['ISK', 199_900, 'ISK 199,900', 'ISK 199,900', 'ISK 200k'],
    ['UGX', 199_900, 'UGX 199,900', 'UGX 199,900', 'UGX 200k'],
    ['XXY', 12_345, 'XXY 123.45', 'XXY 123', 'XXY 123'],
  ])('minor units of %s are those of ISO 4217, whatever the runtime thinks', (currency, minor, exact, whole, short) => {
    const written = [format.amount(minor, currency), format.wholeAmount(minor, currency), format.shortAmount(minor, currency)];
    expect(written.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([exact, whole, short]);
  });
  it('one thing is one, many are many', () => {
    expect([0, 1, 1204].map((n) => format.many(n, 'order'))).toEqual(['0 orders', '1 order', '1,204 orders']);
    expect(format.many(2, 'delivery', 'deliveries')).toBe('2 deliveries');
  });
  it('a moment is told in the zone it is asked for', () => {
    expect(format.moment(new Date('2026-11-03T16:00:00Z'), 'Europe/Berlin')).toBe('3 Nov 2026 17:00');
    expect(format.moment(new Date('2026-11-03T23:30:00Z'), 'Europe/Berlin')).toBe('4 Nov 2026 00:30');
    expect(format.day('2026-11-16')).toBe('16 Nov 2026');
  });
});
