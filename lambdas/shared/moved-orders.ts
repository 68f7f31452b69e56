/** Which orders moved a rate from one run to a later one, and why. Whoever says what changed takes it from here. */
import type { Outcome } from '../../metrics/index.js';

/** An order as a run judged it under a metric. */
export interface JudgedOrder {
  subject_id: string;
  cohort_day: string;
  outcome: Outcome;
  counts_as_met: boolean | null;
  counts_for: number;
}

/**
 * Why an order counts now and did not then, or the other way round, or as something else. In this order the parts are taken:
 * each part's change of the rate is what remains of the part before it.
 */
export const CAUSES = [
  'left_the_window',
  'window_reaches_further',
  'new_days',
  'became_final',
  'landed_since',
  'corrected',
] as const;
export type Cause = (typeof CAUSES)[number];

/** One order of a part: what it was and what it is; `not_listed` where the run knew nothing of it that counts here. */
export interface MovedOrder {
  subject_id: string;
  cohort_day: string;
  was: Outcome | 'not_listed';
  is: Outcome | 'not_listed';
}

/** What of an order is in the rate: counted as so many, and so many of them at fault. */
function inRate(order: JudgedOrder | undefined): { counted: number; fault: number } {
  if (order?.outcome === 'fault') return { counted: order.counts_for, fault: order.counts_for };
  const counts = order?.outcome === 'met' || (order?.outcome === 'forgiven' && order.counts_as_met);
  return { counted: counts ? order!.counts_for : 0, fault: 0 };
}

/** The days that a rate counts, YYYY-MM-DD. */
export interface Days {
  from: string;
  to: string;
}

/** Days are YYYY-MM-DD and compare as text. */
function causeOf(was: JudgedOrder | undefined, is: JudgedOrder | undefined, then: Days, now: Days): Cause {
  const counted = inRate(was).counted > 0;
  if (counted && !is && was!.cohort_day < now.from) return 'left_the_window';
  if (counted || !is) return 'corrected';
  if (is.cohort_day > then.to) return 'new_days';
  if (is.cohort_day < then.from) return 'window_reaches_further';
  if (!was) return 'landed_since';
  return was.outcome === 'pending' ? 'became_final' : 'corrected';
}

/** The orders of a metric, and the days that count. */
export interface Listed extends Days {
  orders: readonly JudgedOrder[];
}

export interface Change {
  cause: Cause;
  counted: number;
  fault: number;
  order: MovedOrder;
}

/** Every order whose part in the rate is another now. */
export function changesOf(then: Listed, now: Listed): Change[] {
  const before = new Map(then.orders.map((order) => [order.subject_id, order]));
  const after = new Map(now.orders.map((order) => [order.subject_id, order]));
  const changes: Change[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    const [a, b] = [inRate(was), inRate(is)];
    if (a.counted === b.counted && a.fault === b.fault) continue;
    changes.push({
      cause: causeOf(was, is, then, now),
      counted: b.counted - a.counted,
      fault: b.fault - a.fault,
      order: {
        subject_id: id,
        cohort_day: (is ?? was)!.cohort_day,
        was: was?.outcome ?? 'not_listed',
        is: is?.outcome ?? 'not_listed',
      },
    });
  }
  return changes;
}
