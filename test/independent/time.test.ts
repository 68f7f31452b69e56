import { describe, expect, it } from 'vitest';
import { dayOf, dayText, endOfLocalDay, localDay, momentOf, momentOfWall, wallClock } from './time.js';

const moment = (text: string): number => momentOf(text)!;
const iso = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString();

describe('moments', () => {
  it.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20 10:00', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00+05:30', '2026-11-20T04:30:00.000Z'],
    ['2026-11-20T10:00:00.5-0300', '2026-11-20T13:00:00.500Z'],
  ])('%s is %s', (text, expected) => {
    expect(iso(moment(text))).toBe(expected);
  });

  it.each(['2026-11-20', '2026-02-30T10:00:00Z', '2026-11-20T25:00:00Z', 'yesterday', '1763632800'])(
    '%s is no moment',
    (text) => {
      expect(momentOf(text)).toBeUndefined();
    },
  );

  it('are told apart to the microsecond', () => {
    expect(moment('2026-11-20T10:00:00.000001Z') - moment('2026-11-20T10:00:00Z')).toBe(1);
  });
});

describe('days', () => {
  it('a day that the calendar does not have is no day', () => {
    expect([dayOf('2026-02-29'), dayOf('2028-02-29') === undefined, dayOf('2026-13-01')]).toEqual([undefined, false, undefined]);
  });

  it.each([
    ['America/Sao_Paulo', '2017-10-15T02:59:59Z', '2017-10-14'],
    ['America/Sao_Paulo', '2017-10-15T03:00:00Z', '2017-10-15'],
    ['America/Sao_Paulo', '2018-02-18T02:59:59Z', '2018-02-17'],
    ['America/Sao_Paulo', '2018-02-18T03:00:00Z', '2018-02-18'],
    ['Europe/London', '2026-10-24T22:59:59Z', '2026-10-24'],
    ['Europe/London', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['Europe/London', '2026-10-25T23:59:59Z', '2026-10-25'],
    ['Asia/Kathmandu', '2026-11-20T18:14:59Z', '2026-11-20'],
    ['Asia/Kathmandu', '2026-11-20T18:15:00Z', '2026-11-21'],
    ['Africa/Casablanca', '2026-11-12T23:30:00Z', '2026-11-12'],
    ['America/Vancouver', '2026-11-13T07:30:00Z', '2026-11-13'],
    ['America/Havana', '2026-11-01T04:30:00Z', '2026-11-01'],
    ['America/St_Johns', '2010-11-07T02:45:00Z', '2010-11-07'],
  ])('in %s the moment %s is on %s', (zone, text, expected) => {
    expect(dayText(localDay(zone, moment(text)))).toBe(expected);
  });

  it.each([
    ['America/Sao_Paulo', '2017-10-14', '2017-10-15T03:00:00Z'],
    ['America/Sao_Paulo', '2017-10-15', '2017-10-16T02:00:00Z'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T03:00:00Z'],
    ['Europe/London', '2026-10-25', '2026-10-26T00:00:00Z'],
    ['Europe/London', '2026-03-29', '2026-03-29T23:00:00Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z'],
    ['America/Havana', '2026-10-31', '2026-11-01T04:00:00Z'],
    ['America/Havana', '2026-11-01', '2026-11-02T05:00:00Z'],
    ['America/St_Johns', '2010-11-06', '2010-11-07T02:30:00Z'],
  ])('in %s the last microsecond of %s lies just before %s', (zone, text, next) => {
    expect(endOfLocalDay(zone, dayOf(text)!)).toBe(moment(next) - 1);
  });
});

describe('clocks on the wall', () => {
  it('a time that never was is moved on, within its day', () => {
    const found = momentOfWall('America/Sao_Paulo', moment('2017-10-15T00:30:00Z'));
    expect(iso(found)).toBe('2017-10-15T03:30:00.000Z');
    expect(dayText(localDay('America/Sao_Paulo', found))).toBe('2017-10-15');
  });

  it('a time that came twice is the second', () => {
    expect(iso(momentOfWall('America/Sao_Paulo', moment('2018-02-17T23:30:00Z')))).toBe('2018-02-18T02:30:00.000Z');
  });

  it('every other time reads back as it was written', () => {
    for (let hour = 0; hour < 24 * 365; hour += 7) {
      const wall = moment('2018-03-01T00:10:00Z') + hour * 3_600_000_000;
      expect(wallClock('America/Sao_Paulo', momentOfWall('America/Sao_Paulo', wall))).toBe(wall);
    }
  });
});
