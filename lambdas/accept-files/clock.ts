import { addDays, dayOfEpoch, daysBetween } from '../../contracts/days.js';
import { type ClockSpan, clockOf, type DayEnds, dayEndsOf } from '../../contracts/zones.js';

/** A market as far as accepting files needs it. */
export interface RegionClock {
  code: string;
  /** IANA name. */
  time_zone: string;
}

/** Seconds that hold from one switch to the next, as a tree of comparisons: of n switches a row is compared with log n. */
export type Seconds = { seconds: number } | { until: string; before: Seconds; after: Seconds };

/** All switches of two centuries, as two lists in DuckDB's words: numbers at which seconds change, and the seconds between them. */
interface Far {
  switches: string;
  seconds: string;
}

/** What a query answers that met a moment far from the landing days and was not told of such. */
const FAR = 'a moment far from its landing day';
export const isFar = (error: unknown): boolean => error instanceof Error && error.message.includes(FAR);

/** The regions' clocks, as queries need them. */
export interface Clock {
  /** Moments near the landing days, UTC; `to` is exclusive. */
  from: string;
  to: string;
  /** The same as local days, both inclusive. */
  first_day: string;
  last_day: string;
  /** Nothing where all of two centuries is told. why not always: it makes a small query five times as slow, and is hardly needed. */
  refuse_far: string;
  /** Regions whose clocks agree share one. `offset`: how far ahead of UTC. `end`: how far before UTC's midnight a local day ends. */
  kinds: { codes: string[]; offset: Seconds; far_offset: Far; end: Seconds; far_end: Far }[];
}

/** why no wider: each year makes small queries slower, and landed orders seldom lie further back. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 1;

const known = new Map<string, Clock>();

/** The clocks of regions for files that landed on these days; with `far`, for moments of any time. */
export function clockAround(days: readonly string[], regions: readonly RegionClock[], far: boolean): Clock {
  const years = days.filter((dt) => dt !== '').map((dt) => Number(dt.slice(0, 4)));
  // No accepted moment is before 1970, and on some clocks the first hours of 1970 are the last of the day before.
  const first = Math.max(1971, Math.min(...years) - YEARS_BEFORE);
  const end = Math.max(first + 1, Math.max(...years) + YEARS_AFTER + 1);
  const key = JSON.stringify([first, end, regions.map((r) => [r.code, r.time_zone])]);
  const found = known.get(key) ?? readClock(`${first}-01-01`, `${end}-01-01`, regions);
  known.set(key, found);
  return far ? { ...found, refuse_far: '' } : found;
}

function readClock(from: string, to: string, regions: readonly RegionClock[]): Clock {
  const kinds = new Map<string, Clock['kinds'][number]>();
  for (const { code, time_zone } of regions) {
    const clock = clockOf(time_zone);
    const key = JSON.stringify(clock);
    const kind = kinds.get(key) ?? kindOf(clock, dayEndsOf(time_zone), from, to);
    kind.codes.push(code);
    kinds.set(key, kind);
  }
  const [first_day, last_day] = [from, addDays(to, -1)];
  return { from: `${from} 00:00:00`, to: `${to} 00:00:00`, first_day, last_day, refuse_far: FAR, kinds: [...kinds.values()] };
}

const moment = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

function kindOf(clock: readonly ClockSpan[], ends: readonly DayEnds[], from: string, to: string): Clock['kinds'][number] {
  // Day ends begin where they change, as clock spans end where they do.
  const endSpans = ends.map(({ seconds }, at) => ({ until: ends[at + 1]?.from ?? Number.POSITIVE_INFINITY, seconds }));
  const [first, last] = [daysBetween('1970-01-01', from), daysBetween('1970-01-01', to) - 1];
  return {
    codes: [],
    offset: tree(within(clock, Date.parse(from), Date.parse(to) - 1), (ms) => `TIMESTAMP '${moment(ms)}'`),
    far_offset: far(clock.map(({ until, seconds }) => ({ until: until / 1000, seconds }))),
    end: tree(within(endSpans, first, last), (day) => `DATE '${dayOfEpoch(day)}'`),
    far_end: far(endSpans),
  };
}

/** The spans that hold somewhere between two places, both inclusive. */
const within = (spans: readonly ClockSpan[], first: number, last: number): ClockSpan[] =>
  spans.filter(({ until }, at) => until > first && (at === 0 || spans[at - 1]!.until <= last));

function tree(spans: readonly ClockSpan[], literal: (until: number) => string): Seconds {
  const [only] = spans;
  if (spans.length === 1) return { seconds: only!.seconds };
  const half = Math.floor(spans.length / 2);
  return {
    until: literal(spans[half - 1]!.until),
    before: tree(spans.slice(0, half), literal),
    after: tree(spans.slice(half), literal),
  };
}

const far = (spans: readonly ClockSpan[]): Far => ({
  switches: `[${spans.slice(0, -1).map(({ until }) => until)}]`,
  seconds: `[${spans.map(({ seconds }) => seconds)}]`,
});
