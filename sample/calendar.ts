/** Days are whole numbers since 1970-01-01, moments whole seconds since 1970-01-01T00:00:00Z: sums stay sums, and no clock is read. */
export type Day = number;
export type Moment = number;

export const HOUR = 3600;
export const DAY = 86_400;

/** The day of a text such as 2026-11-16. Throws when it is not a calendar date. */
export function dayOf(text: string): Day {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(time))
    throw new Error(`sample: ${text} is not a date; write it as YYYY-MM-DD`);
  return time / 1000 / DAY;
}

const texts = new Map<Day, string>();
export function textOf(day: Day): string {
  let text = texts.get(day);
  if (!text) {
    text = new Date(day * DAY * 1000).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** 0 is Monday, 6 is Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (day + 3) % 7;
export const isWeekend = (day: Day): boolean => weekdayOf(day) >= 5;

const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const written = (seconds: number): string => {
  const day = Math.floor(seconds / DAY);
  const rest = seconds - day * DAY;
  return `${textOf(day)}T${two[Math.floor(rest / HOUR)]}:${two[Math.floor(rest / 60) % 60]}:${two[rest % 60]}`;
};

/** 2026-10-25T00:30:00: UTC, without saying so. */
export const naiveUtc = (moment: Moment): string => written(moment);

/** Local time of one zone, from a table of its offset in every hour from `first` to `last`. */
export class Zone {
  readonly name: string;
  private readonly from: Moment;
  private readonly offsets: Int32Array;

  constructor(name: string, first: Day, last: Day) {
    this.name = name;
    this.from = (first - 2) * DAY;
    const hours = (last + 2 - first + 2) * 24;
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone: name, timeZoneName: 'longOffset' });
    this.offsets = Int32Array.from({ length: hours }, (_, hour) => {
      const parts = wall.formatToParts(new Date((this.from + hour * HOUR) * 1000));
      const [, sign, h, m] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find((part) => part.type === 'timeZoneName')!.value)!;
      return sign ? (sign === '-' ? -1 : 1) * (Number(h) * HOUR + Number(m) * 60) : 0;
    });
  }

  private offsetAt(moment: Moment): number {
    const offset = this.offsets[Math.floor((moment - this.from) / HOUR)];
    if (offset === undefined) throw new Error(`sample: ${naiveUtc(moment)} lies outside the calendar of ${this.name}`);
    return offset;
  }

  dayOf(moment: Moment): Day {
    return Math.floor((moment + this.offsetAt(moment)) / DAY);
  }

  /** The moment at which clocks on the wall show this. In the hour that clocks skip or repeat, the one in winter time. */
  at(day: Day, hour: number, minute = 0, second = 0): Moment {
    const wall = day * DAY + hour * HOUR + minute * 60 + second;
    const guess = wall - this.offsetAt(wall);
    return wall - this.offsetAt(guess);
  }

  /** The last second of a local day. */
  endOf(day: Day): Moment {
    return this.at(day, 23, 59, 59);
  }

  /** 2026-10-25T02:30:00+01:00. */
  iso(moment: Moment): string {
    const offset = this.offsetAt(moment);
    const minutes = Math.abs(offset) / 60;
    return `${written(moment + offset)}${offset < 0 ? '-' : '+'}${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}`;
  }
}
