import { tierShown } from '../wording/standing.js';
import type { ExplainedMetric, ExplainedOrder, Explanation } from './explain.js';

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
  was: ExplainedOrder['outcome'] | 'not_listed';
  is: ExplainedOrder['outcome'] | 'not_listed';
}

/** What one cause did. `rate` is the accountable rate after it, 0..1; null where nothing is counted. */
export interface MovedPart {
  cause: Cause;
  counted: number;
  fault: number;
  rate: number | null;
  /** Change of the rate in hundredths of a percentage point; these sum to that of the metric. */
  change: number;
  orders: MovedOrder[];
}

/** One metric of a programme between two runs: `before` and the parts give `now`. */
export interface MovedMetric {
  metric: string;
  before: { counted: number; fault: number; rate: number | null };
  now: { counted: number; fault: number; rate: number | null };
  change: number;
  parts: MovedPart[];
}

export interface Moved {
  since: { run_id: string; run_date: string };
  programmes: { programme: string; then_version: string; tier_then: string; tier_now: string; metrics: MovedMetric[] }[];
}

/** What of an order is in the rate: counted as so many, and so many of them at fault. */
function inRate(order: ExplainedOrder | undefined): { counted: number; fault: number } {
  if (order?.outcome === 'fault') return { counted: order.counts_for, fault: order.counts_for };
  const counts = order?.outcome === 'met' || (order?.outcome === 'forgiven' && order.counts_as_met);
  return { counted: counts ? order!.counts_for : 0, fault: 0 };
}

type Days = Pick<ExplainedMetric, 'from' | 'to'>;

/** Days are YYYY-MM-DD and compare as text. */
function causeOf(was: ExplainedOrder | undefined, is: ExplainedOrder | undefined, then: Days, now: Days): Cause {
  const counted = inRate(was).counted > 0;
  if (counted && !is && was!.cohort_day < now.from) return 'left_the_window';
  if (counted || !is) return 'corrected';
  if (is.cohort_day > then.to) return 'new_days';
  if (is.cohort_day < then.from) return 'window_reaches_further';
  if (!was) return 'landed_since';
  return was.outcome === 'pending' ? 'became_final' : 'corrected';
}

interface Change {
  cause: Cause;
  counted: number;
  fault: number;
  order: MovedOrder;
}

/** Every order whose part in the rate is another now. */
function changesOf(then: ExplainedMetric, now: ExplainedMetric): Change[] {
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

const rateOf = (fault: number, counted: number): number | null => (counted > 0 ? fault / counted : null);

/** why rounded before it is subtracted: what is printed of the parts then adds up to what is printed of the whole. */
const hundredths = (rate: number | null): number => Math.round((rate ?? 0) * 10_000);

function movedMetric(then: ExplainedMetric, now: ExplainedMetric): MovedMetric {
  const changes = changesOf(then, now);
  let counted = then.counted ?? 0;
  let fault = then.fault ?? 0;
  const start = { counted, fault, rate: rateOf(fault, counted) };
  const parts: MovedPart[] = [];
  for (const cause of CAUSES) {
    const of = changes.filter((change) => change.cause === cause);
    if (of.length === 0) continue;
    const before = hundredths(rateOf(fault, counted));
    const part = { counted: sum(of, 'counted'), fault: sum(of, 'fault') };
    counted += part.counted;
    fault += part.fault;
    const rate = rateOf(fault, counted);
    const orders = of.map(({ order }) => order).toSorted(byDay);
    parts.push({ cause, ...part, rate, change: hundredths(rate) - before, orders });
  }
  const end = { counted, fault, rate: rateOf(fault, counted) };
  return { metric: now.metric, before: start, now: end, change: hundredths(end.rate) - hundredths(start.rate), parts };
}

const sum = (changes: readonly Change[], of: 'counted' | 'fault'): number => changes.reduce((all, one) => all + one[of], 0);
const byDay = (a: MovedOrder, b: MovedOrder): number =>
  `${a.cohort_day} ${a.subject_id}` < `${b.cohort_day} ${b.subject_id}` ? -1 : 1;

/**
 * What moved each rate of a seller from one run to a later one, in parts that sum. Programmes and metrics that one of the two
 * runs did not judge are left out.
 */
export function whatMoved(then: Explanation, now: Explanation): Moved {
  const programmes = now.programmes.flatMap((programme) => {
    const before = then.programmes.find((one) => one.programme === programme.programme);
    if (!before) return [];
    const metrics = programme.metrics.flatMap((metric) => {
      const earlier = before.metrics.find((one) => one.metric === metric.metric);
      return earlier && earlier.counted !== null && metric.counted !== null ? [movedMetric(earlier, metric)] : [];
    });
    const [tier_then, tier_now] = [tierShown(before.tier, before.standing), tierShown(programme.tier, programme.standing)];
    return [{ programme: programme.programme, then_version: before.policy_version, tier_then, tier_now, metrics }];
  });
  return { since: { run_id: then.run_id, run_date: then.run_date }, programmes };
}
