/** Values that several policy files hold. */
import * as z from 'zod';

export const why = z.string().min(3, 'say why in a few words');

/** What to write instead of 4, 4 %, "4,5 %" or 0,04. */
function noShare(input: unknown): string {
  const needs = 'needs a share between 0 and 1';
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(String(input).trim()) ?? [];
  const value = Number(digits?.replace(',', '.'));
  if (Number.isNaN(value) || value > 100) return `${needs}, such as 0.04`;
  if (percent || value > 1) return `${needs}; write ${digits} % as ${Number((value / 100).toFixed(8))}`;
  return `${needs}; write ${value}`;
}
export const shareOf = z
  .number({
    error: ({ input }) => (input === undefined ? 'is missing; add it (a share such as 0.04)' : noShare(input)),
  })
  .min(0, 'needs a share between 0 and 1, such as 0.04')
  .max(1, { error: ({ input }) => noShare(input) });
export const windowDays = z
  .number()
  .int('needs whole days')
  .min(1, 'judges nobody; write 1 day or more')
  .max(366, 'needs at most 366 days');

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().slice(0, 10) === day;
const noDay = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day} is not in the calendar; write a day that is` : 'needs a day such as 2026-01-31';
export const dayOf = z
  .string({
    error: ({ input }) =>
      input === undefined ? 'is missing; add it (a day such as 2026-01-31)' : 'needs a day such as 2026-01-31',
  })
  .refine(isDay, { error: ({ input }) => noDay(String(input)) });
