/** Which orders an entry counts, and which faults of them the programme itself forgives: from policy and what is told of each order. */
import type { Beside, MetricYaml, NamesYaml, WhereYaml } from './policy-files.js';

export interface ToldOrder {
  subject_id: string;
  region: string;
  cohort_day: string;
  outcome: string;
  reason: string | null;
  counts_as_met: boolean;
  counts_for: number;
  folded_into: string | null;
  peak: string | null;
  fault_reason: string | null;
  moments: Partial<Record<string, string | number | boolean>>;
}

/** Whether a name is among those that are asked for, or among all others; one that nobody knows is neither. */
function isNamed(name: unknown, asked: NamesYaml): boolean {
  if (typeof name !== 'string') return false;
  const listed = (some: string[]): boolean => some.some((one) => one.trim().toLowerCase() === name.toLowerCase());
  return Array.isArray(asked) ? listed(asked) : !listed(asked.not);
}

/** The class of a carrier; undefined of an order that has none. */
function classOf(carrier: unknown, { carrier_classes }: Beside): string | undefined {
  if (typeof carrier !== 'string') return undefined;
  const found = Object.entries(carrier_classes).find(([, { carriers }]) => isNamed(carrier, carriers));
  return found?.[0] ?? 'other';
}

/** Whether an entry counts an order, by what is told of it. */
export function isOf({ region, moments }: ToldOrder, home: string | null, where: WhereYaml, beside: Beside): boolean {
  return (
    (where.category === undefined || isNamed(moments.category, where.category)) &&
    (where.fulfilment === undefined || where.fulfilment === moments.fulfilment) &&
    (where.carrier_class === undefined || isNamed(classOf(moments.carrier, beside), where.carrier_class)) &&
    (where.cross_border === undefined || (home !== null && (home !== region) === where.cross_border)) &&
    (where.region === undefined || isNamed(region, where.region))
  );
}

/** The moment that was promised, and the one that came. */
function lateness(room: string, { region, moments }: ToldOrder, { regions }: Beside): [due: unknown, came: unknown] {
  if (room === 'late_delivery') return [moments.deliver_by, moments.delivered_at];
  return [moments.ship_by, regions[region]?.dispatch_milestone === 'confirmed' ? moments.confirmed_at : moments.first_scan_at];
}

/** The peak that forgives a fault; null where none does. */
function peakOf(yaml: MetricYaml, room: string, order: ToldOrder, beside: Beside): string | null {
  const peak = yaml.peaks?.find(({ from, to }) => from <= order.cohort_day && order.cohort_day <= to);
  const [due, came] = lateness(room, order, beside);
  if (!peak || order.reason !== 'late' || typeof due !== 'string' || typeof came !== 'string') return null;
  return Date.parse(came) - Date.parse(due) <= peak.extra_hours * 3_600_000 ? peak.name : null;
}

/** The same orders, at fault as they were before the programme forgave any. */
const asTheyWere = (orders: readonly ToldOrder[]): ToldOrder[] =>
  orders.map((one) =>
    one.fault_reason === null
      ? one
      : { ...one, outcome: 'fault', reason: one.fault_reason, counts_as_met: false, peak: null, folded_into: null },
  );

/**
 * Orders as the entry counts them: late in a peak, or alike to a fault that stands for them. Who bought is told of no order, so that
 * what is alike by its buyer is taken as told: of those with one fault in common.
 */
export function eased(yaml: MetricYaml, room: string, told: readonly ToldOrder[], beside: Beside): ToldOrder[] {
  const foldedAsTold = new Map(told.map((one) => [one.subject_id, one.folded_into]));
  const orders = asTheyWere(told).map((one): ToldOrder => {
    const peak = one.outcome === 'fault' ? peakOf(yaml, room, one, beside) : null;
    return peak === null ? one : { ...one, outcome: 'forgiven', reason: 'peak', counts_as_met: true, peak };
  });
  const { same } = yaml.collapse ?? {};
  if (!same) return orders;
  const standing = orders
    .filter(({ outcome }) => outcome === 'fault')
    .sort((a, b) => b.cohort_day.localeCompare(a.cohort_day) || (a.subject_id < b.subject_id ? -1 : 1));
  const intoOf = (one: ToldOrder): string | null => {
    if (same !== 'day_and_reason') return foldedAsTold.get(one.subject_id) ?? null;
    const first = standing.find(({ cohort_day, reason }) => cohort_day === one.cohort_day && reason === one.reason)!;
    return first.subject_id === one.subject_id ? null : first.subject_id;
  };
  return orders.map((one) => {
    const folded_into = one.outcome === 'fault' ? intoOf(one) : null;
    return folded_into === null ? one : { ...one, outcome: 'forgiven', reason: `same_${same}`, counts_as_met: true, folded_into };
  });
}
