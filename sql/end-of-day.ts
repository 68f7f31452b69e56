import { addDays, daysBetween } from '../contracts/days.js';

/** Instants at which local days end, from the time-zone database of the runtime (Intl). */

const formats = new Map<string, Intl.DateTimeFormat>();

function localDay(at: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(at);
}

const MINUTE = 60_000;

/** The first instant, in ms UTC, that no longer belongs to the local day. Days of 23 and 25 hours come out right. */
export function endOfDay(day: string, zone: string): number {
  const next = addDays(day, 1);
  const naive = Date.parse(`${next}T00:00:00Z`);
  let before = naive - 15 * 60 * MINUTE;
  let after = naive + 15 * 60 * MINUTE;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (localDay(middle, zone) >= next) after = middle;
    else before = middle;
  }
  return after;
}

/** Minutes to take from the naive next midnight to get the end of the local day in UTC. */
const offsetAt = (day: string, zone: string): number =>
  (Date.parse(`${addDays(day, 1)}T00:00:00Z`) - endOfDay(day, zone)) / MINUTE;

export interface OffsetSpan {
  /** First local day of the span. */
  from: string;
  minutes: number;
}

/**
 * Offsets of a zone by local day, newest first, over [first, last]. Changes are looked for every 14 days and then
 * narrowed down; no zone of the database changes twice within 14 days.
 */
export function offsetSpans(zone: string, first: string, last: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [{ from: first, minutes: offsetAt(first, zone) }];
  for (let day = first; day < last; ) {
    const step = addDays(day, 14) < last ? addDays(day, 14) : last;
    const minutes = offsetAt(step, zone);
    if (minutes !== spans[0]!.minutes) {
      let same = day;
      let changed = step;
      while (addDays(same, 1) < changed) {
        const gap = Math.floor(daysBetween(same, changed) / 2);
        const middle = addDays(same, gap);
        if (offsetAt(middle, zone) === minutes) changed = middle;
        else same = middle;
      }
      spans.unshift({ from: changed, minutes });
    }
    day = step;
  }
  return spans;
}
