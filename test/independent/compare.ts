/** Holds a run in a store against the judge of this folder, row for row, and says where they differ. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTCOMES } from '../../metrics/index.js';
import type { Policies } from '../../policies/policy.js';
import { benchmarkedParts, categoryBenchmarks, type Frozen, NOTHING_FROZEN, sellerCategories } from './benchmarks.js';
import { type Call, calls, type Said } from './calls.js';
import type { Counts } from './counts.js';
import { type Detail, details } from './details.js';
import { type Gate, gatesOf, openedBy } from './gates.js';
import { judge, type Ledger, type Verdict, type Verdicts } from './judge.js';
import { notMeasured } from './measured.js';
import { type NextTier, nextTiers } from './next-tiers.js';
import { readParquet } from './parquet.js';
import { capped, type Entry, entriesOf, type Standing, standingsOfPoints } from './points.js';
import { probationsOf } from './probation.js';
import { readLanding } from './read-landing.js';
import { reasonCounts } from './reason-counts.js';
import { type Records, TypedDay } from './records.js';
import { type RegionFault, regionFaults } from './region-faults.js';
import { regionMetrics } from './region-metrics.js';
import { type Mover, regionMovers } from './region-movers.js';
import { type RegionWeek, regionWeeks } from './region-weeks.js';
import { type ScoreNight, type ScorePart, type SellerScore, scoresOf } from './score.js';
import { type Sellers, sellers } from './seller-metrics.js';
import { type SellerWeek, sellerWeeks } from './seller-weeks.js';
import { standingOrders } from './standing-orders.js';
import { day, dayText } from './time.js';

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
  notMeasured: string[];
}

const SHOWN = Number(process.env.SHOWN ?? 20);

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
async function storedRows({ store, prefix, policies, runDate }: RunToCompare, dataset: string): Promise<Row[]> {
  const manifest = join(store, prefix, 'manifest.json');
  if (dataset === 'order_outcomes' && existsSync(manifest)) {
    const parts: { files: string[] }[] = JSON.parse(readFileSync(manifest, 'utf8')).ledger.order_outcomes;
    const files = parts.flatMap((part) => part.files.map((key) => join(store, key)));
    return standingOrders(files, policies, day(runDate));
  }
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

/** Datasets that are compared, in this order. */
const COMPARED = [
  'order_outcomes',
  'conversation_outcomes',
  'landed_outcomes_judged',
  'seller_metrics',
  'scorecards',
  'region_metrics',
  'region_movers',
  'region_faults',
  'region_weeks',
  'reason_counts',
  'outcome_details',
  'seller_weeks',
  'next_tiers',
  'calls',
  'points_entries',
  'points_standings',
  'scores',
  'score_parts',
  'seller_categories',
  'category_benchmarks',
  'tier_gates',
  'probations',
  'probation_exits',
] as const;

/**
 * Compares order_outcomes, conversation_outcomes, landed_outcomes_judged (where the business has metrics of its own), seller_metrics,
 * region_metrics, region_weeks, scorecards (orders and tiers), reason_counts and outcome_details (outcomes and reasons) of a run, and scores and
 * points where a programme has them: those of metrics missed on earlier days are taken as the run remembers them. Metrics that are not measured are
 * compared as counts of null, not order by order.
 *
 * @throws when the run lacks one of these datasets
 */
export async function compareRun(run: RunToCompare): Promise<Comparison> {
  const { policies, runDate } = run;
  const own = policies.metrics.filter((m) => m.subject === 'landed').map((m) => m.metric);
  const records =
    typeof run.landed === 'string' ? (await readLanding(run.landed, policies.regions, runDate, own)).records : run.landed;
  const ledger = judge(records, policies, runDate);
  const unmeasured = notMeasured(records, policies, runDate);
  const found = sellers(ledger, policies.programmes, unmeasured);
  const rowsOf = run.rowsOf ?? ((dataset: string) => storedRows(run, dataset));
  const points = await pointsOf(run, records, found, rowsOf);
  const rated = found.metrics.map((m) => ({ ...m, fault: m.counts?.fault ?? null }));
  const frozen = await frozenOn(run, ledger.orders, rated, rowsOf);
  const scored = scoresOf(policies.programmes, rated, frozen);
  const gates = gatesOf(records, policies, runDate, found.tiers);
  const caps = [...points.standings, ...scored.scores, ...openedBy(gates, policies.programmes)];
  const asksForProbation = policies.programmes.some(({ probation }) => probation);
  const probation = probationsOf({
    ...{ records, runDate, regions: policies.regions, programmes: policies.programmes, ...found },
    before: asksForProbation ? endedBefore(await rowsOf('probations'), runDate) : [],
  });
  const behind = details(ledger, policies.programmes, unmeasured);
  const held = new Map(
    (await rowsOf('standings')).map((row) => [`${row.seller_id} ${row.programme}`, String(row.official_tier)]),
  );
  const heldBy = (seller: string, programme: string) => held.get(`${seller} ${programme}`);
  const ahead = nextTiers(found, behind, policies, caps, heldBy, day(runDate));
  const said = saidOf(await rowsOf('standings'), await rowsOf('metric_standings'));
  const regions = regionMetrics(ledger, policies.regions, unmeasured);
  const changed = new Set(
    (await rowsOf('region_metrics')).filter(({ change }) => typeof change === 'number').map((row) => regionKey(row as never)),
  );
  const compared = regions.filter((row) => changed.has(regionKey(row)));
  const report = new Report();
  const compare: Record<(typeof COMPARED)[number], (rows: Row[]) => void> = {
    order_outcomes: (rows) => compareOrders(report, rows, ledger, unmeasured),
    conversation_outcomes: (rows) => compareConversations(report, rows, ledger, unmeasured),
    landed_outcomes_judged: (rows) => compareLanded(report, rows, ledger, unmeasured),
    seller_metrics: (rows) => compareSellers(report, rows, found),
    scorecards: (rows) => compareTiers(report, rows, capped(found.tiers, policies.programmes, caps)),
    region_metrics: (rows) => compareRegions(report, rows, regions),
    region_movers: (rows) => compareMovers(report, rows, regionMovers(ledger, records, compared)),
    region_faults: (rows) => compareRegionFaults(report, rows, regionFaults(ledger, records, unmeasured)),
    region_weeks: (rows) => compareWeeks(report, rows, regionWeeks(ledger, policies.regions, unmeasured)),
    reason_counts: (rows) => compareReasons(report, rows, reasonCounts(ledger, unmeasured)),
    outcome_details: (rows) => compareOutcomeDetails(report, rows, behind),
    seller_weeks: (rows) => compareSellerWeeks(report, rows, sellerWeeks(ledger, policies.programmes, unmeasured, found)),
    next_tiers: (rows) => compareNextTiers(report, rows, ahead, policies),
    calls: (rows) => compareCalls(report, rows, calls(found, ledger, policies, said)),
    points_entries: (rows) => compareEntries(report, rows, points.entries),
    points_standings: (rows) => comparePoints(report, rows, points.standings),
    scores: (rows) => compareScores(report, 'scores', rows, scored.scores),
    score_parts: (rows) => compareScores(report, 'score_parts', rows, scored.parts),
    seller_categories: (rows) => compareFrozen(report, 'seller_categories', rows, frozen.categories),
    category_benchmarks: (rows) => compareFrozen(report, 'category_benchmarks', rows, frozen.benchmarks),
    tier_gates: (rows) => compareGates(report, rows, gates),
    probations: (rows) => compareProbations(report, 'probations', rows, probation.probations),
    probation_exits: (rows) => compareProbations(report, 'probation_exits', rows, probation.probation_exits),
  };
  const has = {
    ...{ landed_outcomes_judged: own.length > 0, points_entries: points.any, points_standings: points.any },
    ...{ scores: scored.any, score_parts: scored.any, tier_gates: gates.length > 0 },
    ...{ seller_categories: frozen.any, category_benchmarks: frozen.any },
    ...{ probations: probation.any, probation_exits: probation.any },
  };
  for (const dataset of COMPARED)
    if (!Object.hasOwn(has, dataset) || has[dataset as keyof typeof has]) compare[dataset](await rowsOf(dataset));
  const { differences, totals, rows } = report;
  return { differences, totals, rows, notMeasured: [...unmeasured] };
}

const dayOf = (value: unknown): string => (value instanceof TypedDay ? dayText(value.days) : String(value).slice(0, 10));

/** An outcome in words, such as `fault late on 2026-11-04`. */
const inWords = (outcome: string, asMet: boolean, reason: unknown, day: string, exemption: unknown): string =>
  [outcome, asMet && 'as met', reason, 'on', day, exemption && `by ${exemption}`].filter(Boolean).join(' ');

const verdictInWords = (verdict: Verdict | undefined): string | null =>
  verdict ? inWords(verdict.outcome, verdict.counts_as_met, verdict.reason, dayText(verdict.day), verdict.exemption_id) : null;

/** Code of a forgiven fault that counts as met; the other outcomes are coded 1 to 5 in their order. */
const FORGIVEN_AS_MET = 6;

function codeInWords(code: number, reason: unknown, day: unknown, exemption: unknown): string {
  const asMet = code === FORGIVEN_AS_MET;
  return inWords(asMet ? 'forgiven' : (OUTCOMES[code - 1] ?? `code ${code}`), asMet, reason, dayOf(day), exemption);
}

/** What the columns `<metric>`, `<metric>_reason`, `<metric>_day` and `<metric>_exemption` of a row say; null without an outcome. */
function codedInWords(row: Row, metric: string): string | null {
  const code = row[metric];
  if (code === null || code === undefined) return null;
  return codeInWords(Number(code), row[`${metric}_reason`], row[`${metric}_day`], row[`${metric}_exemption`]);
}

/** Metrics of that subject that are measured. */
const metricsOf = ({ metrics }: Ledger, subject: string, unmeasured: ReadonlySet<string>): string[] =>
  metrics.filter((m) => m.subject === subject && !unmeasured.has(m.metric)).map((m) => m.metric);

function compareOrders(report: Report, rows: Row[], ledger: Ledger, unmeasured: ReadonlySet<string>): void {
  const dataset = 'order_outcomes';
  const metrics = metricsOf(ledger, 'order', unmeasured);
  const key = ({ seller_id, order_id }: Row | Ledger['orders'][number]) => `seller ${seller_id} order ${order_id}`;
  const { both, alone } = pairs(report, dataset, rows, key, ledger.orders, key);
  for (const order of alone) report.same(dataset, key(order), null, 'a row');
  for (const { name, row, one } of both) compareVerdicts(report, dataset, name, row, one.verdicts, metrics);
}

function compareConversations(report: Report, rows: Row[], ledger: Ledger, unmeasured: ReadonlySet<string>): void {
  const dataset = 'conversation_outcomes';
  const metrics = metricsOf(ledger, 'conversation', unmeasured);
  const asked = ledger.conversations.filter(({ verdicts }) => metrics.some((m) => verdicts[m]));
  const key = (row: unknown) => `conversation ${(row as { conversation_id: string }).conversation_id}`;
  // A conversation that no metric judges may have a row or not.
  const judged = rows.filter((row) => metrics.some((m) => codedInWords(row, m) !== null));
  const { both, alone } = pairs(report, dataset, judged, key, asked, key);
  for (const conversation of alone) report.same(dataset, key(conversation), null, 'a row');
  for (const { name, row, one } of both) compareVerdicts(report, dataset, name, row, one.verdicts, metrics);
}

function compareVerdicts(
  report: Report,
  dataset: string,
  name: string,
  row: Row,
  verdicts: Verdicts,
  metrics: readonly string[],
) {
  for (const m of metrics) report.same(dataset, `${name} ${m}`, codedInWords(row, m), verdictInWords(verdicts[m]));
}

function compareLanded(report: Report, rows: Row[], { landed }: Ledger, unmeasured: ReadonlySet<string>): void {
  const dataset = 'landed_outcomes_judged';
  const key = (row: Row | Ledger['landed'][number]) => `seller ${row.seller_id} ${row.metric} ${row.subject_id}`;
  const asked = landed.filter(({ metric }) => !unmeasured.has(metric));
  const { both, alone } = pairs(report, dataset, rows, key, asked, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    const said = codeInWords(Number(row.outcome), row.reason, row.cohort_day, row.exemption_id);
    report.same(dataset, name, said, verdictInWords(one.verdict));
    report.same(dataset, `${name} region`, row.region, one.region);
  }
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
    for (const column of ['unit', 'counted', 'accountable_rate', 'raw_rate', 'verdict', 'because', 'tier', 'allowed'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
    for (const column of ['fault_buyers', 'fault_days', 'bound_said', 'alert_said', 'alert_allowed', 'alert_exceeded'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
    report.same(dataset, `${name} alert_at_most`, row.alert_at_most, one.alert_at_most);
  }
}

/** Points of the night, where a programme has them. */
async function pointsOf(
  { policies: { programmes, regions }, runDate }: RunToCompare,
  records: Records,
  { metrics, tiers }: Sellers,
  rowsOf: (dataset: string) => Promise<Row[]>,
): Promise<{ any: boolean; entries: Entry[]; standings: Standing[] }> {
  if (programmes.every(({ points }) => points === undefined)) return { any: false, entries: [], standings: [] };
  const orders = new Map(tiers.map((row) => [`${row.seller_id} ${row.programme}`, row.orders]));
  const night = {
    ...{ run_date: runDate, programmes, violations: records.violations },
    zones: new Map(regions.map(({ code, time_zone }) => [code, time_zone])),
    metrics: metrics.map((m) => ({ ...m, orders: orders.get(`${m.seller_id} ${m.programme}`) ?? 0 })),
  };
  const remembered = (await rowsOf('points_entries'))
    .filter(({ given_on }) => dayOf(given_on) < runDate)
    .map(
      (row) => ({ ...row, given_on: dayOf(row.given_on), last_day: dayOf(row.last_day), points: Number(row.points) }) as Entry,
    );
  const entries = entriesOf(night, remembered);
  return { any: true, entries, standings: standingsOfPoints(night, entries) };
}

function compareEntries(report: Report, rows: Row[], found: readonly Entry[]): void {
  const dataset = 'points_entries';
  const key = (row: Row | Entry) => `seller ${row.seller_id} ${row.programme} ${row.entry_id}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    for (const column of ['kind', 'what', 'points', 'state'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
    for (const column of ['given_on', 'last_day'] as const)
      report.same(dataset, `${name} ${column}`, dayOf(row[column]), one[column]);
  }
}

/** Of entries that count items the days are not redone; whoever has one is left out. */
function compareNextTiers(report: Report, rows: Row[], found: readonly NextTier[], { programmes, metrics }: Policies): void {
  const dataset = 'next_tiers';
  const items = metrics.filter(({ count }) => count === 'items').map(({ metric }) => metric);
  const counts = (row: Row): boolean =>
    programmes.some(
      (p) => p.programme === row.programme && p.metrics.some((m) => m.metric === row.metric && items.includes(m.of ?? m.metric)),
    );
  const whose = (row: Row | NextTier) => `seller ${row.seller_id} ${row.programme}`;
  const left = new Set(rows.filter(counts).map(whose));
  const key = (row: Row | NextTier) => `${whose(row)} ${row.metric}`;
  const { both, alone } = pairs(
    report,
    dataset,
    rows.filter((row) => !left.has(whose(row))),
    key,
    found,
    key,
  );
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) {
      const said = column.endsWith('_on') && row[column] ? dayOf(row[column]) : row[column];
      report.same(dataset, `${name} ${column}`, said, value);
    }
}

function comparePoints(report: Report, rows: Row[], found: readonly Standing[]): void {
  const dataset = 'points_standings';
  const key = (row: Row | Standing) => `seller ${row.seller_id} ${row.programme}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) {
      const said = column === 'falls_on' && row[column] ? dayOf(row[column]) : row[column];
      report.same(dataset, `${name} ${column}`, said, value);
    }
}

function compareScores(
  report: Report,
  dataset: 'scores' | 'score_parts',
  rows: Row[],
  found: ScoreNight['scores'] | ScoreNight['parts'],
): void {
  const key = (row: Row | ScorePart | SellerScore) =>
    `seller ${row.seller_id} ${row.programme} ${'metric' in row ? row.metric : ''}`.trim();
  const { both, alone } = pairs(report, dataset, rows, key, found as readonly (ScorePart | SellerScore)[], key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) {
      const said = DAYS_OF_BENCHMARKS.has(column) && row[column] !== null ? dayOf(row[column]) : row[column];
      report.same(dataset, `${name} ${column}`, said, value);
    }
}

const DAYS_OF_BENCHMARKS = new Set(['benchmark_on', 'benchmark_until', 'frozen_on', 'holds_until']);

/** Categories and benchmarks of the night; those of earlier days are taken as the run remembers them. */
async function frozenOn(
  { policies: { programmes }, runDate }: RunToCompare,
  orders: Ledger['orders'],
  metrics: Parameters<typeof categoryBenchmarks>[1],
  rowsOf: (dataset: string) => Promise<Row[]>,
): Promise<Frozen & { any: boolean }> {
  if (programmes.every((one) => benchmarkedParts(one).length === 0)) return { any: false, ...NOTHING_FROZEN };
  const earlier = async (dataset: string) =>
    (await rowsOf(dataset)).filter(({ frozen_on }) => dayOf(frozen_on) < runDate).map((row) => numbered(plainOf(row)));
  const before = {
    categories: (await earlier('seller_categories')) as unknown as Frozen['categories'],
    benchmarks: (await earlier('category_benchmarks')) as unknown as Frozen['benchmarks'],
  };
  const placed = orders.map(({ seller_id, region, placed_day, known }) => ({
    ...{ seller_id, region, category: known?.category ?? null, placed_on: dayText(placed_day) },
  }));
  const categories = sellerCategories(programmes, placed, runDate, before);
  return { any: true, categories, benchmarks: categoryBenchmarks(programmes, metrics, categories, runDate, before) };
}

const numbered = (row: Plain) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));

function compareFrozen<T extends object>(report: Report, dataset: string, rows: Row[], found: readonly T[]): void {
  const key = (row: Row | T) => {
    const { programme, seller_id, category, metric } = row as Row;
    return ['benchmark of', programme, ...(seller_id ? [seller_id] : [metric, category])].join(' ');
  };
  const { both, alone } = pairs(report, dataset, rows.map(plainOf), key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) report.same(dataset, `${name} ${column}`, row[column], value);
}

/** Of whoever is judged; whoever holds a tier and is not has rows too. */
function compareGates(report: Report, rows: Row[], found: readonly Gate[]): void {
  const dataset = 'tier_gates';
  const key = (row: Row | Gate) => `seller ${row.seller_id} ${row.programme} ${row.tier} ${row.gate}`;
  const judged = new Set(found.map(key));
  const asked = rows.filter((row) => judged.has(key(row)));
  const { both, alone } = pairs(report, dataset, asked, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    report.same(dataset, `${name} value`, row.value, one.value);
    report.same(dataset, `${name} needed`, row.needed, one.needed);
  }
}

/** What the run remembers of earlier nights is taken from it, as points of earlier days are. */
const endedBefore = (rows: Row[], runDate: string): Plain[] =>
  rows.filter(({ ended_on }) => ended_on !== null && dayOf(ended_on) < runDate).map(plainOf);
type Plain = Parameters<typeof probationsOf>[0]['before'][number];
const plainOf = (row: Row): Plain =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof TypedDay ? dayText(value.days) : (value as Plain[string]),
    ]),
  );

function compareProbations(
  report: Report,
  dataset: 'probations' | 'probation_exits',
  rows: Row[],
  found: readonly Plain[],
): void {
  const key = ({ seller_id, programme, place, ask, metric }: Row | Plain) =>
    ['seller', seller_id, programme, place, ask, metric].filter((part) => part !== undefined && part !== null).join(' ');
  const { both, alone } = pairs(report, dataset, rows.map(plainOf), key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) report.same(dataset, `${name} ${column}`, row[column], value);
}

function compareTiers(report: Report, rows: Row[], tiers: Sellers['tiers']): void {
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
      report.same(dataset, `${name} ${prefix}forgiven_as_met`, row[`${prefix}forgiven_as_met`], period.counts?.forgiven_as_met);
      for (const rate of ['accountable_rate', 'raw_rate', 'seller_weighted_rate'] as const) {
        report.same(dataset, `${name} ${prefix}${rate}`, row[`${prefix}${rate}`], period[rate]);
      }
    }
  }
}

function saidOf(standings: readonly Row[], verdicts: readonly Row[]): Said {
  const held = new Map(standings.map((row) => [`${row.seller_id} ${row.programme}`, row as never]));
  const said = new Map(verdicts.map((row) => [`${row.seller_id} ${row.programme} ${row.metric}`, String(row.verdict)]));
  return {
    standing: (seller, programme) => held.get(`${seller} ${programme}`),
    verdict: (seller, programme, metric) => said.get(`${seller} ${programme} ${metric}`),
  };
}

const regionKey = (row: { region: string; metric: string; window_days: unknown }): string =>
  `${row.region} ${row.metric} ${row.window_days} days`;

function compareMovers(report: Report, rows: Row[], found: readonly Mover[]): void {
  const dataset = 'region_movers';
  const key = (row: Row | Mover) => `${row.region} ${row.metric} ${row.window_days} days ${row.dimension} ${row.place}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) report.same(dataset, `${name} ${column}`, row[column], value);
}

function compareRegionFaults(report: Report, rows: Row[], found: readonly RegionFault[]): void {
  const dataset = 'region_faults';
  const key = (row: Row | RegionFault) => `${row.region} ${row.metric} ${row.seller_id} ${row.subject_id}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries({ ...one, cohort_day: dayText(one.cohort_day) }))
      report.same(dataset, `${name} ${column}`, column === 'cohort_day' ? dayOf(row[column]) : row[column], value);
}

function compareCalls(report: Report, rows: Row[], found: readonly Call[]): void {
  const dataset = 'calls';
  const key = (row: Row | Call) => `seller ${row.seller_id} ${row.programme}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const [column, value] of Object.entries(one)) report.same(dataset, `${name} ${column}`, row[column], value);
}

function compareWeeks(report: Report, rows: Row[], found: readonly RegionWeek[]): void {
  const dataset = 'region_weeks';
  const key = (row: Row | RegionWeek) =>
    `${row.region} ${row.kind} ${row.number} ${typeof row.first_day === 'number' ? dayText(row.first_day) : dayOf(row.first_day)}`;
  const told = rows.filter(({ kind, number }) => kind !== 'kpi' || number !== 'gmv');
  const { both, alone } = pairs(report, dataset, told, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both)
    for (const column of ['amount', 'fault', 'rate'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
}

function compareSellerWeeks(report: Report, rows: Row[], found: readonly SellerWeek[]): void {
  const dataset = 'seller_weeks';
  const key = (row: Row | SellerWeek) => `seller ${row.seller_id} ${row.programme} ${row.metric} ${row.nth}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) {
    for (const column of ['first_day', 'last_day'] as const)
      report.same(dataset, `${name} ${column}`, dayOf(row[column]), dayText(one[column]));
    for (const column of ['counted', 'fault', 'rate'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
  }
}

function compareReasons(report: Report, rows: Row[], found: ReturnType<typeof reasonCounts>): void {
  const dataset = 'reason_counts';
  const key = (row: Row | (typeof found)[number]) =>
    `${row.region} ${row.metric} ${row.outcome} ${row.reason} ${row.window_days} days`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, 'a row');
  for (const { name, row, one } of both) report.same(dataset, `${name} orders`, row.orders, one.orders);
}

function compareOutcomeDetails(report: Report, rows: Row[], found: readonly Detail[]): void {
  const dataset = 'outcome_details';
  const key = (row: Row | Detail) => `seller ${row.seller_id} ${row.programme} ${row.metric} ${row.subject_id}`;
  const { both, alone } = pairs(report, dataset, rows, key, found, key);
  for (const one of alone) report.same(dataset, key(one), null, verdictInWords(one.verdict));
  for (const { name, row, one } of both) {
    const { outcome, counts_as_met } = one.verdict;
    const said = inWords(String(row.outcome), row.counts_as_met === true, row.reason, dayOf(row.cohort_day), row.exemption_id);
    report.same(dataset, name, said, verdictInWords(one.verdict));
    report.same(dataset, `${name} counts_as_met`, row.counts_as_met, outcome === 'forgiven' ? counts_as_met : null);
    report.same(dataset, `${name} leaves_window_on`, dayOf(row.leaves_window_on), dayText(one.leaves_window_on));
    for (const column of ['region', 'order_id', 'evidence', 'folded_into', 'peak'] as const)
      report.same(dataset, `${name} ${column}`, row[column], one[column]);
  }
}
