import { addDays } from '../contracts/days.js';
import type { TakenDay } from '../contracts/explanation.js';
import { decisionRecords } from '../contracts/published/decision-records.js';
import { earlyWarnings } from '../contracts/published/early-warnings.js';
import { evaluations } from '../contracts/published/evaluations.js';
import { metricStandings } from '../contracts/published/metric-standings.js';
import { pointsEntries } from '../contracts/published/points-entries.js';
import { pointsStandings } from '../contracts/published/points-standings.js';
import { probationExits } from '../contracts/published/probation-exits.js';
import { probations } from '../contracts/published/probations.js';
import { scoreParts } from '../contracts/published/score-parts.js';
import { scores } from '../contracts/published/scores.js';
import { standings } from '../contracts/published/standings.js';
import { tierGates } from '../contracts/published/tier-gates.js';
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
import type { EvaluationRow } from '../wording/evaluation.js';
import type { TierGateRow } from '../wording/gates.js';
import type { PointsEntryRow, PointsStandingRow } from '../wording/points.js';
import type { ProbationExitRow, ProbationRow } from '../wording/probation.js';
import type { ScorePartRow, ScoreRow } from '../wording/score.js';
import type { MetricStandingRow, StandingRow } from '../wording/standing.js';
import { standardOf, type TierFacts, type VerdictFacts } from '../wording/wording.js';
import { analysisOf, withFiles } from './analysis.js';
import { before, type HeldBefore, type NoticeBefore, type PreviousRun, type SaidBefore } from './explain-before.js';
import { takenUnder } from './explain-taken.js';

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
  /** Counts as one with this fault, to which it is alike. */
  folded_into: string | null;
  /** The peak of the programme that forgives it. */
  peak: string | null;
  /** Of what the programme itself forgives, why it is at fault. */
  fault_reason: string | null;
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
  /** Matured days that a window or an evaluation may look at, each with what is counted of it; as long ago as the longest of them. */
  days: { day: string; counted: number; fault: number }[];
}

/** What evaluations say of a programme; absent where it has none. */
export interface ExplainedStanding extends StandingRow {
  /** What was decided of its tier, the newest first. */
  decisions: DecisionRow[];
  metrics: (MetricStandingRow & { before: NoticeBefore | null })[];
  warnings: EarlyWarningRow[];
  before: HeldBefore | null;
}

/** The points of a programme, the newest entry first; absent where it has none. */
export interface ExplainedPoints extends PointsStandingRow {
  ledger: PointsEntryRow[];
}

/** The score of a programme and what it is made of; absent where it has none. */
export interface ExplainedScore extends ScoreRow {
  parts: ScorePartRow[];
}

/** The probation of a new seller, and what there is of each way out. */
export interface ExplainedProbation extends ProbationRow {
  exits: ProbationExitRow[];
}

export interface Explanation {
  seller_id: string;
  name: string | null;
  /** The region that the seller is managed by, where somebody has said so. */
  home_region: string | null;
  run_id: string;
  run_date: string;
  /** The run whose standings this one goes on from; null of the first. Once its files are gone, nothing is told as of before. */
  previous: PreviousRun | null;
  programmes: (TierFacts & {
    programme: string;
    policy_version: string;
    /** Orders by the day on which they were placed, of the days that decide whether the seller is judged at all. */
    placed: { day: string; orders: number }[];
    standing?: ExplainedStanding;
    evaluation?: EvaluationRow;
    points?: ExplainedPoints;
    score?: ExplainedScore;
    /** What tiers ask for beside their bounds; absent where none does. */
    gates?: TierGateRow[];
    /** Probation of a new seller, and what ends it; absent where there is none. */
    probation?: ExplainedProbation;
    /** Orders that gates and probation count; absent where neither asks for any. */
    taken?: TakenDay[];
    metrics: ExplainedMetric[];
  })[];
}

/** What proves an outcome, in the order of an order's life. */
export const MOMENTS = [
  ...[
    'category',
    'fulfilment',
    'placed_at',
    'ship_by',
    'confirmed_at',
    'first_scan_at',
    'deliver_by',
    'delivered_at',
    'cancelled_at',
  ],
  ...['cancelled_by', 'carrier', 'has_tracking', 'items', ...EVENT_COLUMNS.map(({ name }) => name)],
  ...[
    'refund_due_at',
    'refund_calendar',
    'opened_at',
    'reply_due_at',
    'reply_calendar',
    'first_reply_at',
    'satisfaction',
    'evidence',
  ],
];

interface Asked {
  store: ObjectStore;
  duck: Duck;
  sql: SqlFiles;
  prefix: string;
  seller: string;
  metric?: string;
}

type Rows = Record<string, unknown>[];

/**
 * Everything a seller's numbers count, as one run judged it; undefined when the run has no scorecard of the seller. Of a store
 * that is elsewhere only the datasets are fetched that the analyses read.
 */
export async function explain({ seller, ...given }: Asked): Promise<Explanation | undefined> {
  return (await explainSellers({ ...given, sellers: [seller] }))[0];
}

/** The same of several sellers at once, in the order of their ids; of those without a scorecard nothing. */
export async function explainSellers(given: Omit<Asked, 'seller'> & { sellers: readonly string[] }): Promise<Explanation[]> {
  const { store, duck, prefix, sellers } = given;
  const facts = await need<RunFacts>(store, factsKey(prefix));
  const named = namedMetrics(await readPolicies(store, prefix));
  // A metric brings all entries that are of it.
  const asks = (metric: unknown): boolean =>
    given.metric === undefined ||
    named.some((one) => one.metric === metric && (metric === given.metric || roomOf(one) === given.metric));
  const [cards, orders, days, taken] = await withFiles(store, async (fileOf) => {
    const run = { store, sql: given.sql, prefix, fileOf };
    const ask = async (path: string) => Map.groupBy(await duck.run(await analysisOf(run, path, { sellers })), sellerOf);
    const card = await ask('analyses/explain_card.sql');
    if (card.size === 0) return [card, card, card, card];
    const [counted, byDay] = [await ask('analyses/explain_orders.sql'), await ask('analyses/explain_days.sql')];
    return [card, counted, byDay, await ask('analyses/explain_taken.sql')];
  });
  const ids = new Set(cards.keys());
  if (ids.size === 0) return [];
  const published = await openRun(store, prefix);
  const found = await Promise.all([
    standingsOf(published, ids),
    pointsOf(published, ids),
    scoresOf(published, ids),
    gatesOf(published, ids),
    probationsOf(published, ids),
    before(store, facts, ids),
  ]);
  return [...cards].map(([seller, card]) => {
    const asked = { facts, named, asks, found };
    const rows = { orders: orders.get(seller) ?? [], days: days.get(seller) ?? [], taken: taken.get(seller) ?? [] };
    return explainedSeller(seller, { card, ...rows }, asked);
  });
}

const sellerOf = (row: { seller_id?: unknown }): string => String(row.seller_id);

function explainedSeller(
  seller: string,
  { card, orders, days, taken }: { card: Rows; orders: Rows; days: Rows; taken: Rows },
  asked: {
    facts: RunFacts;
    named: readonly Named<JudgedMetric>[];
    asks: (metric: unknown) => boolean;
    found: [
      Awaited<ReturnType<typeof standingsOf>>,
      Awaited<ReturnType<typeof pointsOf>>,
      Awaited<ReturnType<typeof scoresOf>>,
      Awaited<ReturnType<typeof gatesOf>>,
      Awaited<ReturnType<typeof probationsOf>>,
      SaidBefore,
    ];
  },
): Explanation {
  const { run_id, run_date } = asked.facts;
  const [evaluated, points, scored, gates, probation, said] = asked.found;
  const programmes: Explanation['programmes'] = [];
  for (const row of card) {
    const mine = (one: Record<string, unknown>) => one.programme === row.programme;
    let programme = programmes.find(mine as never);
    if (!programme) {
      programme = {
        programme: String(row.programme),
        policy_version: String(row.policy_version),
        ...tierFacts(row as unknown as TierFacts),
        placed: days
          .filter((one) => mine(one) && one.metric === null)
          .map((one) => ({ day: String(one.day), orders: Number(one.counted) })),
        ...standingOf(evaluated, said, { seller, programme: String(row.programme), asks: asked.asks }),
        ...pointsUnder(points, seller, String(row.programme)),
        ...scoreUnder(scored, seller, String(row.programme)),
        ...gatesUnder(gates, seller, String(row.programme)),
        ...probationUnder(probation, seller, String(row.programme)),
        ...takenUnder(taken, String(row.programme)),
        metrics: [],
      };
      programmes.push(programme);
    }
    if (!asked.asks(row.metric)) continue;
    const ofMetric = (one: Record<string, unknown>) => mine(one) && one.metric === row.metric;
    const judged = asked.named.find((m) => m.metric === row.metric)!;
    programme.metrics.push({
      ...explainedMetric(row, run_date, judged, orders.filter(ofMetric)),
      days: days.filter(ofMetric).map(({ day, counted, fault }) => ({ day, counted, fault }) as ExplainedMetric['days'][number]),
    });
  }
  const { name, home_region } = card[0] as Pick<Explanation, 'name' | 'home_region'>;
  return { seller_id: seller, name, home_region, run_id, run_date, previous: said.run, programmes };
}

/** Rows of sellers in a run; none of a run of a version without evaluations. */
async function standingsOf(run: Run, ids: ReadonlySet<string>) {
  if (!run.has('standings')) return { held: new Map(), metrics: new Map(), decisions: new Map(), warnings: new Map(), days: [] };
  const decisions = run.has('decision_records') ? await run.rows(decisionRecords, ids) : [];
  const warnings = run.has('early_warnings') ? await run.rows(earlyWarnings, ids) : [];
  return {
    held: Map.groupBy(await run.rows(standings, ids), sellerOf),
    metrics: Map.groupBy(await run.rows(metricStandings, ids), sellerOf),
    decisions: Map.groupBy(decisions, sellerOf),
    warnings: Map.groupBy(warnings, sellerOf),
    days: run.has('evaluations') ? await run.rows(evaluations) : [],
  };
}

function standingOf(
  { held, metrics, decisions, warnings, days }: Awaited<ReturnType<typeof standingsOf>>,
  said: SaidBefore,
  { seller, programme, asks }: { seller: string; programme: string; asks: (metric: unknown) => boolean },
): { standing?: ExplainedStanding; evaluation?: EvaluationRow } {
  const here = <Row extends { programme: string }>(rows: Map<string, Row[]>): Row[] =>
    (rows.get(seller) ?? []).filter((one) => one.programme === programme);
  const row = here<StandingRow>(held)[0];
  if (!row) return {};
  const decided = here<DecisionRow>(decisions).sort((a, b) => (a.evaluated_on < b.evaluated_on ? 1 : -1));
  const asked = here<MetricStandingRow>(metrics).filter((one) => asks(one.metric));
  const evaluation = days.find((one) => one.programme === programme);
  return {
    ...(evaluation ? { evaluation } : {}),
    standing: {
      ...row,
      before: said.held(seller, programme),
      decisions: decided,
      warnings: here<EarlyWarningRow>(warnings).filter((one) => asks(one.metric)),
      metrics: asked.map((one) => ({ ...one, before: said.notice(seller, programme, one.metric) })),
    },
  };
}

/** Whether a row is about a seller under a programme. */
const of =
  (seller: string, programme: string) =>
  (row: { seller_id: string; programme: string }): boolean =>
    row.seller_id === seller && row.programme === programme;

/** Rows of sellers in a run; none of a run of a version without points. */
async function pointsOf(run: Run, ids: ReadonlySet<string>) {
  if (!run.has('points_standings')) return { stand: [], entries: [] };
  return { stand: await run.rows(pointsStandings, ids), entries: await run.rows(pointsEntries, ids) };
}

function pointsUnder(
  { stand, entries }: Awaited<ReturnType<typeof pointsOf>>,
  seller: string,
  programme: string,
): { points?: ExplainedPoints } {
  const here = of(seller, programme);
  const row = stand.find(here);
  const ledger = entries.filter(here);
  return row ? { points: { ...row, ledger: ledger.sort((a, b) => b.given_on.localeCompare(a.given_on)) } } : {};
}

/** Rows of sellers in a run; none of a run of a version without scores. */
async function scoresOf(run: Run, ids: ReadonlySet<string>) {
  if (!run.has('scores')) return { scores: [], parts: [] };
  return { scores: await run.rows(scores, ids), parts: await run.rows(scoreParts, ids) };
}

function scoreUnder(
  { scores: found, parts }: Awaited<ReturnType<typeof scoresOf>>,
  seller: string,
  programme: string,
): { score?: ExplainedScore } {
  const here = of(seller, programme);
  const row = found.find(here);
  return row ? { score: { ...row, parts: parts.filter(here) } } : {};
}

/** Rows of sellers in a run; none of a run of a version without gates. */
const gatesOf = async (run: Run, ids: ReadonlySet<string>): Promise<TierGateRow[]> =>
  run.has('tier_gates') ? run.rows(tierGates, ids) : [];

/** Rows of sellers in a run; none of a run of a version without probations. */
async function probationsOf(run: Run, ids: ReadonlySet<string>) {
  if (!run.has('probations')) return { rows: [], exits: [] };
  return { rows: await run.rows(probations, ids), exits: await run.rows(probationExits, ids) };
}

function probationUnder(
  { rows, exits }: Awaited<ReturnType<typeof probationsOf>>,
  seller: string,
  programme: string,
): { probation?: ExplainedProbation } {
  const here = of(seller, programme);
  const row = rows.find(here);
  return row ? { probation: { ...row, exits: exits.filter(here) } } : {};
}

function gatesUnder(rows: readonly TierGateRow[], seller: string, programme: string): { gates?: TierGateRow[] } {
  const gates = rows.filter((one) => one.seller_id === seller && one.programme === programme);
  return gates.length > 0 ? { gates } : {};
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
  orders: Rows,
): Omit<ExplainedMetric, 'days'> {
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
  const said = (name: 'folded_into' | 'peak' | 'fault_reason') => (row[name] ?? null) as string | null;
  const relief = { folded_into: said('folded_into'), peak: said('peak'), fault_reason: said('fault_reason') };
  return { subject_id, order_id, region, cohort_day, outcome, reason, exemption_id, ...counts, ...relief, moments };
}
