/**
 * A reader with a policy folder and what `explain --json` prints, and nothing else: recomputes every number, the tier that bounds
 * propose, points, score, gates and probation, notices and the tier held. Knows neither the night's SQL nor how policies are loaded.
 */

import type { TakenDay } from '../../contracts/explanation.js';
import {
  entryOf,
  gateOf,
  missedTonight,
  pointsOf,
  probationOf,
  scored,
  type ToldEntry,
  type ToldProbation,
} from './beside-bounds.js';
import { fewestBeyond, rarerThan } from './luck.js';
import { eased, isOf, type ToldOrder } from './orders.js';
import {
  allowedOf,
  type Beside,
  type EvaluationYaml,
  isOn,
  type Limit,
  limitOf,
  type MetricYaml,
  meets,
  type ProgrammeYaml,
  plus,
  sum,
} from './policy-files.js';

/** What the reader takes from the output; everything else in it is to be recomputed. */
export interface Told {
  seller_id: string;
  home_region: string | null;
  run_id: string;
  run_date: string;
  previous: { run_id: string } | null;
  programmes: ToldProgramme[];
}
export interface ToldProgramme {
  programme: string;
  placed: { day: string; orders: number }[];
  standing?: {
    before: Held | null;
    decisions: ToldDecision[];
    metrics: { metric: string; before: Omit<Notice, 'official_verdict'> | null }[];
  };
  points?: Facts & { ledger: (ToldEntry & { entry_id: string })[] };
  score?: Facts & { parts: (Facts & { dimension: string; metric: string })[] };
  gates?: { tier: string; gate: string; selling_since: string | null; met: boolean }[];
  probation?: ToldProbation & { exits: { place: number; ask: string; metric: string | null }[] };
  taken?: TakenDay[];
  metrics: ToldMetric[];
  evaluation?: { state: string };
}
interface ToldMetric {
  metric: string;
  window_days: number;
  from: string;
  to: string;
  rule: { maturation_days: number };
  verdict: string;
  because: string;
  fault_buyers: number | null;
  orders: ToldOrder[];
  days: Day[];
}
interface ToldDecision {
  evaluated_on: string;
  tier_before: string;
  tier_after: string;
  since_before: string;
  because: string;
  because_metric: string | null;
  status: string;
  effective_on: string | null;
  given_back_on: string | null;
}
interface Day {
  day: string;
  counted: number;
  fault: number;
}

export interface Held {
  official_tier: string;
  since: string | null;
  because: string;
  because_metric: string | null;
  evaluated_on: string | null;
}
export interface Notice {
  notice_on: string | null;
  notice_tier: string | null;
  notice_at_most: number | null;
  fresh_allowed: number | null;
  counts_after: string | null;
}
/** What the reader remembers from the night before. */
export interface Memory {
  held: Held | null;
  notices: Map<string, Notice>;
}

export type Facts = Record<string, string | number | boolean | null>;
/** What was recomputed, by the names that the output has. */
export interface Recomputed {
  card: Facts;
  metrics: Map<string, Facts>;
  /** How the programme itself forgives orders of a metric, by order. */
  reliefs: Map<string, Map<string, Facts>>;
  points?: { facts: Facts; entries: Map<string, Facts>; missed: string[] };
  score?: { facts: Facts; parts: Map<string, Facts> };
  /** By tier and gate. */
  gates: Map<string, Facts>;
  probation?: { facts: Facts; exits: Map<string, Facts> };
  standing?: Facts;
  notices: Map<string, Facts>;
  memory: Memory;
}

/** Whether a metric is paused: nobody is judged by it, no notice of it stands, and nobody rises past what it would allow. */
const rests = ({ paused }: MetricYaml, run_date: string): boolean => paused !== undefined && paused.from <= run_date;

/** Bounds of the tiers but the last, as a seller is judged who holds a tier, or none: then as of the standard. */
function limitsOf({ tiers, standard }: ProgrammeYaml, yaml: MetricYaml, held: number): Limit[] {
  const from = held < 0 ? tiers.findIndex(({ key }) => key === standard) : held;
  return tiers.slice(0, -1).map(({ key }, at) => limitOf(yaml.tiers[key]!, at >= from));
}

/** The counts of a metric, from the orders that are listed. */
function countsOf(orders: readonly ToldOrder[]) {
  const of = (outcome: string): number => sum(orders, (one) => (one.outcome === outcome ? one.counts_for : 0));
  const asMet = sum(orders, (one) => (one.outcome === 'forgiven' && one.counts_as_met ? one.counts_for : 0));
  const counts = { met: of('met'), fault: of('fault'), forgiven: of('forgiven') };
  return { ...counts, excluded: of('excluded'), pending: of('pending'), counted: counts.met + counts.fault + asMet };
}

/** The days of a metric's window, which ends once outcomes are final: usual, longer where few are counted, or as long as it takes. */
function windowOf(yaml: MetricYaml, told: ToldMetric): number {
  const within = (days: number): number =>
    sum(told.days, ({ day, counted }) => (day > plus(told.to, -days) && day <= told.to ? counted : 0));
  const { window_days, low_volume, stretch } = yaml;
  if (low_volume) return within(window_days) < low_volume.fewer_than ? low_volume.window_days : window_days;
  if (!stretch || within(window_days) >= stretch.until) return window_days;
  for (let days = window_days; days < stretch.at_most_days; days++) if (within(days) >= stretch.until) return days;
  return stretch.at_most_days;
}

export interface JudgedMetric {
  facts: Facts;
  reliefs: Map<string, Facts>;
  because: string;
  counted: number;
  fault: number;
  /** From 0, the best; null where it is not judged. */
  rank: number | null;
  /** Of one that is paused: what it would allow, and whether the standard would be met. */
  resting: number | null;
  would_meet: boolean;
}

interface AskedOf {
  orders: number;
  run_date: string;
  home_region: string | null;
  held: number;
  beside: Beside;
}

/** Why a metric has its verdict. */
function becauseOf(
  programme: ProgrammeYaml,
  yaml: MetricYaml,
  of: { orders: number; run_date: string; counted: number; fault: number; buyers: number; days: number; standard: Limit },
): string {
  const floors = { counted: 0, faults: 0, buyers: 0, days: 0, ...yaml.at_least };
  if (rests(yaml, of.run_date)) return 'paused';
  if (of.orders < programme.assessable.orders) return 'few_orders';
  if (of.counted === 0) return 'nothing_final';
  if (of.counted < floors.counted) return 'few_counted';
  if (of.fault < floors.faults || meets(of.fault, of.counted, of.standard)) return 'within';
  if (of.buyers < floors.buyers) return 'few_buyers';
  return of.days < floors.days ? 'few_days' : 'above';
}

function judgeMetric(programme: ProgrammeYaml, told: ToldMetric, asked: AskedOf): JudgedMetric {
  const none = { reliefs: new Map(), because: 'no_source', counted: 0, fault: 0, rank: null, resting: null, would_meet: false };
  if (told.verdict === 'not_measured') return { facts: { verdict: 'not_measured', because: 'no_source' }, ...none };
  const { orders, run_date, home_region, beside } = asked;
  const yaml = programme.metrics[told.metric]!;
  const { where } = yaml;
  const own = where ? told.orders.filter((one) => isOf(one, home_region, where, beside)) : told.orders;
  const judgedOrders = eased(yaml, yaml.of ?? told.metric, own, beside);
  const counts = countsOf(judgedOrders);
  const { counted, fault } = counts;
  const floors = { counted: 0, faults: 0, buyers: 0, days: 0, ...yaml.at_least };
  const to = plus(run_date, -told.rule.maturation_days);
  const window = windowOf(yaml, { ...told, to });
  const days = new Set(judgedOrders.filter(({ outcome }) => outcome === 'fault').map(({ cohort_day }) => cohort_day)).size;
  const buyers = told.fault_buyers ?? 0;
  const few = fault < floors.faults || buyers < floors.buyers || days < floors.days;
  const limits = limitsOf(programme, yaml, asked.held);
  const standard = limits[programme.tiers.findIndex(({ key }) => key === programme.standard)]!;
  const because = becauseOf(programme, yaml, { orders, run_date, counted, fault, buyers, days, standard });
  const judged = !['paused', 'few_orders', 'nothing_final', 'few_counted'].includes(because);
  const best = limits.findIndex((limit) => few || meets(fault, counted, limit));
  const alert = yaml.alert && limitOf(yaml.alert);
  const facts = {
    ...{ ...counts, window_days: window, from: plus(to, 1 - window), to, because },
    verdict: !judged ? 'not_assessable' : because === 'above' ? 'missed' : 'met',
    at_most: standard.ppm / 1e6,
    allowed: allowedOf(counted, standard, floors),
    accountable_rate: counted === 0 ? null : fault / counted,
    fault_days: floors.days > 0 ? days : null,
    alert_at_most: alert ? alert.ppm / 1e6 : null,
    alert_exceeded: alert && judged ? !few && !meets(fault, counted, alert) : null,
  };
  const allowed = best < 0 ? limits.length : best;
  const rested = because === 'paused' && counted >= Math.max(1, floors.counted);
  return {
    ...{ facts, because, counted, fault, rank: judged ? allowed : null, resting: rested ? allowed : null },
    would_meet: rested && orders >= programme.assessable.orders && (few || meets(fault, counted, standard)),
    reliefs: new Map(
      judgedOrders.map(({ subject_id, outcome, reason, folded_into, peak }) => [
        subject_id,
        { outcome, reason, folded_into, peak },
      ]),
    ),
  };
}

/** What bounds propose: the worst that a metric allows, and no better than points and gates. */
function proposedOf(
  programme: ProgrammeYaml,
  judged: readonly JudgedMetric[],
  { orders, cap, score, opened }: { orders: number; cap: string | null; score: string | null; opened: number },
) {
  const none = (tier: string, tier_because: string) => ({ tier, tier_because, next_tier: null });
  if (judged.every(({ because }) => because === 'no_source')) return none('not_measured', 'nothing_measured');
  if (orders < programme.assessable.orders) return none('not_assessable', 'few_orders');
  const ranks = judged.flatMap(({ rank }) => rank ?? []);
  if (ranks.length === 0) return none('not_assessable', 'nothing_final');
  const rankOf = (tier: string | null): number => programme.tiers.findIndex(({ key }) => key === tier);
  const most = Math.max(rankOf(cap), rankOf(score), opened);
  const rank = Math.max(...ranks, most);
  const tier_because = ((): string => {
    if (rank === 0) return 'meets_all';
    if (most <= Math.max(...ranks)) return 'held_back';
    if (rankOf(cap) === most) return 'points';
    return rankOf(score) === most ? 'score' : 'gate';
  })();
  return { tier: programme.tiers[rank]!.key, tier_because, next_tier: programme.tiers[rank - 1]?.key ?? null };
}

function lastEvaluationDay(every: string | number, run_date: string): string {
  let day = run_date;
  while (!isOn(every, day)) day = plus(day, -1);
  return day;
}

/** Faults and counted of days, the worst day's faults left out of both; of several days as bad the latest is the worst. */
function withoutWorst(days: readonly Day[]) {
  const counted = sum(days, (one) => one.counted);
  const fault = sum(days, (one) => one.fault);
  const bad = days.filter((one) => one.fault > 0).sort((a, b) => b.fault - a.fault || b.day.localeCompare(a.day));
  const worst = bad[0]?.fault ?? 0;
  return {
    counted,
    fault,
    days: bad.length,
    worst_day: bad[0]?.day ?? null,
    worst,
    fault_left: fault - worst,
    counted_left: counted - worst,
  };
}

interface Court {
  programme: ProgrammeYaml;
  evaluation: EvaluationYaml;
  run_date: string;
  due: boolean;
  /** The rank from which the seller is judged. */
  rank: number;
}

/** One metric tonight: what is more than luck, what stands of a notice, and what an evaluation says. */
function noticeOf(court: Court, told: ToldMetric, judged: JudgedMetric, before: Notice | null): { facts: Facts; notice: Notice } {
  const { programme, evaluation, run_date, due, rank } = court;
  const { notice: term, effect, to_a_person: person } = evaluation;
  const yaml = programme.metrics[told.metric]!;
  const floors = { counted: 0, faults: 0, ...yaml.at_least };
  const limits = limitsOf(programme, yaml, rank);
  const bound = limits[rank];
  const mature = told.rule.maturation_days;
  const closes = plus(run_date, -mature);
  const within = (length: number, after: string | null) =>
    told.days.filter(({ day }) => day <= closes && day > plus(closes, -length) && day > (after ?? ''));

  const seen = withoutWorst(within(yaml.window_days, before?.counts_after ?? null));
  const beyond = bound ? fewestBeyond(seen.counted_left, bound.ppm / 1e6, term.luck_below) : null;
  const isJudged = judged.because === 'within' || judged.because === 'above';
  const isBeyond =
    isJudged &&
    beyond !== null &&
    seen.fault_left >= Math.max(beyond, term.faults) &&
    seen.days >= term.days &&
    seen.fault >= floors.faults;

  // A notice about a tier that is lost by now has nothing left to settle.
  const of = programme.tiers.findIndex(({ key }) => key === before?.notice_tier);
  const standing = before?.notice_on && of >= rank && !rests(yaml, run_date) ? before : null;
  const fresh = withoutWorst(standing ? within(effect.fresh_days, standing.notice_on) : []);
  const settledFrom = standing && plus(standing.notice_on!, effect.fresh_days + mature);
  const lapsesAfter = standing && plus(standing.notice_on!, effect.within_days + mature);

  const verdict = ((): string => {
    if (judged.because === 'no_source') return 'not_measured';
    if (standing) {
      if (run_date < settledFrom!) return 'notice';
      const enough = fresh.counted >= Math.max(1, floors.counted);
      const above =
        fresh.fault >= floors.faults && fresh.fault_left * 1e6 > Math.round(standing.notice_at_most! * 1e6) * fresh.counted_left;
      if (enough && above && fresh.fault_left >= effect.faults) return 'confirmed';
      if (run_date <= lapsesAfter! && (above || !enough)) return 'notice';
    }
    if (judged.because === 'few_buyers' || judged.because === 'few_days') return 'met';
    if (!isJudged) return 'not_assessable';
    if (isBeyond && !standing) return 'notice';
    return judged.fault >= floors.faults && !meets(judged.fault, judged.counted, bound ?? limits.at(-1)!) ? 'watch' : 'met';
  })();

  const begins = due && verdict === 'notice' && !standing;
  const ends = due && standing !== null && verdict !== 'notice' && (verdict !== 'not_measured' || run_date > lapsesAfter!);
  const now = begins
    ? { notice_on: run_date, notice_tier: programme.tiers[rank]!.key, notice_at_most: bound!.ppm / 1e6 }
    : standing && !ends
      ? { notice_on: standing.notice_on, notice_tier: standing.notice_tier, notice_at_most: standing.notice_at_most }
      : { notice_on: null, notice_tier: null, notice_at_most: null };
  const allowed = (counted: number): number =>
    Math.max(effect.faults - 1, Math.floor((Math.round(now.notice_at_most! * 1e6) * counted) / 1e6));
  const fresh_allowed = ((): number | null => {
    if (now.notice_on === null) return null;
    if (begins) return allowed(Math.round((seen.counted * effect.fresh_days) / yaml.window_days));
    return run_date < settledFrom! ? standing!.fresh_allowed : allowed(fresh.counted_left);
  })();
  const notice = { ...now, fresh_allowed, counts_after: ends ? closes : (before?.counts_after ?? null) };
  const shown = ends || now.notice_on !== null;
  const facts = {
    ...{ held_tier: programme.tiers[rank]!.key, at_most: bound ? bound.ppm / 1e6 : null, verdict },
    ...{
      counted: seen.counted,
      fault: seen.fault,
      fault_days: seen.days,
      worst_day: seen.worst_day,
      worst_day_fault: seen.worst,
    },
    ...{ fault_left: seen.fault_left, counted_left: seen.counted_left, beyond_luck: beyond, is_beyond_luck: isBeyond },
    to_a_person:
      isBeyond &&
      seen.fault_left >= person.faults &&
      rarerThan(seen.fault_left, seen.counted_left, (bound!.ppm / 1e6) * person.times_the_bound, term.luck_below),
    ...notice,
    fresh_until: now.notice_on && plus(now.notice_on, effect.fresh_days),
    settled_from: now.notice_on && plus(now.notice_on, effect.fresh_days + mature),
    lapses_after: now.notice_on && plus(now.notice_on, effect.within_days + mature),
    ...{ fresh_counted: shown ? fresh.counted : null, fresh_fault: shown ? fresh.fault : null },
    fresh_left: shown ? fresh.fault_left : null,
  };
  return { facts, notice };
}

/** What was held before tonight's evaluation: what persons approved, departed from or gave back takes effect first. */
function heldTonight(
  programme: ProgrammeYaml,
  held: Held | null,
  decisions: readonly ToldDecision[],
  run_date: string,
): Held | null {
  if (!held) return null;
  const rankOf = (tier: string): number => programme.tiers.findIndex(({ key }) => key === tier);
  const rank = rankOf(held.official_tier);
  const undone = decisions.filter((one) => one.given_back_on === run_date);
  const losses = undone.filter((one) => rankOf(one.tier_after) > rankOf(one.tier_before));
  const best = Math.min(...losses.map((one) => rankOf(one.tier_before)));
  const steps = sum(losses, (one) => rankOf(one.tier_after) - rankOf(one.tier_before));
  const rises = undone.filter((one) => rankOf(one.tier_after) < rankOf(one.tier_before) && rankOf(one.tier_after) === rank);
  const back =
    rank > best
      ? Math.max(best, rank - steps)
      : rises.length > 0
        ? Math.min(...rises.map((one) => rankOf(one.tier_before)))
        : rank;
  const since =
    undone
      .filter((one) => rankOf(one.tier_before) === back)
      .map((one) => one.since_before)
      .sort()[0] ?? run_date;
  const after =
    back === rank
      ? held
      : { ...held, official_tier: programme.tiers[back]!.key, since, because: 'given_back', because_metric: null };
  const approved = decisions.find(
    (one) => one.effective_on === run_date && one.evaluated_on < run_date && one.tier_before === after.official_tier,
  );
  if (!approved) return after;
  const { tier_after, because, because_metric } = approved;
  return { ...after, official_tier: tier_after, since: run_date, because, because_metric };
}

/**
 * Whether tonight decides: an evaluation day has come since the last evaluation, of this seller or of the night before, and it is held, which
 * only all sellers together can say.
 */
function isDue(evaluation: EvaluationYaml, told: Told, held: Held | null, isHeld: boolean): boolean {
  const last = held?.evaluated_on ?? told.previous?.run_id.slice(0, 10) ?? '';
  return isHeld && last < lastEvaluationDay(evaluation.every, told.run_date);
}

/** The best tier whose gates, and those of all below it, are met, from 0. */
const openedBy = ({ tiers }: ProgrammeYaml, gates: ReadonlyMap<string, { tier: string; met: boolean }>): number =>
  Math.max(0, ...[...gates.values()].map(({ tier, met }) => (met ? 0 : tiers.findIndex(({ key }) => key === tier) + 1)));

/** What is judged of a programme whatever is held: metrics, points, score, gates and probation, and the tier that they propose. */
function judgeAll(programme: ProgrammeYaml, told: Told, of: ToldProgramme, given: { held: number; beside: Beside }) {
  const { run_date, seller_id, home_region } = told;
  const orders = sum(of.placed, (one) => (one.day > plus(run_date, -programme.assessable.window_days) ? one.orders : 0));
  const asked = { orders, run_date, home_region, ...given };
  const judged = new Map(of.metrics.map((metric) => [metric.metric, judgeMetric(programme, metric, asked)]));
  const { taken = [], points, score, probation } = of;
  const gates = new Map(
    (of.gates ?? []).map((one) => [`${one.tier} ${one.gate}`, { tier: one.tier, ...gateOf(programme, one, taken, run_date) }]),
  );
  const stand = points && pointsOf(programme, orders, points.ledger, run_date);
  const found = score && scored(programme, seller_id, { judged, parts: score.parts });
  const [opened, cap] = [openedBy(programme, gates), (stand?.caps_at ?? null) as string | null];
  const bounds = proposedOf(programme, [...judged.values()], { orders, cap, score: found?.score.caps_at ?? null, opened });
  // One that ended on an earlier night has nothing left to be asked.
  const lasts = probation && (probation.state === 'in_probation' || probation.ended_on === run_date);
  const recomputed = {
    card: { orders, orders_needed: programme.assessable.orders, ...bounds },
    metrics: new Map([...judged].map(([metric, { facts }]) => [metric, facts])),
    reliefs: new Map([...judged].map(([metric, { reliefs }]) => [metric, reliefs])),
    gates: gates as Map<string, Facts>,
    ...(points && stand
      ? {
          points: {
            facts: stand,
            entries: new Map(points.ledger.map((one) => [one.entry_id, entryOf(programme, one, run_date)])),
            missed: missedTonight(programme, judged, run_date),
          },
        }
      : {}),
    ...(found
      ? {
          score: {
            facts: { ...found.score } as Facts,
            parts: new Map(found.parts.map((one) => [`${one.dimension} ${one.metric}`, { ...one } as Facts])),
          },
        }
      : {}),
    ...(lasts ? { probation: probationOf(programme, probation, { taken, run_date, judged }) } : {}),
  };
  return { judged, opened, tier: bounds.tier, recomputed };
}

/** One programme of one seller on one night, going on from what is remembered of the night before. */
export function recompute(programme: ProgrammeYaml, told: Told, memory: Memory, beside: Beside): Recomputed {
  const { run_date } = told;
  const of = told.programmes.find((one) => one.programme === programme.programme)!;
  const { evaluation } = programme;
  const rankOf = (key: string): number => programme.tiers.findIndex((one) => one.key === key);
  const held = evaluation ? heldTonight(programme, memory.held, of.standing!.decisions, run_date) : null;
  const heldRank = held ? rankOf(held.official_tier) : -1;
  const { judged, opened, tier, recomputed } = judgeAll(programme, told, of, { held: heldRank, beside });
  if (!evaluation) return { ...recomputed, notices: new Map(), memory };

  const isHeld = of.evaluation?.state !== 'provisional' && of.evaluation?.state !== 'not_held';
  const due = isDue(evaluation, told, held, isHeld);
  const standard = rankOf(programme.standard);
  // What a pause would hold back it holds back still.
  const proposed =
    rankOf(tier) < 0 ? -1 : Math.max(rankOf(tier), ...[...judged.values()].flatMap(({ resting }) => resting ?? []));
  const newcomer = proposed < 0 ? standard : Math.min(proposed, standard);
  const court = { programme, evaluation, run_date, due, rank: heldRank < 0 ? newcomer : heldRank };
  const said = of.metrics.map(
    (metric) =>
      [metric.metric, noticeOf(court, metric, judged.get(metric.metric)!, memory.notices.get(metric.metric) ?? null)] as const,
  );

  const confirmed = said
    .filter(([, { facts }]) => facts.verdict === 'confirmed')
    .map(([metric]) => metric)
    .sort()[0];
  const [why, rank] = ((): [string, number] => {
    if (heldRank < 0) return proposed < 0 ? ['not_assessable', -1] : ['first_evaluation', newcomer];
    if (confirmed !== undefined) return ['confirmed', Math.min(heldRank + 1, programme.tiers.length - 1)];
    if (opened > heldRank) return ['gate', heldRank + 1];
    return proposed >= 0 && proposed < heldRank ? ['improved', proposed] : ['kept', heldRank];
  })();
  const projected = programme.tiers[rank]?.key ?? 'not_assessable';
  const asks = evaluation.approval?.needed_for;
  const waits = heldRank >= 0 && ((asks !== undefined && rank > heldRank) || (asks === 'all_changes' && rank < heldRank));
  const none = {
    official_tier: 'not_evaluated',
    since: null,
    because: 'not_evaluated',
    because_metric: null,
    evaluated_on: null,
  };
  const decided: Held = waits
    ? { ...held!, because: 'kept', because_metric: null, evaluated_on: run_date }
    : {
        ...{ official_tier: projected, since: projected === held?.official_tier ? held.since : run_date, because: why },
        ...{ because_metric: why === 'confirmed' ? confirmed! : null, evaluated_on: run_date },
      };
  const now = due ? decided : (held ?? none);
  const { official_tier, since, because, because_metric, evaluated_on } = now;
  return {
    ...recomputed,
    standing: {
      ...{ official_tier, since, because, because_metric, evaluated_on, projected_tier: projected, projected_because: why },
      ...{ proposed_tier: tier, notices: said.filter(([, { notice }]) => notice.notice_on !== null).length },
      tier_before: due && held && official_tier !== held.official_tier ? held.official_tier : null,
    },
    notices: new Map(said.map(([metric, { facts }]) => [metric, facts])),
    memory: { held: now, notices: new Map(said.map(([metric, { notice }]) => [metric, notice])) },
  };
}

/** What a seller's explanation itself says was held and noticed before. */
export function memoryTold(programme: string, told: Told): Memory {
  const standing = told.programmes.find((one) => one.programme === programme)?.standing;
  return {
    held: standing?.before ?? null,
    notices: new Map((standing?.metrics ?? []).flatMap(({ metric, before }) => (before ? [[metric, before]] : []))),
  };
}
