/**
 * Local-day arithmetic, from nothing but Intl. A moment is whole microseconds since 1970 UTC, a day whole days since 1970:
 * both are exact integers in a double, so `<=` on them is the comparison the rules speak of.
 */
export type Micros = number;
export type Day = number;

export const SECOND = 1_000_000;
export const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const MINUTE = 60 * SECOND;
/** Between two moments of one hour with the same offset, we take it that nothing changed. */
const STEP = HOUR / 4;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, Micros>>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    const number = 'numeric';
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      ...{ year: number, month: number, day: number, hour: number, minute: number, second: number },
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Local clock minus UTC at that moment. */
function offsetAt(zone: string, moment: Micros): Micros {
  const step = Math.floor(moment / STEP) * STEP;
  const offset = keptOffset(zone, step);
  return offset === keptOffset(zone, step + STEP) ? offset : askOffset(zone, Math.floor(moment / 1000));
}

function keptOffset(zone: string, step: Micros): Micros {
  if (!offsets.has(zone)) offsets.set(zone, new Map());
  const known = offsets.get(zone)!;
  if (!known.has(step)) known.set(step, askOffset(zone, step / 1000));
  return known.get(step)!;
}

function askOffset(zone: string, millis: number): Micros {
  const parts = formatterOf(zone).formatToParts(millis);
  const part = Object.fromEntries(parts.map((p) => [p.type, Number(p.value)]));
  const clock = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return (clock - Math.floor(millis / 1000) * 1000) * 1000;
}

/** The calendar day that a clock on the wall in `zone` shows at that moment. */
const dateOnWall = (zone: string, moment: Micros): Day => Math.floor((moment + offsetAt(zone, moment)) / DAY);

/** The local day of a moment: the day on the wall, unless that day was over already and the clock was set back into it. */
export function localDay(zone: string, moment: Micros): Day {
  const shown = dateOnWall(zone, moment);
  return moment <= endOfLocalDay(zone, shown) ? shown : shown + 1;
}

/** What a clock on the wall shows, as if the wall were in UTC. */
export const wallClock = (zone: string, moment: Micros): Micros => moment + offsetAt(zone, moment);

/**
 * The moment at which the clock on the wall shows `wall`. A time shown twice (clocks set back) is the later of the two;
 * a time never shown (clocks set forward) is read with the offset that was in force before, so it stays on its day.
 */
export function momentOfWall(zone: string, wall: Micros): Micros {
  const before = wall - offsetAt(zone, wall - DAY);
  const after = wall - offsetAt(zone, wall + DAY);
  return wallClock(zone, after) === wall ? after : before;
}

const ends = new Map<string, Map<Day, Micros>>();

/** The last microsecond of a local day: just before the wall first shows a later date, be that at midnight, at 01:00 or at once. */
export function endOfLocalDay(zone: string, day: Day): Micros {
  const known = ends.get(zone)?.get(day);
  if (known !== undefined) return known;
  const end = searchEnd(zone, day);
  if (!ends.has(zone)) ends.set(zone, new Map());
  ends.get(zone)!.set(day, end);
  return end;
}

function searchEnd(zone: string, day: Day): Micros {
  // From well within the day on, never skipping a minute: a clock that goes back shows a date twice.
  const later = (moment: Micros): boolean => dateOnWall(zone, moment) > day;
  let moment = day * DAY - 15 * HOUR;
  while (!later(moment + STEP)) moment += STEP;
  while (!later(moment + MINUTE)) moment += MINUTE;
  while (!later(moment + SECOND)) moment += SECOND;
  return moment + SECOND - 1;
}

const days = new Map<string, Day | undefined>();

/** `2026-11-20` as a day number; undefined when there is no such day. */
export function dayOf(text: string): Day | undefined {
  if (!days.has(text)) days.set(text, calendarDay(text));
  return days.get(text);
}

function calendarDay(text: string): Day | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return undefined;
  const millis = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  const day = millis / 86_400_000;
  return dayText(day) === text ? day : undefined;
}

/** As dayOf, for a day that the caller wrote: throws when there is no such day. */
export function day(text: string): Day {
  const found = dayOf(text);
  if (found === undefined) throw new Error(`${text} is not a calendar day; write YYYY-MM-DD`);
  return found;
}

export const dayText = (value: Day): string => new Date(value * 86_400_000).toISOString().slice(0, 10);

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** An ISO 8601 moment with offset, or naive UTC; undefined when it is not one. Digits below the microsecond are dropped. */
export function momentOf(text: string): Micros | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [, date, hour, minute, second = '0', fraction = '', offset = 'Z'] = found;
  const days = dayOf(date!);
  if (Math.abs(offsetOf(offset) - HOUR) > 13 * HOUR) return undefined;
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const clock = days * DAY + Number(hour) * HOUR + Number(minute) * 60 * SECOND + Number(second) * SECOND;
  return clock + Number(fraction.slice(0, 6).padEnd(6, '0')) - offsetOf(offset);
}

function offsetOf(text: string): Micros {
  if (text === 'Z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const size = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * 60 * SECOND;
  return text[0] === '-' ? -size : size;
}
