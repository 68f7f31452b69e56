/** What is asked of one order under each metric that looks at orders, from the text of the design. */
import type { JudgedMetric, Region } from '../../policies/policy.js';
import { deadline } from './business-time.js';
import type { Case, Conversation, Order, Return, Review } from './records.js';
import { type Day, HOUR, localDay, type Micros } from './time.js';

export type OrderRules = Pick<Region, 'code' | 'time_zone' | 'dispatch_milestone' | 'on_time_scan_saves' | 'calendar'>;
export type Settings = JudgedMetric['settings'];

/** Everything about one order that a rule may look at. */
export interface Facts {
  order: Order;
  rules: OrderRules;
  /** Of the seller's home, where it is one of ours. */
  home: OrderRules | undefined;
  milestone: Micros | null;
  review: Review | undefined;
  returns: readonly Return[];
  cases: readonly Case[];
  /** Conversations about the order that its buyer opened with a person. */
  contacts: readonly Conversation[];
}

/** The moment if its local day has come by the last day looked at, otherwise null. */
export type Seen = (moment: Micros | null) => Micros | null;

export interface Rule {
  /** The moment whose local day is the cohort day; null when the order is not in the population. */
  cohort(facts: Facts): Micros | null;
  /** The cohort moment is a promise, which may lie ahead; what happened must have happened by the run date. */
  promised?: true;
  /** The last day looked at, where it is not the cohort day + maturation. */
  final?(facts: Facts, day: Day, settings: Settings): Day;
  excluded?(facts: Facts, seen: Seen, settings: Settings): string | false;
  fault(facts: Facts, seen: Seen, settings: Settings): string | false;
  /** The rule's own protection; exemptions come after it. */
  forgiven?(facts: Facts, seen: Seen, settings: Settings): string | false;
}

const byPlatform = ({ order }: Facts) => order.fulfilment === 'platform';

const platformLeftOut = (facts: Facts, { platform_fulfilled }: Settings) =>
  platform_fulfilled === 'left_out' && byPlatform(facts) && 'platform_fulfilled';

const platformIsMet = (facts: Facts, { platform_fulfilled }: Settings) =>
  platform_fulfilled === 'counts_as_met' && byPlatform(facts);

const cancelledBy = ({ order }: Facts, seen: Seen) =>
  seen(order.cancelled_at) === null ? undefined : (order.cancelled_by ?? 'unknown');

/** Cancelled by whom no seller answers for. */
export const cancelledForOthers = (facts: Facts, seen: Seen) =>
  ['buyer', 'platform'].includes(cancelledBy(facts, seen) ?? '') && 'cancelled';

/** `a` happened, and not after `b`. */
const by = (a: Micros | null, b: Micros | null): boolean => a !== null && b !== null && a <= b;

const opened = (kind: 'not_received' | 'not_as_described'): Rule => ({
  cohort: ({ order }) => order.placed_at,
  excluded: cancelledForOthers,
  fault: ({ cases }, seen) => cases.some((c) => c.kind === kind && seen(c.opened_at) !== null) && kind,
});

/** Whether a case speaks against the seller. Who resolved it is what the newest version says, whenever that was. */
function speaksAgainst(c: Case, seen: Seen, { cases, resolved_by_seller }: Settings): boolean {
  const solvedCounts = resolved_by_seller === 'counts';
  if (cases === 'opened') return seen(c.opened_at) !== null && (solvedCounts || c.resolved_by !== 'seller');
  const lost = c.outcome === 'seller_fault' && (solvedCounts || c.resolved_by === 'platform');
  return lost && seen(c.closed_at ?? c.opened_at) !== null;
}

/** The return asked for first; of two at once the smaller id. */
const firstReturn = ({ returns }: Facts): Return | undefined =>
  [...returns].sort((a, b) => a.requested_at - b.requested_at || (a.return_id < b.return_id ? -1 : 1))[0];

const refundDue = (facts: Facts, settings: Settings): Micros | undefined =>
  deadline(facts.rules, facts.home, { from: firstReturn(facts)!.requested_at, hours: Number(settings.days) * 24, settings });

export const RULES: Readonly<Record<string, Rule>> = {
  late_dispatch: {
    cohort: ({ order }) => order.ship_by,
    promised: true,
    excluded: (facts, seen, settings) => {
      const cancelled = seen(facts.order.cancelled_at);
      return (
        platformLeftOut(facts, settings) || (cancelled !== null && cancelled < facts.order.ship_by! && 'cancelled_before_due')
      );
    },
    fault: (facts, seen, settings) => {
      if (platformIsMet(facts, settings)) return false;
      return seen(facts.milestone) === null ? 'missing' : !by(facts.milestone, facts.order.ship_by) && 'late';
    },
  },
  seller_cancellation: {
    cohort: ({ order }) => order.placed_at,
    final: ({ order, rules }, placed, { maturation_days, days_after_ship_by, final_day }) => {
      const usual = placed + Number(maturation_days);
      if (order.ship_by === null || final_day === 'after_placed') return usual;
      return Math.max(usual, localDay(rules.time_zone, order.ship_by) + Number(days_after_ship_by));
    },
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
    excluded: (facts, _seen, settings) => platformLeftOut(facts, settings),
    fault: (facts, seen, settings) => {
      if (platformIsMet(facts, settings)) return false;
      return facts.order.tracking_number === null ? 'no_number' : seen(facts.order.first_scan_at) === null && 'no_scan';
    },
  },
  late_delivery: {
    cohort: ({ order }) => order.deliver_by,
    promised: true,
    excluded: (facts, seen, settings) =>
      platformLeftOut(facts, settings) ||
      (cancelledBy(facts, seen) !== undefined && 'cancelled') ||
      (settings.untracked === 'left_out' && facts.order.tracking_number === null && 'untracked'),
    fault: (facts, seen, settings) => {
      if (platformIsMet(facts, settings)) return false;
      const { delivered_at, deliver_by } = facts.order;
      return seen(delivered_at) === null ? 'missing' : !by(delivered_at, deliver_by) && 'late';
    },
    forgiven: ({ order, rules }, seen) =>
      rules.on_time_scan_saves && by(seen(order.first_scan_at), order.ship_by) && 'carrier_delay',
  },
  negative_review: {
    cohort: ({ order }) => order.delivered_at,
    fault: ({ review }, seen, { stars_at_most }) =>
      review !== undefined &&
      review.rating <= Number(stars_at_most) &&
      seen(review.created_at) !== null &&
      `stars_${review.rating}`,
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
    excluded: cancelledForOthers,
    fault: ({ cases }, seen, settings) =>
      cases.some((c) => speaksAgainst(c, seen, settings)) &&
      (settings.cases === 'opened' ? 'case_opened' : 'decided_against_seller'),
  },
  refund_on_time: {
    cohort: (facts) => firstReturn(facts)?.requested_at ?? null,
    final: (facts, day, settings) => {
      const due = refundDue(facts, settings);
      const usual = day + Number(settings.maturation_days);
      return due === undefined ? usual : Math.max(usual, localDay(facts.rules.time_zone, due));
    },
    fault: (facts, seen, settings) => {
      const { requested_at, refunded_at } = firstReturn(facts)!;
      const refunded = seen(refunded_at);
      const due = refundDue(facts, settings) ?? requested_at + Number(settings.days) * 24 * HOUR;
      return refunded === null ? 'not_refunded' : refunded > due && 'refunded_late';
    },
  },
  not_received_opened: opened('not_received'),
  not_as_described_opened: opened('not_as_described'),
  contact_rate: {
    cohort: ({ order }) => order.placed_at,
    excluded: cancelledForOthers,
    fault: ({ contacts }, seen) => contacts.some((c) => seen(c.opened_at) !== null) && 'contacted',
  },
};

/** What is asked of one conversation. */
export interface ConversationRule {
  population(conversation: Conversation): boolean;
  /** `due`: when the answer was due, where business time counts. */
  fault(conversation: Conversation, seen: Seen, settings: Settings, due: Micros | undefined): string | false;
}

/** A buyer wrote to a person. */
export const isContact = ({ opened_by, kind }: Conversation): boolean => opened_by === 'buyer' && kind === 'human';

export const CONVERSATION_RULES: Readonly<Record<string, ConversationRule>> = {
  slow_response: {
    population: isContact,
    fault: ({ opened_at, first_reply_at }, seen, { hours }, due = opened_at + Number(hours) * HOUR) => {
      const reply = seen(first_reply_at);
      return reply === null ? 'missing' : reply > due && 'late';
    },
  },
  chat_dissatisfaction: {
    population: (conversation) => isContact(conversation) && conversation.satisfaction !== null,
    fault: ({ satisfaction }, _seen, { stars_at_most }) => satisfaction! <= Number(stars_at_most) && 'dissatisfied',
  },
};
