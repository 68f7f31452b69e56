/** Holds a run in a store against the judge of this folder, row for row, and says where they differ. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRIC_KEYS, type MetricKey, OUTCOMES } from '../../metrics/index.js';
import type { Policies } from '../../policies/policy.js';
import type { Counts } from './counts.js';
import { judge, type Ledger, type OrderMetric, orderKey, type Verdict } from './judge.js';
import { notMeasured } from './measured.js';
import { readParquet } from './parquet.js';
import { readLanding } from './read-landing.js';
import { type Records, TypedDay } from './records.js';
import { regionMetrics } from './region-metrics.js';
import { type Sellers, sellers } from './seller-metrics.js';
import { dayText } from './time.js';

export interface RunToCompare {
  /** Folder of the store. */
  store: string;
  /** The run's prefix in it, such as runs/2026-11-20/001. */
  prefix: string;
  /** YYYY-MM-DD. */
  runDate: string;
  policies: Policies;
  /** What had landed: a landing folder, or records read some other way. */
  landed: string | Records;
  /** Where the rows of the run's datasets come from, if not from the store. */
  rowsOf?: (dataset: string) => Promise<Record<string, unknown>[]>;
}

export interface Comparison {
  /** The first twenty, each a line naming dataset, row, what the night says and what this judge says. */
  differences: string[];
  /** Differences by dataset; a dataset without any is 0. */
  totals: Record<string, number>;
  /** Rows of the run compared, by dataset. */
  rows: Record<string, number>;
  notMeasured: MetricKey[];
}

const SHOWN = 20;

class Report {
  readonly differences: string[] = [];
  readonly totals: Record<string, number> = {};
  readonly rows: Record<string, number> = {};

  begin(dataset: string, rows: number): void {
    this.totals[dataset] = 0;
    this.rows[dataset] = rows;
  }

  /** A line when the two differ. */
  same(dataset: string, row: string, night: unknown, independent: unknown): void {
    const [a, b] = [show(night), show(independent)];
    if (a === b || near(night, independent)) return;
    this.totals[dataset] = (this.totals[dataset] ?? 0) + 1;
    if (this.differences.length < SHOWN)
      this.differences.push(`${dataset}: ${row}: the night has ${a}, the independent judge ${b}`);
  }
}

const show = (value: unknown): string => (value === null || value === undefined ? 'nothing' : String(value));

/** Means are sums in another order; they may differ in the last bits. */
const near = (a: unknown, b: unknown): boolean => typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-12;

type Row = Record<string, unknown>;

/** Rows of a run's dataset, by the files its manifest names or, without a manifest, those in the dataset's folder. */
async function storedRows({ store, prefix }: RunToCompare, dataset: string): Promise<Row[]> {
  const manifest = join(store, prefix, 'manifest.json');
  const named: string[] | undefined = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8')).datasets?.[dataset]?.files
    : undefined;
  const folder = join(store, prefix, dataset);
  const files =
    named?.map((key) => join(store, key)) ??
    (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : undefined);
  if (!files) throw new Error(`${prefix}: the run has no dataset ${dataset}; run the night to its end first`);
  const rows: Row[] = [];
  for (const file of files.filter((path) => path.endsWith('.parquet')))
    for (const row of (await readParquet(file)).rows) rows.push(row);
  return rows;
}

/**
 * Compares order_outcomes, conversation_outcomes, seller_metrics, region_metrics, scorecards (orders and tiers) and outcome_details
 * (outcomes and reasons) of a run. Metrics that are not measured are compared as counts of null, not order by order.
 *
 * @throws when the run lacks one of these datasets
 */
export async function compareRun(run: RunToCompare): Promise<Comparison> {
  const { policies, runDate } = run;
  const records =
    typeof run.landed === 'string' ? (await readLanding(run.landed, policies.regions, runDate)).records : run.landed;
  const ledger = judge(records, policies.regions, runDate);
  const unmeasured = notMeasured(records, policies.regions, runDate);
  const rowsOf = run.rowsOf ?? ((dataset: string) => storedRows(run, dataset));
  const report = new Report();
  compareOrders(report, await rowsOf('order_outcomes'), ledger, unmeasured);
  compareConversations(report, await rowsOf('conversation_outcomes'), ledger, unmeasured);
  const found = sellers(ledger, policies.programmes, unmeasured);
  compareSellers(report, await rowsOf('seller_metrics'), found);
  compareTiers(report, await rowsOf('scorecards'), found);
  compareRegions(report, await rowsOf('region_metrics'), regionMetrics(ledger, policies.regions, unmeasured));
  compareOutcomeDetails(report, await rowsOf('outcome_details'), ledger, unmeasured, longestWindow(policies));
  const { differences, totals, rows } = report;
  return { differences, totals, rows, notMeasured: [...unmeasured] };
}

const longestWindow = ({ programmes }: Policies): number =>
  Math.max(0, ...programmes.flatMap((p) => p.metrics.map((m) => m.window_days)));

const dayOf = (value: unknown): string => (value instanceof TypedDay ? dayText(value.days) : String(value).slice(0, 10));

/** A verdict in words, such as `fault late on 2026-11-04`. */
const inWords = (outcome: string, reason: unknown, day: string): string =>
  `${outcome}${reason === null || reason === undefined ? '' : ` ${reason}`} on ${day}`;

const verdictInWords = (verdict: Verdict | undefined): string | null =>
  verdict ? inWords(verdict.outcome, verdict.reason, dayText(verdict.day)) : null;

/** What the columns `<metric>`, `<metric>_reason` and `<metric>_day` of a row say; null without an outcome. */
function codedInWords(row: Row, metric: MetricKey): string | null {
  const code = row[metric];
  if (code === null || code === undefined) return null;
  return inWords(OUTCOMES[Number(code) - 1] ?? `code ${code}`, row[`${metric}_reason`], dayOf(row[`${metric}_day`]));
}

function compareOrders(report: Report, rows: Row[], ledger: Ledger, unmeasured: ReadonlySet<MetricKey>): void {
  const dataset = 'order_outcomes';
  report.begin(dataset, rows.length);
  const metrics = METRIC_KEYS.filter((m): m is OrderMetric => m !== 'slow_response' && !unmeasured.has(m));
  const night = new Map(rows.map((row) => [orderKey(row as { seller_id: string; order_id: string }), row]));
  report.same(dataset, 'distinct keys', night.size, rows.length);
  for (const order of ledger.orders) {
    const name = `seller ${order.seller_id} order ${order.order_id}`;
    const row = night.get(orderKey(order));
    night.delete(orderKey(order));
    if (!row) report.same(dataset, name, null, 'a row');
    else {
      for (const m of metrics) report.same(dataset, `${name} ${m}`, codedInWords(row, m), verdictInWords(order.verdicts[m]));
    }
  }
  for (const row of night.values()) report.same(dataset, `seller ${row.seller_id} order ${row.order_id}`, 'a row', null);
}

function compareConversations(report: Report, rows: Row[], ledger: Ledger, unmeasured: ReadonlySet<MetricKey>): void {
  const dataset = 'conversation_outcomes';
  report.begin(dataset, rows.length);
  if (unmeasured.has('slow_response')) return;
  const night = new Map(rows.map((row) => [row.conversation_id as string, row]));
  report.same(dataset, 'distinct keys', night.size, rows.length);
  for (const { conversation_id, verdict } of ledger.conversations) {
    const row = night.get(conversation_id);
    night.delete(conversation_id);
    const said = row ? codedInWords(row, 'slow_response') : null;
    report.same(dataset, `conversation ${conversation_id}`, said, verdictInWords(verdict));
  }
  for (const row of night.values()) report.same(dataset, `conversation ${row.conversation_id}`, 'a row', null);
}

const COUNTED = ['met', 'fault', 'forgiven', 'excluded', 'pending'] as const;

function compareCounts(report: Report, dataset: string, name: string, row: Row, counts: Counts | null, prefix = ''): void {
  for (const outcome of COUNTED)
    report.same(dataset, `${name} ${prefix}${outcome}`, row[`${prefix}${outcome}`], counts?.[outcome]);
}

/** Walks both sides by key and reports rows that only one of them has. */
function pairs<T>(
  report: Report,
  dataset: string,
  rows: Row[],
  key: (row: Row) => string,
  found: readonly T[],
  keyOf: (one: T) => string,
) {
  report.begin(dataset, rows.length);
  const night = new Map(rows.map((row) => [key(row), row]));
  report.same(dataset, 'distinct keys', night.size, rows.length);
  const both: { name: string; row: Row; one: T }[] = [];
  const alone: T[] = [];
  for (const one of found) {
    const name = keyOf(one);
    const row = night.get(name);
    night.delete(name);
    if (row) both.push({ name, row, one });
    else alone.push(one);
  }
  for (const name of night.keys()) report.same(dataset, name, 'a row', null);
  return { both, alone };
}

function compareSellers(report: Report, rows: Row[], { metrics }: Sellers): void {
  const dataset = 'seller_metrics';
  const key = (row: Row | Sellers['metrics'][number]) => `seller ${row.seller_id} ${row.programme} ${row.metric}`;
  const { both, alone } = pairs(report, dataset, rows, key, metrics, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    report.same(dataset, `${name} window_days`, Number(row.window_days), one.window_days);
    compareCounts(report, dataset, name, row, one.counts);
    report.same(dataset, `${name} accountable_rate`, row.accountable_rate, one.accountable_rate);
    report.same(dataset, `${name} raw_rate`, row.raw_rate, one.raw_rate);
  }
}

function compareTiers(report: Report, rows: Row[], { tiers }: Sellers): void {
  const dataset = 'scorecards';
  const key = (row: Row | Sellers['tiers'][number]) => `seller ${row.seller_id} ${row.programme}`;
  const { both, alone } = pairs(report, dataset, rows, key, tiers, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    for (const column of ['orders', 'tier', 'tier_projected'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
  }
}

function compareRegions(report: Report, rows: Row[], found: ReturnType<typeof regionMetrics>): void {
  const dataset = 'region_metrics';
  const key = (row: Row | (typeof found)[number]) => `${row.region} ${row.metric} ${row.window_days} days`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  const counted = ({ counts }: { counts: Counts | null }) => counts !== null && COUNTED.some((outcome) => counts[outcome] > 0);
  for (const one of alone) if (counted(one.now) || counted(one.previous)) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    report.same(dataset, `${name} sellers`, row.sellers, one.now.sellers);
    for (const [prefix, period] of [['', one.now] as const, ['previous_', one.previous] as const]) {
      compareCounts(report, dataset, name, row, period.counts, prefix);
      for (const rate of ['accountable_rate', 'raw_rate', 'seller_weighted_rate'] as const) {
        report.same(dataset, `${name} ${prefix}${rate}`, row[`${prefix}${rate}`], period[rate]);
      }
    }
  }
}

/** Every row of outcome_details must be in the ledger, and everything of the ledger within the longest window of a programme in outcome_details. */
function compareOutcomeDetails(
  report: Report,
  rows: Row[],
  ledger: Ledger,
  unmeasured: ReadonlySet<MetricKey>,
  window: number,
): void {
  const dataset = 'outcome_details';
  report.begin(dataset, rows.length);
  const key = (seller: unknown, metric: unknown, subject: unknown) => `seller ${seller} ${metric} ${subject}`;
  const night = new Map(
    rows.map((row) => [
      key(row.seller_id, row.metric, row.subject_id),
      inWords(String(row.outcome), row.reason, dayOf(row.cohort_day)),
    ]),
  );
  report.same(dataset, 'distinct keys', night.size, rows.length);
  const check = (seller: string, metric: MetricKey, subject: string, verdict: Verdict | undefined) => {
    if (!verdict || unmeasured.has(metric) || verdict.outcome === 'met' || verdict.outcome === 'pending') return;
    const name = key(seller, metric, subject);
    const said = night.get(name);
    night.delete(name);
    const recent = verdict.day > ledger.run_date - window && verdict.day <= ledger.run_date;
    if (said !== undefined || recent) report.same(dataset, name, said, verdictInWords(verdict));
  };
  for (const { seller_id, order_id, verdicts } of ledger.orders) {
    for (const metric of Object.keys(verdicts) as OrderMetric[]) check(seller_id, metric, order_id, verdicts[metric]);
  }
  for (const { seller_id, conversation_id, verdict } of ledger.conversations)
    check(seller_id, 'slow_response', conversation_id, verdict);
  for (const [name, said] of night) report.same(dataset, name, said, null);
}
