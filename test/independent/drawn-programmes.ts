/**
 * Sellers drawn order by order under programmes with gates, bounds to keep a tier, entries, points and scores, each seller beside
 * itself with one order or violation changed; and what the product's SQL makes of them all on two evaluation days, and between.
 */
import { addDays } from '../../contracts/days.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { EvaluationYaml } from '../../policies/evaluation.js';
import type { Points } from '../../policies/points.js';
import type { Policies, Programme } from '../../policies/policy.js';
import type { Score } from '../../policies/score.js';
import { OUTCOME_CODES } from '../../sql/outcome-codes.js';
import type { SqlFiles } from '../../sql/render.js';
import { Evaluations, type Made } from '../../trial/evaluations.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { type Gate, openedBy } from './gates.js';
import type { JudgedOrder, Ledger, Verdict } from './judge.js';
import { capped } from './points.js';
import { sellers } from './seller-metrics.js';
import { day } from './time.js';

const why = 'drawn';
const TIERS = ['top', 'good', 'risky', 'below'];
const METRICS = ['late_dispatch', 'seller_cancellation'] as const;
const AGAIN = 'a_week_of_late_dispatch';
/** A Monday. */
export const FIRST = '2026-02-02';
/** Days of a seller up to the second evaluation. */
const DAYS = 45;
/** why these: after seven days a notice is to be settled, after three weeks it lapses. */
const LATER = [7, 14, 28];

/** What an order can be: in time, late, cancelled by its seller, or late and forgiven, left out of the rate or counted as met. */
const ORDERS = ['met', 'late', 'cancelled', 'left_out', 'as_met'] as const;
type Kind = (typeof ORDERS)[number];
const { met, fault, forgiven, excluded, forgiven_as_met } = OUTCOME_CODES;
const OUTCOMES: Record<Kind, Record<(typeof METRICS)[number], number>> = {
  met: { late_dispatch: met, seller_cancellation: met },
  late: { late_dispatch: fault, seller_cancellation: met },
  cancelled: { late_dispatch: excluded, seller_cancellation: fault },
  left_out: { late_dispatch: forgiven, seller_cancellation: met },
  as_met: { late_dispatch: forgiven_as_met, seller_cancellation: met },
};

type Day = Partial<Record<Kind, number>>;
type Violation = 'none' | 'active' | 'withdrawn';
export interface Seller {
  seller_id: string;
  days: readonly Day[];
  violation: Violation;
}

/** One seller as it is and one as it would be, of whom the second has what is worse. */
export interface Pair {
  promise: string;
  better: string;
  worse: string;
  /** The second has an order more, which is a good one for every other metric and for what tiers ask for: the metric alone is asked. */
  of_one_metric: boolean;
}

const score = (metrics: readonly string[], draw: Draw, tiers: Score['tiers']): Score => {
  const curve = (): [number, number][] => {
    const falls = [5, draw.one([4, 3, 5]), draw.one([2, 1, 0]), 0].sort((a, b) => b - a);
    return [0, draw.one([0.01, 0.05]), draw.one([0.1, 0.2]), 0.5].map((rate, at) => [rate, falls[at]!]);
  };
  const decides = draw.one(['weighted', 'worst_dimension'] as const);
  const [first, ...others] = metrics;
  const part = (nth: number, of: readonly string[]) => ({
    ...{ key: `part_${nth}`, title: `Part ${nth}`, why, ...(decides === 'weighted' ? { weight: draw.whole(1, 4) } : {}) },
    metrics: Object.fromEntries(of.map((metric) => [metric, { weight: draw.whole(1, 3), curve: curve(), why }])),
  });
  return {
    ...{ title: 'Drawn', why, out_of: 5, decides, needs: { metrics: draw.whole(1, 2), why }, tiers },
    dimensions: [part(0, [first!]), part(1, others)],
  };
};

/** `weekly` decides by evaluations, with bounds to keep a tier; `nightly` proposes, and points and score cap there. */
function drawnProgrammes(draw: Draw): Programme[] {
  const bounds = (keeps: boolean): Programme['metrics'][number]['tiers'] => {
    let at_most = 0;
    return Object.fromEntries(
      TIERS.slice(0, -1).map((tier) => {
        at_most = Math.round((at_most + draw.one([0, 0.02, 0.05, 0.1])) * 1e6) / 1e6;
        const keep = keeps ? { keep: { at_most: Math.round((at_most + 0.05) * 1e6) / 1e6, why } } : {};
        return [tier, { at_most, why, ...keep }];
      }),
    );
  };
  const asks = {
    orders: { at_least: draw.one([8, 20, 60]), window_days: 28, why },
    sales: { at_least: draw.one([100, 500]), currency: 'GBP', window_days: 28, why },
    days_selling: { at_least: draw.one([3, 12]), why },
  };
  const programme = (name: string, keeps: boolean): Programme => ({
    ...{ programme: name, title: name, version: '1.0', in_force_from: '2016-01-01', regions: ['GB'], standard: 'good' },
    tiers: TIERS.map((key, at) => ({ key, title: key, means: key, ...(at === 0 ? { asks } : {}) })),
    assessable: { orders: 3, window_days: 28, why },
    metrics: [
      { metric: METRICS[0], window_days: 14, why, at_least: { counted: 4, faults: draw.one([0, 2]) }, tiers: bounds(keeps) },
      { metric: METRICS[1], window_days: 14, why, at_least: { counted: 4, faults: 0 }, tiers: bounds(keeps) },
      {
        ...{ metric: AGAIN, of: METRICS[0], title: 'A week', window_days: 7, why, tiers: bounds(keeps) },
        at_least: { counted: 4, faults: 0 },
      },
    ],
  });
  const names = [METRICS[0], METRICS[1], AGAIN];
  const points = (milestones: { at: number; caps_at?: string }[]): Points => ({
    ...{ why, expire_after_days: { value: draw.one([10, 30]), why } },
    violations: { rules: { copied: { points: draw.whole(1, 9), why } }, severities: {}, other: 'none', why },
    missed_metrics: { [AGAIN]: { points: 2, why } },
    milestones: milestones.map((one) => ({ ...one, title: `From ${one.at}`, means: 'points', why })),
  });
  return [
    {
      ...programme('weekly', true),
      evaluation: EvaluationYaml.parse({
        ...{ every: 'monday', why, effect: { fresh_days: 7, within_days: 21, faults: 2, why } },
        notice: { luck_below: draw.one([0.05, 0.2]), faults: 2, days: 2, why },
        // Drawn sellers do grow worse together: test/independent/drawn-evaluations.ts draws what is provisional.
        circuit_breaker: { share: 1, sellers: 1, why },
      }),
      ...{ points: points([{ at: 2 }, { at: 6 }]), score: score(names, draw, {}) },
    },
    {
      ...programme('nightly', false),
      points: {
        ...points([
          { at: 2, caps_at: 'good' },
          { at: 6, caps_at: 'risky' },
        ]),
        looked_at: { every: 'monday', why },
      },
      score: score(names, draw, {
        top: { at_least: draw.one([3, 4.5]), why },
        good: { at_least: draw.one([1, 2.5]), why },
      }),
    },
  ];
}

function drawnDays(draw: Draw): Day[] {
  const [orders, cancelled] = [draw.one([0.15, 0.7, 2, 6]), draw.one([0, 0, 0.1, 0.3])];
  let late = draw.one([0, 0.04, 0.1, 0.25, 0.5]);
  const ends = draw.chance(0.3) ? draw.whole(15, DAYS) : DAYS;
  const turns = draw.whole(0, DAYS + 15);
  return Array.from({ length: DAYS }, (_, at) => {
    const day: Day = {};
    if (at === turns) late = draw.one([0, 0.08, 0.3]);
    if (at >= ends) return day;
    for (let n = Math.floor(orders * draw.next() * 2 + draw.next()); n > 0; n--) {
      const kind: Kind = draw.chance(cancelled)
        ? 'cancelled'
        : draw.chance(late)
          ? draw.one(['late', 'late', 'late', 'left_out', 'as_met'])
          : 'met';
      day[kind] = (day[kind] ?? 0) + 1;
    }
    return day;
  });
}

const put = (day: Day, kind: Kind, more: number): Day => ({ ...day, [kind]: Math.max(0, (day[kind] ?? 0) + more) });
const instead = (kind: Kind, other: Kind) => (day: Day, most: number) => {
  const some = Math.min(most, day[kind] ?? 0);
  return put(put(day, kind, -some), other, some);
};

/** What may become of some orders of some days. */
interface Change {
  promise: string;
  change: (day: Day, most: number) => Day;
  gets: 'better' | 'worse';
  of_one_metric?: boolean;
}
const CHANGES: readonly Change[] = [
  { promise: 'a late order instead of one in time never helps', change: instead('met', 'late'), gets: 'worse' },
  {
    promise: 'a cancelled order instead of one in time never helps',
    change: instead('met', 'cancelled'),
    gets: 'worse',
  },
  { promise: 'a further good order never hurts', change: (day, most) => put(day, 'met', most), gets: 'better' },
  {
    promise: 'a further late order never helps what is judged by it',
    change: (day, most) => put(day, 'late', most),
    gets: 'worse',
    of_one_metric: true,
  },
  { promise: 'leaving out a forgiven fault never hurts', change: instead('late', 'left_out'), gets: 'better' },
  { promise: 'counting a forgiven fault as met never hurts', change: instead('late', 'as_met'), gets: 'better' },
];

export interface World {
  policies: Policies;
  /** Whose first evaluation is alike: of one seller and of who it would be. */
  before: Seller[];
  sellers: Seller[];
  pairs: Pair[];
  later: number;
}

/** The same seller, of whom the first evaluation knew nothing. */
const newcomer = (seller_id: string): string => `${seller_id} new`;

export function drawnWorld(seed: number, sellers: number): World {
  const draw = new Draw(seed);
  const world: World = {
    policies: {
      ...CASE_POLICIES,
      metrics: CASE_POLICIES.metrics.filter(({ metric }) => (METRICS as readonly string[]).includes(metric)),
      programmes: drawnProgrammes(draw),
    },
    ...{ before: [], sellers: [], pairs: [], later: LATER[seed % LATER.length]! },
  };
  const add = (seller_id: string, known: readonly Day[], days: readonly Day[], violation: Violation, was: Violation) => {
    world.before.push({ seller_id, days: known, violation: was });
    world.sellers.push({ seller_id, days, violation });
  };
  for (let nth = 0; nth < sellers; nth++) {
    const days = drawnDays(draw);
    const violation = draw.one(['none', 'none', 'active', 'withdrawn'] as const);
    const own = `${nth}`;
    add(own, days, days, violation, violation);
    for (const [which, { promise, change, gets, of_one_metric = false }] of CHANGES.entries()) {
      // One order, or several of a day or of some days in a row: a single one seldom is what tips the scales.
      const [begins, most] = [draw.whole(DAYS - 25, DAYS - 1), draw.one([1, 2, 9])];
      const until = begins + draw.one([1, 5, 15]);
      const other = `${nth} ${which}`;
      const changed = days.map((day, at) => (at >= begins && at < until ? change(day, most) : day));
      add(other, days, changed, violation, violation);
      const [better, worse] = gets === 'better' ? [other, own] : [own, other];
      world.pairs.push({ promise, better, worse, of_one_metric });
    }
    add(newcomer(own), [], days, violation, 'none');
    const other = `${nth} violation`;
    if (violation === 'active') {
      add(other, days, days, 'withdrawn', violation);
      world.pairs.push({ promise: 'a violation that is withdrawn never hurts', better: other, worse: own, of_one_metric: false });
    } else {
      add(other, days, days, 'active', violation);
      world.pairs.push({ promise: 'a violation never helps', better: own, worse: other, of_one_metric: false });
    }
  }
  return world;
}

/** Rows that a night reads, out of sellers; `last` is the day of the last day that they have. */
export async function made(duck: Duck, sellers: readonly Seller[], last: string, reversed: boolean): Promise<Made> {
  const dayAt = (at: number): string => addDays(last, at + 1 - DAYS);
  const some = sellers.flatMap(({ seller_id, days }) =>
    days.flatMap((day, at) =>
      ORDERS.flatMap((kind) => (day[kind] ? [`('${seller_id}', DATE '${dayAt(at)}', '${kind}', ${day[kind]})`] : [])),
    ),
  );
  const violations = sellers.flatMap(({ seller_id, violation }) =>
    violation === 'none' ? [] : [`('v ${seller_id}', '${seller_id}', '${violation}')`],
  );
  if (reversed) for (const rows of [some, violations]) rows.reverse();
  const kinds = ORDERS.map((kind) => `('${kind}', ${METRICS.map((metric) => OUTCOMES[kind][metric])})`);
  const maturation = (metric: string) => CASE_POLICIES.metrics.find((one) => one.metric === metric)!.maturation_days;
  // Orders come in two pieces, as ledgers have parts.
  const orders = (piece: number): string => `
    SELECT
      s.seller_id, 'o ' || s.seller_id || ' ' || s.day || ' ' || s.kind || ' ' || n AS order_id, 'GB' AS region, 'r' AS judged_in,
      CAST(1 AS INTEGER) AS weight, CAST(1 AS BIGINT) AS units, s.day AS placed_day, CAST(s.day + 90 AS DATE) AS final_day,
      CASE WHEN s.kind = 'cancelled' THEN s.day END AS cancelled_day, CAST(1000 AS BIGINT) AS gmv_minor, 'GBP' AS currency,
      ${METRICS.map(
        (metric) => `
      CAST(k.${metric} AS INTEGER) AS ${metric}, s.day AS ${metric}_day, CAST(s.day + ${maturation(metric)} AS DATE) AS ${metric}_final,
      CASE WHEN k.${metric} = ${excluded} THEN 'cancelled' END AS ${metric}_reason, CAST(NULL AS VARCHAR) AS ${metric}_exemption`,
      )}
    FROM some_orders AS s JOIN (VALUES ${kinds}) AS k (kind, ${METRICS}) ON k.kind = s.kind, range(0, s.orders) AS r (n)
    WHERE n % 2 = ${piece}`;
  await duck.run(`
    CREATE OR REPLACE TABLE some_orders AS SELECT * FROM (VALUES ${some}) AS t (seller_id, day, kind, orders)`);
  const [first, second] = reversed ? [1, 0] : [0, 1];
  await duck.run(`CREATE OR REPLACE TABLE drawn_orders AS ${orders(first!)} UNION ALL ${orders(second!)}`);
  await duck.run(`
    CREATE OR REPLACE TABLE drawn_violations AS
    SELECT
      violation_id, seller_id, 'GB' AS region, 'copied' AS rule, CAST(NULL AS VARCHAR) AS severity, CAST(NULL AS BIGINT) AS points,
      DATE '${addDays(last, -4)}' AS issued_day, CAST(NULL AS DATE) AS expires_day, status, CAST(NULL AS TIMESTAMP) AS occurred_at,
      TIMESTAMP '${addDays(last, -4)} 09:00:00' AS issued_at, CAST(NULL AS TIMESTAMP) AS expires_at, 'notice' AS source,
      CAST(NULL AS VARCHAR) AS listing_id, CAST(NULL AS VARCHAR) AS order_id, CAST(NULL AS VARCHAR) AS evidence,
      TIMESTAMP '${addDays(last, -3)} 09:00:00' AS updated_at, DATE '${addDays(last, -3)}' AS dt, violation_id AS row_hash
    FROM (VALUES ${violations.length > 0 ? violations : `('?', '?', '?')`}) AS t (violation_id, seller_id, status)
    WHERE status <> '?'`);
  const none = (columns: string): string => `(SELECT ${columns} WHERE 1 = 0)`;
  return {
    ...{ order_outcomes: 'drawn_orders', accepted_violations: 'drawn_violations' },
    conversation_outcomes: none(`'?' AS seller_id, '?' AS region, 1 AS weight, 1 AS units`),
    landed_outcomes_judged: none(
      `'?' AS seller_id, '?' AS subject_id, '?' AS region, '?' AS metric, DATE '2000-01-01' AS cohort_day, 1 AS outcome`,
    ),
    sellers: none(`'?' AS seller_id, '?' AS name, '?' AS home_region, '?' AS status, DATE '2000-01-01' AS joined_on`),
    outcome_details: none(
      `'?' AS seller_id, '?' AS programme, '?' AS metric, DATE '2000-01-01' AS cohort_day, 'fault' AS outcome, '?' AS order_id`,
    ),
  };
}

/** The same sellers as the second judge of this folder is told of them. */
export function ledgerOf({ policies, sellers: some, later }: World): Ledger {
  const last = addDays(FIRST, later);
  const said = new Map<number, Verdict['outcome']>([
    [met, 'met'],
    [fault, 'fault'],
    [excluded, 'excluded'],
  ]);
  const verdictOf = (code: number, placed_day: number, maturation: number): Verdict => {
    const outcome = code !== excluded && placed_day + maturation > day(last) ? 'pending' : (said.get(code) ?? 'forgiven');
    const counts_as_met = outcome === 'forgiven' && code === forgiven_as_met;
    return { day: placed_day, outcome, counts_as_met, reason: null, exemption_id: null };
  };
  const orders = some.flatMap(({ seller_id, days }) =>
    days.flatMap((kinds, at) => {
      const placed_day = day(addDays(last, at + 1 - DAYS));
      return ORDERS.flatMap((kind) =>
        Array.from({ length: kinds[kind] ?? 0 }, (_, n): JudgedOrder => {
          const order_id = `${seller_id} ${at} ${kind} ${n}`;
          const verdicts = policies.metrics.map(({ metric, maturation_days }) => [
            metric,
            verdictOf(OUTCOMES[kind][metric as (typeof METRICS)[number]], placed_day, maturation_days),
          ]);
          return {
            seller_id,
            order_id,
            region: 'GB',
            buyer_id: null,
            placed_day,
            items: 1,
            verdicts: Object.fromEntries(verdicts),
          };
        }),
      );
    }),
  );
  return { run_date: day(last), metrics: policies.metrics, orders, conversations: [], landed: [] };
}

/** What a second judge says of the last evaluation's metrics and tiers, each held by what the first evaluation gave. */
export function secondOpinion(world: World, [first, last]: readonly [Answer, Answer, Answer]) {
  const held = new Map(first.standings.map((row) => [key(row), String(row.official_tier)]));
  const { programmes } = world.policies;
  const { metrics, tiers } = sellers(ledgerOf(world), programmes, new Set(), (seller_id, programme) =>
    held.get(key({ seller_id, programme })),
  );
  const gates = last.tier_gates.map((row) => ({ ...row, value: whole(row, 'value'), needed: whole(row, 'needed') }) as Gate);
  const caps = [...openedBy(gates, programmes), ...[...last.points_standings, ...last.scores].map((row) => row as never)];
  return {
    metrics: metrics.map(({ seller_id, programme, metric, verdict, because, tier, allowed, counted }) => ({
      ...{ seller_id, programme, metric, verdict, because, tier, allowed, counted },
    })),
    tiers: capped(tiers, programmes, caps).map(({ seller_id, programme, tier, tier_projected }) => ({
      ...{ seller_id, programme, tier, tier_projected },
    })),
  };
}

type Row = Record<string, unknown>;
const DATASETS = [
  ...(['seller_metrics', 'scorecards', 'tier_gates', 'scores', 'score_parts', 'points_entries', 'points_standings'] as const),
  ...(['metric_standings', 'standings'] as const),
] as const;
export type Answer = Record<(typeof DATASETS)[number], Row[]>;

const plain = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'bigint' ? Number(value) : value;

async function answerOf(duck: Duck): Promise<Answer> {
  const found = {} as Answer;
  for (const dataset of DATASETS)
    found[dataset] = (await duck.run(`SELECT * FROM ${dataset}`)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    );
  return found;
}

/** What the product says of a world on its first evaluation day, on the last one, and on the day after that. */
export async function asked(duck: Duck, files: SqlFiles, world: World, reversed = false): Promise<[Answer, Answer, Answer]> {
  const evaluations = new Evaluations(duck, files, world.policies, ['tier_gates', 'scores', 'score_parts', 'points_standings']);
  const last = addDays(FIRST, world.later);
  const answers: Answer[] = [];
  for (const [sellers, run_date] of [
    [world.before, FIRST],
    [world.sellers, last],
    [world.sellers, addDays(last, 1)],
  ] as const) {
    // A seller's days are days of the calendar, whichever of them a night can see.
    const rows = await made(duck, sellers, last, reversed);
    await evaluations.night(run_date, rows);
    answers.push(await answerOf(duck));
    await evaluations.publish();
  }
  return answers as [Answer, Answer, Answer];
}

const SEVERITY = ['met', 'watch', 'notice', 'confirmed'];
const rank = (tier: unknown): number => TIERS.indexOf(String(tier));
const key = (row: Row): string => `${row.seller_id}|${row.programme}`;
const whole = (row: Row, column: string): number => Number(row[column] ?? 0);

/** Each broken promise, with whoever shows it; nothing where all hold. */
export function brokenPromises(world: World, [first, last, after]: readonly [Answer, Answer, Answer]): Map<string, string[]> {
  const broken = new Map<string, string[]>();
  const holds = (promise: string, held: boolean, who: () => string): void => {
    if (!held) broken.set(promise, [...(broken.get(promise) ?? []), who()]);
  };
  for (const pair of world.pairs) askPair(world, last, pair, holds);
  for (const answer of [first, last, after]) askSums(answer, holds);
  const held = new Map(first.standings.map((row) => [key(row), row]));
  const decided = new Map(last.standings.map((row) => [key(row), row]));
  holds(
    'a seller has one standing in a programme',
    decided.size === last.standings.length,
    () => `${last.standings.length} rows`,
  );
  askHolders(first, last, holds);
  for (const row of last.standings) {
    const was = rank(held.get(key(row))?.official_tier);
    const now = rank(row.official_tier);
    holds('an evaluation takes one step at most', was < 0 || now - was <= 1, () => key(row));
    holds('what an evaluation decides is what it projects', row.official_tier === row.projected_tier, () => key(row));
  }
  for (const row of after.standings)
    holds('nights between evaluations move nobody', row.official_tier === decided.get(key(row))?.official_tier, () => key(row));
  return broken;
}

type Holds = (promise: string, held: boolean, who: () => string) => void;

function askSums({ scores, score_parts, points_entries, points_standings }: Answer, holds: Holds): void {
  const parts = Map.groupBy(score_parts, key);
  for (const row of scores) {
    if (row.score === null) continue;
    const own = parts.get(key(row)) ?? [];
    const sum = own.reduce((all, part) => all + whole(part, 'contribution'), 0);
    holds('contributions add up to the score', sum === row.score, () => `${key(row)}: ${sum} for ${row.score}`);
    holds(
      'no contribution is below nothing',
      own.every((part) => whole(part, 'contribution') >= 0),
      () => key(row),
    );
  }
  const entries = Map.groupBy(
    points_entries.filter(({ state }) => state === 'stands'),
    key,
  );
  for (const row of points_standings) {
    const sum = (entries.get(key(row)) ?? []).reduce((all, entry) => all + whole(entry, 'points'), 0);
    holds('entries add up to the points', sum === row.points, () => key(row));
  }
}

/** Who holds the standard or a better tier is judged by bounds to keep it, and a newcomer by those to get what is above the standard. */
function askHolders(first: Answer, last: Answer, holds: Holds): void {
  const promise = 'who holds the standard is asked no more than a newcomer';
  for (const { seller_id, programme, official_tier } of first.standings) {
    if (rank(official_tier) < 0 || rank(official_tier) > rank('good')) continue;
    for (const dataset of ['seller_metrics', 'scorecards'] as const) {
      const of = (seller: string) => last[dataset].filter((row) => row.seller_id === seller && row.programme === programme);
      const others = of(newcomer(String(seller_id)));
      for (const row of of(String(seller_id))) {
        const other = others.find(({ metric }) => metric === row.metric);
        if (!other || rank(row.tier) < 0) continue;
        holds(promise, rank(row.tier) <= rank(other.tier), () => `${key(row)}: ${row.metric ?? 'tier'}`);
      }
    }
  }
}

/** The better and the worse one's rows of a dataset and programme. */
type Sides = (dataset: keyof Answer) => [better: Row[], worse: Row[]];
type Hold = (held: boolean, what: string) => void;

function askPair(world: World, answer: Answer, pair: Pair, holds: Holds): void {
  const { promise, better, worse } = pair;
  for (const { programme } of world.policies.programmes) {
    const of = (dataset: keyof Answer, seller: string): Row[] =>
      answer[dataset].filter((row) => row.seller_id === seller && row.programme === programme);
    const sides: Sides = (dataset) => [of(dataset, better), of(dataset, worse)];
    const hold: Hold = (held, what) => holds(promise, held, () => `${programme}: ${what} of ${worse} beside ${better}`);
    askMetrics(sides, pair, hold);
    if (!pair.of_one_metric) askSeller(sides, hold);
  }
}

const assessable = ({ verdict }: Row): boolean => verdict !== 'not_assessable';
/** Whether something can be said when all that is pending is met. */
const projected = (row: Row): boolean =>
  whole(row, 'counted') + whole(row, 'pending') >= Math.max(1, whole(row, 'counted_needed'));
/** Of too few nothing is said, and one order more may be what it takes to say anything of a metric. */
const alike = ([better, worse]: [Row[], Row[]], test: (row: Row) => boolean): boolean =>
  better.length === worse.length && better.every((row, at) => test(row) === test(worse[at]!));
/** A notice is not settled by few. */
const settled = (rows: readonly Row[]): boolean => rows.every(({ fresh_counted: of }) => of === null || Number(of) >= 5);

/** What is said of each metric, or of those alone that a changed order is late for. */
function askMetrics(sides: Sides, { of_one_metric }: Pair, hold: Hold): void {
  for (const dataset of ['seller_metrics', 'metric_standings', 'score_parts'] as const) {
    const [better, worse] = sides(dataset);
    for (const row of better) {
      const other = worse.find(({ metric }) => metric === row.metric);
      if (!other || (of_one_metric && row.metric === METRICS[1])) continue;
      const name = `of ${row.metric}`;
      if (dataset === 'score_parts' && row.points !== null && other.points !== null)
        hold(whole(other, 'points') <= whole(row, 'points'), `points ${name} in the score`);
      if (dataset === 'seller_metrics' && row.tier !== null && other.tier !== null)
        hold(rank(other.tier) >= rank(row.tier), `tier ${name}`);
      const [mild, hard] = [row, other].map(({ verdict }) => SEVERITY.indexOf(String(verdict)));
      const said = dataset === 'metric_standings' && settled([row, other]) && mild! >= 0 && hard! >= 0;
      if (said) hold(hard! >= mild!, `verdict ${name}`);
    }
  }
}

/** What is said of the seller: volume, points, score and tiers. */
function askSeller(sides: Sides, hold: Hold): void {
  const one = (dataset: keyof Answer): [better: Row, worse: Row] => {
    const [better, worse] = sides(dataset);
    return [better[0] ?? {}, worse[0] ?? {}];
  };
  const gates = sides('tier_gates').map((rows) => rows.reduce((sum, row) => sum + whole(row, 'value'), 0));
  hold(gates[1]! <= gates[0]!, 'what tiers ask for');
  const metrics = sides('seller_metrics');
  if (!alike(metrics, assessable)) return;
  const [few, many] = one('points_standings');
  hold(whole(many, 'points') >= whole(few, 'points'), 'points');
  const [high, low] = one('scores');
  if (high.score !== null && low.score !== null) hold(whole(low, 'score') <= whole(high, 'score'), 'score');
  const [better, worse] = one('scorecards');
  hold(rank(worse.tier) >= rank(better.tier), 'tier');
  if (alike(metrics, projected)) hold(rank(worse.tier_projected) >= rank(better.tier_projected), 'tier when all is met');
  if (!sides('metric_standings').every(settled)) return;
  const [best, worst] = one('standings');
  hold(rank(worst.official_tier) >= rank(best.official_tier), 'tier held');
}

/** What of the mechanics the answers never show, although they could. */
export function neverShown(answers: readonly Answer[]): string[] {
  const some = (dataset: keyof Answer, test: (row: Row) => boolean): boolean =>
    answers.some((answer) => answer[dataset].some(test));
  const shown: Record<string, boolean> = {
    ...Object.fromEntries(
      ['gate', 'score', 'points', 'held_back'].map((because) => [
        because,
        some('scorecards', (row) => row.tier_because === because),
      ]),
    ),
    ...Object.fromEntries(
      ['confirmed', 'gate', 'improved', 'kept'].map((because) => [
        `${because}, held`,
        some('standings', (row) => row.because === because),
      ]),
    ),
    ...Object.fromEntries(SEVERITY.map((verdict) => [verdict, some('metric_standings', (row) => row.verdict === verdict)])),
    'points of a missed metric': some('points_entries', ({ kind, state }) => kind === 'missed_metric' && state === 'stands'),
    'no score': some('scores', ({ score }) => score === null),
  };
  return Object.keys(shown).filter((name) => !shown[name]);
}
