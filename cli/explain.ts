import { addDays } from '../contracts/days.js';
import { decisionRecords } from '../contracts/published/decision-records.js';
import { earlyWarnings } from '../contracts/published/early-warnings.js';
import { metricStandings } from '../contracts/published/metric-standings.js';
import { pointsEntries } from '../contracts/published/points-entries.js';
import { pointsStandings } from '../contracts/published/points-standings.js';
import { scoreParts } from '../contracts/published/score-parts.js';
import { scores } from '../contracts/published/scores.js';
import { standings } from '../contracts/published/standings.js';
import type { RunFacts } from '../contracts/run/facts.js';
import { factsKey } from '../contracts/run/keys.js';
import type { Duck } from '../lambdas/shared/duck.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { need, readPolicies } from '../lambdas/shared/read-run-files.js';
import { openRun, type Run } from '../lambdas/shared/run-reader.js';
import { metricOf, reasonsInWords } from '../metrics/index.js';
import { type BoundSaid, type JudgedMetric, type Named, namedMetrics, roomOf } from '../policies/policy.js';
import { EVENT_COLUMNS } from '../sql/order-ledger.js';
import type { SqlFiles } from '../sql/render.js';
import type { DecisionRow } from '../wording/decision.js';
import type { EarlyWarningRow } from '../wording/early-warning.js';
import type { PointsEntryRow, PointsStandingRow } from '../wording/points.js';
import type { ScorePartRow, ScoreRow } from '../wording/score.js';
import type { MetricStandingRow, StandingRow } from '../wording/standing.js';
import { standardOf, type TierFacts, type VerdictFacts } from '../wording/wording.js';
import { analysisOf, withFiles } from './analysis.js';

/** One order (or conversation) behind a number. Moments are ISO 8601 in UTC, or null. */
export interface ExplainedOrder {
  subject_id: string;
  order_id: string | null;
  region: string;
  cohort_day: string;
  outcome: 'met' | 'fault' | 'forgiven' | 'excluded' | 'pending';
  reason: string | null;
  exemption_id: string | null;
  /** Forgiven and counted as met. */
  counts_as_met: boolean;
  /** As how many it counts: as one, or as the items of its order. */
  counts_for: number;
  moments: Record<string, string | number | boolean>;
}

/** The orders placed, which decide whether it is judged at all, are those of its programme. */
export interface ExplainedMetric extends Omit<VerdictFacts, 'orders' | 'orders_needed'> {
  /** First and last cohort day counted; pending ones are up to the run date. */
  from: string;
  to: string;
  rule: { population: string; cohort: string; maturation_days: number; fault: string; excluded: string; forgiven: string };
  /** What is counted: orders, items, conversations or days. */
  unit: string;
  met: number | null;
  forgiven: number | null;
  excluded: number | null;
  pending: number | null;
  accountable_rate: number | null;
  raw_rate: number | null;
  verdict: 'not_measured' | 'not_assessable' | 'met' | 'missed';
  at_most: number;
  bound_said: BoundSaid;
  /** What policy recommends beside the standard; null where nothing is. */
  alert_at_most: number | null;
  alert_said: BoundSaid | null;
  alert_allowed: number | null;
  alert_exceeded: boolean | null;
  /** Those behind the numbers, met ones too. */
  orders: ExplainedOrder[];
}

/** What evaluations say of a programme; absent where it has none. */
export interface ExplainedStanding extends StandingRow {
  /** What was decided of its tier, the newest first. */
  decisions: DecisionRow[];
  metrics: MetricStandingRow[];
  warnings: EarlyWarningRow[];
}

/** The points of a programme, the newest entry first; absent where it has none. */
export interface ExplainedPoints extends PointsStandingRow {
  ledger: PointsEntryRow[];
}

/** The score of a programme and what it is made of; absent where it has none. */
export interface ExplainedScore extends ScoreRow {
  parts: ScorePartRow[];
}

export interface Explanation {
  seller_id: string;
  name: string | null;
  run_id: string;
  run_date: string;
  programmes: (TierFacts & {
    programme: string;
    policy_version: string;
    standing?: ExplainedStanding;
    points?: ExplainedPoints;
    score?: ExplainedScore;
    metrics: ExplainedMetric[];
  })[];
}

/** What proves an outcome, in the order of an order's life. */
const MOMENTS = [
  ...['fulfilment', 'placed_at', 'ship_by', 'confirmed_at', 'first_scan_at', 'deliver_by', 'delivered_at', 'cancelled_at'],
  ...['cancelled_by', 'carrier', 'has_tracking', 'items', ...EVENT_COLUMNS.map(({ name }) => name)],
  ...['opened_at', 'first_reply_at', 'satisfaction', 'evidence'],
];

interface Asked {
  store: ObjectStore;
  duck: Duck;
  sql: SqlFiles;
  prefix: string;
  seller: string;
  metric?: string;
}

/**
 * Everything a seller's numbers count, as one run judged it; undefined when the run has no scorecard of the seller. Of a store
 * that is elsewhere only the datasets are fetched that the analyses read.
 */
export async function explain(given: Asked): Promise<Explanation | undefined> {
  return withFiles(given.store, (fileOf) => explainWith(given, fileOf));
}

async function explainWith(given: Asked, fileOf: (key: string) => Promise<string>): Promise<Explanation | undefined> {
  const { store, duck, prefix, seller } = given;
  const facts = await need<RunFacts>(store, factsKey(prefix));
  const policies = await readPolicies(store, prefix);
  const run = { store, sql: given.sql, prefix, fileOf };
  const ask = async (path: string) => duck.run(await analysisOf(run, path, { seller }));
  const card = await ask('analyses/explain_card.sql');
  if (card.length === 0) return undefined;
  const orders = await ask('analyses/explain_orders.sql');
  const published = await openRun(store, prefix);
  const evaluated = await standingsOf(published, seller);
  const points = await pointsOf(published, seller);
  const named = namedMetrics(policies);
  // A metric brings all entries that are of it.
  const asks = (metric: unknown): boolean =>
    given.metric === undefined ||
    named.some((one) => one.metric === metric && (metric === given.metric || roomOf(one) === given.metric));
  const scored = await scoresOf(published, seller);
  const programmes: Explanation['programmes'] = [];
  for (const row of card) {
    let programme = programmes.find((p) => p.programme === row.programme);
    if (!programme) {
      programme = {
        programme: String(row.programme),
        policy_version: String(row.policy_version),
        ...tierFacts(row as unknown as TierFacts),
        ...standingOf(evaluated, String(row.programme), asks),
        ...pointsUnder(points, String(row.programme)),
        ...scoreUnder(scored, String(row.programme)),
        metrics: [],
      };
      programmes.push(programme);
    }
    if (!asks(row.metric)) continue;
    programme.metrics.push(
      explainedMetric(
        row,
        facts.run_date,
        named.find((m) => m.metric === row.metric)!,
        orders.filter((o) => o.programme === row.programme && o.metric === row.metric),
      ),
    );
  }
  return { seller_id: seller, name: card[0]!.name as string | null, run_id: facts.run_id, run_date: facts.run_date, programmes };
}

/** Rows of a seller in a run; none of a run of a version without evaluations. */
async function standingsOf(run: Run, seller: string) {
  const ids = new Set([seller]);
  if (!run.has('standings')) return { held: [], metrics: [], decisions: [], warnings: [] };
  const decisions = run.has('decision_records') ? await run.rows(decisionRecords, ids) : [];
  const warnings = run.has('early_warnings') ? await run.rows(earlyWarnings, ids) : [];
  return { held: await run.rows(standings, ids), metrics: await run.rows(metricStandings, ids), decisions, warnings };
}

function standingOf(
  { held, metrics, decisions, warnings }: Awaited<ReturnType<typeof standingsOf>>,
  programme: string,
  asks: (metric: unknown) => boolean,
): { standing?: ExplainedStanding } {
  const row = held.find((one) => one.programme === programme);
  const asked = metrics.filter((one) => one.programme === programme && asks(one.metric));
  const decided = decisions
    .filter((one) => one.programme === programme)
    .sort((a, b) => (a.evaluated_on < b.evaluated_on ? 1 : -1));
  const warned = warnings.filter((one) => asked.some((m) => m.programme === one.programme && m.metric === one.metric));
  return row ? { standing: { ...row, decisions: decided, metrics: asked, warnings: warned } } : {};
}

/** Rows of a seller in a run; none of a run of a version without points. */
async function pointsOf(run: Run, seller: string) {
  const ids = new Set([seller]);
  if (!run.has('points_standings')) return { stand: [], entries: [] };
  return { stand: await run.rows(pointsStandings, ids), entries: await run.rows(pointsEntries, ids) };
}

function pointsUnder({ stand, entries }: Awaited<ReturnType<typeof pointsOf>>, programme: string): { points?: ExplainedPoints } {
  const row = stand.find((one) => one.programme === programme);
  const ledger = entries.filter((one) => one.programme === programme);
  return row ? { points: { ...row, ledger: ledger.sort((a, b) => b.given_on.localeCompare(a.given_on)) } } : {};
}

/** Rows of a seller in a run; none of a run of a version without scores. */
async function scoresOf(run: Run, seller: string) {
  const ids = new Set([seller]);
  if (!run.has('scores')) return { scores: [], parts: [] };
  return { scores: await run.rows(scores, ids), parts: await run.rows(scoreParts, ids) };
}

function scoreUnder(found: Awaited<ReturnType<typeof scoresOf>>, programme: string): { score?: ExplainedScore } {
  const row = found.scores.find((one) => one.programme === programme);
  return row ? { score: { ...row, parts: found.parts.filter((one) => one.programme === programme) } } : {};
}

const tierFacts = (row: TierFacts): TierFacts => ({
  tier: row.tier,
  tier_because: row.tier_because,
  orders: Number(row.orders),
  orders_needed: Number(row.orders_needed),
  next_tier: row.next_tier,
  held_back_by: row.held_back_by,
  held_back_fault: row.held_back_fault,
  held_back_counted: row.held_back_counted,
  held_back_allowed: row.held_back_allowed,
});

function explainedMetric(
  row: Record<string, unknown>,
  runDate: string,
  judged: Named<JudgedMetric>,
  orders: Record<string, unknown>[],
): ExplainedMetric {
  const room = metricOf(roomOf(judged));
  const counts = row as unknown as ExplainedMetric;
  const to = addDays(runDate, -judged.maturation_days);
  return {
    metric: counts.metric,
    unit: counts.unit,
    window_days: Number(row.window_days),
    from: addDays(to, 1 - Number(row.window_days)),
    to,
    rule: {
      population: room?.population ?? 'what lands as outcomes of this metric',
      cohort: room?.cohort ?? 'cohort_day',
      maturation_days: judged.maturation_days,
      fault: (room && reasonsInWords(room, 'fault')) ?? 'what lands as a fault',
      excluded: (room && reasonsInWords(room, 'excluded')) ?? (room ? 'never' : 'what lands as excluded'),
      forgiven: [(room && reasonsInWords(room, 'forgiven')) ?? [], 'an exemption applies'].flat().join('; '),
    },
    met: counts.met,
    fault: counts.fault,
    forgiven: counts.forgiven,
    excluded: counts.excluded,
    pending: counts.pending,
    counted: counts.counted,
    counted_needed: Number(row.counted_needed),
    orders_window_days: Number(row.orders_window_days),
    accountable_rate: counts.accountable_rate,
    raw_rate: counts.raw_rate,
    verdict: counts.verdict,
    at_most: counts.at_most,
    bound_said: standardOf(counts).said,
    allowed: counts.allowed,
    because: counts.because,
    ...spreadOf(row),
    ...alertOf(row),
    orders: orders.map(explainedOrder),
  };
}

/** Empty in runs of a version that had no floors of buyers and days. */
const spreadOf = (row: Record<string, unknown>) => ({
  fault_buyers: row.fault_buyers as number | null,
  buyers_from: Number(row.buyers_from ?? 0),
  fault_days: row.fault_days as number | null,
  days_from: Number(row.days_from ?? 0),
});

/** Empty in runs of a version that recommended nothing. */
const alertOf = (row: Record<string, unknown>) => ({
  alert_at_most: (row.alert_at_most ?? null) as number | null,
  alert_said: (row.alert_said ?? null) as BoundSaid | null,
  alert_allowed: (row.alert_allowed ?? null) as number | null,
  alert_exceeded: (row.alert_exceeded ?? null) as boolean | null,
});

function explainedOrder(row: Record<string, unknown>): ExplainedOrder {
  const moments: ExplainedOrder['moments'] = {};
  for (const name of MOMENTS) {
    const value = row[name];
    if (value instanceof Date) moments[name] = value.toISOString();
    else if (value !== null && value !== undefined) moments[name] = value as string | number | boolean;
  }
  const { subject_id, order_id, region, cohort_day, outcome, reason, exemption_id } = row as unknown as ExplainedOrder;
  const counts = { counts_as_met: row.counts_as_met as boolean, counts_for: Number(row.counts_for) };
  return { subject_id, order_id, region, cohort_day, outcome, reason, exemption_id, ...counts, moments };
}
