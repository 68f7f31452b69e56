import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What the night counts for its operators; the alarms of docs/runbook.md watch these. One dimension: the deployment. */
export const COUNTED = {
  /** 1 when the gate stopped a night, 0 when it let it pass. */
  GateStopped: MetricUnit.Count,
  /** Rejected share of the landed rows that a run reads, 0..100. */
  QuarantinedShare: MetricUnit.Percent,
  /** Bytes that one query read. */
  BytesScanned: MetricUnit.Bytes,
  MailsSent: MetricUnit.Count,
  /** Surely not sent; the next night's claim may take them. */
  MailsNotSent: MetricUnit.Count,
  /** Perhaps sent; a person decides. */
  MailsInDoubt: MetricUnit.Count,
  /** Days by which the published run is behind the one that should be published by now. */
  PointerDaysBehind: MetricUnit.Count,
} as const;

export type Counted = keyof typeof COUNTED;

/** Counts on AWS, by a line in the log that CloudWatch reads; says nothing on a laptop, where nobody collects. */
export function count(values: Partial<Record<Counted, number>>): void {
  const { METRICS_NAMESPACE: namespace, METRICS_SERVICE: serviceName } = process.env;
  if (!namespace || !serviceName) return;
  const metrics = new Metrics({ namespace, serviceName });
  for (const [name, value] of Object.entries(values)) metrics.addMetric(name, COUNTED[name as Counted], value);
  metrics.publishStoredMetrics();
}
