/**
 * The nine metrics: what they are called, which rows they are made of, and when they are final.
 * The rule itself is SQL (sql/outcomes); the policy (windows, bounds, tiers) is YAML (policies/).
 */
export interface Metric {
  key: string;
  title: string;
  /** What the ledger row is: an order or a conversation. */
  subject: 'order' | 'conversation';
  population: string;
  /** The column of the subject whose local day is the cohort day; `milestone` is chosen by policy. */
  cohort: 'ship_by' | 'placed_at' | 'milestone' | 'deliver_by' | 'delivered_at' | 'opened_at';
  /** Days after the cohort day before an outcome is final. */
  maturation: { days: number; why: string };
  fault: string;
  excluded: string;
  forgiven: string;
  /** Landed columns without which the metric is not measured: dataset.column, or dataset alone. */
  needs: readonly string[];
  /** What a seller can do about it; shown in mails and on the dashboard. */
  advice: string;
}

export const METRICS = [
  {
    key: 'late_dispatch',
    title: 'Late dispatch',
    subject: 'order',
    population: 'all orders with a ship-by moment',
    cohort: 'ship_by',
    maturation: { days: 2, why: 'carrier scans arrive up to two days late' },
    fault: 'the dispatch milestone is missing or after ship_by',
    excluded: 'platform-fulfilled (`platform_fulfilled`); cancelled before ship_by (`cancelled_before_due`)',
    forgiven: 'an exemption applies',
    needs: ['orders.ship_by', 'orders.milestone'],
    advice: 'Hand parcels over before the ship-by time, and ask the carrier for a scan at handover.',
  },
  {
    key: 'seller_cancellation',
    title: 'Seller cancellation',
    subject: 'order',
    population: 'all orders',
    cohort: 'placed_at',
    maturation: { days: 7, why: 'almost every cancellation comes within a week of the order' },
    fault: 'cancelled by the seller or by the system for want of a seller action',
    excluded: 'cancelled by the platform (`platform_cancelled`); by nobody named (`unattributed`)',
    forgiven: 'an exemption applies',
    needs: ['orders.cancelled_at', 'orders.cancelled_by'],
    advice: 'Keep stock counts current so that no order has to be cancelled for want of goods.',
  },
  {
    key: 'missing_tracking',
    title: 'Missing tracking',
    subject: 'order',
    population: 'shipped orders (dispatch milestone reached)',
    cohort: 'milestone',
    maturation: { days: 7, why: 'a first scan may be reported up to a week later' },
    fault: 'no tracking number, or no first scan',
    excluded: 'platform-fulfilled (`platform_fulfilled`)',
    forgiven: 'an exemption applies',
    needs: ['orders.tracking_number', 'orders.first_scan_at', 'orders.milestone'],
    advice: 'Upload a tracking number for every parcel, and use services whose parcels are scanned.',
  },
  {
    key: 'late_delivery',
    title: 'Late delivery',
    subject: 'order',
    population: 'orders with a deliver-by promise',
    cohort: 'deliver_by',
    maturation: { days: 3, why: 'delivery scans arrive up to three days late' },
    fault: 'delivered after deliver_by, or not delivered',
    excluded: 'platform-fulfilled (`platform_fulfilled`); cancelled (`cancelled`)',
    forgiven: 'scanned by ship_by, so the carrier was late (`carrier_delay`, where policy says so); an exemption applies',
    needs: ['orders.deliver_by', 'orders.delivered_at'],
    advice: 'Choose a faster service for far destinations, or lengthen the promised time.',
  },
  {
    key: 'negative_review',
    title: 'Negative review',
    subject: 'order',
    population: 'delivered orders',
    cohort: 'delivered_at',
    maturation: { days: 14, why: 'most buyers who review do so within two weeks of delivery' },
    fault: 'the first review of the order, as first landed, has 1 or 2 stars',
    excluded: 'never',
    forgiven: 'the review is about logistics and the order was dispatched in time (`logistics_review`); an exemption applies',
    needs: ['orders.delivered_at', 'reviews'],
    advice: 'Read what these buyers wrote, and correct the listing or the packing they complain about.',
  },
  {
    key: 'seller_fault_return',
    title: 'Seller-fault return',
    subject: 'order',
    population: 'delivered orders',
    cohort: 'delivered_at',
    maturation: { days: 30, why: 'the usual right of return runs for thirty days' },
    fault: 'a return for which the seller is responsible',
    excluded: 'never',
    forgiven: 'an exemption applies',
    needs: ['orders.delivered_at', 'returns'],
    advice: 'Check the most returned products for wrong descriptions, sizes or defects.',
  },
  {
    key: 'unresolved_case',
    title: 'Unresolved case',
    subject: 'order',
    population: 'all orders',
    cohort: 'placed_at',
    maturation: { days: 45, why: 'buyers may open a case for thirty days and a decision takes up to two weeks' },
    fault: 'a case decided against the seller that the platform had to resolve',
    excluded: 'cancelled by the buyer or the platform (`cancelled`)',
    forgiven: 'an exemption applies',
    needs: ['cases'],
    advice: 'Answer and solve cases yourself before the platform has to step in.',
  },
  {
    key: 'order_defect',
    title: 'Order defect',
    subject: 'order',
    population: 'all orders',
    cohort: 'placed_at',
    maturation: { days: 45, why: 'as its slowest part, the unresolved case' },
    fault: 'a seller cancellation, negative review or unresolved case fault on the order; counted once',
    excluded: 'cancelled by the buyer or the platform (`cancelled`)',
    forgiven: 'all its parts are forgiven, or an exemption applies',
    needs: ['orders.cancelled_at', 'orders.cancelled_by', 'orders.delivered_at', 'reviews', 'cases'],
    advice: 'Look at cancellations, poor reviews and cases together: each such order counts once here.',
  },
  {
    key: 'slow_response',
    title: 'Slow response',
    subject: 'conversation',
    population: 'conversations opened by buyers with a person',
    cohort: 'opened_at',
    maturation: { days: 1, why: 'a reply is due within 24 hours' },
    fault: 'no first reply, or one more than 24 hours after the opening',
    excluded: 'never',
    forgiven: 'an exemption or a declared closure applies',
    needs: ['conversations', 'conversations.first_reply_at'],
    advice: 'Answer each buyer within 24 hours, weekends included, or declare a closure beforehand.',
  },
] as const satisfies readonly Metric[];

export type MetricKey = (typeof METRICS)[number]['key'];
export const METRIC_KEYS = METRICS.map((m) => m.key) as MetricKey[];
export const metricOf = (key: string): Metric | undefined => METRICS.find((m) => m.key === key);

export const OUTCOMES = ['met', 'fault', 'forgiven', 'excluded', 'pending'] as const;
export type Outcome = (typeof OUTCOMES)[number];
