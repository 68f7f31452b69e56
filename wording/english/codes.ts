/** The words for every code that the datasets carry. */
import type { MetricKey } from '../../metrics/index.js';

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

/** What is counted, and what a fault is, so that `3 of 75 orders dispatched late` reads. Addressed to the seller. */
export const metrics = {
  late_dispatch: { one: 'order', many: 'orders', fault: 'dispatched late' },
  seller_cancellation: { one: 'order', many: 'orders', fault: 'cancelled by you' },
  missing_tracking: { one: 'parcel', many: 'parcels', fault: 'without tracking' },
  late_delivery: { one: 'order', many: 'orders', fault: 'delivered late' },
  negative_review: { one: 'delivery', many: 'deliveries', fault: 'with 1 or 2 stars' },
  seller_fault_return: { one: 'delivery', many: 'deliveries', fault: 'returned for your fault' },
  unresolved_case: { one: 'order', many: 'orders', fault: 'with a case the platform had to resolve' },
  order_defect: { one: 'order', many: 'orders', fault: 'with a defect' },
  slow_response: { one: 'conversation', many: 'conversations', fault: 'answered late' },
} satisfies Record<MetricKey, Counted>;

/** What a metric counts, one and many, and what follows the noun when it is at fault. */
export interface Counted {
  one: string;
  many: string;
  fault: string;
}

/** The same for a metric that has no words of its own. */
export const anyMetric = {
  order: { one: 'order', many: 'orders', fault: 'at fault' },
  conversation: { one: 'conversation', many: 'conversations', fault: 'at fault' },
};

/** Why an order is at fault, forgiven or left out. The parts of an order defect are metrics and have their titles. */
export const reasons = {
  late: 'Late',
  missing: 'Never happened',
  cancelled_by_seller: 'Cancelled by the seller',
  cancelled_by_system: 'Cancelled for want of a seller action',
  no_number: 'No tracking number',
  no_scan: 'Never scanned',
  stars_1: 'First review has 1 star',
  stars_2: 'First review has 2 stars',
  seller_responsible: 'Seller is responsible',
  decided_against_seller: 'Decided against the seller',
  carrier_delay: 'Carrier was late',
  logistics_review: 'Review is about the carrier',
  platform_fulfilled: 'Fulfilled by the platform',
  platform_cancelled: 'Cancelled by the platform',
  cancelled_before_due: 'Cancelled before it was due',
  cancelled: 'Cancelled',
  unattributed: 'Nobody named as canceller',
  // Of exemptions; others than these are shown as they landed.
  carrier_incident: 'Carrier incident',
  platform_error: 'Error of the platform',
  declared_closure: 'Declared closure',
  force_majeure: 'Force majeure',
  dispute_upheld: 'Dispute upheld',
  shared_dispatch: 'Dispatched together with another order',
};

export const moments = {
  placed_at: 'Placed',
  confirmed_at: 'Confirmed',
  ship_by: 'Ship by',
  first_scan_at: 'First scan',
  deliver_by: 'Deliver by',
  delivered_at: 'Delivered',
  cancelled_at: 'Cancelled',
  reviewed_at: 'Reviewed',
  returned_at: 'Return requested',
  case_closed_at: 'Case decided',
  opened_at: 'Opened',
  first_reply_at: 'First reply',
};

const needed = (have: string, need: string, noun: string, days: string | undefined): string =>
  `${have} of ${need} ${noun} needed${days ? ` in ${days} days` : ''}`;
const atFault = (fault: string, counted: string, allowed: string): string =>
  `${fault} of ${counted} at fault, ${allowed} allowed`;

/** Why a metric has its verdict. Counts come written. */
export const verdictBecause = {
  no_source: 'no source has landed for it',
  few_orders: (have: string, need: string, days?: string) => needed(have, need, 'orders', days),
  few_counted: (have: string, need: string, many: string, days: string) => needed(have, need, many, days),
  nothing_final: (days: string) => `nothing has become final in ${days} days`,
  within: atFault,
  above: atFault,
};

/** Why a seller has its tier. */
export const tierBecause = {
  nothing_measured: 'no metric of the programme is measured',
  few_orders: (have: string, need: string) => needed(have, need, 'orders', undefined),
  nothing_final: 'nothing has become final yet',
  meets_all: (tier: string) => `meets every bound of ${tier}`,
  held_back: (tier: string, metric: string) => `held back from ${tier} by ${metric}`,
  held_back_with: (tier: string, metric: string, fault: string, counted: string, allowed: string) =>
    `held back from ${tier} by ${metric}: ${atFault(fault, counted, allowed)}`,
};
