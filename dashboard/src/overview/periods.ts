import { addDays, daysBetween } from '../../../contracts/days.js';
import type { RegionDay } from '../data/rows.js';

/** Daily counts, or their sums over seven days. A rate is null when nothing final was counted. */
export interface Period {
  first: string;
  last: string;
  met: number;
  fault: number;
  forgiven: number;
  /** Of the forgiven. */
  forgiven_as_met: number;
  excluded: number;
  pending: number;
  /** What the accountable rate is over. */
  counted: number;
  accountable: number | null;
  raw: number | null;
}

/**
 * One period per day, or per seven days counted back from the run date. Days without a row are periods of zeros; the oldest
 * weeks start with the first day there is.
 */
export function periodsOf(days: readonly RegionDay[], grouping: 'day' | 'week', runDate: string): Period[] {
  const first = days.reduce<string | undefined>((seen, { day }) => (seen === undefined || day < seen ? day : seen), undefined);
  if (first === undefined) return [];
  const length = grouping === 'week' ? 7 : 1;
  const many = Math.floor(daysBetween(first, runDate) / length) + 1;
  const periods = Array.from({ length: many }, (_, place): Period => {
    const last = addDays(runDate, -(many - 1 - place) * length);
    return {
      first: addDays(last, 1 - length),
      last,
      met: 0,
      fault: 0,
      forgiven: 0,
      forgiven_as_met: 0,
      counted: 0,
      excluded: 0,
      pending: 0,
      accountable: null,
      raw: null,
    };
  });
  for (const row of days) {
    const period = periods[many - 1 - Math.floor(daysBetween(row.day, runDate) / length)];
    if (!period) continue;
    period.met += row.met;
    period.fault += row.fault;
    period.forgiven += row.forgiven;
    period.forgiven_as_met += row.forgiven_as_met;
    period.excluded += row.excluded;
    period.pending += row.pending;
  }
  for (const period of periods) {
    const { met, fault, forgiven, forgiven_as_met } = period;
    period.counted = met + fault + forgiven_as_met;
    period.accountable = period.counted > 0 ? fault / period.counted : null;
    period.raw = met + fault + forgiven > 0 ? (fault + forgiven) / (met + fault + forgiven) : null;
  }
  return periods;
}
