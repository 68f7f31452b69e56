import { accountableRate, count, counted, inWindow, noCounts } from './counts.js';
import { forEachVerdict, type Ledger } from './judge.js';

export interface RegionWeek {
  /** Region code, or ALL. */
  region: string;
  kind: 'kpi' | 'rate';
  number: string;
  first_day: number;
  amount: number | null;
  fault: number | null;
  rate: number | null;
}

const WEEKS = 13;
/** 1970 began on a Thursday. */
const monday = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

/** Every region (and ALL) x number x its thirteen newest weeks that are over, and of a metric final. Of value nothing is said. */
export function regionWeeks(
  { run_date, metrics, ...ledger }: Ledger,
  regions: readonly { code: string }[],
  notMeasured: ReadonlySet<string>,
): RegionWeek[] {
  const codes = [...regions.map(({ code }) => code), 'ALL'];
  const began = new Map<string, number>();
  for (const { region, placed_day } of ledger.orders)
    if (placed_day <= run_date)
      for (const code of [region, 'ALL']) began.set(code, Math.min(began.get(code) ?? placed_day, placed_day));
  const newest = (openDays: number) => monday(run_date - openDays + 1) - 7;
  const weeks = (openDays: number) => Array.from({ length: WEEKS }, (_, n) => newest(openDays) - 7 * n);
  const sold = codes.flatMap((region) =>
    weeks(0).flatMap((first_day): RegionWeek[] => {
      const placed = ledger.orders.filter(
        (order) => (region === 'ALL' || order.region === region) && monday(order.placed_day) === first_day,
      );
      const known = (began.get(region) ?? Number.POSITIVE_INFINITY) <= first_day;
      const row = { region, kind: 'kpi' as const, first_day, fault: null, rate: null };
      return [
        { ...row, number: 'orders', amount: known ? placed.length : null },
        { ...row, number: 'active_sellers', amount: known ? new Set(placed.map(({ seller_id }) => seller_id)).size : null },
      ];
    }),
  );
  const tallies = new Map<string, ReturnType<typeof noCounts>>();
  forEachVerdict(
    { run_date, metrics, ...ledger },
    ({ metric: { metric, maturation_days: maturation }, region, verdict, weight }) => {
      if (!inWindow(verdict, { run_date, maturation, days: 7 * (WEEKS + 1) })) return;
      for (const code of [region, 'ALL']) {
        const key = `${code} ${metric} ${monday(verdict.day)}`;
        const counts = tallies.get(key) ?? noCounts();
        count(counts, verdict, weight);
        tallies.set(key, counts);
      }
    },
  );
  const rates = codes.flatMap((region) =>
    metrics
      .filter(({ metric }) => !notMeasured.has(metric))
      .flatMap(({ metric, maturation_days }) =>
        weeks(maturation_days).map((first_day): RegionWeek => {
          const counts = tallies.get(`${region} ${metric} ${first_day}`) ?? noCounts();
          const [amount, rate] = [counted(counts), accountableRate(counts)];
          return { region, kind: 'rate', number: metric, first_day, amount, fault: counts.fault, rate };
        }),
      ),
  );
  return [...sold, ...rates];
}
