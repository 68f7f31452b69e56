/** List prices of eu-west-1 in USD, November 2026, as far as we know them; free tiers are not taken off. Look them up before you budget. */
export const PRICES = {
  /** Athena, a byte; a query is billed for 10 MB at least. */
  scanned: 5 / 1e12,
  /** S3 Standard, a byte and month. */
  stored: 0.023 / 1e9,
  /** S3 Standard-IA, a byte and month, and each object that is moved there. */
  rarelyRead: 0.0125 / 1e9,
  moved: 0.01 / 1e3,
  /** S3 Glacier Instant Retrieval, as those two. */
  instant: 0.005 / 1e9,
  movedToInstant: 0.02 / 1e3,
  put: 0.005 / 1e3,
  get: 0.0004 / 1e3,
  /** Lambda on arm64, a second of 10^9 bytes. */
  gigabyteSecond: 0.0000133334,
  /** Step Functions, a change of state. */
  transition: 0.025 / 1e3,
  /** A month of each: KMS key, alarm on one metric, custom metric, dashboard. */
  key: 1,
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  /** A month of logs: some MB a night at 0.57 per GB. */
  logs: 0.1,
} as const;

/** Bytes below which S3 moves no object by itself. */
export const LEAST_MOVED = 128 * 1024;

/** Bytes for which Athena bills a query at least. */
export const LEAST_SCANNED = 10e6;
