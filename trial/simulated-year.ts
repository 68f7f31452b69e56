/** A year of weekly evaluations of simulated sellers, judged by the product's own SQL. */
import { addDays } from '../contracts/days.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { type Policies, type Programme, roomOf } from '../policies/policy.js';
import { dateLiteral, quoted } from '../sql/literals.js';
import { COUNTED } from '../sql/outcome-codes.js';
import type { SqlFiles } from '../sql/render.js';
import { Evaluations, withoutPersons } from './evaluations.js';
import { CELL_COLUMNS, cellRows, dayOutcomes, daysSql, type Faults } from './simulated-days.js';

/** Sellers alike. */
export interface Group {
  /** Orders in 28 days, on average. */
  volume: number;
  /** The true rate as a multiple of the bound; sellers of more than one were good ones until a day of the first week. */
  times: number;
  faults: Faults;
  sellers: number;
  /** The number of the first of them, 0 where it is left out: a kind may be simulated in parts, each seller with days of its own. */
  first?: number;
}

/** What a group met, as shares of its sellers; medians in days from the first worse day on, null where fewer than half met it. */
export interface GroupYear extends Group {
  bound: number;
  noticed: number;
  effects: number;
  to_a_person: number;
  /** The rate above the bound in any weekly look with so many orders at least. */
  raw: number;
  /** An early warning on any night that was judged; 0 where they are not asked for. */
  warned: number;
  days_to_warning: number | null;
  days_to_notice: number | null;
  days_to_effect: number | null;
  days_to_person: number | null;
}

/** What holds of a good seller: the rate is this share of the bound. */
export const GOOD = 0.4;
/** why 30: what marketplaces ask for at least before a rate counts. */
const RAW_ORDERS = 30;
/** A Monday: most programmes evaluate on Mondays. */
const FIRST = '2024-04-01';
export const WEEKS = 52;
/** why 12: a notice is over after twelve weeks, so that the year begins like any other. */
const WEEKS_BEFORE = 12;

/** One entry of a programme, judged alone: of sellers of its own, in a region of its own. */
interface Rule {
  /** With one metric, one bound and two tiers; its name is its region. */
  programme: Programme;
  metric: string;
  bound: number;
  maturation: number;
  /** Windows that may be asked. */
  windows: number[];
  /** Days that an evaluation looks at. */
  looked: number;
}

const why = 'simulated';
const [GOOD_TIER, BELOW] = ['good', 'below'] as const;

/** The metrics of a programme as rules; of each the standard's bound, or the one that is given. */
function rulesOf({ metrics }: Pick<Policies, 'metrics'>, programme: Programme, bound: number | undefined): Rule[] {
  // A score adds up metrics, and here each is alone. Nobody is there to approve or release: whatever an evaluation says is taken as said.
  const { score: _score, evaluation, ...rest } = programme;
  const alone = { ...rest, ...(evaluation ? { evaluation: withoutPersons(evaluation) } : {}) };
  return programme.metrics.map((asked, nth) => {
    const standard = asked.tiers[programme.standard]!;
    const windows = [asked.window_days, ...(asked.low_volume ? [asked.low_volume.window_days] : [])];
    const { buyers = 0, faults, ...floor } = asked.at_least;
    // Notices look at the usual window, and so does the raw rule here.
    // An entry of some orders is judged as if these were all.
    const { stretch: _, of: __, where: ___, ...usual } = asked;
    const metric = roomOf(asked);
    const good = bound === undefined ? standard : { at_most: bound, why };
    return {
      ...{ metric, bound: good.at_most, windows },
      maturation: metrics.find((judged) => judged.metric === metric)!.maturation_days,
      looked: Math.max(...windows, programme.evaluation?.effect.fresh_days ?? 0),
      programme: {
        ...alone,
        ...{ programme: regionOf(nth), regions: [regionOf(nth)], standard: GOOD_TIER },
        tiers: [GOOD_TIER, BELOW].map((key) => ({ key, title: key, means: key })),
        // Every simulated order has a buyer of its own: so many buyers are so many faults.
        metrics: [{ ...usual, metric, at_least: { ...floor, faults: Math.max(faults, buyers) }, tiers: { [GOOD_TIER]: good } }],
      },
    };
  });
}

const regionOf = (nth: number): string => `R${nth}`;

export const kindOf = (volume: number, times: number, faults: Faults): string => `${volume} ${times} ${faults}`;

/** How ids of a group begin, whichever groups are simulated with it. why so short: an engine is quicker with twelve letters at most. */
const idOf = ({ volume, times, faults }: Group, rule: number): string =>
  `${rule > 0 ? `${rule}m` : ''}${Math.round(times * 10)}${faults[0]}${volume}`;

async function makeSellers(duck: Duck, groups: readonly Group[], rules: readonly Rule[]): Promise<void> {
  const kinds = new Map<string, string[]>();
  const rows = rules.flatMap(({ bound, programme }, rule) =>
    groups.map((group, nth) => {
      const { volume, times, faults, sellers, first = 0 } = group;
      const kindAt = (rate: number): string => `${programme.programme} ${kindOf(volume, rate, faults)}`;
      const [before, later] = [times > 1 ? GOOD : times, times];
      for (const rate of [before, later]) {
        const kind = kindAt(rate);
        if (!kinds.has(kind)) kinds.set(kind, cellRows(kind, dayOutcomes(volume / 28, Math.min(1, bound * rate), faults)));
      }
      const place = `${rule * groups.length + nth}, '${idOf(group, rule)}', ${first}, ${first + sellers}`;
      return `(${place}, '${kindAt(before)}', '${kindAt(later)}', '${programme.programme}')`;
    }),
  );
  await duck.run(`CREATE OR REPLACE TABLE cells (${CELL_COLUMNS})`);
  for (const cells of kinds.values()) await duck.run(`INSERT INTO cells VALUES ${cells.join(', ')}`);
  await duck.run(`
    CREATE OR REPLACE TABLE sellers AS
    SELECT
      format('{}-{}', g.id, n) AS seller_id, g.nth, g.kind, g.kind_later,
      CAST(DATE '${FIRST}' + CAST(n % 7 AS INTEGER) AS DATE) AS turns_on,
      CAST(NULL AS VARCHAR) AS name, g.region AS home_region, 'active' AS status
    FROM (VALUES ${rows.join(', ')}) AS g (nth, id, first, until, kind, kind_later, region), range(g.first, g.until) AS r (n)`);
}

const within = (run_date: string, maturation: number, days: number): string =>
  `cohort_day > DATE '${addDays(run_date, -maturation - days)}' AND cohort_day <= DATE '${addDays(run_date, -maturation)}'`;

/** Counts as the night has them, out of simulated days. A seller's days count for every metric; its region asks for one. */
function countsSql(rules: readonly Rule[], placed: number, run_date: string): string {
  const counts = rules.flatMap(({ metric, maturation, windows }) =>
    windows.flatMap((window) =>
      COUNTED.map(({ name }) => {
        const what = name === 'met' ? 'counted - fault' : name === 'fault' ? 'fault' : '0';
        return `CAST(sum(CASE WHEN ${within(run_date, maturation, window)} THEN ${what} ELSE 0 END) AS BIGINT) AS ${metric}_${window}_${name}`;
      }),
    ),
  );
  // Entries of one metric may ask for the same days.
  const columns = [...new Set(counts)];
  return `(
  SELECT
    d.seller_id, s.home_region AS region,
    CAST(sum(CASE WHEN cohort_day > DATE '${addDays(run_date, -placed)}' THEN counted ELSE 0 END) AS BIGINT) AS placed_${placed},
    ${columns.join(', ')}
  FROM days AS d JOIN sellers AS s ON s.seller_id = d.seller_id GROUP BY d.seller_id, s.home_region)`;
}

/** What the night reads of one metric, day by day: how many there were, or on which days there was a fault. */
const daysOfRules = (rules: readonly Rule[], run_date: string, columns: (rule: Rule) => string, where = '1 = 1'): string =>
  `(${rules
    .map(
      (rule) => `
      SELECT d.seller_id, ${columns(rule)} FROM days AS d JOIN sellers AS s ON s.seller_id = d.seller_id
      WHERE s.home_region = '${rule.programme.programme}' AND ${within(run_date, rule.maturation, rule.looked)} AND ${where}`,
    )
    .join(' UNION ALL ')})`;

const madeOf = (rules: readonly Rule[], placed: number, run_date: string) => ({
  ...{ sellers: 'sellers', seller_counts: countsSql(rules, placed, run_date) },
  seller_days: daysOfRules(
    rules,
    run_date,
    ({ metric }) => `s.home_region AS region, ${quoted(metric)} AS metric, d.cohort_day, d.counted, d.fault`,
  ),
  outcome_details: daysOfRules(
    rules,
    run_date,
    ({ metric, programme }) =>
      `'${programme.programme}' AS programme, ${quoted(metric)} AS metric, d.cohort_day, 'fault' AS outcome, CAST(NULL AS VARCHAR) AS order_id`,
    'd.fault > 0',
  ),
});

/** Without evaluations whatever is proposed is the effect. */
const eventsOf = (evaluated: boolean, warnings: boolean) => ({
  noticed: (run_date: string) => `SELECT seller_id FROM metric_standings WHERE notice_on = ${dateLiteral(run_date)}`,
  effects: (run_date: string) =>
    evaluated
      ? `SELECT seller_id FROM standings WHERE because = 'confirmed' AND evaluated_on = ${dateLiteral(run_date)}`
      : `SELECT seller_id FROM scorecards WHERE tier = '${BELOW}'`,
  warned: () => (warnings ? 'SELECT seller_id FROM early_warnings' : 'SELECT seller_id FROM sellers WHERE 1 = 0'),
  to_a_person: () => 'SELECT seller_id FROM metric_standings WHERE to_a_person',
  raw: () =>
    `SELECT seller_id FROM seller_metrics WHERE counted >= ${RAW_ORDERS} AND fault * 1000000 > CAST(round(at_most * 1E6) AS BIGINT) * counted`,
});
type Event = keyof ReturnType<typeof eventsOf>;

interface Given {
  /** What is judged, and by which numbers. */
  policies: Policies;
  programme: Programme;
  /** Of every metric; without it the bound of the standard. */
  bound?: number;
  groups: readonly Group[];
  seed: number;
  /** Whether early warnings are asked for, which nothing depends on. */
  warnings?: boolean;
}

/** The year of every group under each metric of a programme, judged alone; in the order of its metrics. */
export async function simulateYear(duck: Duck, files: SqlFiles, given: Given): Promise<GroupYear[][]> {
  const { policies, programme, groups } = given;
  const evaluated = programme.evaluation !== undefined;
  const warnings = evaluated && given.warnings === true;
  const rules = rulesOf(policies, programme, given.bound);
  const placed = programme.assessable.window_days;
  const asked = new Set(rules.map(({ metric }) => metric));
  const evaluations = new Evaluations(
    duck,
    files,
    {
      ...policies,
      metrics: policies.metrics.filter(({ metric }) => asked.has(metric)),
      programmes: rules.map((rule) => rule.programme),
    },
    warnings ? ['early_warnings'] : [],
  );
  await makeSellers(duck, groups, rules);
  await duck.run('CREATE OR REPLACE TABLE events (what VARCHAR, seller_id VARCHAR, run_date DATE)');
  const longest = Math.max(placed, ...rules.map(({ looked, maturation }) => looked + maturation)) + 1;
  let until = addDays(FIRST, -7 * WEEKS_BEFORE - longest);
  await duck.run('CREATE OR REPLACE TABLE days (seller_id VARCHAR, cohort_day DATE, counted BIGINT, fault BIGINT)');
  for (let week = -WEEKS_BEFORE; week < WEEKS; week++) {
    const run_date = addDays(FIRST, 7 * (week + 1));
    await duck.run(`
      CREATE OR REPLACE TABLE days AS
      SELECT * FROM days WHERE cohort_day > DATE '${addDays(run_date, -longest)}'
      UNION ALL SELECT * FROM (${daysSql({ from: until, to: run_date, seed: given.seed })}) AS drawn`);
    until = run_date;
    // Early warnings look at every seller's days.
    await evaluations.night(run_date, madeOf(rules, placed, run_date), { news: !warnings });
    await evaluations.publish();
    if (week < 0) continue;
    const found = Object.entries(eventsOf(evaluated, warnings)).map(
      ([what, of]) => `SELECT '${what}', seller_id, ${dateLiteral(run_date)} FROM (${of(run_date)}) AS found`,
    );
    await duck.run(`INSERT INTO events ${found.join(' UNION ALL ')}`);
  }
  return yearsOf(duck, groups, rules);
}

async function yearsOf(duck: Duck, groups: readonly Group[], rules: readonly Rule[]): Promise<GroupYear[][]> {
  const met = await duck.run(`
    WITH first AS (
      SELECT s.nth, e.what, s.seller_id, min(date_diff('day', s.turns_on, e.run_date)) AS days
      FROM events AS e JOIN sellers AS s ON s.seller_id = e.seller_id
      GROUP BY s.nth, e.what, s.seller_id
    )
    SELECT nth, what, count(*) AS sellers, list(days ORDER BY days) AS days FROM first GROUP BY nth, what`);
  return rules.map(({ bound }, rule) =>
    groups.map((group, at) => {
      const nth = rule * groups.length + at;
      const of = (what: Event) => met.find((row) => Number(row.nth) === nth && row.what === what);
      const share = (what: Event) => Number(of(what)?.sellers ?? 0) / group.sellers;
      const median = (what: Event): number | null => {
        const days = (of(what)?.days ?? []) as unknown[];
        const middle = days[Math.ceil(group.sellers / 2) - 1];
        return group.times > 1 && middle !== undefined ? Number(middle) : null;
      };
      return {
        ...{ bound, ...group, noticed: share('noticed'), effects: share('effects'), to_a_person: share('to_a_person') },
        ...{ raw: share('raw'), days_to_notice: median('noticed'), days_to_effect: median('effects') },
        ...{ days_to_person: median('to_a_person'), warned: share('warned'), days_to_warning: median('warned') },
      };
    }),
  );
}
