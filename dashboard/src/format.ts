/** How numbers, days and moments are written. Nothing is computed here beyond rounding for the eye. */
const LOCALE = 'en-GB';

/** Stands where there is no number. */
export const NONE = '–';

const integers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const rates = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const shares = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const bounds = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 2 });
const points = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const growths = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const count = (n: number | null | undefined): string => (n == null ? NONE : integers.format(n));
/** A metric's rate, always two decimals so that columns line up: 3.97%. */
export const rate = (r: number | null | undefined): string => (r == null ? NONE : rates.format(r));
export const share = (r: number | null | undefined): string => (r == null ? NONE : shares.format(r));
/** A bound as the policy writes it: 4%, 2.5%. */
export const bound = (r: number | null | undefined): string => (r == null ? NONE : bounds.format(r));
/** The size of a difference between two rates, in percentage points. */
export const pointsApart = (difference: number): string => `${points.format(Math.abs(difference) * 100)} pp`;
export const growth = (fraction: number): string => growths.format(Math.abs(fraction));
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

const money = new Map<string, { whole: Intl.NumberFormat; exact: Intl.NumberFormat; digits: number }>();
function moneyOf(currency: string) {
  let known = money.get(currency);
  if (!known) {
    const exact = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
    const whole = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, maximumFractionDigits: 0 });
    known = { exact, whole, digits: exact.resolvedOptions().maximumFractionDigits ?? 2 };
    money.set(currency, known);
  }
  return known;
}

/** Minor units with the currency's own number of decimals: 1234 GBP is £12.34, 1234 JPY is ¥1,234. */
export function amount(minor: number | null | undefined, currency: string | null | undefined): string {
  if (minor == null || !currency) return NONE;
  const { exact, digits } = moneyOf(currency);
  return exact.format(minor / 10 ** digits);
}

/** The same to the whole unit, for large sums. */
export function wholeAmount(minor: number | null | undefined, currency: string | null | undefined): string {
  if (minor == null || !currency) return NONE;
  const { whole, digits } = moneyOf(currency);
  return whole.format(minor / 10 ** digits);
}

const fullDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
/** A calendar day, YYYY-MM-DD, as 20 Nov 2026. */
export const day = (iso: string | null | undefined): string => (iso ? fullDay.format(new Date(`${iso}T00:00:00Z`)) : NONE);
export const dayAndMonth = (iso: string): string => shortDay.format(new Date(`${iso}T00:00:00Z`));

const moments = new Map<string, Intl.DateTimeFormat>();
/** A moment in a time zone, as Wed 18 Nov, 23:59. */
export function moment(at: Date | null | undefined, zone: string): string {
  if (!at) return NONE;
  let writer = moments.get(zone);
  if (!writer) {
    writer = new Intl.DateTimeFormat(LOCALE, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    });
    moments.set(zone, writer);
  }
  return writer.format(at);
}

/** The day that lies so many days after (or, negative, before) another. */
export const dayAfter = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
