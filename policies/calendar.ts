/** When shops of a region work: what replies and refunds may be measured by (docs/metrics.md, "Business time"). */
import * as z from 'zod';
import { didYouMean } from './nearest.js';
import type { JudgedMetric, Region } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { dayOf, why } from './values.js';
import { WEEKDAYS, type Weekday } from './weekdays.js';

export interface Calendar {
  working_days: Weekday[];
  /** Of every working day, by the clock on the wall, such as 09:00 and 18:00; the end of the day is 24:00. */
  hours?: { opens: string; closes: string } | undefined;
  /** Years of which the holidays are all named. */
  years: number[];
  holidays: { on: string; name: string }[];
  why: string;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const time = z.string().refine((text) => TIME.test(text), {
  error: ({ input }) =>
    `${JSON.stringify(input)} is no time of day; write one such as "09:00", and "24:00" for the end of the day`,
});

const weekday = z.string().transform((day, { addIssue }) => {
  if ((WEEKDAYS as readonly string[]).includes(day)) return day as Weekday;
  addIssue({ code: 'custom', message: `${JSON.stringify(day)} is no weekday; ${didYouMean(day, WEEKDAYS)}` });
  return z.NEVER;
});

const once = <T>(values: readonly T[]): T | undefined => values.find((value, at) => values.indexOf(value) !== at);

/** `calendar` of a region in regions.yaml. */
export const CalendarYaml = z
  .strictObject({
    working_days: z.array(weekday).min(1, 'names no day on which anybody works; leave the calendar out'),
    hours: z.strictObject({ opens: time, closes: time }).optional(),
    years: z
      .array(z.number().int('needs years such as 2026').min(1970).max(2199))
      .min(1, 'needs the years whose holidays are named'),
    holidays: z.array(z.strictObject({ on: dayOf, name: z.string().min(1) })),
    why,
  })
  .superRefine(({ working_days, hours, years, holidays }, { addIssue }) => {
    const refuse = (path: PropertyKey[], message: string) => addIssue({ code: 'custom', path, message });
    const twice = once(working_days);
    if (twice) refuse(['working_days'], `names ${twice} twice; keep one`);
    if (hours && hours.opens >= hours.closes)
      refuse(
        ['hours', 'closes'],
        `${hours.closes} is not after ${hours.opens}, when it opens; write a later time of the same day`,
      );
    for (const [at, { on, name }] of holidays.entries()) {
      if (!years.includes(Number(on.slice(0, 4))))
        refuse(
          ['holidays', at, 'on'],
          `${on} (${name}) is in none of the years ${years.join(', ')}; add its year to years or take it out`,
        );
      if (holidays.findIndex((one) => one.on === on) !== at) refuse(['holidays', at, 'on'], `${on} stands twice; keep one`);
    }
  });

/** Metrics whose time limit is counted in business time. */
export const inBusinessTime = (metrics: readonly JudgedMetric[]): JudgedMetric[] =>
  metrics.filter(({ settings }) => settings.on !== undefined && settings.on !== 'every_day');

/** A metric in business time needs the calendar of every region: without one a shop's weekend would count against it. */
export function checkCalendars(file: PolicyFile | undefined, metrics: readonly JudgedMetric[], regions: readonly Region[]): void {
  for (const { metric, settings } of inBusinessTime(metrics)) {
    const lacking = regions.filter(({ calendar }) => !calendar || (settings.on === 'business_hours' && !calendar.hours));
    if (lacking.length === 0) continue;
    const codes = lacking.map(({ code }) => code).join(', ');
    const what = settings.on === 'business_hours' ? 'calendar with hours' : 'calendar';
    file?.refuse(
      ['metrics', metric, 'on', 'value'],
      `${settings.on} needs a ${what} of every region, and ${codes} ${lacking.length > 1 ? 'have' : 'has'} none; add it in regions.yaml, or write every_day`,
    );
  }
}
