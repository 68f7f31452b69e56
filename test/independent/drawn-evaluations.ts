/** Nights of drawn sellers whose evaluations both judges are asked for: the product's SQL, and test/independent/standings.ts. */

import { addDays, daysBetween } from '../../contracts/days.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { type Evaluation, EvaluationYaml, WEEKDAYS } from '../../policies/evaluation.js';
import type { Policies, Programme } from '../../policies/policy.js';
import type { SqlFiles } from '../../sql/render.js';
import { Evaluations, type Made } from '../../trial/evaluations.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import type { Appeal, PersonsDecision } from './decision-records.js';
import type { Gate } from './gates.js';
import { type Row, type SellerDay, type Standings, type StandingsNight, standingsOf } from './standings.js';

const WHY = 'drawn';
export const METRICS = ['late_dispatch', 'seller_cancellation'] as const;
const FIRST = '2026-01-05';
/** Days that lie before the first night, so that its windows are full. */
const BEFORE = 40;

/** A short rule, so that a notice is given, settled and lapses within a few weeks of nights. */
export function drawnProgramme(
  draw: Draw,
  given: { programme: string; regions: string[]; every: Evaluation['every'] },
): Programme {
  const tiers = draw.chance(0.7) ? ['top', 'good', 'risky', 'below'] : ['good', 'below'];
  const evaluation = EvaluationYaml.parse({
    ...{ every: given.every, why: WHY },
    notice: { luck_below: draw.one([0.01, 0.05, 0.2]), faults: draw.whole(1, 3), days: draw.whole(1, 4), why: WHY },
    effect: { fresh_days: draw.one([7, 10]), within_days: draw.one([14, 20]), faults: draw.whole(1, 3), why: WHY },
    to_a_person: { times_the_bound: draw.one([1.5, 2, 12]), faults: draw.whole(1, 6), why: WHY },
  });
  const bounds = () => {
    const ascending = tiers.slice(0, -1).map(() => draw.one([0, 0, 0.01, 0.025, 0.04, 0.1, 0.1]));
    return ascending.sort((a, b) => a - b);
  };
  return {
    ...given,
    ...{ title: given.programme, version: '1.0', in_force_from: '2016-01-01', standard: 'good', evaluation },
    tiers: tiers.map((key) => ({ key, title: key, means: key })),
    assessable: { orders: draw.whole(1, 12), window_days: 20, why: WHY },
    metrics: METRICS.map((metric) => {
      const at_most = bounds();
      return {
        ...{ metric, window_days: draw.one([7, 14, 21]), why: WHY },
        at_least: { counted: draw.whole(0, 12), faults: draw.one([0, 0, 2, 6]) },
        tiers: Object.fromEntries(tiers.slice(0, -1).map((tier, at) => [tier, { at_most: at_most[at]!, why: WHY }])),
      };
    }),
  };
}

/** Of some of them a person must approve what an evaluation says. */
function withTerms(draw: Draw, programme: Programme): Programme {
  const needed_for = draw.one(['losses', 'all_changes', undefined] as const);
  const approval = needed_for && { needed_for, why: WHY };
  return {
    ...programme,
    evaluation: { ...programme.evaluation!, ...(approval ? { approval } : {}) },
    ...(draw.chance(0.5) ? { contest: { within_days: draw.whole(1, 30), url: 'https://market.example/appeals', why: WHY } } : {}),
    tiers: programme.tiers.map((tier) => (draw.chance(0.5) ? { ...tier, effect: { in_words: `of ${tier.key}` } } : tier)),
  };
}

/** In some a few who would fall are too many. */
function withBreaker(draw: Draw, programme: Programme): Programme {
  const circuit_breaker = { share: draw.one([0.05, 0.12, 1]), sellers: draw.whole(1, 2), why: WHY };
  return { ...programme, evaluation: { ...programme.evaluation!, circuit_breaker } };
}

/** At times no orders landed of a region, or none at all; that no sellers did is nothing to a programme. */
function silentOn(draw: Draw, programmes: readonly Programme[]): StandingsNight['silent'] {
  if (!draw.chance(0.35)) return [];
  const [dataset, region] = draw.one([
    ...[['orders', 'GB'] as const, ['orders', 'DE'] as const, ['orders', 'ALL'] as const],
    ['sellers', 'ALL'] as const,
  ]);
  return programmes
    .filter(({ regions }) => dataset === 'orders' && (region === 'ALL' || regions.includes(region)))
    .map(({ programme }) => ({ programme, dataset, region }));
}

/** Of some the first metric is asked for once more, on other days and under a key that the alphabet has elsewhere. */
function withAnother(draw: Draw, programme: Programme): Programme {
  if (draw.chance(0.4)) return programme;
  const metric = draw.one(['late_dispatch_again', 'a_week_of_late_dispatch']);
  const drawn = drawnProgramme(draw, { programme: '', regions: [], every: 'monday' }).metrics[0]!;
  const tiers = Object.fromEntries(
    Object.entries(programme.metrics[1]!.tiers).map(([tier, bound]) => [tier, { ...bound, why: WHY }]),
  );
  const another = { ...drawn, ...{ metric, of: METRICS[0], title: 'Late dispatch again', tiers } };
  return { ...programme, metrics: [programme.metrics[0]!, another, ...programme.metrics.slice(1)] };
}

/** An entry of some orders, in any programme, and the metric that it is of. */
const SOME = 'late_dispatch_of_books';
const roomOfDays = (name: string): string => (name === SOME ? METRICS[0] : name);

/** Of some the first metric is asked for of some orders too. */
function withSegment(draw: Draw, programme: Programme): Programme {
  if (draw.chance(0.3)) return programme;
  const first = programme.metrics[0]!;
  const some = {
    ...first,
    ...{ metric: SOME, of: METRICS[0], title: 'Late dispatch of books', window_days: draw.one([7, 14, 21]) },
  };
  return { ...programme, metrics: [...programme.metrics, { ...some, where: { category: { names: ['books'] } } }] };
}

/** Days of some of the orders: now most of the faults are among them, now none. */
const someOf = (draw: Draw, days: readonly SellerDay[]): SellerDay[] =>
  days.flatMap((day) => {
    if (day.metric !== METRICS[0]) return [];
    const counted = draw.whole(0, day.counted);
    const fault = Math.min(counted, draw.whole(0, day.fault));
    return counted > 0 ? [{ ...day, metric: SOME, counted, fault }] : [];
  });

/** Of some the best tier asks for orders, and of some tiers are kept by another bound than they are got by. */
function withGatesAndKeeps(draw: Draw, programme: Programme): Programme {
  const asks = { orders: { at_least: draw.one([5, 30, 200]), window_days: 20, why: WHY } };
  const gated = programme.tiers.length > 2 && draw.chance(0.7);
  const keeps = draw.chance(0.6);
  return {
    ...programme,
    tiers: programme.tiers.map((tier, at) => (gated && at === 0 ? { ...tier, asks } : tier)),
    metrics: programme.metrics.map((m) => {
      let above = 0;
      const tiers = Object.entries(m.tiers).map(([tier, bound]) => {
        above = Math.max(above, bound.at_most + draw.one([0, 0, 0.01, 0.05]));
        const at_most = Math.round(above * 1e6) / 1e6;
        return [tier, keeps && at_most > bound.at_most ? { ...bound, keep: { at_most, why: WHY } } : bound];
      });
      return { ...m, tiers: Object.fromEntries(tiers) };
    }),
  };
}

/** What sellers have of what tiers ask for. */
function gatesOn(programme: Programme, sellers: ReadonlyMap<string, SellerDay[]>, run_date: string): Gate[] {
  return programme.tiers.flatMap(({ key, asks }) =>
    asks?.orders
      ? [...sellers].map(([seller_id, own]) => ({
          ...{ seller_id, programme: programme.programme, tier: key, gate: 'orders', needed: asks.orders!.at_least },
          value: own
            .filter((d) => d.metric === METRICS[0] && within(d.cohort_day, run_date, asks.orders!.window_days))
            .reduce((sum, { counted }) => sum + counted, 0),
        }))
      : [],
  );
}

/** Orders a day, the share at fault, and bad days of one seller, which change every few weeks; at times nothing at all. */
function drawnDays(draw: Draw, seller_id: string, nights: number): SellerDay[] {
  const found: SellerDay[] = [];
  const volume = draw.one([0.3, 1, 4, 4, 20, 150]);
  let [rate, present, until] = [0, true, 0];
  const newcomer = draw.chance(0.3) ? draw.whole(20, BEFORE + nights) : 0;
  for (let day = 0; day < BEFORE + nights; day++) {
    if (day >= until) {
      rate = draw.one([0, 0.01, 0.03, 0.06, 0.15, 0.4]);
      present = draw.chance(0.8);
      until = day + draw.whole(6, 35);
    }
    if (!present || day < newcomer) continue;
    for (const region of ['GB', 'DE'])
      for (const metric of METRICS) {
        const counted = Math.round(volume * draw.next() * 2);
        const bad = draw.chance(0.05) ? 0.8 : rate;
        const fault = Math.min(counted, Math.round(counted * bad + draw.next() - 0.5));
        if (counted === 0) continue;
        found.push({ seller_id, region, metric, cohort_day: addDays(FIRST, day - BEFORE), counted, fault: Math.max(0, fault) });
      }
  }
  return found;
}

export interface Drawn {
  policies: Policies;
  days: SellerDay[];
}

export function drawnMarket(seed: number, sellers: number, nights: number): Drawn {
  const draw = new Draw(seed);
  const programmes = [
    drawnProgramme(draw, { programme: 'both', regions: ['DE', 'GB'], every: draw.one(WEEKDAYS) }),
    drawnProgramme(draw, { programme: 'german', regions: ['DE'], every: draw.whole(1, 28) }),
  ]
    .map((programme, at) => withAnother(new Draw(seed + 5 + at), withTerms(new Draw(seed + 3 + at), programme)))
    .map((programme, at) => withSegment(new Draw(seed + 9 + at), programme))
    .map((programme, at) => withGatesAndKeeps(new Draw(seed + 7 + at), programme))
    .map((programme, at) => withBreaker(new Draw(seed + 13 + at), programme));
  const days = Array.from({ length: sellers }, (_, at) => drawnDays(draw, `s${at}`, nights)).flat();
  return { policies: { ...CASE_POLICIES, programmes }, days: [...days, ...someOf(new Draw(seed + 11), days)] };
}

const maturationOf = ({ metrics }: Policies) => Object.fromEntries(metrics.map((m) => [m.metric, m.maturation_days]));
const within = (day: string, last: string, days: number): boolean => {
  const age = daysBetween(day, last);
  return age >= 0 && age < days;
};

/** What the night reads: the days that are final, and what the scorecards made of them. */
export function nightOf({ policies, days }: Drawn, run_date: string, not_measured: readonly string[] = []): StandingsNight {
  const maturation = maturationOf(policies);
  const measured = (metric: string) => !not_measured.includes(metric);
  const night: StandingsNight = {
    ...{ run_date, maturation, measured, programmes: policies.programmes },
    // why 21: no drawn window and no fresh days are longer.
    days: days.filter(
      (d) => measured(roomOfDays(d.metric)) && within(d.cohort_day, addDays(run_date, -maturation[roomOfDays(d.metric)]!), 21),
    ),
    ...{ metrics: [], scorecards: [] },
  };
  const metrics: StandingsNight['metrics'][number][] = [];
  const scorecards: StandingsNight['scorecards'][number][] = [];
  const gates: Gate[] = [];
  for (const programme of policies.programmes) {
    const here = days.filter(({ region }) => programme.regions.includes(region));
    const bySeller = Map.groupBy(here, (d) => d.seller_id);
    const has = gatesOn(programme, bySeller, run_date);
    gates.push(...has);
    for (const [seller_id, own] of bySeller) {
      const asked = programme.metrics.map((m) => judgedMetric(programme, m, own, night));
      if (asked.every(({ counted, orders }) => counted + orders === 0)) continue;
      metrics.push(...asked.map((a, at) => ({ seller_id, programme: programme.programme, ...a, ...floorsOf(programme, at) })));
      scorecards.push({
        seller_id,
        programme: programme.programme,
        tier: gatedTier(
          programme,
          proposedTier(programme, asked),
          has.filter((one) => one.seller_id === seller_id),
        ),
      });
    }
  }
  return { ...night, metrics, scorecards, gates };
}

const floorsOf = ({ metrics }: Programme, at: number) => {
  const { counted, faults } = metrics[at]!.at_least;
  return { counted_needed: counted, faults_from: faults, fault_buyers: null, buyers_from: 0, fault_days: null, days_from: 0 };
};

interface Judged {
  metric: string;
  because: string;
  counted: number;
  fault: number;
  orders: number;
  /** Place of the tier that it allows; -1 where it is not assessed. */
  rank: number;
}

function judgedMetric(
  programme: Programme,
  m: Programme['metrics'][number],
  own: readonly SellerDay[],
  night: StandingsNight,
): Judged {
  const sum = (days: readonly SellerDay[], column: 'counted' | 'fault') => days.reduce((all, day) => all + day[column], 0);
  const orders = sum(
    own.filter((d) => d.metric === METRICS[0] && within(d.cohort_day, night.run_date, programme.assessable.window_days)),
    'counted',
  );
  const metric = m.of ?? m.metric;
  const closes = addDays(night.run_date, -night.maturation[metric]!);
  const named = m.where ? m.metric : metric;
  const seen = own.filter((d) => d.metric === named && night.measured(metric) && within(d.cohort_day, closes, m.window_days));
  const [counted, fault] = [sum(seen, 'counted'), sum(seen, 'fault')];
  const keeps = (tier: string) =>
    fault < m.at_least.faults || fault * 1_000_000 <= Math.round(m.tiers[tier]!.at_most * 1_000_000) * counted;
  const because = !night.measured(metric)
    ? 'no_source'
    : m.paused !== undefined && m.paused.from <= night.run_date
      ? 'paused'
      : orders < programme.assessable.orders
        ? 'few_orders'
        : counted === 0
          ? 'nothing_final'
          : counted < m.at_least.counted
            ? 'few_counted'
            : keeps(programme.standard)
              ? 'within'
              : 'above';
  const bounded = programme.tiers.slice(0, -1);
  const best = bounded.findIndex(({ key }) => keeps(key));
  const rank = because !== 'within' && because !== 'above' ? -1 : best < 0 ? bounded.length : best;
  return { metric: m.metric, because, counted, fault, orders, rank };
}

function proposedTier(programme: Programme, asked: readonly Judged[]): string {
  if (asked.every(({ because }) => because === 'no_source')) return 'not_measured';
  return programme.tiers[Math.max(...asked.map(({ rank }) => rank))]?.key ?? 'not_assessable';
}

/** No better than what the seller has enough for. */
function gatedTier({ tiers }: Programme, tier: string, gates: readonly Gate[]): string {
  const at = tiers.findIndex(({ key }) => key === tier);
  const open = tiers.findIndex(({ key }) => gates.every((one) => one.tier !== key || one.value >= one.needed));
  return at < 0 ? tier : tiers[Math.max(at, open)]!.key;
}

/** Rows as text after FROM; none of them is no row of these columns. */
const relation = (columns: Record<string, string>, rows: readonly object[]): string => {
  const cells = (row: object) => Object.keys(columns).map((name) => JSON.stringify((row as Row)[name]).replaceAll('"', "'"));
  const shape = Object.entries(columns).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
  const none = `(${Object.keys(columns).map(() => 'NULL')})`;
  const values = rows.length > 0 ? rows.map((row) => `(${cells(row)})`).join(', ') : none;
  const from = `(VALUES ${values}) AS t (${Object.keys(columns)})`;
  return `(SELECT ${shape} FROM ${from} ${rows.length > 0 ? '' : 'WHERE 1 = 0'})`;
};

const text = 'VARCHAR';
const number = 'BIGINT';
const KEY = { seller_id: text, programme: text };
/** The rows of a night as tables, by what the product reads. */
export async function madeTables(
  duck: Duck,
  {
    days,
    metrics,
    scorecards,
    gates = [],
    decisions = [],
    appeals = [],
    silent = [],
  }: Pick<StandingsNight, 'days' | 'metrics' | 'scorecards' | 'gates' | 'decisions' | 'appeals' | 'silent'>,
): Promise<Made> {
  const relations = {
    seller_days: relation(
      { seller_id: text, region: text, metric: text, cohort_day: 'DATE', counted: number, fault: number },
      days,
    ),
    seller_metrics: relation(
      {
        ...{ ...KEY, metric: text, because: text, counted: number, fault: number, counted_needed: number, faults_from: number },
        ...{ fault_buyers: number, buyers_from: number, fault_days: number, days_from: number },
      },
      metrics,
    ),
    scorecards: relation({ ...KEY, tier: text }, scorecards),
    tier_gates: relation(
      { ...KEY, tier: text, gate: text, value: number, needed: number, met: 'BOOLEAN' },
      gates.map((one) => ({ ...one, met: one.value >= one.needed })),
    ),
    decisions: relation({ decision_id: text, outcome: text, decided_by: text, decided_at: 'TIMESTAMP', reason: text }, decisions),
    appeals: relation(
      {
        ...{ appeal_id: text, decision_id: text, submitted_at: 'TIMESTAMP', outcome: text },
        ...{ decided_by: text, decided_at: 'TIMESTAMP', reason: text },
      },
      appeals,
    ),
    landing_drift: relation(
      { dataset: text, region: text, measure: text, n: number, verdict: text, usual_from: 'DOUBLE' },
      silent.map(({ dataset, region }) => ({
        ...{ dataset, region, measure: 'rows', n: 0, verdict: 'unusual', usual_from: 5 },
      })),
    ),
  };
  for (const [dataset, rows] of Object.entries(relations)) {
    await duck.run(`CREATE OR REPLACE TABLE ${dataset} AS SELECT * FROM ${rows}`);
  }
  return Object.fromEntries(Object.keys(relations).map((dataset) => [dataset, dataset]));
}

const plain = (value: unknown): Row[string] =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value as Row[string]);
/** What the product's tables hold. */
export async function answered(duck: Duck): Promise<Standings> {
  const read = async (dataset: string): Promise<Row[]> =>
    (await duck.run(`SELECT * FROM ${dataset}`)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    );
  return {
    metric_standings: await read('metric_standings'),
    standings: await read('standings'),
    decision_records: await read('decision_records'),
    evaluations: await read('evaluations'),
  };
}

/** What both said of a night. */
export interface Answers {
  run_date: string;
  product: Standings;
  independent: Standings;
}

/** Both judges over drawn nights; some are skipped, some asked twice. */
export async function askDrawn(
  duck: Duck,
  files: SqlFiles,
  given: { seed: number; sellers: number; nights: number },
): Promise<{ policies: Policies; nights: Answers[] }> {
  const market = drawnMarket(given.seed, given.sellers, given.nights);
  const draw = new Draw(given.seed + 1);
  const persons = new Persons(given.seed + 2);
  const silence = new Draw(given.seed + 15);
  const product = new Evaluations(duck, files, market.policies, ['decision_records']);
  const nights: Answers[] = [];
  let before: Standings | undefined;
  for (let at = 0; at < given.nights; at++) {
    if (draw.chance(0.25)) continue;
    const run_date = addDays(FIRST, at);
    const night = {
      ...nightOf(market, run_date, draw.chance(0.05) ? [draw.one(METRICS)] : []),
      ...persons.decide(run_date, before),
      silent: silentOn(silence, market.policies.programmes),
    };
    const not_measured = METRICS.filter((metric) => !night.measured(metric));
    const made = await madeTables(duck, night);
    for (let times = draw.chance(0.1) ? 2 : 1; times > 0; times--) await product.night(run_date, made, { not_measured });
    const independent = standingsOf(night, before);
    nights.push({ run_date, product: await answered(duck), independent });
    // Each goes on from its own answer.
    await product.publish();
    before = independent;
  }
  return { policies: market.policies, nights };
}

/** Who approve, depart and judge appeals, now and then, of what is not decided and at times of what is. */
class Persons {
  private readonly draw: Draw;
  private readonly releases: Draw;
  private readonly decisions = new Map<string, PersonsDecision>();
  private readonly appeals = new Map<string, Appeal>();

  constructor(seed: number) {
    this.draw = new Draw(seed);
    this.releases = new Draw(seed + 14);
  }

  decide(day: string, before: Standings | undefined): { decisions: PersonsDecision[]; appeals: Appeal[] } {
    const { draw, releases } = this;
    for (const { evaluation_id, state } of before?.evaluations ?? []) {
      const id = String(evaluation_id);
      if (!releases.chance(state === 'provisional' ? 0.3 : state === 'not_held' ? 0.1 : 0.03)) continue;
      const outcome = releases.chance(0.6) ? 'approved' : 'departed';
      this.decisions.set(id, { decision_id: id, outcome, decided_by: 'ada', decided_at: day, reason: WHY });
    }
    for (const { decision_id, status } of before?.decision_records ?? []) {
      const id = String(decision_id);
      if (draw.chance(status === 'proposed' ? 0.15 : 0.06)) {
        const outcome = draw.chance(status === 'proposed' ? 0.7 : 0.3) ? 'approved' : 'departed';
        this.decisions.set(id, { decision_id: id, outcome, decided_by: 'ada', decided_at: day, reason: WHY });
      }
      if (!draw.chance(0.08)) continue;
      const appeal_id = `${id} ${draw.whole(1, 2)}`;
      const outcome = draw.one(['open', 'granted', 'refused'] as const);
      const by = outcome === 'open' ? null : 'bob';
      const told = { decided_by: by, decided_at: by && day, reason: by && WHY };
      this.appeals.set(appeal_id, { appeal_id, decision_id: id, submitted_at: day, outcome, ...told });
    }
    return { decisions: [...this.decisions.values()], appeals: [...this.appeals.values()] };
  }
}

const VERDICTS = ['not_measured', 'not_assessable', 'met', 'watch', 'notice', 'confirmed'];
const REASONS = ['not_evaluated', 'not_assessable', 'first_evaluation', 'confirmed', 'improved', 'kept', 'gate'];
/** The others are drawn too seldom to ask for: made rows have them. */
const STATUSES = ['proposed', 'in_effect', 'overturned'];
/** Of evaluations: what they are, and why. */
const STATES = ['decided', 'stands', 'provisional', 'not_held', 'too_many_would_fall', 'data_not_fresh'];

/** What nights between them never say, although they could. */
export function neverSaid(nights: readonly Answers[]): string[] {
  const metrics = nights.flatMap(({ product }) => product.metric_standings);
  const standings = nights.flatMap(({ product }) => product.standings);
  return [
    ...VERDICTS.filter((verdict) => !metrics.some((row) => row.verdict === verdict)),
    ...REASONS.filter((said) => !standings.some(({ because, projected_because }) => [because, projected_because].includes(said))),
    ...STATES.filter(
      (said) => !nights.some(({ product }) => product.evaluations.some(({ state, because }) => [state, because].includes(said))),
    ),
    ...STATUSES.filter((status) => !nights.some(({ product }) => product.decision_records.some((row) => row.status === status))),
    ...(metrics.some((row) => Number(row.fault_left) > 60 && row.is_beyond_luck)
      ? []
      : ['more faults than the table of luck has']),
    ...(metrics.some((row) => row.notice_on !== null && row.fresh_counted === 0) ? [] : ['a notice to a seller who is away']),
    ...(metrics.some((row) => row.at_most === 0 && row.verdict === 'notice') ? [] : ['a notice at a bound of nothing']),
  ];
}
