/** The words for every code that the datasets carry. */
import type { EXEMPTION_REASONS } from '../../contracts/landing/exemptions.js';
import { plural as s } from './plural.js';

/** Where a metric or a seller stands when no tier of the policy says it. */
export const tiers = {
  not_assessable: { title: 'Not assessed yet', means: 'There are too few orders to judge fairly, so no tier is given.' },
  not_measured: {
    title: 'Not measured',
    means: 'The data for this programme has not reached us, so no tier is given.',
  },
};

export const verdicts = { met: 'Met', missed: 'Missed', not_assessable: 'Not assessed', not_measured: 'Not measured' };

export const outcomes = { met: 'Met', fault: 'At fault', forgiven: 'Forgiven', excluded: 'Left out', pending: 'Pending' };

export const rates = { accountable: 'Accountable rate', raw: 'Raw rate' };

/** How a tier changed since the run before. */
export const directions = { up: 'Moved up', down: 'Moved down', new: 'First scorecard', other: 'To or from not judged' };

/** Where the marketplace has a seller, whatever the tier. */
export const statuses = {
  probation: 'Probation',
  active: 'Active',
  restricted: 'Restricted',
  suspended: 'Suspended',
  closed: 'Closed',
};

export const units = {
  orders: { one: 'order', many: 'orders' },
  items: { one: 'item', many: 'items' },
  conversations: { one: 'conversation', many: 'conversations' },
  days: { one: 'day', many: 'days' },
};

export const atFault = 'at fault';

/** Why an exemption forgives; reasons that a business adds are shown as they landed. Reasons of rules: metrics/<metric>/metric.ts. */
export const exemptions = {
  carrier_incident: 'an incident of the carrier',
  platform_error: 'an error of the platform',
  declared_closure: 'a closure that the seller had declared',
  force_majeure: 'force majeure',
  dispute_upheld: 'the seller disputed it and was right',
  shared_dispatch: 'dispatched together with another order',
} satisfies Record<(typeof EXEMPTION_REASONS)[number], string>;

/** What proves an outcome, by the column of outcome_details. */
export const columns = {
  placed_at: 'Placed',
  confirmed_at: 'Confirmed',
  ship_by: 'Ship by',
  first_scan_at: 'First scan',
  deliver_by: 'Deliver by',
  delivered_at: 'Delivered',
  cancelled_at: 'Cancelled',
  cancelled_by: 'Cancelled by',
  has_tracking: 'Tracking number',
  reviewed_at: 'Reviewed',
  rating: 'First review',
  about: 'Review is about',
  return_requested_at: 'Return requested',
  returned_at: 'Returned for a seller fault',
  refund_due_at: 'Refund due',
  refunded_at: 'Refunded',
  case_opened_at: 'Case opened',
  case_unsolved_at: 'Case not solved by the seller',
  case_lost_at: 'Case decided against the seller',
  case_closed_at: 'Case resolved by the platform',
  not_received_at: 'Reported as not received',
  not_as_described_at: 'Reported as not as described',
  contacted_at: 'Buyer wrote',
  opened_at: 'Opened',
  reply_due_at: 'Reply due',
  first_reply_at: 'First reply',
  satisfaction: 'Survey',
  evidence: 'Evidence',
};

/** Who cancelled an order, after the title of its column. */
export const cancelledBy = {
  buyer: 'buyer',
  seller: 'seller',
  system: 'system',
  platform: 'platform',
  unknown: 'unknown',
};

export const known = 'known';
export const none = 'none';
export const star = { one: 'star', many: 'stars' };

const needed = (have: string, need: string, noun: string, days: string | undefined): string =>
  `${have} of ${need} ${noun} needed${days ? ` in ${days} days` : ''}`;
const faultsOf = (fault: string, counted: string, allowed: string): string =>
  `${fault} of ${counted} at fault, ${allowed} allowed`;

/** Why a metric has its verdict. Counts come written. */
export const verdictBecause = {
  no_source: 'no source has landed for it',
  few_orders: (have: string, need: string, days?: string) => needed(have, need, 'orders', days),
  few_counted: (have: string, need: string, many: string, days: string) => needed(have, need, many, days),
  nothing_final: (days: string) => `nothing has become final in ${days} days`,
  paused: (fault: string, counted: string, allowed: string) => `${faultsOf(fault, counted, allowed)}; it is paused`,
  within: faultsOf,
  above: faultsOf,
  few_buyers: (faults: string, n: number, have: string, need: string) =>
    `${faults}, but only ${have} ${s(n, 'buyer is', 'buyers are')} affected: fewer than ${need} meet every bound`,
  few_days: (faults: string, n: number, have: string, need: string) =>
    `${faults}, but on only ${have} ${s(n, 'day', 'days')}: fewer than ${need} meet every bound`,
};

/** Why other days than usual count, as a clause. */
export const window = {
  low_volume: (days: string, fewer: string, many: string, usual: string): string =>
    `${days} days count, because fewer than ${fewer} ${many} are counted in ${usual} days`,
  stretched: (days: string, until: string, many: string, usual: string, most: string): string =>
    `${days} days count: of ${usual} to ${most} days the fewest with ${until} ${many} counted`,
  stretched_out: (days: string, until: string, many: string): string =>
    `${days} days count, the most that may: even they have fewer than ${until} ${many} counted`,
};

/** What is recommended beside the standard, a sentence each. */
export const recommended = {
  goal: (goal: string): string => `Recommended: ${goal}.`,
  exceeded: (goal: string, allowed: string): string =>
    `Recommended: ${goal}, which is ${allowed} at fault. That is exceeded, though the standard is kept: nothing follows from it.`,
};

/** Why a seller has its tier. */
export const tierBecause = {
  nothing_measured: 'no metric of the programme is measured',
  few_orders: (have: string, need: string) => needed(have, need, 'orders', undefined),
  nothing_final: 'nothing has become final yet',
  meets_all: (tier: string) => `meets every bound of ${tier}`,
  held_back: (tier: string, metric: string, fault: string, counted: string, allowed: string) =>
    `held back from ${tier} by ${metric}: ${faultsOf(fault, counted, allowed)}`,
  points: (tier: string) => `held back from ${tier} by points that stand`,
  score: (tier: string) => `held back from ${tier} by the score`,
  gate: (tier: string) => `held back from ${tier}, which asks for more orders, sales or time`,
};
