/**
 * The outcome rules a second time, in plain TypeScript, from the text of the design alone. The night's SQL is compared
 * with this row for row; nothing here is shared with it but the contracts.
 */
import { METRICS, type MetricKey, type Outcome } from '../../metrics/index.js';
import type { Region } from '../../policies/policy.js';
import { type ExemptionBook, exemptionBook } from './exemptions.js';
import { firstReviews, newest } from './newest.js';
import type { Case, Conversation, Order, Records, Return, Review } from './records.js';
import { type Day, day as dayNumber, HOUR, localDay, type Micros } from './time.js';

export type OrderMetric = Exclude<MetricKey, 'slow_response'>;

export interface Verdict {
  /** The cohort day. */
  day: Day;
  outcome: Outcome;
  /** Null while pending and when met. */
  reason: string | null;
  /** The exemption that forgave; null otherwise. */
  exemption_id: string | null;
}

export interface JudgedOrder {
  seller_id: string;
  order_id: string;
  region: string;
  placed_day: Day;
  /** A metric without an entry has no row: the order is not in its population. */
  verdicts: Partial<Record<OrderMetric, Verdict>>;
}

export interface JudgedConversation {
  seller_id: string;
  conversation_id: string;
  region: string;
  /** Absent when the conversation is not in the population. */
  verdict: Verdict | undefined;
}

export interface Ledger {
  run_date: Day;
  orders: JudgedOrder[];
  conversations: JudgedConversation[];
}

type OrderRules = Pick<Region, 'code' | 'time_zone' | 'dispatch_milestone' | 'on_time_scan_saves'>;

/** Everything about one order that a rule may look at. */
interface Facts {
  order: Order;
  rules: OrderRules;
  milestone: Micros | null;
  review: Review | undefined;
  returns: readonly Return[];
  cases: readonly Case[];
}

/** The moment if its local day has come by the last day looked at, otherwise null. */
type Seen = (moment: Micros | null) => Micros | null;

interface Rule {
  cohort(facts: Facts): Micros | null;
  excluded?(facts: Facts, seen: Seen): string | false;
  fault(facts: Facts, seen: Seen): string | false;
  /** The rule's own protection; exemptions come after it. */
  forgiven?(facts: Facts, seen: Seen): string | false;
}

const maturation = Object.fromEntries(METRICS.map((m) => [m.key, m.maturation.days])) as Record<MetricKey, number>;

const platformFulfilled = ({ order }: Facts) => order.fulfilment === 'platform' && 'platform_fulfilled';

const cancelledBy = ({ order }: Facts, seen: Seen) =>
  seen(order.cancelled_at) === null ? undefined : (order.cancelled_by ?? 'unknown');

/** `a` happened, and not after `b`. */
const by = (a: Micros | null, b: Micros | null): boolean => a !== null && b !== null && a <= b;

const RULES: Record<Exclude<OrderMetric, 'order_defect'>, Rule> = {
  late_dispatch: {
    cohort: ({ order }) => order.ship_by,
    excluded: (facts, seen) => {
      const cancelled = seen(facts.order.cancelled_at);
      return platformFulfilled(facts) || (cancelled !== null && cancelled < facts.order.ship_by! && 'cancelled_before_due');
    },
    fault: ({ order, milestone }, seen) => (seen(milestone) === null ? 'missing' : !by(milestone, order.ship_by) && 'late'),
  },
  seller_cancellation: {
    cohort: ({ order }) => order.placed_at,
    excluded: (facts, seen) => {
      const who = cancelledBy(facts, seen);
      return who === 'platform' ? 'platform_cancelled' : who === 'unknown' && 'unattributed';
    },
    fault: (facts, seen) => {
      const who = cancelledBy(facts, seen);
      return (who === 'seller' || who === 'system') && `cancelled_by_${who}`;
    },
  },
  missing_tracking: {
    cohort: ({ milestone }) => milestone,
    excluded: platformFulfilled,
    fault: ({ order }, seen) => (order.tracking_number === null ? 'no_number' : seen(order.first_scan_at) === null && 'no_scan'),
  },
  late_delivery: {
    cohort: ({ order }) => order.deliver_by,
    excluded: (facts, seen) => platformFulfilled(facts) || (cancelledBy(facts, seen) !== undefined && 'cancelled'),
    fault: ({ order }, seen) =>
      seen(order.delivered_at) === null ? 'missing' : !by(order.delivered_at, order.deliver_by) && 'late',
    forgiven: ({ order, rules }, seen) =>
      rules.on_time_scan_saves && by(seen(order.first_scan_at), order.ship_by) && 'carrier_delay',
  },
  negative_review: {
    cohort: ({ order }) => order.delivered_at,
    fault: ({ review }, seen) =>
      review !== undefined && review.rating <= 2 && seen(review.created_at) !== null && `stars_${review.rating}`,
    forgiven: ({ order, milestone, review }, seen) =>
      review!.about === 'logistics' && by(seen(milestone), order.ship_by) && 'logistics_review',
  },
  seller_fault_return: {
    cohort: ({ order }) => order.delivered_at,
    fault: ({ returns }, seen) =>
      returns.some((r) => r.responsible === 'seller' && seen(r.requested_at) !== null) && 'seller_responsible',
  },
  unresolved_case: {
    cohort: ({ order }) => order.placed_at,
    excluded: (facts, seen) => ['buyer', 'platform'].includes(cancelledBy(facts, seen) ?? '') && 'cancelled',
    fault: ({ cases }, seen) => cases.some((c) => lostCase(c) && seen(decidedAt(c)) !== null) && 'decided_against_seller',
  },
};

const lostCase = (c: Case): boolean => c.outcome === 'seller_fault' && c.resolved_by === 'platform';
const decidedAt = (c: Case): Micros => c.closed_at ?? c.opened_at;

/** The parts of an order defect, in the order in which the first of them names the reason. */
const DEFECT_PARTS = ['seller_cancellation', 'negative_review', 'unresolved_case'] as const;

/**
 * Judges every order and conversation that exists on the run date.
 * @param runDate YYYY-MM-DD
 */
export function judge(records: Records, regions: readonly OrderRules[], runDate: string): Ledger {
  const D = dayNumber(runDate);
  const rulesOf = new Map(regions.map((r) => [r.code, r]));
  const exemptions = exemptionBook(newest(records.exemptions, D, (e) => e.exemption_id).values());
  const reviews = firstReviews(records.reviews, D);
  const returns = byOrder(newest(records.returns, D, (r) => r.return_id).values());
  const cases = byOrder(newest(records.cases, D, (c) => c.case_id).values());

  const orders: JudgedOrder[] = [];
  for (const [key, order] of newest(records.orders, D, orderKey)) {
    const rules = rulesOf.get(order.region)!;
    const placed_day = localDay(rules.time_zone, order.placed_at);
    if (placed_day > D) continue;
    const milestone = rules.dispatch_milestone === 'confirmed' ? order.confirmed_at : order.first_scan_at;
    const facts: Facts = {
      order,
      rules,
      milestone,
      review: reviews.get(key),
      returns: returns.get(key) ?? [],
      cases: cases.get(key) ?? [],
    };
    const { seller_id, order_id, region } = order;
    orders.push({ seller_id, order_id, region, placed_day, verdicts: judgeOrder(facts, D, exemptions) });
  }
  const conversations = [...newest(records.conversations, D, (c) => c.conversation_id).values()].map((conversation) => ({
    seller_id: conversation.seller_id,
    conversation_id: conversation.conversation_id,
    region: conversation.region,
    verdict: judgeConversation(conversation, rulesOf.get(conversation.region)!.time_zone, D, exemptions),
  }));
  return { run_date: D, orders, conversations };
}

export const orderKey = (row: { seller_id: string; order_id: string }): string => `${row.seller_id}\n${row.order_id}`;

function byOrder<T extends { seller_id: string; order_id: string }>(rows: Iterable<T>): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = orderKey(row);
    const beside = found.get(key);
    if (beside) beside.push(row);
    else found.set(key, [row]);
  }
  return found;
}

function judgeOrder(facts: Facts, D: Day, exemptions: ExemptionBook): JudgedOrder['verdicts'] {
  const verdicts: JudgedOrder['verdicts'] = {};
  for (const metric of Object.keys(RULES) as (keyof typeof RULES)[]) {
    const verdict = judgeMetric(metric, facts, D, exemptions);
    if (verdict) verdicts[metric] = verdict;
  }
  verdicts.order_defect = judgeDefect(facts, D, exemptions);
  return verdicts;
}

const seenBy =
  (zone: string, last: Day): Seen =>
  (moment) =>
    moment !== null && localDay(zone, moment) <= last ? moment : null;

const say = (day: Day, outcome: Outcome, reason: string | null = null, exemption_id: string | null = null): Verdict => ({
  day,
  outcome,
  reason,
  exemption_id,
});

/** The promises that a rule dates by (ship_by, deliver_by) may lie ahead; what happened must have happened by D. */
const PROMISES: readonly string[] = ['late_dispatch', 'late_delivery'];

function judgeMetric(metric: keyof typeof RULES, facts: Facts, D: Day, exemptions: ExemptionBook): Verdict | undefined {
  const rule = RULES[metric];
  const zone = facts.rules.time_zone;
  const moment = rule.cohort(facts);
  if (moment === null) return undefined;
  const day = localDay(zone, moment);
  if (day > D && !PROMISES.includes(metric)) return undefined;
  const m = maturation[metric];
  const seen = seenBy(zone, Math.min(day + m, D));
  const excluded = rule.excluded?.(facts, seen);
  if (excluded) return say(day, 'excluded', excluded);
  if (day > D - m) return say(day, 'pending');
  return faultOrMet(metric, rule, facts, seen, day, exemptions);
}

function faultOrMet(metric: MetricKey, rule: Rule, facts: Facts, seen: Seen, day: Day, exemptions: ExemptionBook): Verdict {
  const fault = rule.fault(facts, seen);
  if (!fault) return say(day, 'met');
  const forgiven = rule.forgiven?.(facts, seen);
  if (forgiven) return say(day, 'forgiven', forgiven);
  return exempt(metric, facts.order, day, exemptions) ?? say(day, 'fault', fault);
}

function exempt(
  metric: MetricKey,
  subject: Parameters<ExemptionBook>[1],
  day: Day,
  exemptions: ExemptionBook,
): Verdict | undefined {
  const exemption = exemptions(metric, subject, day);
  return exemption && say(day, 'forgiven', exemption.reason, exemption.exemption_id);
}

function judgeDefect(facts: Facts, D: Day, exemptions: ExemptionBook): Verdict {
  const zone = facts.rules.time_zone;
  const day = localDay(zone, facts.order.placed_at);
  const final = day + maturation.order_defect;
  const excluded = RULES.unresolved_case.excluded!(facts, seenBy(zone, Math.min(final, D)));
  if (excluded) return say(day, 'excluded', excluded);
  if (final > D) return say(day, 'pending');
  const parts = DEFECT_PARTS.map((metric) => ({ metric, verdict: partBy(metric, facts, final, exemptions) }));
  const first = (outcome: Outcome) => parts.find((part) => part.verdict?.outcome === outcome);
  const fault = first('fault');
  if (fault) return exempt('order_defect', facts.order, day, exemptions) ?? say(day, 'fault', fault.metric);
  const forgiven = first('forgiven');
  return forgiven ? { ...forgiven.verdict!, day } : say(day, 'met');
}

/**
 * A part of an order defect by what had happened up to the end of the defect's final day, whether or not the part's own final day
 * has come: otherwise a review that is final only later would change a defect that is final already.
 */
function partBy(metric: (typeof DEFECT_PARTS)[number], facts: Facts, final: Day, exemptions: ExemptionBook): Verdict | undefined {
  const zone = facts.rules.time_zone;
  const moment = RULES[metric].cohort(facts);
  if (moment === null || localDay(zone, moment) > final) return undefined;
  const day = localDay(zone, moment);
  const seen = seenBy(zone, Math.min(day + maturation[metric], final));
  if (RULES[metric].excluded?.(facts, seen)) return undefined;
  return faultOrMet(metric, RULES[metric], facts, seen, day, exemptions);
}

function judgeConversation(conversation: Conversation, zone: string, D: Day, exemptions: ExemptionBook): Verdict | undefined {
  if (conversation.opened_by !== 'buyer' || conversation.kind !== 'human') return undefined;
  const day = localDay(zone, conversation.opened_at);
  if (day > D) return undefined;
  const final = day + maturation.slow_response;
  if (final > D) return say(day, 'pending');
  const reply = seenBy(zone, final)(conversation.first_reply_at);
  const fault = reply === null ? 'missing' : reply - conversation.opened_at > 24 * HOUR && 'late';
  if (!fault) return say(day, 'met');
  return exempt('slow_response', { ...conversation, carrier: null }, day, exemptions) ?? say(day, 'fault', fault);
}
