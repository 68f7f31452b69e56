/** What a metric's standard would meet at other limits on one day: sellers above it, and what their orders are worth. */

import type { BacktestReport } from '../contracts/backtest.js';
import { addDays } from '../contracts/days.js';
import { type Policies, type Programme, type ProgrammeMetric, roomOf } from '../policies/policy.js';
import { dateLiteral, ppm, quoted } from '../sql/literals.js';
import { wordingFor } from '../wording/wording.js';
import type { Backtest } from './backtest.js';
import { Evaluations, type Made } from './evaluations.js';
import { namesTried } from './trial-nights.js';

type Limit = BacktestReport['costs'][number]['limits'][number];
type Value = Limit['gmv'][number];

/** Multiples of the standard's bound. why these: half and twice are what people ask for; three times is about where nobody is left. */
const TIMES = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** Where the bound is none at all, multiples of it say nothing. */
const FROM_NONE = [0, 0.005, 0.01, 0.02, 0.05];

/** Limits as shares, exact to the millionth, each once. */
function limitsOf({ at_most }: ProgrammeMetric['tiers'][string]): number[] {
  const wanted = at_most === 0 ? FROM_NONE : TIMES.map((times) => Math.min(1, times * at_most));
  return [...new Set(wanted.map((limit) => ppm(limit)))].map((millionths) => millionths / 1_000_000);
}

/** One programme a limit, which asks for this metric alone and has two tiers. */
function variants(programme: Programme, asked: ProgrammeMetric): { at_most: number; programme: Programme }[] {
  const standard = asked.tiers[programme.standard]!;
  return limitsOf(standard).map((at_most) => ({
    at_most,
    programme: {
      ...{ ...programme, programme: `limit-${ppm(at_most)}`, standard: 'within' },
      tiers: ['within', 'above'].map((key) => ({ key, title: key, means: key })),
      metrics: [{ ...asked, tiers: { within: { ...standard, at_most } } }],
    },
  }));
}

/** Goods value of the orders that decide whether a seller is judged, by seller and region: the table `seller_values`. */
async function makeValues({ duck, sides, policies, to }: Backtest): Promise<void> {
  const { regions, assessable } = sides.policy;
  const currencies = policies.regions
    .filter(({ code }) => regions.includes(code))
    .map((r) => `(${quoted(r.code)}, ${quoted(r.currency)})`);
  await duck.run(`
    CREATE OR REPLACE TABLE seller_values AS
    SELECT o.seller_id, o.region, o.currency, CAST(sum(o.weight * o.gmv_minor) AS BIGINT) AS gmv_minor
    FROM loaded_order_outcomes AS o JOIN (VALUES ${currencies.join(', ')}) AS c (region, currency)
      ON c.region = o.region AND c.currency = o.currency
    WHERE o.placed_day > ${dateLiteral(addDays(to, -assessable.window_days))} AND o.placed_day <= ${dateLiteral(to)}
    GROUP BY o.seller_id, o.region, o.currency`);
}

export async function costCurves(asked: Backtest, rows: Made): Promise<BacktestReport['costs']> {
  await makeValues(asked);
  const { metricTitle } = wordingFor('en', namesTried(asked));
  const curves: BacktestReport['costs'] = [];
  for (const metric of asked.sides.policy.metrics) {
    if (asked.run.not_measured.includes(roomOf(metric))) continue;
    const limits = await limitsFound(asked, rows, metric);
    curves.push({ metric: metric.metric, title: metricTitle(metric.metric), limits });
  }
  return curves;
}

async function limitsFound(asked: Backtest, rows: Made, metric: ProgrammeMetric): Promise<Limit[]> {
  const { duck, sides, to, run } = asked;
  const tried = variants(sides.policy, metric);
  const policies: Policies = { ...asked.policies, programmes: tried.map(({ programme }) => programme) };
  await new Evaluations(duck, asked.files, policies).night(to, rows, { not_measured: run.not_measured, news: true });
  await duck.run(`
    CREATE OR REPLACE TABLE above_limits AS
    SELECT m.programme, m.seller_id, m.fault, m.verdict, coalesce(s.is_beyond_luck, false) AS is_beyond_luck
    FROM seller_metrics AS m
    LEFT JOIN metric_standings AS s ON s.seller_id = m.seller_id AND s.programme = m.programme AND s.metric = m.metric`);
  const counts = await duck.run(`
    SELECT
      programme, count(*) FILTER (WHERE verdict IN ('met', 'missed')) AS assessed,
      count(*) FILTER (WHERE verdict = 'missed') AS hit,
      count(*) FILTER (WHERE verdict = 'missed' AND is_beyond_luck) AS beyond_luck,
      CAST(coalesce(sum(fault) FILTER (WHERE verdict = 'missed'), 0) AS BIGINT) AS faults,
      CAST(coalesce(sum(fault), 0) AS BIGINT) AS all_faults
    FROM above_limits GROUP BY programme`);
  const values = await duck.run(`
    SELECT
      a.programme, v.region, v.currency, CAST(sum(v.gmv_minor) AS BIGINT) AS gmv_minor,
      CAST(coalesce(sum(v.gmv_minor) FILTER (WHERE NOT a.is_beyond_luck), 0) AS BIGINT) AS by_luck
    FROM above_limits AS a JOIN seller_values AS v ON v.seller_id = a.seller_id
    WHERE a.verdict = 'missed' GROUP BY a.programme, v.region, v.currency ORDER BY v.region`);
  const evaluated = sides.policy.evaluation !== undefined;
  const standard = ppm(metric.tiers[sides.policy.standard]!.at_most);
  return tried.map(({ at_most, programme }) => {
    const of = counts.find((row) => row.programme === programme.programme) ?? {};
    const valued = values.filter((row) => row.programme === programme.programme);
    const value = (column: 'gmv_minor' | 'by_luck'): Value[] =>
      valued.map((row) => ({ region: String(row.region), currency: String(row.currency), gmv_minor: Number(row[column]) }));
    const number = (column: string): number => Number(of[column] ?? 0);
    return {
      ...{ at_most, is_standard: ppm(at_most) === standard, assessed: number('assessed'), hit: number('hit') },
      ...{ beyond_luck: evaluated ? number('beyond_luck') : null, faults: number('faults'), all_faults: number('all_faults') },
      ...{ gmv: value('gmv_minor'), gmv_by_luck: evaluated ? value('by_luck') : null },
    };
  });
}
