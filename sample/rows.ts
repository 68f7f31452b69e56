import { createHash } from 'node:crypto';
import { type Moment, naiveUtc, textOf, type Zone } from './calendar.js';
import type {
  Appeal,
  Application,
  Case,
  Conversation,
  Decision,
  Exemption,
  Order,
  Return,
  Review,
  Seller,
  Verification,
  Violation,
} from './records.js';

/** One landed row; the keys are those of the dataset's contract, in its order. */
export type Row = Record<string, string | number | string[] | null>;

const buyerHash = (buyer: number): string => createHash('sha256').update(`buyer ${buyer}`).digest('hex').slice(0, 16);

/** Moments that have come; the others are not known yet. */
const known = (moment: Moment | undefined, asOf: Moment): moment is Moment => moment !== undefined && moment <= asOf;
const newest = (moments: readonly (Moment | undefined)[], asOf: Moment): Moment =>
  moments.reduce<Moment>((best, moment) => (known(moment, asOf) && moment > best ? moment : best), 0);

/** When an order became another; a scan of before it is known as soon as there is the order. */
export const orderMoments = (o: Order) =>
  [o.placed, o.confirmed, o.scanned, o.delivered, o.cancelled?.at].filter((moment) => moment === undefined || moment >= o.placed);

export function orderRow(o: Order, asOf: Moment): Row {
  const { zone, currency, deliver_by } = o.market;
  const iso = (moment: Moment | undefined) => (known(moment, asOf) ? zone.iso(moment) : null);
  const shipped = known(o.confirmed, asOf) || known(o.scanned, asOf);
  const cancelled = known(o.cancelled?.at, asOf) ? o.cancelled : undefined;
  return {
    seller_id: o.seller_id,
    order_id: o.order_id,
    buyer_id: buyerHash(o.buyer),
    region: o.market.code,
    category: o.category,
    fulfilment: o.fulfilment,
    placed_at: zone.iso(o.placed),
    ship_by: zone.iso(o.ship_by),
    deliver_by: deliver_by === 'day' ? textOf(o.deliver_by) : zone.iso(zone.endOf(o.deliver_by)),
    confirmed_at: iso(o.confirmed),
    first_scan_at: iso(o.scanned),
    delivered_at: iso(o.delivered),
    cancelled_at: iso(cancelled?.at),
    cancelled_by: cancelled?.by ?? null,
    cancel_reason: cancelled?.reason ?? null,
    carrier: shipped ? o.carrier : null,
    tracking_number: (shipped && o.tracking) || null,
    destination_area: o.area,
    items: o.items,
    gmv_minor: o.gmv_minor,
    currency,
    updated_at: zone.iso(newest(orderMoments(o), asOf)),
  };
}

export function sellerRow(s: Seller, locale: string, described: Moment, asOf: Moment): Row {
  const past = s.changes.filter((change) => change.at <= asOf);
  return {
    seller_id: s.seller_id,
    name: s.name,
    email: `${s.seller_id}@sellers.example`,
    locale,
    home_region: s.home,
    joined_on: textOf(s.joined),
    status: past.findLast((change) => change.status)?.status ?? s.status,
    email_frequency: past.findLast((change) => change.email_frequency)?.email_frequency ?? s.email_frequency,
    updated_at: naiveUtc(past.at(-1)?.at ?? described),
  };
}

export function reviewRow(r: Review, asOf: Moment): Row {
  const edited = known(r.edited?.at, asOf) ? r.edited : undefined;
  return {
    review_id: r.review_id,
    seller_id: r.seller_id,
    order_id: r.order_id,
    rating: edited?.rating ?? r.rating,
    about: r.about ?? null,
    created_at: naiveUtc(r.created),
    updated_at: naiveUtc(edited?.at ?? r.created),
  };
}

export function returnRow(r: Return, asOf: Moment): Row {
  const refunded = known(r.refunded, asOf);
  return {
    return_id: r.return_id,
    seller_id: r.seller_id,
    order_id: r.order_id,
    requested_at: naiveUtc(r.requested),
    responsible: r.responsible,
    reason: r.reason,
    refunded_at: refunded ? naiveUtc(r.refunded) : null,
    updated_at: naiveUtc(refunded ? r.refunded : r.requested),
  };
}

export function caseRow(c: Case, asOf: Moment): Row {
  const closed = known(c.closed, asOf);
  return {
    case_id: c.case_id,
    seller_id: c.seller_id,
    order_id: c.order_id,
    kind: c.kind,
    opened_at: naiveUtc(c.opened),
    closed_at: closed ? naiveUtc(c.closed) : null,
    outcome: closed ? c.outcome : null,
    resolved_by: closed ? c.resolved_by : null,
    updated_at: naiveUtc(closed ? c.closed : c.opened),
  };
}

/** `written` says in which form moments land: with the market's offset, or as naive UTC. */
export function conversationRow(c: Conversation, asOf: Moment, written: (moment: Moment) => string): Row {
  const { code } = c.market;
  const survey = known(c.survey?.at, asOf) ? c.survey : undefined;
  return {
    conversation_id: c.conversation_id,
    seller_id: c.seller_id,
    region: code,
    order_id: c.order_id ?? null,
    opened_by: c.opened_by,
    opened_at: written(c.opened),
    first_reply_at: known(c.replied, asOf) ? written(c.replied) : null,
    kind: c.kind,
    satisfaction: survey?.satisfaction ?? null,
    updated_at: written(newest([c.opened, c.replied, c.survey?.at], asOf)),
  };
}

export function exemptionRow(x: Exemption, zone: Zone, asOf: Moment): Row {
  const extended = known(x.extended?.at, asOf) ? x.extended : undefined;
  const validTo = extended?.valid_to ?? x.valid_to;
  return {
    exemption_id: x.exemption_id,
    metrics: x.metrics === 'all' ? 'all' : [...x.metrics],
    seller_id: x.seller_id ?? null,
    order_id: x.order_id ?? null,
    region: x.region ?? null,
    carrier: x.carrier ?? null,
    valid_from: x.valid_from === undefined ? null : textOf(x.valid_from),
    valid_to: validTo === undefined ? null : textOf(validTo),
    reason: x.reason,
    evidence: `evidence/${x.exemption_id}`,
    decided_by: 'policy-desk',
    decided_at: zone.iso(x.decided),
    updated_at: zone.iso(extended?.at ?? x.decided),
  };
}

export function violationRow(v: Violation, asOf: Moment): Row {
  const { zone, code } = v.market;
  const withdrawn = known(v.withdrawn, asOf);
  return {
    violation_id: v.violation_id,
    seller_id: v.seller_id,
    region: code,
    rule: v.rule,
    severity: v.severity,
    points: v.points,
    occurred_at: null,
    issued_at: zone.iso(v.issued),
    expires_at: null,
    source: 'system',
    evidence: `evidence/${v.violation_id}`,
    listing_id: null,
    status: withdrawn ? 'withdrawn' : 'active',
    updated_at: zone.iso(withdrawn ? v.withdrawn! : v.issued),
  };
}

export function decisionRow({ decision_id, market: { zone }, outcome, reason, by, decided }: Decision): Row {
  const at = zone.iso(decided);
  return { decision_id, outcome, reason, decided_by: by, decided_at: at, updated_at: at };
}

export function appealRow(a: Appeal, asOf: Moment): Row {
  const { zone } = a.market;
  const decided = known(a.decided, asOf);
  return {
    appeal_id: `appeal:${a.decision_id}`,
    decision_id: a.decision_id,
    submitted_at: zone.iso(a.submitted),
    outcome: decided ? a.outcome : 'open',
    decided_by: decided ? a.by : null,
    decided_at: decided ? zone.iso(a.decided) : null,
    reason: decided ? a.reason : null,
    updated_at: zone.iso(decided ? a.decided : a.submitted),
  };
}

export function applicationRow(a: Application, asOf: Moment): Row {
  const { zone, code } = a.market;
  const iso = (moment: Moment | undefined) => (known(moment, asOf) ? zone.iso(moment) : null);
  const ended = known(a.ended?.at, asOf) ? a.ended : undefined;
  const approved = ended?.status === 'approved';
  return {
    applicant_id: a.applicant_id,
    seller_id: approved ? (a.seller_id ?? null) : null,
    region: a.region ?? null,
    entity_type: a.entity_type,
    country: code,
    channel: a.channel ?? null,
    submitted_at: zone.iso(a.submitted),
    completed_at: iso(a.completed),
    status: ended?.status ?? (known(a.completed, asOf) ? 'complete' : 'submitted'),
    decided_at: ended?.by ? zone.iso(ended.at) : null,
    decided_by: ended?.by ?? null,
    reject_code: ended?.reject_code ?? null,
    first_listed_at: iso(a.listed),
    updated_at: zone.iso(newest([a.submitted, a.completed, a.ended?.at, a.listed], asOf)),
  };
}

export function verificationRow(v: Verification, asOf: Moment): Row {
  const { application, kind } = v;
  const { zone } = application.market;
  const checked = known(v.checked, asOf) ? v.checked : undefined;
  return {
    verification_id: v.verification_id,
    applicant_id: application.applicant_id,
    seller_id: null,
    kind,
    duty: 'kyb',
    requested_at: zone.iso(v.requested),
    submitted_at: checked === undefined ? null : zone.iso(checked),
    checked_at: checked === undefined ? null : zone.iso(checked),
    result: checked === undefined ? 'open' : v.passed ? 'passed' : 'failed',
    reason: checked === undefined ? null : (v.reason ?? null),
    provider: 'checks.example',
    valid_until: null,
    document_hash: null,
    reviewer_id: null,
    updated_at: zone.iso(checked ?? v.requested),
  };
}
