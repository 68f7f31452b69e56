import { CAUSES, type Cause, type Change, changesOf, type MovedOrder } from '../lambdas/shared/moved-orders.js';
import { tierShown } from '../wording/standing.js';
import type { ExplainedMetric, Explanation } from './explain.js';

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
