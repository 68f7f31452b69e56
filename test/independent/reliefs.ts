/** What programmes forgive by themselves, a second time: from the words of the policy, order by order. */
import type { Programme, ProgrammeMetric } from '../../policies/policy.js';
import type { JudgedOrder, Ledger, Verdict } from './judge.js';
import { counts } from './segments.js';
import { dayText } from './time.js';

/** By seller and order, how a fault is forgiven under an entry of a programme. */
export type Reliefs = Map<string, { reason: string; peak: string | null; folded_into: string | null }>;

export const reliefKey = ({ seller_id, subject_id }: { seller_id: string; subject_id: string }): string =>
  `${seller_id}\n${subject_id}`;

const HOUR = 3_600_000_000;

/** The fault of an order that is final and in the programme, if it is one. */
function faultOf(order: JudgedOrder, room: string, last: number, regions: readonly string[]): Verdict | undefined {
  const verdict = order.verdicts[room];
  return verdict?.outcome === 'fault' && verdict.day <= last && regions.includes(order.region) ? verdict : undefined;
}

/** All that an entry forgives of faults that are final tonight, however long ago. */
export function reliefsOf({ run_date, metrics, orders }: Ledger, { regions }: Programme, entry: ProgrammeMetric): Reliefs {
  const found: Reliefs = new Map();
  const room = entry.of ?? entry.metric;
  if (!entry.peaks && !entry.collapse) return found;
  const last = run_date - metrics.find((m) => m.metric === room)!.maturation_days;
  const left: { order: JudgedOrder; verdict: Verdict }[] = [];
  for (const order of orders) {
    const verdict = faultOf(order, room, last, regions);
    if (!verdict || !counts(entry, { region: order.region, of_order: order.known })) continue;
    const day = dayText(verdict.day);
    const peak = entry.peaks?.find(({ from, to }) => from <= day && day <= to);
    const late = room === 'late_dispatch' || room === 'late_delivery' ? (order.late_by?.[room] ?? null) : null;
    if (peak && verdict.reason === 'late' && late !== null && late <= peak.extra_hours * HOUR)
      found.set(reliefKey({ ...order, subject_id: order.order_id }), { reason: 'peak', peak: peak.name, folded_into: null });
    else left.push({ order, verdict });
  }
  const { same } = entry.collapse ?? {};
  const alike = ({ order, verdict }: (typeof left)[number]): string | null => {
    if (same === 'day_and_reason') return `${order.seller_id} ${verdict.day} ${verdict.reason}`;
    if (order.buyer_id === null) return null;
    return `${order.seller_id} ${order.buyer_id}${same === 'buyer' ? '' : ` ${verdict.day}`}`;
  };
  if (same)
    for (const [what, together] of Map.groupBy(left, alike)) {
      if (what === null) continue;
      const [first, ...others] = together.sort(
        (a, b) => b.verdict.day - a.verdict.day || (a.order.order_id < b.order.order_id ? -1 : 1),
      );
      for (const { order } of others)
        found.set(reliefKey({ ...order, subject_id: order.order_id }), {
          ...{ reason: `same_${same}`, peak: null, folded_into: first!.order.order_id },
        });
    }
  return found;
}

/** The verdict as the entry counts it. */
export function easedBy(reliefs: Reliefs, entry: { seller_id: string; subject_id: string; verdict: Verdict }): Verdict {
  const relief = entry.verdict.outcome === 'fault' ? reliefs.get(reliefKey(entry)) : undefined;
  return relief ? { ...entry.verdict, outcome: 'forgiven', reason: relief.reason, counts_as_met: true } : entry.verdict;
}
