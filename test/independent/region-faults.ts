/** What is at fault in regions, each by itself: what stands behind the faults of who moved a rate. Of metrics whose source landed. */
import { forEachVerdict, type Ledger } from './judge.js';
import type { Records } from './records.js';
import { REGION_WINDOWS } from './region-metrics.js';
import { joinedOn, tenureOf } from './region-movers.js';
import type { Day } from './time.js';

export interface RegionFault {
  region: string;
  metric: string;
  cohort_day: Day;
  seller_id: string;
  subject_id: string;
  reason: string | null;
  carrier: string | null;
  category: string | null;
  destination_area: string | null;
  tenure: string | null;
  counted: number;
}

export function regionFaults(ledger: Ledger, records: Records, notMeasured: ReadonlySet<string>): RegionFault[] {
  const D = ledger.run_date;
  const joined = joinedOn(records, D);
  const found: RegionFault[] = [];
  forEachVerdict(ledger, ({ metric: { metric, maturation_days }, region, seller_id, subject_id, verdict, weight, of_order }) => {
    const ago = D - maturation_days - verdict.day;
    if (notMeasured.has(metric) || verdict.outcome !== 'fault' || ago < 0 || ago >= Math.max(...REGION_WINDOWS)) return;
    found.push({
      ...{ region, metric, cohort_day: verdict.day, seller_id, subject_id, reason: verdict.reason, counted: weight },
      ...{ carrier: of_order?.carrier ?? null, category: of_order?.category?.toLowerCase() ?? null },
      destination_area: of_order?.destination_area ?? null,
      tenure: tenureOf(D, joined(seller_id)),
    });
  });
  return found;
}
