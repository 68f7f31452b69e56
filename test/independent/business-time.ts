/** When an answer was due by a calendar, walked day by day on the wall clock of its region. */
import type { Region } from '../../policies/policy.js';
import type { Settings } from './rules.js';
import { type Day, dayText, endOfLocalDay, HOUR, localDay, type Micros, SECOND, wallClock } from './time.js';

export type CalendarRegion = Pick<Region, 'code' | 'time_zone' | 'calendar'>;

const NAMES = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

/** The moment at which so many hours of business have passed since another; nothing passes on days off, or while shops are closed. */
export function dueBy(region: CalendarRegion, asked: Micros, hours: number, by: string): Micros {
  let left = hours * HOUR;
  for (let day = localDay(region.time_zone, asked); ; day++) {
    const [opens, closes] = openOn(region, day, by);
    const from = Math.max(opens, asked);
    const there = Math.max(0, closes - from);
    if (there >= left && there > 0) return from + left;
    left -= there;
  }
}

function openOn({ time_zone, calendar }: CalendarRegion, day: Day, by: string): [Micros, Micros] {
  const { working_days, holidays, hours } = calendar!;
  const off = !(working_days as string[]).includes(NAMES[day % 7]!) || holidays.some(({ on }) => on === dayText(day));
  if (off) return [0, 0];
  const [begins, ends] = [endOfLocalDay(time_zone, day - 1) + 1, endOfLocalDay(time_zone, day) + 1];
  if (by === 'business_days') return [begins, ends];
  return [firstShowing(time_zone, day, hours!.opens, begins, ends), firstShowing(time_zone, day, hours!.closes, begins, ends)];
}

/** When the wall first shows a time of that day, or a later one. */
function firstShowing(zone: string, day: Day, time: string, begins: Micros, ends: Micros): Micros {
  const wall = day * 24 * HOUR + Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * 60 * SECOND;
  let at = begins;
  while (at < ends && wallClock(zone, at) < wall) at += 60 * SECOND;
  return at;
}

/** Whose calendar holds, and when the answer was due; undefined where every day counts. */
export function deadline(
  region: CalendarRegion,
  home: CalendarRegion | undefined,
  { from, hours, settings }: { from: Micros; hours: number; settings: Settings },
): Micros | undefined {
  if (settings.on === 'every_day') return undefined;
  const holds = settings.calendar === 'seller_home' && home?.calendar ? home : region;
  return dueBy(holds, from, hours, String(settings.on));
}
