import { describe, expect, it } from 'vitest';
import { clockOf, endOfDay, localDay, zoneFingerprint } from '../../contracts/zones.js';
import { dayOf, dayText, endOfLocalDay, localDay as localDayByWall } from '../independent/time.js';

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000', '');

describe('a local day ends at the first instant that the wall dates later', () => {
  it.each([
    ['Africa/Casablanca', '2026-09-19', '2026-09-19T23:00:00Z', 'an hour ahead of UTC for the last time'],
    ['Africa/Casablanca', '2026-11-12', '2026-11-13T00:00:00Z', 'on UTC since 20 September 2026'],
    ['America/Vancouver', '2026-11-12', '2026-11-13T07:00:00Z', 'seven hours behind all year since 2026'],
    ['America/Vancouver', '2025-11-12', '2025-11-13T08:00:00Z', 'eight hours behind in winter before that'],
    ['America/Havana', '2026-03-07', '2026-03-08T05:00:00Z', 'the next day begins at one'],
    ['America/Havana', '2026-10-31', '2026-11-01T04:00:00Z', 'the first of two midnights'],
    ['America/Havana', '2026-11-01', '2026-11-02T05:00:00Z', 'its first hour came twice: 25 hours'],
    ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z', 'midnight is skipped'],
    ['Africa/Cairo', '2026-10-29', '2026-10-29T22:00:00Z', 'its last hour comes twice'],
    ['Asia/Beirut', '2026-03-28', '2026-03-28T22:00:00Z', 'midnight is skipped'],
    ['Asia/Beirut', '2026-10-24', '2026-10-24T22:00:00Z', 'its last hour comes twice'],
    ['Asia/Amman', '2021-10-28', '2021-10-28T21:00:00Z', 'the first of two midnights'],
    ['Atlantic/Azores', '2026-10-24', '2026-10-25T00:00:00Z', 'the first of two midnights'],
    ['Atlantic/Azores', '2026-03-28', '2026-03-29T01:00:00Z', 'midnight is skipped'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T03:00:00Z', 'its last hour comes twice'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00Z', 'midnight is skipped'],
    [
      'America/St_Johns',
      '2010-11-06',
      '2010-11-07T02:30:00Z',
      'a midnight that was there, though clocks went back a minute later',
    ],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z', 'the day before the day that never was'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 'the day that never was'],
    ['Africa/Monrovia', '1971-06-01', '1971-06-02T00:44:30Z', 'offsets had seconds'],
    ['Europe/London', '2199-07-01', '2199-07-01T23:00:00Z', 'as far as moments may land'],
  ])('in %s the day %s ends at %s: %s', (zone, day, end) => {
    expect(iso(endOfDay(day, zone))).toBe(end);
    expect(localDay(Date.parse(end) - 1, zone) <= day).toBe(true);
    expect(localDay(Date.parse(end), zone) > day).toBe(true);
  });

  it('an hour that comes again over midnight stays with the day that had begun', () => {
    const hours = ['02:29', '02:30', '02:31', '03:29', '03:30'].map((hour) => Date.parse(`2010-11-07T${hour}:00Z`));
    expect(hours.map((at) => localDay(at, 'America/St_Johns').slice(-2))).toEqual(['06', '07', '07', '07', '07']);
  });

  it('a pause of summer for Ramadan is seen, also one of a few days in years to come', () => {
    const of = (year: string) => clockOf('Asia/Gaza').filter(({ until }) => iso(until).startsWith(year)).length;
    expect([of('2030'), of('2054')]).toEqual([2, 4]);
  });
});

it('a second reckoning, by what a clock on the wall shows, agrees on every day and hour around the switches of ten years', () => {
  const zones = ['America/Havana', 'America/St_Johns', 'Africa/Cairo', 'Asia/Gaza', 'Australia/Lord_Howe', 'America/Nuuk'];
  const wrong: string[] = [];
  for (const zone of zones)
    for (const { until } of clockOf(zone).filter((span) => /^20[01]/.test(iso(span.until))))
      for (let minute = -26 * 60; minute <= 26 * 60; minute += 29) {
        const at = until + minute * 60_000;
        const day = localDay(at, zone);
        if (day !== dayText(localDayByWall(zone, at * 1000))) wrong.push(`${zone} ${iso(at)}`);
        if (endOfDay(day, zone) * 1000 - 1 !== endOfLocalDay(zone, dayOf(day)!)) wrong.push(`${zone} ${day}`);
      }
  expect(wrong).toEqual([]);
});

it('two names of one clock have one fingerprint, and clocks that differ have two', () => {
  expect(zoneFingerprint('US/Pacific')).toBe(zoneFingerprint('America/Los_Angeles'));
  expect(zoneFingerprint('America/Vancouver')).not.toBe(zoneFingerprint('America/Los_Angeles'));
});
