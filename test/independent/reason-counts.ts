import { inWindow } from './counts.js';
import { forEachVerdict, type Ledger } from './judge.js';
import { REGION_WINDOWS } from './region-metrics.js';

export interface ReasonCount {
  /** Region code, or ALL. */
  region: string;
  metric: string;
  outcome: 'excluded' | 'forgiven';
  reason: string;
  window_days: number;
  /** Orders, items or conversations. */
  orders: number;
}

/** Per region (and ALL), metric, reason and window of 7, 28 and 90 matured days: how many were excluded or forgiven. */
export function reasonCounts(ledger: Ledger, notMeasured: ReadonlySet<string>): ReasonCount[] {
  const found = new Map<string, ReasonCount>();
  const run_date = ledger.run_date;
  forEachVerdict(ledger, ({ metric: { metric, maturation_days: maturation }, region: home, verdict, weight }) => {
    const { outcome, reason } = verdict;
    if ((outcome !== 'excluded' && outcome !== 'forgiven') || notMeasured.has(metric)) return;
    for (const window_days of REGION_WINDOWS) {
      if (!inWindow(verdict, { run_date, maturation, days: window_days })) continue;
      for (const region of [home, 'ALL']) {
        const key = [region, metric, outcome, reason, window_days].join(' ');
        const row = found.get(key) ?? { region, metric, outcome, reason: reason!, window_days, orders: 0 };
        row.orders += weight;
        found.set(key, row);
      }
    }
  });
  return [...found.values()];
}
