import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../contracts/days.js';
import { dayBefore, isoWeek, weekNumber } from '../../wording/calendar.js';

describe('the calendar', () => {
  it('counts days over months, years and changes of the clock', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-11-20', '2026-11-14')).toBe(-6);
  });

  it('gives a week to the year that holds its Thursday', () => {
    expect(['2026-11-16', '2027-01-01', '2024-12-30', '2026-01-04', '2026-01-05'].map(isoWeek)).toEqual([
      '2026-W47',
      '2026-W53',
      '2025-W01',
      '2026-W01',
      '2026-W02',
    ]);
    expect(weekNumber('2026-W07')).toBe(7);
  });

  it('takes the run date from the local day that has just ended', () => {
    expect(dayBefore('2026-11-17T00:30:00Z', 'Europe/London')).toBe('2026-11-16');
    expect(dayBefore('2026-11-17T00:30:00Z', 'America/Sao_Paulo')).toBe('2026-11-15');
  });
});
