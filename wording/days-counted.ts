import { addDays } from '../contracts/days.js';
import type { JudgedMetric } from '../policies/policy.js';

/** The first and the last day that a window of matured days holds: it ends as many days before the run date as the metric takes to be final. */
export function daysCounted(
  window_days: number,
  judged: Pick<JudgedMetric, 'maturation_days'> | undefined,
  run_date: string,
): { first: string; last: string } {
  const last = addDays(run_date, -(judged?.maturation_days ?? 0));
  return { first: addDays(last, 1 - window_days), last };
}
