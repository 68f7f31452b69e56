/**
 * The outcome rules a second time, in plain TypeScript, from the text of the design alone. The night's SQL is compared
 * with this row for row; nothing here is shared with it but the contracts and the policy's settings.
 */
import { metricOf, type Outcome } from '../../metrics/index.js';
import type { JudgedMetric } from '../../policies/policy.js';
import { deadline } from './business-time.js';
import { type ExemptionBook, exemptionBook, type Subject } from './exemptions.js';
import { firstReviews, newest } from './newest.js';
import type { Conversation, LandedOutcome, Order, Records, Seller } from './records.js';
import {
  CONVERSATION_RULES,
  cancelledForOthers,
  type Facts,
  isContact,
  type OrderRules,
  RULES,
  type Seen,
  type Settings,
} from './rules.js';
import { type Day, day as dayNumber, localDay } from './time.js';

export interface Verdict {
  /** The cohort day. */
  day: Day;
  outcome: Outcome;
  /** Null while pending and when met. */
  reason: string | null;
  /** The exemption that forgave; null otherwise. */
  exemption_id: string | null;
  /** Forgiven for a reason that counts as met. */
  counts_as_met: boolean;
}

/** By metric; a metric without an entry has no row: the subject is not in its population. */
export type Verdicts = Partial<Record<string, Verdict>>;

/** What else is known of an order. */
export interface Known {
  category: string | null;
  fulfilment: string;
  carrier: string | null;
  destination_area: string | null;
  /** Where its seller is at home; null where nobody has said so. */
  home: string | null;
}

export interface JudgedOrder {
  seller_id: string;
  order_id: string;
  region: string;
  /** Null where nobody knows. */
  buyer_id: string | null;
  placed_day: Day;
  /** At least one. */
  items: number;
  known?: Known;
  verdicts: Verdicts;
  /** Microseconds after what was promised; null where one of the moments is unknown. */
  late_by?: Record<'late_dispatch' | 'late_delivery', number | null>;
}

export interface JudgedConversation {
  seller_id: string;
  conversation_id: string;
  order_id: string | null;
  /** Of the order that it is about; null where there is none, or nobody knows. */
  buyer_id: string | null;
  region: string;
  verdicts: Verdicts;
}

/** An outcome that the business measured itself. */
export interface JudgedOutcome {
  seller_id: string;
  subject_id: string;
  metric: string;
  region: string;
  evidence: string | null;
  verdict: Verdict;
}

export interface Ledger {
  run_date: Day;
  metrics: readonly JudgedMetric[];
  orders: JudgedOrder[];
  conversations: JudgedConversation[];
  landed: JudgedOutcome[];
}

/** What the judge must know of the policies. */
export interface JudgingPolicies {
  regions: readonly OrderRules[];
  metrics: readonly JudgedMetric[];
}

interface Judging {
  D: Day;
  exemptions: ExemptionBook;
  /** Settings by metric: as policy has them, or the defaults of a metric that is only a part of a defect. */
  settingsOf(metric: string): Settings;
}

/**
 * Judges every order, conversation and landed outcome that exists on the run date.
 * @param runDate YYYY-MM-DD
 */
export function judge(records: Records, policies: JudgingPolicies, runDate: string): Ledger {
  const D = dayNumber(runDate);
  const judging: Judging = {
    D,
    exemptions: exemptionBook(newest(records.exemptions, D, (e) => e.exemption_id).values()),
    settingsOf: settingsBook(policies.metrics),
  };
  const metrics = policies.metrics;
  const conversations = [...newest(records.conversations, D, (c) => c.conversation_id).values()];
  return {
    run_date: D,
    metrics,
    orders: judgeOrders(records, policies, conversations, judging),
    conversations: judgeConversations(conversations, newest(records.orders, D, orderKey), policies, {
      ...judging,
      sellers: newest(records.sellers as Seller[], D, ({ seller_id }) => seller_id),
    }),
    landed: judgeLanded(records.outcomes, metrics, judging),
  };
}

function settingsBook(metrics: readonly JudgedMetric[]): (metric: string) => Settings {
  const known = new Map(metrics.map((m) => [m.metric, { ...m.settings, maturation_days: m.maturation_days }]));
  return (metric) => {
    const found = known.get(metric);
    if (found) return found;
    const defaults = Object.entries(metricOf(metric)!.settings).map(([name, setting]) => [name, setting.default]);
    const settings = Object.fromEntries(defaults) as ReturnType<typeof known.get> & {};
    known.set(metric, settings);
    return settings;
  };
}

function judgeOrders(
  records: Records,
  { regions, metrics }: JudgingPolicies,
  conversations: readonly Conversation[],
  judging: Judging,
): JudgedOrder[] {
  const { D } = judging;
  const rulesOf = new Map(regions.map((r) => [r.code, r]));
  const reviews = firstReviews(records.reviews, D);
  const returns = byOrder(newest(records.returns, D, (r) => r.return_id).values());
  const cases = byOrder(newest(records.cases, D, (c) => c.case_id).values());
  const described = newest(records.sellers as Seller[], D, ({ seller_id }) => seller_id);
  const contacts = byOrder(
    conversations.filter((c): c is Conversation & { order_id: string } => isContact(c) && c.order_id !== null),
  );
  const asked = metrics.filter((m) => m.subject === 'order');

  const judged: JudgedOrder[] = [];
  for (const [key, order] of newest(records.orders, D, orderKey)) {
    const rules = rulesOf.get(order.region)!;
    const placed_day = localDay(rules.time_zone, order.placed_at);
    if (placed_day > D) continue;
    const facts: Facts = {
      order,
      rules,
      home: rulesOf.get(described.get(order.seller_id)?.home_region ?? ''),
      milestone: rules.dispatch_milestone === 'confirmed' ? order.confirmed_at : order.first_scan_at,
      review: reviews.get(key),
      returns: returns.get(key) ?? [],
      cases: cases.get(key) ?? [],
      contacts: contacts.get(key) ?? [],
    };
    const verdicts: Verdicts = {};
    for (const { metric, counts_as_met } of asked) {
      const verdict = metric === 'order_defect' ? judgeDefect(facts, judging) : judgeMetric(metric, facts, judging);
      if (verdict) verdicts[metric] = weighed(verdict, counts_as_met);
    }
    const { seller_id, order_id, region, buyer_id, items, category, fulfilment, carrier, destination_area } = order;
    const known = { category, fulfilment, carrier, destination_area, home: described.get(seller_id)?.home_region ?? null };
    const late = (due: number | null, came: number | null) => (due === null || came === null ? null : came - due);
    const late_by = {
      late_dispatch: late(order.ship_by, facts.milestone),
      late_delivery: late(order.deliver_by, order.delivered_at),
    };
    judged.push({ seller_id, order_id, region, buyer_id, placed_day, items: Math.max(items ?? 1, 1), known, verdicts, late_by });
  }
  return judged;
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

const seenBy =
  (zone: string, last: Day): Seen =>
  (moment) =>
    moment !== null && localDay(zone, moment) <= last ? moment : null;

const say = (day: Day, outcome: Outcome, reason: string | null = null, exemption_id: string | null = null): Verdict => ({
  ...{ day, outcome, reason, exemption_id, counts_as_met: false },
});

/** A forgiven fault counts as met when policy says so of its reason. */
const weighed = (verdict: Verdict, countsAsMet: readonly string[]): Verdict =>
  verdict.outcome === 'forgiven' && countsAsMet.includes(verdict.reason!) ? { ...verdict, counts_as_met: true } : verdict;

function judgeMetric(metric: string, facts: Facts, judging: Judging): Verdict | undefined {
  const { D, settingsOf } = judging;
  const rule = RULES[metric]!;
  const settings = settingsOf(metric);
  const zone = facts.rules.time_zone;
  const moment = rule.cohort(facts);
  if (moment === null) return undefined;
  const day = localDay(zone, moment);
  if (day > D && !rule.promised) return undefined;
  const final = finalDay(metric, facts, day, settings);
  const seen = seenBy(zone, Math.min(final, D));
  const excluded = rule.excluded?.(facts, seen, settings);
  if (excluded) return say(day, 'excluded', excluded);
  if (final > D) return say(day, 'pending');
  return faultOrMet(metric, facts, seen, day, judging);
}

const finalDay = (metric: string, facts: Facts, day: Day, settings: Settings): Day =>
  RULES[metric]!.final?.(facts, day, settings) ?? day + Number(settings.maturation_days);

function faultOrMet(metric: string, facts: Facts, seen: Seen, day: Day, judging: Judging): Verdict {
  const rule = RULES[metric]!;
  const settings = judging.settingsOf(metric);
  const fault = rule.fault(facts, seen, settings);
  if (!fault) return say(day, 'met');
  const forgiven = rule.forgiven?.(facts, seen, settings);
  if (forgiven) return say(day, 'forgiven', forgiven);
  return exempt(metric, facts.order, day, judging) ?? say(day, 'fault', fault);
}

function exempt(metric: string, subject: Subject, day: Day, { exemptions }: Judging): Verdict | undefined {
  const exemption = exemptions(metric, subject, day);
  return exemption && say(day, 'forgiven', exemption.reason, exemption.exemption_id);
}

function judgeDefect(facts: Facts, judging: Judging): Verdict {
  const { D, settingsOf } = judging;
  const settings = settingsOf('order_defect');
  const zone = facts.rules.time_zone;
  const day = localDay(zone, facts.order.placed_at);
  const final = day + Number(settings.maturation_days);
  const excluded = cancelledForOthers(facts, seenBy(zone, Math.min(final, D)));
  if (excluded) return say(day, 'excluded', excluded);
  if (final > D) return say(day, 'pending');
  const parts = (settings.parts as string[]).map((metric) => ({ metric, verdict: partBy(metric, facts, final, judging) }));
  const first = (outcome: Outcome) => parts.find((part) => part.verdict?.outcome === outcome);
  const fault = first('fault');
  if (fault) return exempt('order_defect', facts.order, day, judging) ?? say(day, 'fault', fault.metric);
  const forgiven = first('forgiven');
  return forgiven ? say(day, 'forgiven', forgiven.verdict!.reason) : say(day, 'met');
}

/**
 * A part of an order defect by what had happened up to the end of the defect's final day, whether or not the part's own final day
 * has come: otherwise a review that is final only later would change a defect that is final already.
 */
function partBy(metric: string, facts: Facts, final: Day, judging: Judging): Verdict | undefined {
  const rule = RULES[metric]!;
  const settings = judging.settingsOf(metric);
  const zone = facts.rules.time_zone;
  const moment = rule.cohort(facts);
  if (moment === null || localDay(zone, moment) > final) return undefined;
  const day = localDay(zone, moment);
  const seen = seenBy(zone, Math.min(finalDay(metric, facts, day, settings), final));
  if (rule.excluded?.(facts, seen, settings)) return undefined;
  return faultOrMet(metric, facts, seen, day, judging);
}

function judgeConversations(
  conversations: readonly Conversation[],
  orders: ReadonlyMap<string, Order>,
  { regions, metrics }: JudgingPolicies,
  judging: Judging & { sellers: ReadonlyMap<string, Seller> },
): JudgedConversation[] {
  const rulesOf = new Map(regions.map((r) => [r.code, r]));
  const asked = metrics.filter((m) => m.subject === 'conversation');
  return conversations.map((conversation) => {
    const { seller_id, conversation_id, order_id, region } = conversation;
    const verdicts: Verdicts = {};
    for (const { metric, counts_as_met } of asked) {
      const home = rulesOf.get(judging.sellers.get(seller_id)?.home_region ?? '');
      const verdict = judgeConversation(metric, conversation, { region: rulesOf.get(region)!, home }, judging);
      if (verdict) verdicts[metric] = weighed(verdict, counts_as_met);
    }
    const buyer_id = (order_id !== null && orders.get(orderKey({ seller_id, order_id }))?.buyer_id) || null;
    return { seller_id, conversation_id, order_id, buyer_id, region, verdicts };
  });
}

function judgeConversation(
  metric: string,
  conversation: Conversation,
  { region, home }: { region: OrderRules; home: OrderRules | undefined },
  judging: Judging,
): Verdict | undefined {
  const rule = CONVERSATION_RULES[metric]!;
  const settings = judging.settingsOf(metric);
  const zone = region.time_zone;
  const from = conversation.opened_at;
  const day = localDay(zone, from);
  if (!rule.population(conversation) || day > judging.D) return undefined;
  const due = metric === 'slow_response' ? deadline(region, home, { from, hours: Number(settings.hours), settings }) : undefined;
  const usual = day + Number(settings.maturation_days);
  const final = due === undefined ? usual : Math.max(usual, localDay(zone, due));
  if (final > judging.D) return say(day, 'pending');
  const fault = rule.fault(conversation, seenBy(zone, final), settings, due);
  if (!fault) return say(day, 'met');
  return exempt(metric, { ...conversation, carrier: null }, day, judging) ?? say(day, 'fault', fault);
}

function judgeLanded(outcomes: readonly LandedOutcome[], metrics: readonly JudgedMetric[], judging: Judging): JudgedOutcome[] {
  const asked = new Map(metrics.filter((m) => m.subject === 'landed').map((m) => [m.metric, m]));
  const latest = newest(outcomes, judging.D, (o) => `${o.seller_id}\n${o.metric}\n${o.subject_id}`);
  return [...latest.values()].flatMap((row) => {
    const metric = asked.get(row.metric);
    if (!metric || row.cohort_day > judging.D) return [];
    const { seller_id, subject_id, region, evidence } = row;
    const verdict = weighed(judgeOne(row, metric, judging), metric.counts_as_met);
    return [{ seller_id, subject_id, metric: row.metric, region, evidence, verdict }];
  });
}

function judgeOne(row: LandedOutcome, { metric, maturation_days }: JudgedMetric, judging: Judging): Verdict {
  const { cohort_day: day, outcome, seller_id, subject_id, region } = row;
  const reason = row.reason ?? outcome;
  if (outcome === 'excluded') return say(day, 'excluded', reason);
  if (day > judging.D - maturation_days) return say(day, 'pending');
  if (outcome === 'met') return say(day, 'met');
  return exempt(metric, { seller_id, order_id: subject_id, region, carrier: null }, day, judging) ?? say(day, 'fault', reason);
}

/** One outcome of the ledger, of whatever it is about. */
export interface Entry {
  metric: JudgedMetric;
  seller_id: string;
  region: string;
  subject_id: string;
  order_id: string | null;
  /** Null where no order says who bought. */
  buyer_id: string | null;
  evidence: string | null;
  verdict: Verdict;
  /** What it counts as: 1, or the items of the order where policy counts items. */
  weight: number;
  /** Of an order what else is known of it. */
  of_order?: Known | undefined;
}

/** Visits every outcome of the ledger once. */
export function forEachVerdict({ metrics, orders, conversations, landed }: Ledger, visit: (entry: Entry) => void): void {
  const judged = new Map(metrics.map((m) => [m.metric, m]));
  const evidence = null;
  for (const { seller_id, region, order_id, buyer_id, items, known: of_order, verdicts } of orders) {
    for (const [name, verdict] of Object.entries(verdicts)) {
      const metric = judged.get(name)!;
      const weight = metric.count === 'items' ? items : 1;
      const about = { seller_id, region, subject_id: order_id, order_id, buyer_id, evidence, of_order };
      visit({ metric, ...about, verdict: verdict!, weight });
    }
  }
  for (const { verdicts, conversation_id: subject_id, ...one } of conversations) {
    for (const [name, verdict] of Object.entries(verdicts))
      visit({ metric: judged.get(name)!, ...one, subject_id, evidence, verdict: verdict!, weight: 1 });
  }
  for (const { metric, verdict, ...one } of landed)
    visit({ metric: judged.get(metric)!, ...one, order_id: null, buyer_id: null, verdict, weight: 1 });
}
