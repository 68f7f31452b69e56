/** Numbers and dates as readers see them. Locale and zone are always given; nothing depends on the machine. */
const percentWith = (locale: string, digits: number) =>
  new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
const MOST_DIGITS = 4;

export interface Format {
  /** 0.053 -> 5.3% */
  percent(rate: number): string;
  /** A rate beside its bound, with as many decimals as it takes to tell them apart: 0.0403 and 0.04 -> 4.03% and 4.00%. */
  percentsApart(rate: number, bound: number): [string, string];
  /** A small share, with two significant digits and never rounded to nothing: 0.000048 -> 0.0048% */
  share(part: number): string;
  /** Percentage points with sign: 0.003 -> +0.3 pp */
  points(difference: number): string;
  /** Relative change with sign, without decimals when large: 0.042 -> +4.2% */
  change(share: number): string;
  whole(count: number): string;
  /** Minor units of a currency, short: 123456789 EUR -> €1.23M */
  money(minor: number, currency: string): string;
  /** 2026-11-16 -> 16 Nov 2026 */
  day(day: string): string;
  /** 2026-11-16 -> 16 Nov */
  shortDay(day: string): string;
  /** An instant in a zone: 3 Nov 17:00 */
  moment(instant: Date, zone: string): string;
  list(parts: string[]): string;
}

/** A true minus sign instead of the hyphen. */
const minus = (text: string): string => text.replace('-', '−');

const made = new Map<string, Format>();

/** The formats of a locale, made once: a formatter costs far more to make than to use. */
export function formatFor(locale: string): Format {
  const format = made.get(locale) ?? make(locale);
  made.set(locale, format);
  return format;
}

function make(locale: string): Format {
  const whole = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signedPercent = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      minimumFractionDigits: 0,
      maximumFractionDigits: digits,
    });
  const moments = new Map<string, { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>();
  const zoned = (zone: string) => {
    let found = moments.get(zone);
    if (!found) {
      found = {
        day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone }),
        time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
      };
      moments.set(zone, found);
    }
    return found;
  };
  const midnight = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
  const places = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => percentWith(locale, digits));
  const percent = (rate: number, digits: number): string => places[digits]?.format(rate) ?? String(rate);
  return {
    percent: (rate) => percent(rate, 1),
    percentsApart(rate, bound) {
      for (let digits = 1; ; digits++) {
        const [left, right] = [percent(rate, digits), percent(bound, digits)];
        if (left !== right || rate === bound || digits === MOST_DIGITS) return [left, right];
      }
    },
    share: (part) => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }).format(part),
    points: (difference) => `${minus(signed.format(difference * 100))} pp`,
    change: (share) => minus(signedPercent(Math.abs(share) < 0.1 ? 1 : 0).format(share)),
    whole: (count) => whole.format(count),
    money(minor, currency) {
      const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        notation: 'compact',
        maximumSignificantDigits: 3,
      }).format(minor / 10 ** digits);
    },
    day: (iso) => day.format(midnight(iso)),
    shortDay: (iso) => shortDay.format(midnight(iso)),
    moment: (instant, zone) => `${zoned(zone).day.format(instant)} ${zoned(zone).time.format(instant)}`,
    list: (parts) => list.format(parts),
  };
}
