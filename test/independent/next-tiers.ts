/**
 * A second opinion on the way to the next tier: day after day, what leaves the window is taken off, and the first day on which tiers are
 * decided and every bound is met is the one. Written from the words of docs/metrics.md. Entries that count items are left out.
 */
import type { Policies, Programme } from '../../policies/policy.js';
import { within } from './counts.js';
import type { Detail } from './details.js';
import type { Standing } from './points.js';
import type { SellerMetric, Sellers } from './seller-metrics.js';
import { type Day, dayText } from './time.js';

/** As the night's rows, days as text. */
export interface NextTier {
  seller_id: string;
  programme: string;
  metric: string;
  tier: string;
  fault: number;
  counted: number;
  enough_on: string;
  tier_on: string | null;
  spare: number | null;
  decides: boolean;
}

const HORIZON = 90;
const EVERY = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function isDecided({ evaluation }: Programme, day: string): boolean {
  if (!evaluation) return true;
  const { every } = evaluation;
  return typeof every === 'number'
    ? Number(day.slice(8)) === every
    : new Date(`${day}T00:00:00Z`).getUTCDay() === EVERY.indexOf(every);
}

export function nextTiers(
  found: Sellers,
  details: readonly Detail[],
  { metrics, programmes }: Pick<Policies, 'metrics' | 'programmes'>,
  caps: readonly Pick<Standing, 'seller_id' | 'programme' | 'caps_at'>[],
  held: (seller: string, programme: string) => string | undefined,
  runDate: Day,
): NextTier[] {
  const faults = Map.groupBy(
    details.filter(({ verdict }) => verdict.outcome === 'fault'),
    (one) => `${one.seller_id} ${one.programme} ${one.metric}`,
  );
  const judged = Map.groupBy(found.metrics, (one) => `${one.seller_id} ${one.programme}`);
  const byItems = new Set(metrics.filter(({ count }) => count === 'items').map(({ metric }) => metric));
  return found.tiers.flatMap(({ seller_id, programme: key, tier }) => {
    const programme = programmes.find((p) => p.programme === key)!;
    const keys = programme.tiers.map((one) => one.key);
    const at = keys.indexOf(tier) - 1;
    const target = keys[at];
    if (target === undefined) return [];
    if (caps.some((c) => c.seller_id === seller_id && c.programme === key && c.caps_at && keys.indexOf(c.caps_at) > at))
      return [];
    const now = held(seller_id, key) ?? programme.standard;
    if (programme.evaluation && at >= (keys.includes(now) ? keys.indexOf(now) : keys.indexOf(programme.standard))) return [];
    const days = (metric: string): Day[] => (faults.get(`${seller_id} ${key} ${metric}`) ?? []).map((d) => d.leaves_window_on);
    const holding = judged
      .get(`${seller_id} ${key}`)!
      .filter((m) => m.tier !== null && !isMet(programme, m, target, m.counts!.fault));
    if (holding.some((m) => byItems.has(programme.metrics.find((e) => e.metric === m.metric)!.of ?? m.metric))) return [];
    const left = (m: SellerMetric, day: Day): number => days(m.metric).filter((leaves) => leaves > day).length;
    const met = (m: SellerMetric, day: Day, more = 0): boolean => meets(programme, m, target, left(m, day) + more);
    const first = (m: SellerMetric): Day => {
      let day = runDate + 1;
      while (!met(m, day)) day++;
      return day;
    };
    let tierOn: Day | undefined;
    for (let n = 1; n <= HORIZON && tierOn === undefined; n++) {
      const day = runDate + n;
      if (isDecided(programme, dayText(day)) && holding.every((m) => met(m, day))) tierOn = day;
    }
    const last = holding.map((m) => [first(m), m.metric] as const).sort(([a, m], [b, n]) => b - a || (m < n ? -1 : 1))[0]?.[1];
    return holding.map((m) => {
      let spare = 0;
      if (tierOn !== undefined) while (met(m, tierOn, spare + 1)) spare++;
      return {
        ...{ seller_id, programme: key, metric: m.metric, tier: target, fault: m.counts!.fault, counted: m.counted! },
        ...{ enough_on: dayText(first(m)), tier_on: tierOn === undefined ? null : dayText(tierOn) },
        ...{ spare: tierOn === undefined ? null : spare, decides: m.metric === last },
      };
    });
  });
}

/** Whether so many faults of what is counted now meet the bound of a tier. */
function meets(programme: Programme, { metric, counts, counted }: SellerMetric, tier: string, fault: number): boolean {
  const { tiers, at_least } = programme.metrics.find((m) => m.metric === metric)!;
  const asIf = { ...counts!, fault, met: counted! - fault, forgiven: 0, forgiven_as_met: 0 };
  return fault < at_least.faults || fault === 0 || within(tiers[tier]!, asIf);
}

/** The same tonight, when floors of buyers and days are looked at as well. */
function isMet(programme: Programme, row: SellerMetric, tier: string, fault: number): boolean {
  const { at_least } = programme.metrics.find((m) => m.metric === row.metric)!;
  const few =
    (row.fault_buyers !== null && row.fault_buyers < (at_least.buyers ?? 0)) ||
    (row.fault_days !== null && row.fault_days < (at_least.days ?? 0));
  return few || meets(programme, row, tier, fault);
}
