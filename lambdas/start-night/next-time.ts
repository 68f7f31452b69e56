import { addDays } from '../../contracts/days.js';
import { clockOf, localDay } from '../../contracts/zones.js';

/** The instant at which a zone's clock shows a time of a day, in ms UTC; the end of the gap where the clock skips it. */
function instantOf(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`);
  let from = Number.NEGATIVE_INFINITY;
  for (const { until, seconds } of clockOf(zone)) {
    const at = Math.max(from, wall - seconds * 1000);
    if (at < until) return at;
    from = until;
  }
  throw new Error(`${day} ${time} ${zone}: lies beyond the clocks that we know`);
}

/** The next instant after another (ISO 8601) at which a zone's clock shows HH:MM. */
export function nextTime(after: string, time: string, zone: string): string {
  const since = Date.parse(after);
  const day = localDay(since, zone);
  const today = instantOf(day, time, zone);
  return new Date(today > since ? today : instantOf(addDays(day, 1), time, zone)).toISOString();
}
