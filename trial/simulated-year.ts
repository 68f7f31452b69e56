/** A year of weekly evaluations of simulated sellers, judged by the product's own SQL under the shipped programme's rule. */
import { addDays } from '../contracts/days.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { readPolicyFiles } from '../policies/files.js';
import { loadPolicies } from '../policies/load.js';
import type { Policies } from '../policies/policy.js';
import { COUNTED } from '../sql/outcome-codes.js';
import type { SqlFiles } from '../sql/render.js';
import { Evaluations } from './evaluations.js';
import { CELL_COLUMNS, cellRows, dayOutcomes, daysSql, type Faults } from './simulated-days.js';

/** Sellers alike. */
export interface Group {
  /** Orders in 28 days, on average. */
  volume: number;
  /** The true rate as a multiple of the bound; sellers of more than one were good ones until a day of the first week. */
  times: number;
  faults: Faults;
  sellers: number;
}

/** What a group met, as shares of its sellers; medians in days from the first worse day on, null where fewer than half met it. */
export interface GroupYear extends Group {
  bound: number;
  noticed: number;
  effects: number;
  to_a_person: number;
  /** The rate above the bound in any weekly look with so many orders at least. */
  raw: number;
  days_to_notice: number | null;
  days_to_effect: number | null;
  days_to_person: number | null;
}

/** What holds of a good seller: the rate is this share of the bound. */
export const GOOD = 0.4;
/** why 30: what marketplaces ask for at least before a rate counts. */
const RAW_ORDERS = 30;
/** A Monday: the programme evaluates on Mondays. */
const FIRST = '2024-04-01';
export const WEEKS = 52;
/** why 12: a notice is over after twelve weeks, so that the year begins like any other. */
const WEEKS_BEFORE = 12;
const METRIC = 'late_dispatch';

/** The shipped programme with one metric, one bound and two tiers. */
async function policiesOf(bound: number): Promise<Policies> {
  const shipped = loadPolicies(await readPolicyFiles('policies'), FIRST_IN_FORCE);
  const [programme] = shipped.programmes;
  const metric = programme?.metrics.find((m) => m.metric === METRIC);
  if (!programme?.evaluation || !metric) throw new Error(`policies/: no programme with evaluations judges ${METRIC}`);
  const why = 'simulated';
  return {
    ...shipped,
    metrics: shipped.metrics.filter((m) => m.metric === METRIC),
    programmes: [
      {
        ...programme,
        regions: [REGION],
        standard: 'good',
        tiers: ['good', 'below'].map((key) => ({ key, title: key, means: key })),
        metrics: [{ ...metric, tiers: { good: { at_most: bound, why } } }],
      },
    ],
  };
}
const FIRST_IN_FORCE = '2026-11-16';
const REGION = 'DE';

export const kindOf = (volume: number, times: number, faults: Faults): string => `${volume} ${times} ${faults}`;

async function makeSellers(duck: Duck, groups: readonly Group[], bound: number): Promise<void> {
  const kinds = new Map<string, string[]>();
  const rows = groups.map(({ volume, times, faults, sellers }, nth) => {
    const [before, later] = [times > 1 ? GOOD : times, times];
    for (const rate of [before, later]) {
      const kind = kindOf(volume, rate, faults);
      if (!kinds.has(kind)) kinds.set(kind, cellRows(kind, dayOutcomes(volume / 28, Math.min(1, bound * rate), faults)));
    }
    return `(${nth}, ${sellers}, '${kindOf(volume, before, faults)}', '${kindOf(volume, later, faults)}')`;
  });
  await duck.run(`CREATE OR REPLACE TABLE cells (${CELL_COLUMNS})`);
  for (const cells of kinds.values()) await duck.run(`INSERT INTO cells VALUES ${cells.join(', ')}`);
  await duck.run(`
    CREATE OR REPLACE TABLE sellers AS
    SELECT
      format('{}-{}', g.nth, n) AS seller_id, g.nth, g.kind, g.kind_later,
      CAST(DATE '${FIRST}' + CAST(n % 7 AS INTEGER) AS DATE) AS turns_on,
      CAST(NULL AS VARCHAR) AS name, '${REGION}' AS home_region, 'active' AS status
    FROM (VALUES ${rows.join(', ')}) AS g (nth, sellers, kind, kind_later), range(0, g.sellers) AS r (n)`);
}

/** Counts as the night has them, out of simulated days. */
const countsSql = (window: number, placed: number, run_date: string, maturation: number): string => `(
  SELECT
    seller_id, '${REGION}' AS region, CAST(sum(counted) AS BIGINT) AS placed_${placed},
    ${COUNTED.map(({ name }) => {
      const what = name === 'met' ? 'counted - fault' : name === 'fault' ? 'fault' : '0';
      const here = `cohort_day > DATE '${addDays(run_date, -maturation - window)}' AND cohort_day <= DATE '${addDays(run_date, -maturation)}'`;
      return `CAST(sum(CASE WHEN ${here} THEN ${what} ELSE 0 END) AS BIGINT) AS ${METRIC}_${window}_${name}`;
    }).join(', ')}
  FROM days WHERE cohort_day > DATE '${addDays(run_date, -placed)}' GROUP BY seller_id)`;

const EVENTS = {
  noticed: (run_date: string) => `SELECT seller_id FROM metric_standings WHERE notice_on = DATE '${run_date}'`,
  effects: (run_date: string) =>
    `SELECT seller_id FROM standings WHERE because = 'confirmed' AND evaluated_on = DATE '${run_date}'`,
  to_a_person: () => 'SELECT seller_id FROM metric_standings WHERE to_a_person',
  raw: (_: string, bound: number) =>
    `SELECT seller_id FROM seller_metrics WHERE counted >= ${RAW_ORDERS} AND fault * 1000000 > ${Math.round(bound * 1e6)} * counted`,
} as const;

/** The year of every group under one bound. */
export async function simulateYear(
  duck: Duck,
  files: SqlFiles,
  given: { bound: number; groups: readonly Group[]; seed: number },
): Promise<GroupYear[]> {
  const policies = await policiesOf(given.bound);
  const [programme, [judged]] = [policies.programmes[0]!, policies.metrics];
  const [window, placed, mature] = [programme.metrics[0]!.window_days, programme.assessable.window_days, judged!.maturation_days];
  await makeSellers(duck, given.groups, given.bound);
  await duck.run('CREATE OR REPLACE TABLE events (what VARCHAR, seller_id VARCHAR, run_date DATE)');
  const evaluations = new Evaluations(duck, files, policies);
  const longest = placed + mature + 1;
  let until = addDays(FIRST, -7 * WEEKS_BEFORE - longest);
  await duck.run('CREATE OR REPLACE TABLE days (seller_id VARCHAR, cohort_day DATE, counted BIGINT, fault BIGINT)');
  for (let week = -WEEKS_BEFORE; week < WEEKS; week++) {
    const run_date = addDays(FIRST, 7 * (week + 1));
    await duck.run(`
      CREATE OR REPLACE TABLE days AS
      SELECT * FROM days WHERE cohort_day > DATE '${addDays(run_date, -longest)}'
      UNION ALL SELECT * FROM (${daysSql({ from: until, to: run_date, seed: given.seed })}) AS drawn`);
    until = run_date;
    const matured = `cohort_day <= DATE '${addDays(run_date, -mature)}' AND cohort_day > DATE '${addDays(run_date, -mature - window)}'`;
    await evaluations.night(run_date, {
      ...{ sellers: 'sellers', seller_counts: countsSql(window, placed, run_date, mature) },
      seller_days: `(SELECT seller_id, '${REGION}' AS region, '${METRIC}' AS metric, cohort_day, counted, fault FROM days WHERE ${matured})`,
    });
    await evaluations.publish();
    if (week < 0) continue;
    for (const [what, of] of Object.entries(EVENTS)) {
      await duck.run(
        `INSERT INTO events SELECT '${what}', seller_id, DATE '${run_date}' FROM (${of(run_date, given.bound)}) AS found`,
      );
    }
  }
  return yearsOf(duck, given.groups, given.bound);
}

async function yearsOf(duck: Duck, groups: readonly Group[], bound: number): Promise<GroupYear[]> {
  const met = await duck.run(`
    WITH first AS (
      SELECT s.nth, e.what, s.seller_id, min(date_diff('day', s.turns_on, e.run_date)) AS days
      FROM events AS e JOIN sellers AS s ON s.seller_id = e.seller_id
      GROUP BY s.nth, e.what, s.seller_id
    )
    SELECT nth, what, count(*) AS sellers, list(days ORDER BY days) AS days FROM first GROUP BY nth, what`);
  return groups.map((group, nth) => {
    const of = (what: keyof typeof EVENTS) => met.find((row) => Number(row.nth) === nth && row.what === what);
    const share = (what: keyof typeof EVENTS) => Number(of(what)?.sellers ?? 0) / group.sellers;
    const median = (what: keyof typeof EVENTS): number | null => {
      const days = (of(what)?.days ?? []) as unknown[];
      const middle = days[Math.ceil(group.sellers / 2) - 1];
      return group.times > 1 && middle !== undefined ? Number(middle) : null;
    };
    return {
      ...{ bound, ...group, noticed: share('noticed'), effects: share('effects'), to_a_person: share('to_a_person') },
      ...{ raw: share('raw'), days_to_notice: median('noticed'), days_to_effect: median('effects') },
      days_to_person: median('to_a_person'),
    };
  });
}
