/** What a programme asks beside its bounds: points, score, gates and probation, recomputed from policy and what is told. */
import type { TakenDay } from '../../contracts/explanation.js';
import type { FoundBenchmarks } from '../independent/benchmarks.js';
import { scoreOf } from '../independent/score.js';
import { daysFrom, isOn, type ProgrammeYaml, plus, sum } from './policy-files.js';
import type { Facts, JudgedMetric } from './reader.js';

export interface ToldEntry {
  kind: string;
  what: string;
  points: number;
  given_on: string;
  last_day: string;
  state: string;
}

/** Points that stand tonight, the milestone, and when fewer count. */
export function pointsOf(programme: ProgrammeYaml, orders: number, ledger: readonly ToldEntry[], run_date: string): Facts {
  const { rating, milestones } = programme.points!;
  const stand = ledger.filter(({ state, last_day }) => state !== 'withdrawn' && last_day >= run_date);
  const earned = rating?.earned ? Math.floor(orders / rating.earned.per_orders) * rating.earned.points : null;
  const rated = (points: number): number | null =>
    rating ? Math.max(0, Math.min(rating.at_most, rating.starts_at + (earned ?? 0) - points)) : null;
  const points = sum(stand, (one) => one.points);
  const first = stand
    .filter((one) => one.points > 0)
    .map(({ last_day }) => last_day)
    .sort()[0];
  const then = first === undefined ? null : sum(stand, (one) => (one.last_day > first ? one.points : 0));
  const isReached = ({ at }: { at: number }): boolean => (rating ? rated(points)! <= at : points >= at);
  const reached = milestones.filter(isReached);
  return {
    ...{ points, entries: stand.length, earned, rating: rated(points), milestone: reached.at(-1)?.at ?? null },
    next_milestone: milestones.find((one) => !isReached(one))?.at ?? null,
    caps_at: reached.flatMap(({ caps_at }) => caps_at ?? []).at(-1) ?? null,
    falls_on: first === undefined ? null : plus(first, 1),
    ...{ points_then: then, rating_then: then === null ? null : rated(then) },
  };
}

/** What policy says of an entry of points: how many, where it says so, until when, and whether it counts. */
export function entryOf({ points }: ProgrammeYaml, told: ToldEntry, run_date: string): Facts {
  const { missed_metrics = {}, violations, expire_after_days } = points!;
  const given = (told.kind === 'missed_metric' ? missed_metrics : (violations?.rules ?? {}))[told.what]?.points;
  const last = plus(told.given_on, expire_after_days.value - 1);
  const last_day = told.kind === 'violation' && told.last_day < last ? told.last_day : last;
  const state = told.state === 'withdrawn' ? 'withdrawn' : last_day < run_date ? 'expired' : 'stands';
  return { points: given ?? told.points, last_day, state };
}

/** Metrics whose misses give points tonight. */
export function missedTonight(
  { points, evaluation }: ProgrammeYaml,
  judged: ReadonlyMap<string, JudgedMetric>,
  run_date: string,
): string[] {
  const every = evaluation?.every ?? points?.looked_at?.every;
  if (every === undefined || !isOn(every, run_date)) return [];
  return Object.keys(points?.missed_metrics ?? {}).filter((metric) => judged.get(metric)?.facts.verdict === 'missed');
}

/** What other sellers of the category do is told, and taken so: a reader has no other seller's numbers. */
function frozenAsTold(programme: string, seller_id: string, parts: readonly Facts[]): FoundBenchmarks {
  const compared = parts.filter(({ category }) => category !== null && category !== undefined);
  const measured = compared.filter(({ benchmark_because: because }) => because === 'measured' || because === 'few_sellers');
  return {
    categories: compared.slice(0, 1).map(({ category }) => ({ programme, seller_id, category })),
    benchmarks: measured.map((one) => ({
      ...{ programme, metric: one.metric, category: one.category, because: one.benchmark_because, benchmark: one.benchmark },
      ...{ sellers: one.benchmark_sellers, sellers_needed: one.benchmark_sellers_needed },
      ...{ frozen_on: one.benchmark_on, holds_until: one.benchmark_until },
    })),
  } as unknown as FoundBenchmarks;
}

/** The score and its parts. */
export function scored(
  programme: ProgrammeYaml,
  seller_id: string,
  { judged, parts }: { judged: ReadonlyMap<string, JudgedMetric>; parts: readonly Facts[] },
) {
  const metrics = [...judged].map(([metric, { because, counted, fault }]) => ({
    ...{ seller_id, programme: programme.programme, metric, counted, fault },
    because: because as 'within',
  }));
  const score = { tiers: {}, ...programme.score };
  return scoreOf({ ...programme, score } as never, seller_id, metrics, frozenAsTold(programme.programme, seller_id, parts));
}

/** What the seller has of a gate, and whether that is enough. */
export function gateOf(
  { tiers }: ProgrammeYaml,
  told: { tier: string; gate: string; selling_since: string | null },
  taken: readonly TakenDay[],
  run_date: string,
): { value: number; needed: number; missing: number; met: boolean } {
  const asked = tiers.find(({ key }) => key === told.tier)!.asks![told.gate]!;
  const within = taken.filter(({ day }) => day > plus(run_date, -(asked.window_days ?? 0)) && day <= run_date);
  const value = ((): number => {
    if (told.gate === 'orders') return sum(within, ({ kept }) => kept);
    if (told.gate === 'sales') return sum(within, ({ currency, worth }) => (currency === asked.currency ? worth : 0));
    return told.selling_since === null ? 0 : Math.max(0, daysFrom(told.selling_since, run_date));
  })();
  const needed = asked.at_least * (told.gate === 'sales' ? 100 : 1);
  return { value, needed, missing: Math.max(0, needed - value), met: value >= needed };
}

export interface ToldProbation {
  since: string;
  state: string;
  ended_on: string | null;
}

/** Probation of who is new, and what there is of each way out, by place, ask and metric. */
export function probationOf(
  { probation }: ProgrammeYaml,
  { since }: ToldProbation,
  { taken, run_date, judged }: { taken: readonly TakenDay[]; run_date: string; judged: ReadonlyMap<string, JudgedMetric> },
): { facts: Facts; exits: Map<string, Facts> } {
  const own = taken.filter(({ day }) => day >= since && day <= run_date);
  const exits = new Map<string, Facts>();
  const open = probation!.exits.filter(({ orders, days, metrics = [] }, nth) => {
    const mets: boolean[] = [];
    const ask = (what: string, facts: { value: number | null; needed: number | null; met: boolean }): void => {
      exits.set(`${nth + 1} ${what}`, facts);
      mets.push(facts.met);
    };
    if (orders) {
      const first = orders.window_days === undefined ? since : plus(run_date, 1 - orders.window_days);
      const value = sum(own, ({ day, kept }) => (day >= first ? kept : 0));
      ask('orders', { value, needed: orders.at_least, met: value >= orders.at_least });
    }
    if (days) {
      const value = daysFrom(since, run_date);
      ask('days', { value, needed: days.at_least, met: value >= days.at_least });
    }
    for (const metric of metrics) {
      const one = judged.get(metric);
      const measured = one && one.because !== 'no_source';
      ask(`metric ${metric}`, {
        value: measured ? one.fault : null,
        needed: measured ? (one.facts.allowed as number) : null,
        met: one?.facts.verdict === 'met' || one?.would_meet === true,
      });
    }
    return mets.every((met) => met);
  });
  const byDay = [...Map.groupBy(own, ({ day }) => day)].map(([day, some]) => ({ day, orders: sum(some, (one) => one.orders) }));
  const at_most = probation!.orders_a_day.at_most;
  const exit = open[0]?.name ?? null;
  return {
    exits,
    facts: {
      ...{ state: exit === null ? 'in_probation' : 'ended', exit, ended_on: exit === null ? null : run_date },
      ...{ orders_a_day_at_most: at_most, orders_today: byDay.find(({ day }) => day === run_date)?.orders ?? 0 },
      most_orders_a_day: Math.max(0, ...byDay.map(({ orders }) => orders)),
      days_above: byDay.filter(({ orders }) => orders > at_most).length,
    },
  };
}
