import { decimalsOf } from '../contracts/currencies.js';
import { grammar } from './english/grammar.js';
import { pluralOf } from './letters.js';
import { whenUsed } from './when-used.js';

/** Numbers and dates as readers see them. Locale and zone are always given; nothing depends on the machine. */

/** Stands where there is no number. */
export const NONE = '–';

type Missing = null | undefined;

export interface Format {
  /**
   * How every rate is written, everywhere: 0.0397 -> 3.97%. Beside a bound, with as many
   * decimals as it takes to tell them apart: 0.04003 beside 0.04 -> 4.003%.
   */
  rate(rate: number | Missing, bound?: number | null): string;
  /** A bound as the policy writes it: 0.04 -> 4%, 0.025 -> 2.5% */
  bound(bound: number | Missing): string;
  /** The size of a difference between two rates, in percentage points: -0.0033 -> 0.33 pp */
  points(difference: number): string;
  /** The same with its sign: −0.33 pp */
  signedPoints(difference: number): string;
  /** A part of a whole that is no rate of a metric: 0.31 -> 31.0% */
  share(part: number | Missing): string;
  /** A part that is hoped to be tiny: two significant digits, never rounded to nothing: 0.000048 -> 0.0048% */
  smallShare(part: number): string;
  /** The size of a relative change: -0.042 -> 4.2%, 0.42 -> 42% */
  growth(change: number): string;
  /** The same with its sign: −4.2% */
  signedGrowth(change: number): string;
  count(count: number | Missing): string;
  /** At most two decimals, and none where there are none: 59.25, 117 */
  decimal(number: number): string;
  /** Hundredths of a point, as points: 406 -> 4.06 */
  hundredths(hundredths: number | Missing): string;
  /** A number of things: 1 order, 1,204 orders. Only English makes the second form out of the first. */
  many(count: number, one: string, many?: string): string;
  /** Minor units with the decimals of ISO 4217: 1234 GBP -> £12.34, 1234 JPY -> ¥1,234, 1234 HUF -> HUF 12.34 */
  amount(minor: number | Missing, currency: string | Missing): string;
  /** To the whole unit, for sums: 123456789 EUR -> €1,234,568 */
  wholeAmount(minor: number | Missing, currency: string | Missing): string;
  /** Three digits, for a glance: 123456789 EUR -> €1.23m */
  shortAmount(minor: number | Missing, currency: string | Missing): string;
  /** 2026-11-16 -> 16 Nov 2026 */
  day(day: string | Missing): string;
  /** 2026-11-16 -> 16 Nov */
  shortDay(day: string): string;
  /** The month of a day: 2026-11-01 -> Nov 2026 */
  month(day: string): string;
  /** A day of the week by its ISO number: 1 -> Monday */
  weekday(number: number): string;
  /** An instant in a zone: 3 Nov 2026 17:00 */
  moment(instant: Date | Missing, zone: string): string;
  list(parts: readonly string[]): string;
}

/** Decimals of a rate in per cent: always so many, and at most so many where a bound is close. */
const RATE_DIGITS = 2;
const MOST_DIGITS = 4;

/** Whether two rates are the same to the eye: their difference is written as 0.00 percentage points. */
export const sameRate = (a: number, b: number): boolean => Math.abs(a - b) < 0.5 / 10 ** (RATE_DIGITS + 2);

/** A true minus sign instead of the hyphen. */
const minus = (text: string): string => text.replace('-', '−');

type Points = (shown: string) => string;

const made = new Map<string, Format>();

/** The formats of a locale, made once. `points` says percentage points in its language. */
export function formatFor(locale: string, points: Points = grammar.points): Format {
  const format = made.get(locale) ?? make(locale, points);
  made.set(locale, format);
  return format;
}

function make(locale: string, points: Points): Format {
  const list = whenUsed(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    ...ratesOf(locale, points),
    ...amountsOf(locale),
    ...datesOf(locale),
    list: (parts) => list().format(parts),
  };
}

function ratesOf(
  locale: string,
  inPoints: Points,
): Pick<Format, 'rate' | 'bound' | 'points' | 'signedPoints' | 'share' | 'smallShare' | 'growth' | 'signedGrowth'> {
  const percent = (least: number, most = least, signDisplay: 'never' | 'exceptZero' | 'auto' = 'auto') =>
    whenUsed(
      () =>
        new Intl.NumberFormat(locale, {
          style: 'percent',
          minimumFractionDigits: least,
          maximumFractionDigits: most,
          signDisplay,
        }),
    );
  const rates = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => percent(digits));
  const write = (rate: number, digits: number): string => rates[digits]!().format(rate);
  const bounds = percent(0, MOST_DIGITS);
  const shares = percent(1);
  const small = whenUsed(() => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }));
  const pointsWith = (signDisplay: 'never' | 'exceptZero') =>
    whenUsed(
      () =>
        new Intl.NumberFormat(locale, { minimumFractionDigits: RATE_DIGITS, maximumFractionDigits: RATE_DIGITS, signDisplay }),
    );
  const points = pointsWith('never');
  const signedPoints = pointsWith('exceptZero');
  const growths = {
    never: [percent(0, 0, 'never'), percent(0, 1, 'never')],
    exceptZero: [percent(0, 0, 'exceptZero'), percent(0, 1, 'exceptZero')],
  };
  // Of a change of a tenth or more, decimals say nothing.
  const growth = (change: number, sign: 'never' | 'exceptZero'): string =>
    growths[sign][Math.abs(change) < 0.1 ? 1 : 0]!().format(change);
  return {
    rate(rate, bound) {
      if (rate == null) return NONE;
      let digits = RATE_DIGITS;
      if (bound != null && rate !== bound) while (digits < MOST_DIGITS && write(rate, digits) === write(bound, digits)) digits++;
      return write(rate, digits);
    },
    bound: (bound) => (bound == null ? NONE : bounds().format(bound)),
    points: (difference) => inPoints(points().format(difference * 100)),
    signedPoints: (difference) => inPoints(minus(signedPoints().format(difference * 100))),
    share: (part) => (part == null ? NONE : shares().format(part)),
    smallShare: (part) => small().format(part),
    growth: (change) => growth(change, 'never'),
    signedGrowth: (change) => minus(growth(change, 'exceptZero')),
  };
}

function amountsOf(
  locale: string,
): Pick<Format, 'count' | 'decimal' | 'hundredths' | 'many' | 'amount' | 'wholeAmount' | 'shortAmount'> {
  const plural = pluralOf(locale);
  const counts = whenUsed(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const decimals = whenUsed(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const hundredths = whenUsed(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  const known = new Map<string, Record<'exact' | 'whole' | 'short', (minor: number) => string>>();
  const moneyOf = (currency: string) => {
    const found = known.get(currency);
    if (found) return found;
    const digits = decimalsOf(currency);
    const style = { style: 'currency', currency } as const;
    const exact = whenUsed(
      () => new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits }),
    );
    const whole = whenUsed(() => new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: 0, maximumFractionDigits: 0 }));
    const short = whenUsed(() => new Intl.NumberFormat(locale, { ...style, notation: 'compact', maximumSignificantDigits: 3 }));
    const unit = 10 ** digits;
    const writers = {
      exact: (minor: number) => exact().format(minor / unit),
      whole: (minor: number) => whole().format(minor / unit),
      short: (minor: number) => short().format(minor / unit),
    };
    known.set(currency, writers);
    return writers;
  };
  const money =
    (how: 'exact' | 'whole' | 'short') =>
    (minor: number | Missing, currency: string | Missing): string =>
      minor == null || !currency ? NONE : moneyOf(currency)[how](minor);
  return {
    count: (count) => (count == null ? NONE : counts().format(count)),
    decimal: (number) => decimals().format(number),
    hundredths: (some) => (some == null ? NONE : hundredths().format(some / 100)),
    many: (count, one, many = `${one}s`) => `${counts().format(count)} ${plural(count, one, many)}`,
    amount: money('exact'),
    wholeAmount: money('whole'),
    shortAmount: money('short'),
  };
}

/** The first of a month is an ordinal in some languages, where Intl writes a figure: `1er déc.`, `1º de dez.` */
const FIRSTS: Readonly<Record<string, string>> = { fr: '1er', 'pt-BR': '1º' };
function firstOf(locale: string): (day: string) => string {
  const first = FIRSTS[locale] ?? FIRSTS[new Intl.Locale(locale).language];
  return first ? (day) => day.replace(/^1(?=\s)/, first) : (day) => day;
}

function datesOf(locale: string): Pick<Format, 'day' | 'shortDay' | 'month' | 'weekday' | 'moment'> {
  const dates = (how: Intl.DateTimeFormatOptions, timeZone = 'UTC') =>
    whenUsed(() => new Intl.DateTimeFormat(locale, { ...how, timeZone }));
  const whole = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const day = dates(whole);
  const shortDay = dates({ day: 'numeric', month: 'short' });
  const month = dates({ month: 'short', year: 'numeric' });
  const ofWeek = dates({ weekday: 'long' });
  const zones = new Map<string, Record<'day' | 'time', () => Intl.DateTimeFormat>>();
  const zoned = (timeZone: string) => {
    let found = zones.get(timeZone);
    if (!found) {
      found = {
        day: dates(whole, timeZone),
        time: dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeZone),
      };
      zones.set(timeZone, found);
    }
    return found;
  };
  const first = firstOf(locale);
  const midnight = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
  return {
    day: (iso) => (iso ? first(day().format(midnight(iso))) : NONE),
    shortDay: (iso) => first(shortDay().format(midnight(iso))),
    month: (iso) => month().format(midnight(iso)),
    // The first of January 2024 was a Monday.
    weekday: (number) => ofWeek().format(new Date(Date.UTC(2024, 0, number))),
    moment: (instant, zone) =>
      instant ? `${first(zoned(zone).day().format(instant))} ${zoned(zone).time().format(instant)}` : NONE,
  };
}
