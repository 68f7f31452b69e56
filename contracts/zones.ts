/**
 * Clocks of time zones, from one source: the time-zone data of the runtime (Intl). No database is ever asked about zones; what SQL
 * needs to know of them is rendered from here.
 *
 * One rule for days, also where midnight comes twice or never: a local day ends at the first instant whose date on the wall is a
 * later one, and an instant belongs to the first day that ends after it. So days follow each other without gap or overlap. Where a
 * clock is set back over a midnight that has passed (00:01 to 23:01 in St. John's until 2011), the repeated hour stays with the day
 * that had begun. A date that was skipped (30 December 2011 in Apia) is a day without an instant.
 */
import { createHash } from 'node:crypto';
import { dayOfEpoch, daysBetween } from './days.js';

/** A stretch of one offset. Moments are ms since 1970 in UTC. */
export interface ClockSpan {
  /** Exclusive; of the last span, where our knowledge ends. */
  until: number;
  /** How far the clock is ahead of UTC. */
  seconds: number;
}

/** Local days, from one on, that end so many seconds before the midnight of UTC that follows them. */
export interface DayEnds {
  /** Days since 1970. */
  from: number;
  seconds: number;
}

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
/** Moments land from 1970 to 2199, and no clock is a day away from UTC. */
const FIRST_DAY = -2;
const LAST_DAY = Date.UTC(2200, 0, 3) / DAY;
/** why 6 days: Tucumán moved its clocks for 12 days in 2004, and no zone for fewer since 1970. */
const STEP = 6 * DAY;
/** From here on zones have rules and no decrees. Where summer is all there is, four weeks are short enough. */
const RULES_FROM = Date.UTC(2038, 0, 1);
const STEP_OF_SUMMERS = 28 * DAY;
/** Gaza pauses its summers in Ramadan, sometimes for days. */
const STEP_OF_OTHERS = 2 * DAY;

/** How many seconds a zone's clock is ahead of UTC at an instant. */
type OffsetAt = (at: number) => number;

function offsetsOf(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: '2-digit' });
  return (at) => {
    const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at));
    if (!found) throw new Error(`${zone}: the runtime tells no offset from UTC; run it with Node 20 or later`);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = found;
    return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1 : 1);
  };
}

/** The instant at which the offset is no longer what it was at `before`, to the second; mostly a whole quarter of an hour. */
function switchBetween(before: number, after: number, offsetAt: OffsetAt): number {
  const was = offsetAt(before);
  const search = (unit: number): void => {
    while (after - before > unit) {
      const middle = before + Math.ceil((after - before) / unit / 2) * unit;
      if (middle >= after) return;
      if (offsetAt(middle) === was) before = middle;
      else after = middle;
    }
  };
  search(QUARTER);
  if (offsetAt(after - 1000) !== was) search(1000);
  return after;
}

/** Every stretch of constant offset, as the runtime tells them. */
export function toldSpans(zone: string): ClockSpan[] {
  const offsetAt = offsetsOf(zone);
  const decreed = lookedThrough(FIRST_DAY * DAY, RULES_FROM, STEP, offsetAt);
  const last = LAST_DAY * DAY;
  const byRules = spansOfSummers(RULES_FROM, last, offsetAt) ?? lookedThrough(RULES_FROM, last, STEP_OF_OTHERS, offsetAt);
  return [...decreed, ...byRules].filter(({ seconds }, at, all) => all[at + 1]?.seconds !== seconds);
}

function lookedThrough(from: number, end: number, step: number, offsetAt: OffsetAt): ClockSpan[] {
  const spans: ClockSpan[] = [];
  let seconds = offsetAt(from);
  for (let at = from; at < end; at += step) {
    const next = Math.min(end, at + step);
    const then = offsetAt(next);
    if (then === seconds) continue;
    spans.push({ until: switchBetween(at, next, offsetAt), seconds });
    seconds = then;
  }
  return [...spans, { until: end, seconds }];
}

/**
 * The same of a zone whose clock does each year what it did the year before, on the same weekday and hour 52 or 53 weeks later;
 * undefined of others. Little is looked at.
 */
function spansOfSummers(from: number, end: number, offsetAt: OffsetAt): ClockSpan[] | undefined {
  const yearLater = from + 400 * DAY;
  const spans = lookedThrough(from, yearLater, STEP, offsetAt).slice(0, -1);
  let seconds = offsetAt(yearLater);
  for (let at = yearLater; at < end; at += STEP_OF_SUMMERS) {
    const next = Math.min(end, at + STEP_OF_SUMMERS);
    const then = offsetAt(next);
    if (then === seconds) continue;
    const guesses = [364 * DAY, 371 * DAY].map((later) => (spans.at(-2)?.until ?? 0) + later);
    const until = guesses.find(
      (guess) => guess > at && guess <= next && offsetAt(guess - 1000) === seconds && offsetAt(guess) === then,
    );
    if (until === undefined) return undefined;
    spans.push({ until, seconds });
    seconds = then;
  }
  return [...spans, { until: end, seconds }];
}

/** The same, with each step back over a midnight put off until the day that had begun is there again. */
function neverBack(told: readonly ClockSpan[]): ClockSpan[] {
  return told.map(({ until, seconds }, at) => {
    const next = told[at + 1];
    if (!next) return { until, seconds };
    const begun = Math.floor((until - 1 + seconds * 1000) / DAY) * DAY;
    return { until: Math.max(until, begun - next.seconds * 1000), seconds };
  });
}

const clocks = new Map<string, readonly ClockSpan[]>();

/** The clock of a zone from the end of 1969 to the beginning of 2200, oldest span first: what days are told by. */
export function clockOf(zone: string): readonly ClockSpan[] {
  const known = clocks.get(zone) ?? neverBack(toldSpans(zone));
  clocks.set(zone, known);
  return known;
}

const ends = new Map<string, readonly DayEnds[]>();

/** Where the local days of a zone end, oldest first, over the same time. */
export function dayEndsOf(zone: string): readonly DayEnds[] {
  const known = ends.get(zone) ?? readEnds(clockOf(zone));
  ends.set(zone, known);
  return known;
}

const times = new Map<string, readonly DayEnds[]>();

/**
 * When the clock on the wall first shows a time of the day, so many ms after midnight, or a later one of that day: so many seconds
 * before UTC's clock shows it on the same day. At 24 hours it is where the day ends, at none where it begins.
 */
export function timesOf(zone: string, time: number): readonly DayEnds[] {
  const key = `${zone} ${time}`;
  const known = times.get(key) ?? readEnds(clockOf(zone), time);
  times.set(key, known);
  return known;
}

function readEnds(clock: readonly ClockSpan[], time = DAY): DayEnds[] {
  // Only within two days of a switch can a day end by another offset than the day before.
  const near = clock.flatMap(({ until }) => [-2, -1, 0, 1, 2].map((days) => Math.floor(until / DAY) + days));
  const days = [FIRST_DAY, ...new Set(near.filter((day) => day > FIRST_DAY && day < LAST_DAY - 1))];
  const found: DayEnds[] = [];
  let at = 0;
  let start = Number.NEGATIVE_INFINITY;
  for (const day of days.sort((a, b) => a - b)) {
    const wall = day * DAY + time;
    // The first instant of this span, or of a later one, at which the wall shows that or more.
    while (Math.max(start, wall - clock[at]!.seconds * 1000) >= clock[at]!.until) start = clock[at++]!.until;
    const seconds = (wall - Math.max(start, wall - clock[at]!.seconds * 1000)) / 1000;
    if (found.at(-1)?.seconds !== seconds) found.push({ from: day, seconds });
  }
  return found;
}

/** The last of some spans that begins no later than a day. */
const spanAt = (spans: readonly DayEnds[], day: number): DayEnds => spans.findLast(({ from }) => from <= day) ?? spans[0]!;

/** The first instant, in ms UTC, that no longer belongs to the local day. Days of 23 and 25 hours come out right. */
export function endOfDay(day: string, zone: string): number {
  const nth = daysBetween('1970-01-01', day);
  return (nth + 1) * DAY - spanAt(dayEndsOf(zone), nth).seconds * 1000;
}

/** The local day of an instant. */
export function localDay(at: number, zone: string): string {
  const clock = clockOf(zone);
  const { seconds } = clock.find(({ until }) => at < until) ?? clock.at(-1)!;
  return dayOfEpoch(Math.floor((at + seconds * 1000) / DAY));
}

const prints = new Map<string, string>();

/** Changes when the clock of this zone does, and not when the data of other zones do. */
export function zoneFingerprint(zone: string): string {
  const known =
    prints.get(zone) ??
    createHash('sha256')
      .update(JSON.stringify(clockOf(zone)))
      .digest('hex')
      .slice(0, 16);
  prints.set(zone, known);
  return known;
}
