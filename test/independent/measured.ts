import { metricOf } from '../../metrics/index.js';
import type { JudgedMetric } from '../../policies/policy.js';
import type { Records } from './records.js';
import type { OrderRules } from './rules.js';
import { day as dayNumber } from './time.js';

/** What must have landed; a defect needs what its parts need. */
function needsOf({ metric, subject, settings }: JudgedMetric): readonly string[] {
  if (subject === 'landed') return ['outcomes'];
  const metrics = metric === 'order_defect' ? (settings.parts as string[]) : [metric];
  return metrics.flatMap((key) => metricOf(key)!.needs);
}

/**
 * Metrics that cannot be measured by the run date, because a dataset they need has never landed or a column they need is
 * empty in every landed row.
 */
export function notMeasured(
  records: Records,
  { regions, metrics }: { regions: readonly Pick<OrderRules, 'dispatch_milestone'>[]; metrics: readonly JudgedMetric[] },
  runDate: string,
): Set<string> {
  const D = dayNumber(runDate);
  const milestones = new Set(regions.map((r) => (r.dispatch_milestone === 'confirmed' ? 'confirmed_at' : 'first_scan_at')));
  const filled = new Map<string, boolean>();
  const isFilled = (dataset: string, columns: Iterable<string>): boolean => {
    const names = [...columns];
    const known = `${dataset}.${names}`;
    if (!filled.has(known)) {
      const rows = records[dataset as keyof Records] as unknown as ({ dt: number } & Record<string, unknown>)[];
      filled.set(
        known,
        rows.some((row) => row.dt <= D && (names.length === 0 || names.some((name) => row[name] !== null))),
      );
    }
    return filled.get(known)!;
  };
  const has = (need: string): boolean => {
    const [dataset, column] = need.split('.') as [string, string | undefined];
    return isFilled(dataset, column === 'milestone' ? milestones : column === undefined ? [] : [column]);
  };
  return new Set(metrics.filter((metric) => !needsOf(metric).every(has)).map(({ metric }) => metric));
}
