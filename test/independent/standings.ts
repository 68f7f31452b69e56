/**
 * A second opinion on standings, written from the words of the programme: what an evaluation says of every metric and seller, day by
 * day, with an arithmetic of its own for what luck explains.
 */
import type { Programme } from '../../policies/policy.js';
import { evaluationOf } from './breaker.js';
import { type Appeal, type Board, boardOf, type PersonsDecision, recordsOf } from './decision-records.js';
import { type Gate, lacking } from './gates.js';

/** What one night knows: days of sellers, what the scorecards say of them, and which metrics have a source. */
export interface StandingsNight {
  /** YYYY-MM-DD, as all days here. */
  run_date: string;
  programmes: readonly Programme[];
  /** Days until a metric's outcomes are final. */
  maturation: Readonly<Record<string, number>>;
  measured: (metric: string) => boolean;
  days: readonly SellerDay[];
  metrics: readonly { seller_id: string; programme: string; metric: string; because: string; counted: number; fault: number }[];
  scorecards: readonly { seller_id: string; programme: string; tier: string }[];
  /** What tiers ask for beside their bounds, and what sellers have of it. */
  gates?: readonly Gate[];
  /** What persons had decided by tonight, each the newest version. */
  decisions?: readonly PersonsDecision[];
  appeals?: readonly Appeal[];
  /** Of what programmes are judged by, the landed data that tonight lacks. */
  silent?: readonly { programme: string; dataset: string; region: string }[];
}

export interface SellerDay {
  seller_id: string;
  region: string;
  metric: string;
  cohort_day: string;
  counted: number;
  fault: number;
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
/** What a published run leaves for the next one. */
export interface Standings {
  metric_standings: Row[];
  standings: Row[];
  decision_records: Row[];
  evaluations: Row[];
}

const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const isEvaluationDay = (every: string | number, day: string): boolean =>
  typeof every === 'number' ? Number(day.slice(8)) === every : NAMES[new Date(day).getUTCDay()] === every;

/** From a day on, that day included, by steps of a day, to an evaluation day. */
function evaluationDayFrom(every: string | number, day: string, step: 1 | -1): string {
  let found = day;
  while (!isEvaluationDay(every, found)) found = plus(found, step);
  return found;
}

/** ln(n!), as far as it was asked for. */
const logFactorials = [0];
function logFactorial(n: number): number {
  while (logFactorials.length <= n) logFactorials.push(logFactorials.at(-1)! + Math.log(logFactorials.length));
  return logFactorials[n]!;
}

/** How often so many of n, or more, are at fault at a rate: its terms by factorials, from the first on until they vanish. */
export function chanceOfAtLeast(faults: number, n: number, rate: number): number {
  if (faults <= 0) return 1;
  if (faults > n || rate <= 0) return 0;
  if (rate >= 1) return 1;
  const term = (k: number): number =>
    Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(rate) + (n - k) * Math.log1p(-rate));
  // Summed from whichever end is the small one.
  const above = faults > n * rate;
  let sum = 0;
  for (let k = above ? faults : faults - 1; above ? k <= n : k >= 0; k += above ? 1 : -1) {
    const one = term(k);
    sum += one;
    if (one < sum * 1e-18) break;
  }
  return above ? sum : 1 - sum;
}

/** Rarer, and not just as rare but for the last digits of a double. */
const isRarer = (found: number, chance: number): boolean => chance - found > chance * 1e-9;

/** Beyond so many faults the exact table ends. */
const TABLE = 60;

/** Of how many so many faults are still rarer than a chance, at most. */
function rareUpTo(faults: number, rate: number, chance: number): number {
  if (rate <= 0) return Number.POSITIVE_INFINITY;
  let n = faults - 1;
  for (let step = 2 ** 30; step >= 1; step /= 2) {
    // why 10: at a mean of ten times as many, so many faults are all but certain.
    if ((n + step) * rate < 10 * faults + 10 && isRarer(chanceOfAtLeast(faults, n + step, rate), chance)) n += step;
  }
  return n;
}

const remembered = new Map<string, number>();
function once(what: string, find: () => number): number {
  const known = remembered.get(what) ?? find();
  remembered.set(what, known);
  return known;
}
const rareUpToOnce = (faults: number, rate: number, chance: number): number =>
  once(`most ${faults} ${rate} ${chance}`, () => rareUpTo(faults, rate, chance));

/** The fewest faults rarer than a chance; beyond the table as many deviations above the mean as its last row is. */
export function fewestBeyondLuck(n: number, rate: number, chance: number): number {
  return once(`fewest ${n} ${rate} ${chance}`, () => {
    for (let k = 1; k <= TABLE; k++) if (isRarer(chanceOfAtLeast(k, n, rate), chance)) return k;
    const last = rareUpTo(TABLE, rate, chance);
    return Math.ceil(n * rate + (TABLE - last * rate) * Math.sqrt(n / last));
  });
}

/** Whether faults are rarer than a chance: by themselves, or beyond the table as its last row at the same rate. */
function rarer(faults: number, n: number, rate: number, chance: number): boolean {
  if (faults < 1) return false;
  const k = Math.min(faults, TABLE);
  return n * k <= rareUpToOnce(k, rate, chance) * faults;
}

interface Tally {
  counted: number;
  fault: number;
  days: number;
  worst: { day: string; fault: number } | null;
}

/** Days added up, with the one that has most faults, of several the latest. */
function tally(days: readonly { cohort_day: string; counted: number; fault: number }[]): Tally {
  const all: Tally = { counted: 0, fault: 0, days: 0, worst: null };
  for (const { cohort_day, counted, fault } of [...days].sort((a, b) => (a.cohort_day < b.cohort_day ? -1 : 1))) {
    all.counted += counted;
    all.fault += fault;
    if (fault === 0) continue;
    all.days++;
    if (!all.worst || fault >= all.worst.fault) all.worst = { day: cohort_day, fault };
  }
  return all;
}

/** Without the worst day's faults, of both. */
const left = ({ counted, fault, worst }: Tally) => ({
  counted: counted - (worst?.fault ?? 0),
  fault: fault - (worst?.fault ?? 0),
});

/** The same seller's days in several regions of a programme are one day. */
function byDay(days: readonly SellerDay[]): { cohort_day: string; counted: number; fault: number }[] {
  const found = new Map<string, { cohort_day: string; counted: number; fault: number }>();
  for (const { cohort_day, counted, fault } of days) {
    const before = found.get(cohort_day) ?? { cohort_day, counted: 0, fault: 0 };
    found.set(cohort_day, { cohort_day, counted: before.counted + counted, fault: before.fault + fault });
  }
  return [...found.values()];
}

const ppm = (share: number): number => Math.round(share * 1e6);
const keyOf = (...parts: readonly unknown[]): string => parts.join('\n');
const byKey = (rows: readonly Row[], ...columns: string[]): Map<string, Row> =>
  new Map(rows.map((row) => [keyOf(...columns.map((column) => row[column])), row]));

/** The programme tonight: whether it is decided, and what it remembers. */
export interface Court {
  night: StandingsNight;
  programme: Programme & { evaluation: NonNullable<Programme['evaluation']> };
  /** Whether the newest evaluation day is still to be decided. */
  due: boolean;
  due_on: string;
  /** When the last evaluation was. */
  evaluated: string | null;
  /** As tonight finds it, once persons have decided. */
  held: Map<string, Row>;
  board: Board;
  proposed: Map<string, string>;
  said: Map<string, Row>;
  days: Map<string, SellerDay[]>;
}

const rankOf = ({ programme }: Court, tier: Cell | undefined): number => programme.tiers.findIndex(({ key }) => key === tier);
const standardOf = (court: Court): number => rankOf(court, court.programme.standard);

/** The tier from which a seller is judged: what is held; a newcomer's is what is proposed, but at least the standard. */
function heldRank(court: Court, seller_id: string): number {
  const held = rankOf(court, court.held.get(seller_id)?.official_tier);
  if (held >= 0) return held;
  const proposed = proposedRank(court, seller_id);
  return proposed >= 0 ? Math.min(proposed, standardOf(court)) : standardOf(court);
}

interface Asked {
  seller_id: string;
  metric: string;
  because: string;
  window: { counted: number; fault: number };
}

/** The metric that an entry of the programme asks for: that of its key, unless it names another. */
function askedFor({ programme }: Court, key: string): string {
  const entry = programme.metrics.find(({ metric }) => metric === key)!;
  return entry.of === undefined ? key : entry.of;
}

/** What its days are counted by: an entry of some orders has days of its own. */
const countedFor = (court: Court, key: string): string =>
  court.programme.metrics.some(({ metric, where }) => metric === key && where) ? key : askedFor(court, key);

/** A notice as it stands before tonight. */
interface Notice {
  on: string;
  tier: string;
  ppm: number;
  allowed: number;
}

type Verdict = 'not_measured' | 'not_assessable' | 'met' | 'watch' | 'notice' | 'confirmed';

/** What the fresh days say of a notice; undefined where it is over. */
function ofNotice(court: Court, asked: Asked, notice: Notice, fresh: Tally): Verdict | undefined {
  const { effect } = court.programme.evaluation;
  const { run_date } = court.night;
  const floor = court.programme.metrics.find((m) => m.metric === asked.metric)!.at_least;
  const mature = court.night.maturation[askedFor(court, asked.metric)]!;
  if (run_date < plus(notice.on, mature + effect.fresh_days)) return 'notice';
  const rest = left(fresh);
  const enough = fresh.counted >= Math.max(1, floor.counted);
  const above = fresh.fault >= floor.faults && rest.fault * 1_000_000 > notice.ppm * rest.counted;
  if (enough && above && rest.fault >= effect.faults) return 'confirmed';
  const over = run_date > plus(notice.on, mature + effect.within_days) || (enough && !above);
  return over ? undefined : 'notice';
}

/** The notice that stood before tonight; one about a tier that is lost already is none. */
function noticeOf(court: Court, before: Row | undefined, rank: number): Notice | null {
  if (before?.notice_on == null || rankOf(court, before.notice_tier) < rank) return null;
  return {
    ...{ on: String(before.notice_on), tier: String(before.notice_tier) },
    ...{ ppm: ppm(Number(before.notice_at_most)), allowed: Number(before.fresh_allowed) },
  };
}

/** Tonight's verdict; `bound` is that held, or of the last tier the one above it. */
function verdictOf(
  court: Court,
  asked: Asked,
  { notice, fresh, more, bound }: { notice: Notice | null; fresh: Tally; more: boolean; bound: number },
): Verdict {
  const floor = court.programme.metrics.find((m) => m.metric === asked.metric)!.at_least;
  if (asked.because === 'no_source') return 'not_measured';
  const standing = notice && ofNotice(court, asked, notice, fresh);
  if (standing) return standing;
  // Faults of too few buyers, or on too few days, meet every bound.
  if (asked.because === 'few_buyers' || asked.because === 'few_days') return 'met';
  if (asked.because !== 'within' && asked.because !== 'above') return 'not_assessable';
  if (more && !notice) return 'notice';
  const watched = asked.window.fault >= floor.faults && asked.window.fault * 1_000_000 > bound * asked.window.counted;
  return watched ? 'watch' : 'met';
}

/** How rare it is, of what is more than luck. */
function rarityOf({ programme }: Court, rest: { counted: number; fault: number }, bound: number) {
  const { notice, to_a_person } = programme.evaluation;
  const good = (years: number): boolean => rarer(rest.fault, rest.counted, bound * 0.4, 1 / (12 * years));
  return {
    once_in_years: [100, 40, 10, 5, 1].find(good) ?? null,
    to_a_person:
      rest.fault >= to_a_person.faults && rarer(rest.fault, rest.counted, bound * to_a_person.times_the_bound, notice.luck_below),
  };
}

function metricStanding(court: Court, asked: Asked): Row {
  const { night, programme, due } = court;
  const { run_date } = night;
  const { notice: term, effect } = programme.evaluation;
  const judged = programme.metrics.find((m) => m.metric === asked.metric)!;
  const mature = night.maturation[askedFor(court, asked.metric)]!;
  const before = court.said.get(keyOf(asked.seller_id, asked.metric));
  const rank = heldRank(court, asked.seller_id);
  // What rests gives no notice, and what it gave notice of is forgotten.
  const rests = judged.paused !== undefined && judged.paused.from <= run_date;
  const bounded = programme.tiers.slice(0, -1).map(({ key }) => judged.tiers[key]!);
  // Who holds a tier keeps it by another bound than whoever wants to get there.
  const holding = bounded[rank]?.keep ?? bounded[rank];
  const bound = holding ? ppm(holding.at_most) : null;

  const closes = plus(run_date, -mature);
  const all = byDay(court.days.get(keyOf(asked.seller_id, countedFor(court, asked.metric))) ?? []);
  const within = (days: number, after: Cell) =>
    all.filter((d) => d.cohort_day <= closes && d.cohort_day > plus(closes, -days) && d.cohort_day > String(after ?? ''));
  const seen = tally(within(judged.window_days, before?.counts_after ?? null));
  const rest = left(seen);

  const notice = rests ? null : noticeOf(court, before, rank);
  const fresh = tally(notice ? within(effect.fresh_days, notice.on) : []);

  const beyond = bound === null ? null : fewestBeyondLuck(rest.counted, bound / 1e6, term.luck_below);
  const assessable = asked.because === 'within' || asked.because === 'above';
  const more =
    assessable &&
    beyond !== null &&
    rest.fault >= Math.max(beyond, term.faults) &&
    seen.days >= term.days &&
    seen.fault >= judged.at_least.faults;

  const verdict = verdictOf(court, asked, { notice, fresh, more, bound: bound ?? ppm(bounded.at(-1)!.at_most) });

  const begins = due && verdict === 'notice' && !notice;
  const lapsed = notice !== null && run_date > plus(notice.on, mature + effect.within_days);
  const ends = due && notice !== null && verdict !== 'notice' && (verdict !== 'not_measured' || lapsed);
  const now = begins ? { on: run_date, tier: programme.tiers[rank]!.key, ppm: bound! } : ends ? null : notice;
  const allowedOf = (volume: number): number => Math.max(effect.faults - 1, Math.floor(((now?.ppm ?? 0) / 1e6) * volume + 1e-9));
  const allowed = ((): number | null => {
    if (!now) return null;
    if (begins) return allowedOf(Math.round((seen.counted * effect.fresh_days) / judged.window_days));
    return run_date < plus(now.on, mature + effect.fresh_days) ? notice!.allowed : allowedOf(left(fresh).counted);
  })();
  const shown = now ?? (ends ? notice : null);
  return {
    ...{ seller_id: asked.seller_id, programme: programme.programme, metric: asked.metric },
    ...{ held_tier: programme.tiers[rank]!.key, at_most: bound === null ? null : bound / 1e6, verdict },
    official_verdict: due ? verdict : (before?.official_verdict ?? null),
    ...{ counted: seen.counted, fault: seen.fault, fault_days: seen.days },
    ...{ worst_day: seen.worst?.day ?? null, worst_day_fault: seen.worst?.fault ?? 0 },
    ...{ fault_left: rest.fault, counted_left: rest.counted, beyond_luck: beyond, is_beyond_luck: more },
    ...(more ? rarityOf(court, rest, bound! / 1e6) : { once_in_years: null, to_a_person: false }),
    ...{ notice_on: now?.on ?? null, notice_tier: now?.tier ?? null, notice_at_most: now ? now.ppm / 1e6 : null },
    fresh_until: now && plus(now.on, effect.fresh_days),
    settled_from: now && plus(now.on, effect.fresh_days + mature),
    lapses_after: now && plus(now.on, effect.within_days + mature),
    ...{ fresh_counted: shown && fresh.counted, fresh_fault: shown && fresh.fault, fresh_left: shown && left(fresh).fault },
    fresh_allowed: allowed,
    counts_after: ends ? closes : (before?.counts_after ?? null),
  };
}

/** The best tier that metrics which rest would allow, were they asked: a pause gives nobody a better one. */
function restingRank({ night, programme }: Court, seller_id: string): number {
  const ranks = night.metrics.flatMap((one) => {
    if (one.seller_id !== seller_id || one.programme !== programme.programme || one.because !== 'paused') return [];
    const { tiers, at_least } = programme.metrics.find(({ metric }) => metric === one.metric)!;
    if (one.counted < Math.max(1, at_least.counted)) return [];
    const bounds = programme.tiers.slice(0, -1).map(({ key }) => ppm(tiers[key]!.at_most));
    const best = bounds.findIndex((bound) => one.fault < at_least.faults || one.fault * 1_000_000 <= bound * one.counted);
    return [best < 0 ? bounds.length : best];
  });
  return Math.max(-1, ...ranks);
}

/** The tier that is proposed, no better than what rests would allow; -1 of whom none is. */
function proposedRank(court: Court, seller_id: string): number {
  const proposed = rankOf(court, court.proposed.get(seller_id));
  return proposed < 0 ? proposed : Math.max(proposed, restingRank(court, seller_id));
}

function standing(court: Court, seller_id: string, metrics: readonly Row[]): Row {
  const { night, programme, due } = court;
  const before = court.held.get(seller_id);
  const held = rankOf(court, before?.official_tier);
  const proposed = proposedRank(court, seller_id);
  const confirmed = metrics
    .filter((row) => row.verdict === 'confirmed')
    .map((row) => String(row.metric))
    .sort()[0];
  const [because, rank] = ((): [string, number] => {
    if (held < 0) return proposed < 0 ? ['not_assessable', -1] : ['first_evaluation', Math.min(proposed, standardOf(court))];
    if (confirmed !== undefined) return ['confirmed', Math.min(held + 1, programme.tiers.length - 1)];
    if (lacking(night, seller_id, programme, programme.tiers[held]!.key)) return ['gate', held + 1];
    return proposed >= 0 && proposed < held ? ['improved', proposed] : ['kept', held];
  })();
  const projected = programme.tiers[rank]?.key ?? 'not_assessable';
  const tierBefore = before?.official_tier ?? null;
  // A change that a person must approve is proposed, and the tier kept.
  const asks = programme.evaluation.approval?.needed_for;
  const waits = due && held >= 0 && (rank > held ? asks !== undefined : rank < held && asks === 'all_changes');
  const official = waits ? tierBefore! : due ? projected : (tierBefore ?? 'not_evaluated');
  const evaluated = before?.evaluated_on ?? null;
  return {
    ...{ seller_id, programme: programme.programme, policy_version: programme.version, official_tier: official },
    since: official === tierBefore ? before!.since! : official === 'not_evaluated' ? null : night.run_date,
    because: waits ? 'kept' : due ? because : (before?.because ?? 'not_evaluated'),
    because_metric: due ? (because === 'confirmed' && !waits ? confirmed! : null) : (before?.because_metric ?? null),
    evaluated_on: due ? night.run_date : evaluated,
    due_on: due ? court.due_on : (before?.due_on ?? null),
    next_evaluation_on: evaluationDayFrom(programme.evaluation.every, plus(night.run_date, 1), 1),
    tier_before: due && before && official !== tierBefore ? tierBefore : null,
    ...{ projected_tier: projected, projected_because: because },
    proposed_tier: court.proposed.get(seller_id) ?? null,
    notices: metrics.filter((row) => row.notice_on !== null).length,
  };
}

function courtOf(night: StandingsNight, programme: Court['programme'], before: Standings | undefined): Court {
  const here = (rows: readonly Row[] = []) => rows.filter((row) => row.programme === programme.programme);
  const published = here(before?.standings);
  const evaluated = published.flatMap((row) => (row.evaluated_on === null ? [] : [String(row.evaluated_on)])).sort();
  const due_on = evaluationDayFrom(programme.evaluation.every, night.run_date, -1);
  const days = night.days.filter((day) => programme.regions.includes(day.region));
  const { held, board } = boardOf(night, programme, published, here(before?.decision_records));
  return {
    ...{
      night,
      programme,
      board,
      due_on,
      due: evaluated.length === 0 || evaluated.at(-1)! < due_on,
      evaluated: evaluated.at(-1) ?? null,
    },
    held: byKey(held, 'seller_id'),
    proposed: new Map(
      night.scorecards.filter((s) => s.programme === programme.programme).map(({ seller_id, tier }) => [seller_id, tier]),
    ),
    said: byKey(here(before?.metric_standings), 'seller_id', 'metric'),
    days: Map.groupBy(days, (day) => keyOf(day.seller_id, day.metric)),
  };
}

/** Who is judged tonight; a notice outlives a pause of the seller. */
function askedOf(court: Court): Asked[] {
  const { night, programme, said } = court;
  const asked = night.metrics
    .filter((m) => m.programme === programme.programme)
    .map(({ seller_id, metric, because, counted, fault }) => ({ seller_id, metric, because, window: { counted, fault } }));
  const here = new Set(asked.map(({ seller_id, metric }) => keyOf(seller_id, metric)));
  for (const [key, { seller_id, metric, notice_on }] of said) {
    if (notice_on === null || here.has(key)) continue;
    const because = night.measured(askedFor(court, String(metric))) ? 'few_orders' : 'no_source';
    asked.push({ seller_id: String(seller_id), metric: String(metric), because, window: { counted: 0, fault: 0 } });
  }
  return asked;
}

const sorted = (rows: readonly Row[], ...columns: string[]): Row[] => {
  const key = (row: Row) => keyOf(...columns.map((column) => row[column]));
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Where everybody stands, and what is said of every metric. */
function saidBy(court: Court): [standings: Row[], metrics: Row[]] {
  const rows = askedOf(court).map((asked) => metricStanding(court, asked));
  const bySeller = Map.groupBy(rows, (row) => String(row.seller_id));
  const everyone = new Set([...court.proposed.keys(), ...court.held.keys()]);
  return [[...everyone].map((seller_id) => standing(court, seller_id, bySeller.get(seller_id) ?? [])), rows];
}

/** What a night says, given what the last published one said. */
export function standingsOf(night: StandingsNight, before?: Standings): Standings {
  const found: Standings = { metric_standings: [], standings: [], decision_records: [], evaluations: [] };
  for (const programme of night.programmes) {
    if (!programme.evaluation) continue;
    const asked = courtOf(night, { ...programme, evaluation: programme.evaluation }, before);
    const [projected, verdicts] = saidBy({ ...asked, due: false });
    const evaluation = evaluationOf(asked, projected, verdicts, {
      last: before?.evaluations.find((row) => row.programme === programme.programme),
      next_evaluation_on: evaluationDayFrom(programme.evaluation.every, plus(night.run_date, 1), 1),
    });
    const court = { ...asked, due: evaluation.state === 'decided' };
    const [standings, rows] = saidBy(court);
    found.evaluations.push(evaluation);
    found.metric_standings.push(...rows);
    found.standings.push(...standings);
    found.decision_records.push(...recordsOf(court, standings, rows));
  }
  return {
    metric_standings: sorted(found.metric_standings, 'seller_id', 'programme', 'metric'),
    standings: sorted(found.standings, 'seller_id', 'programme'),
    decision_records: sorted(found.decision_records, 'status', 'seller_id', 'decision_id'),
    evaluations: sorted(found.evaluations, 'programme'),
  };
}
