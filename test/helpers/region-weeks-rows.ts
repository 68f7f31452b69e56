/** The thirteen weeks of a small finished run to Sunday, 15 November 2026. */
import type * as z from 'zod';
import { addDays } from '../../contracts/days.js';
import { regionWeeks } from '../../contracts/published/region-weeks.js';
import { rowOf } from './row-of.js';

export type RegionWeekRow = z.infer<typeof regionWeeks.row>;

const WEEKS = 13;
/** Up and down, and up on the whole. */
const wave = (n: number): number => 0.88 + 0.01 * n + 0.03 * ((n * 7) % 4);
const WEEKLY = { orders: 14_600, gmv: 53_700_000, active_sellers: 980 } as const;

/** Of a region with a share of the marketplace; metrics with what they count in a week and how much of it is at fault. */
export function weeksOf(
  region: string,
  share: number,
  currency: string | null,
  metrics: Readonly<Record<string, readonly [counted: number, fault: number]>>,
): RegionWeekRow[] {
  const week = (sunday: string, n: number) => {
    const last_day = addDays(sunday, -7 * (WEEKS - 1 - n));
    return { region, first_day: addDays(last_day, -6), last_day };
  };
  const all = Array.from({ length: WEEKS }, (_, n) => n);
  const kpis = (Object.keys(WEEKLY) as (keyof typeof WEEKLY)[]).flatMap((number) =>
    all.map((n) =>
      rowOf(regionWeeks, {
        ...{ kind: 'kpi', number, ...week('2026-11-15', n) },
        amount: number === 'gmv' && currency === null ? null : Math.round(WEEKLY[number] * share * wave(n)),
        ...(number === 'gmv' ? { currency } : {}),
      }),
    ),
  );
  const rates = Object.entries(metrics).flatMap(([number, [counted, at]]) =>
    all.map((n) => {
      const [amount, fault] = [Math.round(counted * share), Math.round(at * share * wave(n))];
      const rate = amount ? fault / amount : null;
      return rowOf(regionWeeks, { kind: 'rate', number, ...week('2026-11-08', n), amount, fault, rate });
    }),
  );
  return [...kpis, ...rates];
}
