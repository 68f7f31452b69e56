import type { Programme } from '../../policies/policy.js';
import { inWindow } from './counts.js';
import { forEachVerdict, type Ledger, type Verdict } from './judge.js';
import { easedBy, reliefKey, reliefsOf } from './reliefs.js';
import { counts } from './segments.js';
import { askedFor, windowsThatApply } from './seller-metrics.js';
import type { Day } from './time.js';

/** What counts as a fault, forgiven or excluded in a programme's window. */
export interface Detail {
  seller_id: string;
  programme: string;
  metric: string;
  subject_id: string;
  order_id: string | null;
  region: string;
  verdict: Verdict;
  evidence: string | null;
  /** The first run date that no longer counts it. */
  leaves_window_on: Day;
  folded_into: string | null;
  peak: string | null;
}

/** Excluded for what the order is: counted, not listed. */
const UNLISTED = 'platform_fulfilled';

/** One per seller, programme, metric and subject: exactly those behind the seller metrics, but for what is not listed. */
export function details(ledger: Ledger, programmes: readonly Programme[], notMeasured: ReadonlySet<string>): Detail[] {
  const found: Detail[] = [];
  const run_date = ledger.run_date;
  const asked = programmes.flatMap((one) => {
    const { programme, regions, metrics } = one;
    const daysOf = windowsThatApply(ledger, one, notMeasured);
    return metrics.map((m) => ({
      programme,
      regions,
      where: m.where,
      entry: m.metric,
      metric: askedFor(m),
      daysOf,
      reliefs: reliefsOf(ledger, one, m),
    }));
  });
  const byMetric = Map.groupBy(asked, (m) => m.metric);
  forEachVerdict(
    ledger,
    ({ metric: { metric, maturation_days: maturation }, region, verdict, weight: _, buyer_id: __, of_order, ...subject }) => {
      if (verdict.outcome === 'met' || verdict.outcome === 'pending' || notMeasured.has(metric)) return;
      if (verdict.outcome === 'excluded' && verdict.reason === UNLISTED) return;
      for (const { programme, regions, where, entry, daysOf, reliefs } of byMetric.get(metric) ?? []) {
        const days = daysOf(subject.seller_id, entry) ?? 0;
        if (!counts({ where }, { region, of_order })) continue;
        if (!regions.includes(region) || !inWindow(verdict, { run_date, maturation, days })) continue;
        const leaves_window_on = verdict.day + maturation + days;
        const { peak = null, folded_into = null } = (verdict.outcome === 'fault' && reliefs.get(reliefKey(subject))) || {};
        const eased = easedBy(reliefs, { ...subject, verdict });
        found.push({ ...subject, programme, metric: entry, region, verdict: eased, leaves_window_on, peak, folded_into });
      }
    },
  );
  return found;
}
