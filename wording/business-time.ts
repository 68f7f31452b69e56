/** What time did not count between a question and its deadline, in words: for whoever wants to count it again. */
import { addDays } from '../contracts/days.js';
import type { Metric } from '../metrics/metric.js';
import type { Region } from '../policies/policy.js';
import { WEEKDAYS } from '../policies/weekdays.js';
import type { Wording } from './wording.js';

type Moments = Readonly<Record<string, unknown>>;

/** A day off, and the public holiday that it is. */
interface DayOff {
  day: string;
  holiday: string | undefined;
}

const localDay = (moment: string, timeZone: string): string =>
  // Canada writes days as ISO does.
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(moment));

/** The days off from the local day of a moment to that of another. */
function daysOff({ calendar, time_zone }: Region, from: string, to: string): DayOff[] {
  const found: DayOff[] = [];
  const last = localDay(to, time_zone);
  for (let day = localDay(from, time_zone); calendar && day <= last; day = addDays(day, 1)) {
    const holiday = calendar.holidays.find(({ on }) => on === day)?.name;
    // Sunday is 0 there and last here.
    const weekday = WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7]!;
    if (holiday || !calendar.working_days.includes(weekday)) found.push({ day, holiday });
  }
  return found;
}

/**
 * `by the calendar of Germany, where 14 Nov, 15 Nov and 18 Nov (Buß- und Bettag) do not count`; undefined of what is not counted in
 * business time.
 */
export function businessTimeNote(
  moments: Moments,
  limit: Metric['limit'],
  regions: ReadonlyMap<string, Region>,
  wording: Wording,
): string | undefined {
  const [from, due, calendar] = limit ? [limit.from, limit.due, limit.calendar].map((column) => moments[column]) : [];
  const region = regions.get(String(calendar));
  if (!region?.calendar || !from || !due) return undefined;
  const { format, words } = wording;
  const off = daysOff(region, String(from), String(due));
  const say = words.businessTime;
  return [
    say.calendar(region.name),
    ...(off.length > 0
      ? [say.off(format.list(off.map(({ day, holiday }) => say.day(format.shortDay(day), holiday))), off.length > 1)]
      : []),
  ].join(', ');
}
