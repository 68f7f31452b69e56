/** What a programme counts otherwise than as it comes, as a person who answers for it reads it; and what a folder should be looked at for. */
import { addDays } from '../contracts/days.js';
import { inBusinessTime } from '../policies/calendar.js';
import { OTHER_CARRIERS } from '../policies/for-pages.js';
import { longerWindow, type Policies, type Programme, type ProgrammeMetric, type Region, roomOf } from '../policies/policy.js';
import { WEEKDAYS } from '../policies/weekdays.js';
import { capital, inSentence, type Wording } from '../wording/wording.js';

/** Which orders entries count, and what is forgiven of them by itself: a line for each. */
export function countedOtherwise(programme: Programme, policies: Pick<Policies, 'carrier_classes'>, wording: Wording): string[] {
  return programme.metrics.flatMap((asked) =>
    [...segmentOf(asked, policies, wording), ...reliefsOf(asked, wording)].map(
      (said) => `${wording.metricTitle(asked.metric)}: ${said}`,
    ),
  );
}

/** Which orders an entry counts, and which carriers the classes are that it names. */
function segmentOf(
  asked: ProgrammeMetric,
  { carrier_classes = {} }: Pick<Policies, 'carrier_classes'>,
  wording: Wording,
): string[] {
  const only = wording.onlyOrders(asked);
  if (!only) return [];
  const classes = (asked.where!.carrier_class?.names ?? []).map((name) =>
    name === OTHER_CARRIERS
      ? 'other: carriers of no class'
      : `${name.replaceAll('_', ' ')}: ${wording.format.list([...(carrier_classes[name] ?? [])])}`,
  );
  return [[`to sellers: "${only}"`, 'what is not known of an order is not true of it', ...classes].join('; ')];
}

/** Peaks, and faults that count as one. */
function reliefsOf({ metric, peaks = [], collapse }: ProgrammeMetric, { format, words, counted }: Wording): string[] {
  return [
    ...peaks.map(
      ({ name, from, to, extra_hours }) =>
        `${name}, ${format.day(from)} to ${format.day(to)}: ${counted(metric).many} of these days may be late by ${format.many(extra_hours, 'hour')} more; they count as met`,
    ),
    ...(collapse ? [`faults ${words.reliefs.alike[collapse.same]}; the others count as met`] : []),
  ];
}

/** Who begins in a probation, what that allows, and by what it ends. */
export function probationOf({ probation }: Programme, { format, metricTitle }: Wording): string[] {
  if (!probation) return [];
  const { of_sellers_since: since, orders_a_day: cap, exits } = probation;
  const asked = ({ orders, days, metrics = [] }: (typeof exits)[number]): string =>
    format.list([
      ...(orders
        ? [
            `${format.many(orders.at_least, 'order')}${orders.window_days ? ` in ${format.many(orders.window_days, 'day')}` : ''} without cancelled ones`,
          ]
        : []),
      ...(days ? [`${format.many(days.at_least, 'day')} since joining`] : []),
      ...metrics.map((metric) => `the standard of ${inSentence(metricTitle(metric))}`),
    ]);
  return [
    `probation of who joined on ${format.day(since)} or later: at most ${format.many(cap.at_most, 'order')} a day, which are counted, and turned away by nobody here`,
    ...exits.map((exit) => `  it ends for good by ${exit.name}: ${asked(exit)}`),
  ];
}

/** When shops of regions work, where anything is measured by that. */
export function calendarsInWords({ metrics, regions }: Pick<Policies, 'metrics' | 'regions'>, wording: Wording): string[] {
  const { format } = wording;
  const measured = inBusinessTime(metrics).map(({ metric, settings }) => {
    const by = settings.on === 'business_hours' ? 'opening hours' : 'business days';
    return `${inSentence(wording.metricTitle(metric))} by ${by}`;
  });
  const lines = regions.flatMap(({ code, calendar }) => {
    if (!calendar) return [];
    const { working_days, hours, holidays, years } = calendar;
    const week = WEEKDAYS.filter((one) => working_days.includes(one)).map(capital);
    const open = hours ? `, ${hours.opens} to ${hours.closes}` : '';
    return [`  ${code}: ${format.list(week)}${open}, but for ${format.many(holidays.length, 'holiday')} of ${years.join(', ')}`];
  });
  const what = measured.length > 0 ? `measured so: ${format.list(measured)}` : 'nothing is measured so';
  return lines.length > 0 ? [[`Business time, which passes only then (${what})`, ...lines].join('\n')] : [];
}

/** why 90: time to write down the holidays of a year before the first of them passes for a working day. */
const SOON = 90;

/** The last day whose holidays are named, of the years that follow one another. */
function namedUntil({ calendar }: Region, day: string): string {
  const year = Number(day.slice(0, 4));
  let last = year;
  while (calendar!.years.includes(last)) last++;
  return `${last - 1}-12-31`;
}

function calendarsThatEnd({ metrics, regions, programmes }: Policies, day: string, { format }: Wording): string[] {
  if (inBusinessTime(metrics).length === 0) return [];
  // Of programmes that end sooner nobody will ask.
  const until =
    programmes
      .map((programme) => programme.until ?? '9999-12-31')
      .sort()
      .at(-1) ?? '9999-12-31';
  const ending = regions.filter((region) => region.calendar && namedUntil(region, day) < until);
  const soon = ending.filter((region) => namedUntil(region, day) < addDays(day, SOON));
  return [...Map.groupBy(soon, (region) => namedUntil(region, day))].map(([last, some]) => {
    const codes = format.list(some.map(({ code }) => code));
    const next = last.slice(0, 4) < day.slice(0, 4) ? day.slice(0, 4) : `${Number(last.slice(0, 4)) + 1}`;
    return `holidays of ${codes} are named no longer than ${format.day(last)}: from then on every working day counts, holidays too; name those of ${next} in regions.yaml`;
  });
}

/** why 400: a year, and five weeks until its last days are final. */
const FAR_BACK = 400;

function looksFarBack({ programmes, metrics }: Policies, wording: Wording): string[] {
  return programmes.flatMap((programme) =>
    programme.metrics.flatMap((asked) => {
      const judged = metrics.find(({ metric }) => metric === roomOf(asked))!;
      const days = judged.maturation_days + Math.max(asked.window_days, longerWindow(asked)?.window_days ?? 0);
      if (days <= FAR_BACK) return [];
      return [
        `${wording.metricTitle(asked.metric)} (${programme.programme}) looks back ${days} days, with the ${judged.maturation_days} until an outcome is final: what a seller did then can count against it still, and every night reads that far; a year should do`,
      ];
    }),
  );
}

/** What is valid, and may surprise all the same. */
export const worthALook = (policies: Policies, day: string, wording: Wording): string[] => {
  const found = [...calendarsThatEnd(policies, day, wording), ...looksFarBack(policies, wording)];
  return found.length > 0 ? [['Worth a look:', ...found.map((one) => `  ${one}`)].join('\n')] : [];
};
