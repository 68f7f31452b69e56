/**
 * Every built-in metric: a room each, `metrics/<metric>/`, with its rule (rule.sql) and what is said of it (metric.ts).
 * The order here is the order in which readers see them.
 */
import { chatDissatisfaction } from './chat_dissatisfaction/metric.js';
import { contactRate } from './contact_rate/metric.js';
import { lateDelivery } from './late_delivery/metric.js';
import { lateDispatch } from './late_dispatch/metric.js';
import type { Metric } from './metric.js';
import { missingTracking } from './missing_tracking/metric.js';
import { negativeReview } from './negative_review/metric.js';
import { notAsDescribedOpened } from './not_as_described_opened/metric.js';
import { notReceivedOpened } from './not_received_opened/metric.js';
import { orderDefect } from './order_defect/metric.js';
import { refundOnTime } from './refund_on_time/metric.js';
import { sellerCancellation } from './seller_cancellation/metric.js';
import { sellerFaultReturn } from './seller_fault_return/metric.js';
import { slowResponse } from './slow_response/metric.js';
import { unresolvedCase } from './unresolved_case/metric.js';

/** With their own types: what languages have to say of each is derived from them. */
export const ROOMS = [
  lateDispatch,
  sellerCancellation,
  missingTracking,
  lateDelivery,
  negativeReview,
  sellerFaultReturn,
  unresolvedCase,
  orderDefect,
  slowResponse,
  refundOnTime,
  notReceivedOpened,
  notAsDescribedOpened,
  chatDissatisfaction,
  contactRate,
] as const satisfies readonly Metric[];

export type MetricKey = (typeof ROOMS)[number]['key'];
export const METRICS: readonly Metric[] = [...ROOMS];
export const METRIC_KEYS: readonly MetricKey[] = ROOMS.map((m) => m.key);
/** The room of a built-in metric; undefined for a metric that the business declared in policies/metrics.yaml. */
export const metricOf = (key: string): Metric | undefined => METRICS.find((m) => m.key === key);

/** Judged where policies/metrics.yaml does not say otherwise. */
export const JUDGED_BY_DEFAULT: readonly MetricKey[] = METRIC_KEYS.slice(0, 9);

/** What a metric calls a fault, forgives or excludes, as one sentence; undefined where it has no such reason. */
export const reasonsInWords = (metric: Metric, kind: 'fault' | 'forgiven' | 'excluded'): string | undefined => {
  const reasons = Object.values(metric.reasons[kind] ?? {});
  return reasons.length === 0 ? undefined : reasons.join('; ');
};

export { type Counted, type Metric, OUTCOMES, type Outcome } from './metric.js';
