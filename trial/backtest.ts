/** A backtest: what a policy, and one to compare it with, would have made of the outcomes that a published run judged. */
import type { BacktestReport, OverTime, Tried } from '../contracts/backtest.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { longerWindow, type Policies, type Programme } from '../policies/policy.js';
import { dateLiteral, quoted } from '../sql/literals.js';
import type { SqlFiles } from '../sql/render.js';
import { wordingFor } from '../wording/wording.js';
import { affectedSellers } from './affected.js';
import { costCurves } from './cost-curve.js';
import { loadJudged, type RunRelations } from './judged-rows.js';
import { simulation } from './simulation.js';
import { evaluationDays, namesTried, type SideName, type Sides, trialNights } from './trial-nights.js';
import { findFirstOrders, GROUPS, makeTriedSellers } from './tried-sellers.js';

export interface Backtest {
  duck: Duck;
  /** Another engine, in which the year is simulated meanwhile; without it that comes last. */
  beside?: Duck;
  files: SqlFiles;
  /** Those that the run was judged by. */
  policies: Policies;
  run: { run_id: string; run_date: string; not_measured: readonly string[]; relations: RunRelations };
  sides: Sides & { policy: Programme };
  /** Files of the sides, as they were given. */
  given: Partial<Record<SideName, string>>;
  from: string;
  to: string;
  /** Simulated sellers of each kind; 0 for none. */
  simulate: number;
}

/** The days that a programme's nights reach back. */
const reachOf = ({ assessable, metrics, evaluation }: Programme): number =>
  Math.max(
    assessable.window_days,
    evaluation?.effect.fresh_days ?? 0,
    ...metrics.flatMap((m) => [m.window_days, longerWindow(m)?.window_days ?? 0]),
  );

/** The first day with an order that stands in some regions; undefined where there is none. */
export async function firstDayOf(duck: Duck, run: RunRelations, regions: readonly string[]): Promise<string | undefined> {
  const [row] = await duck.run(`
    SELECT CAST(min(placed_day) AS VARCHAR) AS day
    FROM (SELECT placed_day FROM ${run.order_outcomes} AS l WHERE region IN (${regions.map(quoted).join(', ')})
      GROUP BY placed_day HAVING sum(weight) > 0) AS d`);
  return (row?.day as string | null) ?? undefined;
}

/** @throws as DuckDB does; whichever engine failed, neither is at work any more. */
export async function backtest(asked: Backtest): Promise<BacktestReport> {
  const simulated = (duck: Duck) => (asked.simulate > 0 ? simulation({ ...asked, duck }, asked.simulate) : null);
  if (!asked.beside) return { ...(await judgedAgain(asked)), simulation: await simulated(asked.duck) };
  const [judged, year] = await Promise.allSettled([judgedAgain(asked), simulated(asked.beside)]);
  if (judged.status === 'rejected') throw judged.reason;
  if (year.status === 'rejected') throw year.reason;
  return { ...judged.value, simulation: year.value };
}

/** All that is not simulated. */
async function judgedAgain(asked: Backtest): Promise<Omit<BacktestReport, 'simulation'>> {
  const { duck, run, sides, from, to } = asked;
  const programmes = Object.values(sides);
  const policies = { ...asked.policies, programmes };
  const reach = Math.max(...programmes.map(reachOf));
  // No row of an order whose outcomes were all final before the first window opened is counted by any night.
  const orders = `(SELECT * FROM ${run.relations.order_outcomes} AS l
    WHERE final_day > ${dateLiteral(from)} - ${reach} AND placed_day <= ${dateLiteral(to)})`;
  const rows = await loadJudged(duck, { ...run.relations, order_outcomes: orders }, policies);
  await findFirstOrders(duck, run.relations.order_outcomes);
  await trialNights({ ...asked, rows, not_measured: run.not_measured });
  await makeTriedSellers(duck, sides.policy, to);
  const side = (name: SideName) => (sides[name] ? overTime(asked, name, sides[name]) : null);
  return {
    format: 1,
    computed_from: {
      ...{ run_id: run.run_id, run_date: run.run_date, from, to, orders: await ordersIn(asked) },
      policy: triedOf(asked, 'policy')!,
      against: triedOf(asked, 'against'),
    },
    cannot_know: cannotKnow(asked),
    moves: await movesOf(duck),
    over_time: { policy: (await side('policy'))!, against: await side('against') },
    costs: await costCurves(asked, rows),
    ...(await affectedSellers(asked)),
  };
}

function triedOf({ sides, given, from, to }: Backtest, name: SideName): Tried | null {
  const programme = sides[name];
  if (!programme) return null;
  const { title, version, in_force_from, regions, standard, tiers, evaluation } = programme;
  return {
    ...{ file: given[name] ?? null, programme: programme.programme, title, version, in_force_from, regions, standard },
    tiers: tiers.map(({ key, title: called }) => ({ key, title: called })),
    ...{ evaluated: evaluation !== undefined, evaluation_days: evaluationDays(programme, from, to) },
  };
}

async function ordersIn({ duck, sides, from, to }: Backtest): Promise<number> {
  const [row] = await duck.run(`
    SELECT CAST(coalesce(sum(weight), 0) AS BIGINT) AS orders FROM loaded_order_outcomes
    WHERE placed_day BETWEEN ${dateLiteral(from)} AND ${dateLiteral(to)} AND region IN (${sides.policy.regions.map(quoted).join(', ')})`);
  return Number(row!.orders);
}

const BY = ['total', 'region', 'size', 'tenure', 'cross_border'] as const;

async function movesOf(duck: Duck): Promise<BacktestReport['moves']> {
  const moves: BacktestReport['moves'] = [];
  for (const by of BY) {
    const rows = await duck.run(`
      SELECT ${by} AS grp, against, policy, count(*) AS sellers FROM tried_sellers
      GROUP BY ${by}, against, policy ORDER BY grp, against, policy`);
    const groups = Map.groupBy(rows, (row) => String(row.grp));
    const names = GROUPS[by] ?? [...groups.keys()];
    for (const group of names.filter((name) => groups.has(name)))
      moves.push({
        ...{ by, group },
        cells: groups.get(group)!.map(({ against, policy, sellers }) => ({
          ...{ against: against as string | null, policy: policy as string | null, sellers: Number(sellers) },
        })),
      });
  }
  return moves;
}

/** Tiers from best to worst; a tier that is none, such as not_assessable, has no place. */
const placesSql = ({ tiers }: Programme): string =>
  `(VALUES ${tiers.map(({ key }, at) => `(${quoted(key)}, ${at})`).join(', ')}) AS t (tier, place)`;

async function overTime(asked: Backtest, side: SideName, programme: Programme): Promise<OverTime> {
  const { duck, to } = asked;
  const places = placesSql(programme);
  const [moved] = await duck.run(`
    WITH steps AS (
      SELECT d.seller_id, t.place, d.day, row_number() OVER w AS nth, lag(t.place) OVER w AS place_before
      FROM tier_days AS d LEFT JOIN ${places} ON t.tier = d.tier
      WHERE d.side = '${side}' AND d.decides
      WINDOW w AS (PARTITION BY d.seller_id ORDER BY d.day)
    )
    SELECT
      count(*) FILTER (WHERE place < place_before) AS moved_up, count(*) FILTER (WHERE place > place_before) AS moved_down,
      count(*) FILTER (WHERE place IS NOT NULL AND place_before IS NULL) AS first_judged,
      count(*) FILTER (WHERE place IS NULL AND place_before IS NOT NULL) AS no_longer_judged
    FROM steps`);
  const [end] = await duck.run(`
    SELECT count(*) AS not_assessable FROM tier_days AS d LEFT JOIN ${places} ON t.tier = d.tier
    WHERE d.side = '${side}' AND d.day = ${dateLiteral(to)} AND t.place IS NULL`);
  const events = await duck.run(`
    SELECT what, metric, count(DISTINCT seller_id) AS sellers, count(*) AS times FROM metric_days
    WHERE side = '${side}' GROUP BY GROUPING SETS ((what), (what, metric))`);
  const of = (what: string, metric: string | null) => events.find((row) => row.what === what && row.metric === metric);
  const sellers = (what: string, metric: string | null = null) => Number(of(what, metric)?.sellers ?? 0);
  const said = (metric: string | null) => ({
    ...{ missed: sellers('missed', metric), noticed: sellers('noticed', metric) },
    ...{ confirmed: sellers('confirmed', metric), to_a_person: sellers('to_a_person', metric) },
  });
  const numbers = Object.fromEntries(Object.entries({ ...moved, ...end }).map(([name, value]) => [name, Number(value)]));
  const { metricTitle } = wordingFor('en', namesTried(asked));
  return {
    ...(numbers as Pick<OverTime, 'moved_up' | 'moved_down' | 'first_judged' | 'no_longer_judged' | 'not_assessable'>),
    ...said(null),
    ...{ notices: Number(of('noticed', null)?.times ?? 0), confirmations: Number(of('confirmed', null)?.times ?? 0) },
    metrics: programme.metrics.map(({ metric }) => ({ metric, title: metricTitle(metric), ...said(metric) })),
  };
}

function cannotKnow({ run, sides, from }: Backtest): string[] {
  const reach = Math.max(...Object.values(sides).map(reachOf));
  return [
    `Outcomes are as run ${run.run_id} judges them today: what landed later than an evaluation day counts on it all the same, so that nights of that time may have said something else.`,
    'Regions, metrics and what counts as a fault are those of that run; only programmes are tried out.',
    'Sellers, buyers and carriers did not know of this policy. Whoever had been warned might have mended it.',
    `Nobody holds a tier or a notice when the first evaluation begins. Windows reach back up to ${reach} days before ${wordingFor('en').format.day(from)}, as far as orders landed.`,
    ...(Object.values(sides).some(({ evaluation }) => evaluation?.approval)
      ? [
          'Where a person must approve a change of tier, every change is taken as approved at once; departures and appeals are not known.',
        ]
      : []),
    'The days on which a policy is in force are not looked at: it is tried on every evaluation day asked for.',
    ...(run.not_measured.length > 0
      ? [`Nothing landed for ${run.not_measured.join(', ')}: these hold nobody back here, and may once they are measured.`]
      : []),
  ];
}
