import { describe, expect, test } from 'vitest';
import { parseAddress, writeAddress } from '../../dashboard/src/address.js';
import { periodsOf } from '../../dashboard/src/overview/periods.js';

const of = (
  day: string,
  counts: Partial<Record<'met' | 'fault' | 'forgiven' | 'forgiven_as_met' | 'excluded' | 'pending', number>>,
) => ({
  region: 'DE',
  metric: 'late_dispatch',
  day,
  met: 0,
  fault: 0,
  forgiven: 0,
  forgiven_as_met: 0,
  excluded: 0,
  pending: 0,
  ...counts,
});

describe('a metric over time', () => {
  test('weeks end on the run date, and divide summed counts rather than average daily rates', () => {
    // 1 of 2 on one day and 0 of 98 on another are 1 of 100, not a mean of 50 % and 0 %
    const weeks = periodsOf([of('2026-11-14', { met: 1, fault: 1 }), of('2026-11-20', { met: 98 })], 'week', '2026-11-20');
    expect(weeks).toHaveLength(1);
    expect(weeks[0]).toMatchObject({ first: '2026-11-14', last: '2026-11-20', met: 99, fault: 1, accountable: 0.01 });
  });

  test('the day before the week belongs to the week before', () => {
    const weeks = periodsOf([of('2026-11-13', { fault: 1 }), of('2026-11-14', { met: 1 })], 'week', '2026-11-20');
    expect(weeks.map(({ first, last, met, fault }) => [first, last, met, fault])).toEqual([
      ['2026-11-07', '2026-11-13', 0, 1],
      ['2026-11-14', '2026-11-20', 1, 0],
    ]);
  });

  test('a day on which nothing final was counted has no rate, which is not a rate of zero', () => {
    const days = periodsOf([of('2026-11-18', { met: 4 }), of('2026-11-20', { pending: 3 })], 'day', '2026-11-20');
    expect(days.map(({ last, accountable, raw, pending }) => [last, accountable, raw, pending])).toEqual([
      ['2026-11-18', 0, 0, 0],
      ['2026-11-19', null, null, 0],
      ['2026-11-20', null, null, 3],
    ]);
  });

  test('forgiven faults are in the raw rate alone', () => {
    const [day] = periodsOf([of('2026-11-20', { met: 8, fault: 1, forgiven: 1 })], 'day', '2026-11-20');
    expect(day).toMatchObject({ accountable: 1 / 9, raw: 2 / 10 });
  });

  test('a forgiven fault that counts as met makes the accountable rate smaller, and the raw rate not', () => {
    const [day] = periodsOf([of('2026-11-20', { met: 8, fault: 1, forgiven: 1, forgiven_as_met: 1 })], 'day', '2026-11-20');
    expect(day).toMatchObject({ counted: 10, accountable: 1 / 10, raw: 2 / 10 });
  });

  test('days across the change to summer time and back are one day apart', () => {
    const days = periodsOf([of('2026-03-28', { met: 1 }), of('2026-10-26', { met: 1 })], 'day', '2026-10-26');
    expect(days).toHaveLength(213); // 28 March to 26 October, both counted
    expect(days.filter(({ met }) => met === 1).map(({ last }) => last)).toEqual(['2026-03-28', '2026-10-26']);
  });
});

describe('a link to a view', () => {
  test.each([
    '#/overview',
    '#/overview?region=DE&window=7',
    '#/sellers?region=GB&search=toys+%26+co&tier=below&sort=-orders',
    '#/seller/S000123?open=eu-seller-standards%2Flate_dispatch',
    '#/seller/a%2Fb%3Fc%23d?region=DE',
    '#/quality',
  ])('%s opens the view it was taken from', (hash) => {
    expect(writeAddress(parseAddress(hash))).toBe(hash);
  });

  test.each(['', '#', '#/', '#/nowhere?window=12', '#/seller', '#/seller/'])('%s opens the overview', (hash) => {
    expect(parseAddress(hash)).toMatchObject({ view: 'overview', region: 'ALL', window: 28 });
  });

  test('an id that is not well encoded is taken as it is', () => {
    expect(parseAddress('#/seller/100%')).toMatchObject({ view: 'seller', seller: '100%' });
  });
});
