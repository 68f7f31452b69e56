import type * as z from 'zod';
import { addDays } from '../contracts/days.js';
import type { sellerWeeks } from '../contracts/published/seller-weeks.js';
import { ofWhatIsMet } from '../policies/policy.js';
import { NONE } from '../wording/format.js';
import { standardOf, type Wording } from '../wording/wording.js';
import type { SellerMetricRow } from './rows.js';

export type SellerWeekRow = z.infer<typeof sellerWeeks.row>;

export interface WeeksView {
  /** Share at fault by week, the newest last; null where nothing was counted. */
  rates: (number | null)[];
  limit: number;
  /** What the bars say, in numbers. */
  line: string;
}

/** why two: one week alone is no course. */
const FEWEST = 2;

/** The weeks of a metric from the first in which anything was counted; undefined where there are too few to be drawn. */
export function weeksOf(row: SellerMetricRow, weeks: readonly SellerWeekRow[], wording: Wording): WeeksView | undefined {
  const own = weeks.filter((one) => one.programme === row.programme && one.metric === row.metric);
  const n = Math.max(0, ...own.map(({ nth }) => nth));
  if (n < FEWEST) return undefined;
  const rates = Array.from({ length: n }, (_, at) => own.find(({ nth }) => nth === n - at)?.rate ?? null);
  const { said, at_most } = standardOf(row);
  const ofMet = ofWhatIsMet(said);
  const shown = rates.map((rate) =>
    rate === null ? NONE : wording.format.rate(ofMet ? 1 - rate : rate, ofMet ? 1 - at_most : at_most),
  );
  // The newest whole week that is final, also where nothing was counted in it.
  const [one] = own;
  const until = wording.format.shortDay(addDays(one!.last_day, 7 * (one!.nth - 1)));
  return { rates, limit: at_most, line: wording.words.scorecard.weeks(n, until, shown.join(' · ')) };
}
