/** What SQL needs to know of business time: whose limits are counted in it, and when shops of a region open and close. */
import { addDays, dayOfEpoch, daysBetween } from '../contracts/days.js';
import { type DayEnds, timesOf } from '../contracts/zones.js';
import { metricOf } from '../metrics/index.js';
import { type Calendar, inBusinessTime } from '../policies/calendar.js';
import type { Region } from '../policies/policy.js';
import { WEEKDAYS } from '../policies/weekdays.js';
import type { ComposedMetric } from './judging.js';
import { dateLiteral, quoted } from './literals.js';
import { DAYS_AFTER, DAYS_BEFORE, localDaySql } from './local-days.js';
import type { NightFacts } from './render.js';

interface Limited {
  metric: string;
  subject: 'order' | 'conversation';
  /** The moment from which it is counted, how long it is, and by which hours: business_days or business_hours. */
  from: string;
  seconds: number;
  hours: string;
  /** Whether the calendar of the seller's home region holds. */
  by_home: boolean;
}

type WithCalendar = Region & { calendar: Calendar };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const limited = (m: ComposedMetric): Limited => {
  const { from, setting, hours } = metricOf(m.metric)!.limit!;
  return {
    ...{ metric: m.metric, subject: m.subject as Limited['subject'], from, seconds: Number(m.settings[setting]) * hours * 3600 },
    ...{ hours: String(m.settings.on), by_home: m.settings.calendar === 'seller_home' },
  };
};

export function businessWords(facts: NightFacts, composed: ReadonlyMap<string, ComposedMetric>) {
  const { policies, run_date, not_measured } = facts;
  const all = inBusinessTime([...composed.values()]).filter(({ metric }) => !not_measured.includes(metric));
  const limits = all.map((m) => limited(composed.get(m.metric)!));
  const withCalendar = policies.regions.filter((region): region is WithCalendar => region.calendar !== undefined);
  const first = addDays(run_date, -DAYS_BEFORE);
  const last = addDays(run_date, DAYS_AFTER);
  return {
    in_business_time: (subject?: Limited['subject']): Limited[] => limits.filter((one) => !subject || one.subject === subject),
    /** Whether orders are held against the calendar of where their seller is. */
    orders_by_home: limits.some(({ subject, by_home }) => subject === 'order' && by_home),
    /** How days are counted by some limit: whole, or their opening hours alone. */
    hours_counted: [...new Set(limits.map(({ hours }) => hours))],
    calendar_regions: ['?', ...withCalendar.map(({ code }) => code)],
    /** Weekdays on which a region works, Monday is 0. */
    working_weekdays: withCalendar.flatMap(({ code, calendar }) =>
      calendar.working_days.map((day) => ({ region: code, weekday: WEEKDAYS.indexOf(day) })),
    ),
    holidays: withCalendar.flatMap(({ code, calendar }) =>
      calendar.holidays.map(({ on }) => ({ region: code, day: dateLiteral(on) })),
    ),
    calendar_from: dateLiteral(first),
    calendar_days: daysBetween(first, last),
    /** The instants at which shops of a region open and close on a day. */
    opens_at: (hours: string, region: string, day: string) =>
      timeOfDaySql(
        withCalendar,
        { first, last },
        { region, day, timeOf: (c) => (hours === 'business_hours' ? c.hours?.opens : '00:00') },
      ),
    closes_at: (hours: string, region: string, day: string) =>
      timeOfDaySql(
        withCalendar,
        { first, last },
        { region, day, timeOf: (c) => (hours === 'business_hours' ? c.hours?.closes : '24:00') },
      ),
    local_day: (region: string, moment: string) => localDaySql(facts, region, moment),
  };
}

/** SQL for the instant at which the wall of a region shows a time of its calendar on a day; null where it has no such time. */
function timeOfDaySql(
  regions: readonly WithCalendar[],
  { first, last }: { first: string; last: string },
  { region, day, timeOf }: { region: string; day: string; timeOf: (calendar: Calendar) => string | undefined },
): string {
  const alike = new Map<string, string[]>();
  for (const { code, time_zone, calendar } of regions) {
    const time = timeOf(calendar);
    if (time === undefined) continue;
    const seconds = minutesOf(time) * 60;
    const told = between(timesOf(time_zone, seconds * 1000), first, last);
    const from = ({ seconds: ahead }: DayEnds) => seconds - ahead;
    const branches = told.slice(0, -1).map((one) => `WHEN ${day} >= ${dateLiteral(dayOfEpoch(one.from))} THEN ${from(one)}`);
    const said = branches.length === 0 ? String(from(told[0]!)) : `CASE ${branches.join(' ')} ELSE ${from(told.at(-1)!)} END`;
    alike.set(said, [...(alike.get(said) ?? []), code]);
  }
  const cases = [...alike].map(([said, codes]) => `WHEN ${region} IN (${codes.map(quoted).join(', ')}) THEN ${said}`);
  return `(CAST(${day} AS TIMESTAMP) + (CASE ${cases.join(' ')} END) * INTERVAL '1' SECOND)`;
}

/** Of what is told by days, what some days can meet, newest first. */
function between(all: readonly DayEnds[], first: string, last: string): DayEnds[] {
  const [from, to] = [first, last].map((day) => daysBetween('1970-01-01', day)) as [number, number];
  return all.filter((one, at) => one.from <= to && (all[at + 1]?.from ?? to + 1) > from).reverse();
}
