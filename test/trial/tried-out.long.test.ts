import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFiles } from '../../cli/analysis.js';
import { runToTry } from '../../cli/run-to-try.js';
import { BacktestReport } from '../../contracts/backtest.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { readPolicies } from '../../lambdas/shared/read-run-files.js';
import type { Programme } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { backtest } from '../../trial/backtest.js';
import { lastNight, named } from '../../trial/trial-nights.js';
import { scorecards } from '../helpers/scorecards.js';
import { ask, filesOf, type TestMarketplace } from '../night/test-marketplace.js';
import { FIRST, LAST, MONDAYS, NIGHTLY, POINTED, POLICIES, WEEKLY, weeklyMarketplace } from './weekly-marketplace.js';

let marketplace: TestMarketplace;
let prefixes: string[];
let duck: Duck;

beforeAll(async () => {
  [{ marketplace, prefixes }, duck] = await Promise.all([weeklyMarketplace(), openDuck()]);
});
afterAll(async () => {
  duck?.close();
  await marketplace?.gone();
});

/** A backtest over the last run, in an engine that the test may ask. */
async function tried(policy: Programme, against: Programme | undefined) {
  const store = new FolderStore(marketplace.store);
  const prefix = prefixes.at(-1)!;
  const sides = { policy, ...(against ? { against } : {}) };
  return withFiles(store, async (fileOf) =>
    backtest({
      ...{ duck, files: await readSqlFiles(), policies: await readPolicies(store, prefix), sides, given: {} },
      run: await runToTry({ store, prefix, fileOf }, Object.values(sides)),
      ...{ from: FIRST, to: LAST, simulate: 0 },
    }),
  );
}

const asText = (rows: Record<string, unknown>[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
const EACH = ['seller_metrics', 'scorecards', 'standings', 'metric_standings'] as const;

/** Rows of a programme as a night published them, and as the backtest's last night has them. */
async function both(dataset: (typeof EACH)[number], programme: string, side: string, prefix: string) {
  const columns = '* EXCLUDE (programme)';
  const published = await ask(
    `SELECT ${columns} FROM ${await marketplace.relation(prefix, dataset)} AS r WHERE programme = '${programme}'`,
  );
  return {
    published: asText(published),
    tried: asText(await duck.run(`SELECT ${columns} FROM ${lastNight(dataset)} WHERE programme = '${side}'`)),
  };
}

it('takes a change that a person must approve as approved, and what a person would have to release as released', () => {
  const asked = { ...WEEKLY, evaluation: { ...WEEKLY.evaluation!, approval: { needed_for: 'losses' as const, why: 'made' } } };
  const circuit_breaker = { ...WEEKLY.evaluation!.circuit_breaker, share: 1 };
  expect(named({ policy: asked })[0]!.evaluation).toEqual({ ...WEEKLY.evaluation, approval: undefined, circuit_breaker });
});

describe('a policy that was in force, tried again', () => {
  let again: BacktestReport;
  beforeAll(async () => {
    again = await tried(WEEKLY, NIGHTLY);
  });

  it('says of each seller what the nights said one by one', async () => {
    for (const dataset of EACH)
      for (const [programme, side] of [
        ['weekly', 'policy'],
        ['nightly', 'against'],
      ] as const) {
        const found = await both(dataset, programme, side, prefixes.at(-1)!);
        expect(found.tried, `${dataset} of ${programme}`).toEqual(found.published);
        if (programme === 'weekly') expect(found.tried.length, dataset).toBeGreaterThan(0);
      }
  });

  it('knows points: violations that landed, and weeks that were missed before', async () => {
    await tried(POINTED, undefined);
    const found = await both('scorecards', 'pointed', 'policy', prefixes.at(-1)!);
    expect(found.tried).toEqual(found.published);
    const capped = async (seller: string) =>
      (await duck.run(`SELECT tier FROM ${lastNight('scorecards')} WHERE seller_id = '${seller}' AND tier_because = 'points'`))[0]
        ?.tier;
    // A violation alone, and weeks that were missed until they had mended it.
    expect(await capped('s-good')).toBe('below');
    expect(await capped('s-turns')).toBe('good');
  });

  it('counts what the nights counted: bounds missed, notices, and tiers lost weeks later', async () => {
    const { policy } = again.over_time;
    const count = async (dataset: string, what: string): Promise<number> => {
      const nights = await Promise.all(
        prefixes.map(async (prefix, nth) => {
          const where = what.replaceAll('TONIGHT', `DATE '${MONDAYS[nth]}'`);
          return `SELECT seller_id FROM ${await marketplace.relation(prefix, dataset)} AS r WHERE programme = 'weekly' AND ${where}`;
        }),
      );
      const [row] = await ask(
        `SELECT count(*) AS n, count(DISTINCT seller_id) AS sellers FROM (${nights.join(' UNION ALL ')}) AS u`,
      );
      return dataset === 'seller_metrics' ? Number(row!.sellers) : Number(row!.n);
    };
    const published = {
      missed: await count('seller_metrics', "verdict = 'missed'"),
      notices: await count('metric_standings', 'notice_on = TONIGHT'),
      confirmations: await count('metric_standings', "verdict = 'confirmed'"),
      moved_down: await count('standings', "because = 'confirmed' AND since = TONIGHT"),
    };
    expect(policy).toMatchObject(published);
    expect(published.missed).toBeGreaterThan(policy.noticed);
    expect(policy.noticed).toBeGreaterThan(policy.confirmed);
    expect(published.moved_down).toBeGreaterThan(0);
  });

  it('tells, limit by limit, whom luck explains from whom it does not', () => {
    const { limits } = again.costs.find(({ metric }) => metric === 'late_dispatch')!;
    for (const { hit, beyond_luck, gmv, gmv_by_luck } of limits) {
      expect(beyond_luck).toBeLessThanOrEqual(hit);
      const sum = (values: typeof gmv | null) => values!.reduce((all, { gmv_minor }) => all + gmv_minor, 0);
      if (beyond_luck === 0) expect(gmv_by_luck).toEqual(gmv);
      else expect(sum(gmv_by_luck)).toBeLessThan(sum(gmv));
    }
    // Bad and Small are late too often for luck; One Buyer’s 5 of 29 without the worst day are not.
    expect(limits.find(({ is_standard }) => is_standard)).toMatchObject({
      at_most: 0.1,
      hit: 3,
      beyond_luck: 2,
      gmv_by_luck: [{ gmv_minor: 12 * 5010 }, { gmv_minor: 0 }],
    });
  });
});

describe('a stricter policy', () => {
  const strict = (at_most: number): Programme => ({
    ...{ ...NIGHTLY, version: '2.0' },
    metrics: NIGHTLY.metrics.map((m) =>
      m.metric === 'late_dispatch'
        ? { ...m, tiers: { ...m.tiers, good: { at_most, why: 'stricter' }, top: { at_most: 0, why: 'stricter' } } }
        : m,
    ),
  });

  it('moves whom its bound hits, down and nobody else, in the group that each belongs to', async () => {
    const report = await tried(strict(0.05), NIGHTLY);
    expect(report.affected.map(({ seller_id, against, policy }) => [seller_id, against, policy])).toEqual([
      ['s-six', 'good', 'below'],
    ]);
    expect(report.affected_sellers).toBe(1);
    const [six] = report.affected;
    expect(report.costs.map(({ metric }) => metric)).toEqual(['late_dispatch', 'seller_cancellation', 'damaged_parcels']);
    const limits = report.costs[0]!.limits;
    expect(limits.map(({ at_most, hit }) => [at_most, hit])).toEqual([
      [0.025, 4],
      [0.0375, 4],
      [0.05, 4],
      // Six Percent has 6 of 96, which is exactly so much.
      [0.0625, 3],
      [0.075, 2],
      [0.1, 2],
      [0.15, 2],
    ]);
    // 18 of Bad, 6 of Six Percent, 6 of Small and 2 that Breaks cancelled late; six more of One Buyer, whom the floor of buyers spares. Twelve days of orders each.
    expect(limits[2]).toEqual({
      ...{
        at_most: 0.05,
        is_standard: true,
        assessed: 8,
        hit: 4,
        beyond_luck: null,
        faults: 32,
        all_faults: 38,
        gmv_by_luck: null,
      },
      gmv: [
        { region: 'GB', currency: 'GBP', gmv_minor: 12 * (8028 + 16120) },
        { region: 'IE', currency: 'EUR', gmv_minor: 12 * (1000 + 5010) },
      ],
    });
    expect(six!.metrics.policy[0]).toMatchObject({
      metric: 'late_dispatch',
      fault: 6,
      counted: 96,
      at_most: 0.05,
      verdict: 'missed',
    });
    expect(six!.metrics.against[0]).toMatchObject({ at_most: 0.1, verdict: 'met' });
    const moved = report.moves.filter(({ cells }) =>
      cells.some(({ against, policy }) => against === 'good' && policy === 'below'),
    );
    expect(moved.map(({ by, group }) => `${by}: ${group}`)).toEqual([
      'total: all sellers',
      'region: GB',
      'size: 100 to 299 orders',
      'tenure: up to 90 days',
      'cross_border: sells most at home',
    ]);
    for (const by of ['region', 'size', 'tenure', 'cross_border'])
      expect(
        report.moves
          .filter((one) => one.by === by)
          .flatMap(({ cells }) => cells)
          .reduce((sum, c) => sum + c.sellers, 0),
      ).toBe(8);
  });

  it('says how many it cannot judge', async () => {
    const asksForMany = { ...NIGHTLY, assessable: { ...NIGHTLY.assessable, orders: 100 } };
    const { over_time } = await tried(asksForMany, NIGHTLY);
    expect(over_time.against!.not_assessable).toBe(0);
    expect(over_time.policy.not_assessable).toBe(6);
  });
});

describe('scorecards backtest', () => {
  const file = (name: string): string => join(marketplace.folder, name);
  const backtested = (...args: string[]) =>
    scorecards('backtest', '--store', marketplace.store, '--out', file('out'), '--simulate', '0', ...args);
  const days = ['--from', FIRST, '--to', LAST];
  beforeAll(async () => {
    const texts = filesOf({ ...POLICIES, programmes: [{ ...WEEKLY, version: '2.0', in_force_from: '2027-01-01' }] });
    await writeFile(file('weekly.yaml'), texts['weekly.yaml']!);
    await writeFile(file('other.yaml'), texts['weekly.yaml']!.replace('programme: weekly', 'programme: other'));
    await writeFile(file('uk.yaml'), texts['weekly.yaml']!.replace('- GB', '- UK'));
  });

  it('compares with the programme in force, and writes JSON to its contract and a page', async () => {
    const { code, out, err } = await backtested('--policy', file('weekly.yaml'), ...days);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('In another tier on 14 Sept 2026: 0 sellers');
    expect(out).toContain(file('out/backtest.html'));
    const report = BacktestReport.parse(JSON.parse(await readFile(file('out/backtest.json'), 'utf8')));
    expect(report.computed_from).toMatchObject({
      run_id: `${LAST}-001`,
      policy: { version: '2.0' },
      against: { version: '1.0', file: null },
    });
    expect(report.computed_from.policy.evaluation_days).toEqual(MONDAYS);
  });

  it('compares with nothing where no programme of the name is in force, and shows names as they are written', async () => {
    const { code, out } = await backtested('--policy', file('other.yaml'), ...days, '--run', `${LAST}-001`);
    expect(code).toBe(0);
    expect(out).toMatch(/Below the standard on 14 Sept 2026: \d sellers/);
    const page = await readFile(file('out/backtest.html'), 'utf8');
    expect(page).toContain('&lt;script&gt;alert(&quot;Bad &amp; Sons&quot;)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|https?:|src=|url\(/);
  });

  it.each([
    ['days in the wrong order', ['--from', LAST, '--to', FIRST], /swap them/],
    [
      'a day after the run',
      ['--from', FIRST, '--to', '2026-12-31'],
      /judged up to 2026-09-14; give an earlier day, or run the night/,
    ],
    [
      'days before the first order',
      ['--from', '2026-01-05', '--to', LAST],
      /first order of these regions was placed on 2026-07-28/,
    ],
    [
      'days without an evaluation',
      ['--from', '2026-08-11', '--to', '2026-08-14'],
      /no evaluation day of --policy \(weekly\); the next is 2026-08-17/,
    ],
    ['a day that is none', ['--from', '2026-02-30', '--to', LAST], /--from 2026-02-30: is not a day/],
    ['a run that is none', [...days, '--run', '2026-01-01-001'], /did not pass its gate or is not in/],
  ])('refuses %s and says what to do', async (_, args, says) => {
    const { code, err } = await backtested('--policy', file('weekly.yaml'), ...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['uk.yaml', /uk\.yaml:\d+ regions\.0: UK is not in regions\.yaml; did you mean GB\?/],
    ['absent.yaml', /--policy .*absent\.yaml: there is no such file; give the YAML file of one programme/],
    ['out', /--policy .*out: is a folder/],
  ])('refuses %s with its place', async (name, says) => {
    const { code, err } = await backtested('--policy', file(name), ...days);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});

describe('scorecards whatif', () => {
  const whatif = (...args: string[]) => scorecards('whatif', '--store', marketplace.store, ...args);
  const rowOf = (rows: Record<string, unknown>[], programme: string, metric?: string) =>
    rows.find((row) => row.programme === programme && (metric === undefined || row.metric === metric));
  const asked = async (...args: string[]) => JSON.parse((await whatif('--json', ...args)).out);

  it('begins from what the run published', async () => {
    const { before } = await asked('s-bad', '--late-dispatch', '1');
    for (const dataset of EACH) {
      const rows = await ask(
        `SELECT * FROM ${await marketplace.relation(prefixes.at(-1)!, dataset)} AS r WHERE seller_id = 's-bad'`,
      );
      expect(asText(before[dataset]), dataset).toEqual(asText(rows));
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('adds late orders to the faults, the counted and the placed, and moves the tier once they are too many', async () => {
    // 60 counted in two weeks: of 66, 6 are 9.1 % and within a bound of 10 %; of 67, 7 are not.
    const few = await asked('s-good', '--late-dispatch', '6');
    const many = await asked('s-good', '--late-dispatch', '7');
    expect(rowOf(few.before.scorecards, 'nightly')).toMatchObject({ tier: 'top', orders: 120 });
    expect(rowOf(few.after.scorecards, 'nightly')).toMatchObject({ tier: 'top', orders: 126 });
    expect(rowOf(many.after.seller_metrics, 'weekly', 'late_dispatch')).toMatchObject({
      fault: 7,
      counted: 67,
      allowed: 6,
      verdict: 'missed',
    });
    expect(rowOf(many.after.scorecards, 'weekly')).toMatchObject({ tier: 'below' });
    expect(rowOf(many.after.standings, 'weekly')).toMatchObject({ official_tier: 'top' });
    expect(rowOf(many.after.metric_standings, 'weekly', 'late_dispatch')).toMatchObject({ verdict: 'watch' });
  });

  it('adds orders that were met to the counted alone', async () => {
    const { before, after } = await asked('s-six', '--met-late-dispatch', '24');
    expect(rowOf(before.seller_metrics, 'weekly', 'late_dispatch')).toMatchObject({ fault: 6, counted: 96, tier: 'good' });
    expect(rowOf(after.seller_metrics, 'weekly', 'late_dispatch')).toMatchObject({ fault: 6, counted: 120, tier: 'top' });
  });

  it('knows conversations, and a metric of the marketplace’s own', async () => {
    const { before, after, region } = await asked(
      's-breaks',
      '--damaged-parcels=2',
      '--met-damaged-parcels',
      '5',
      '--slow-response',
      '3',
    );
    const counts = (rows: Record<string, unknown>[], metric: string) => {
      const { fault, met } = rowOf(rows, 'weekly', metric)!;
      return [fault, met];
    };
    const [own, replies] = [counts(before.seller_metrics, 'damaged_parcels'), counts(before.seller_metrics, 'slow_response')];
    expect(counts(after.seller_metrics, 'damaged_parcels')).toEqual([Number(own[0]) + 2, Number(own[1]) + 5]);
    expect(counts(after.seller_metrics, 'slow_response')).toEqual([3, replies[1]]);
    expect(rowOf(after.scorecards, 'weekly')).toMatchObject({ orders: rowOf(before.scorecards, 'weekly')!.orders });
    expect(region).toBe('IE');
  });

  it('says before and after, and what is allowed still', async () => {
    const { code, out } = await whatif('s-good', '--late-dispatch', '7');
    expect(code).toBe(0);
    expect(out).toContain('What if 7 more orders were at fault in GB (late dispatch, counted on ');
    expect(out).toContain('held: The top ones, as before; an evaluation tonight would say: The top ones, as before');
    expect(out).toContain('bounds alone propose: The top ones → The below ones');
    expect(out).toMatch(/Late dispatch +0 of 60 \(0\.00%\) +7 of 67 \(10\.45%\) +6 +0 +met → missed +met → watch/);
  });

  it.each([
    [
      ['s-good', '--late-dispach', '2'],
      /--late-dispach: is no metric of this run's programmes, and no key of theirs; did you mean late-dispatch\?/,
    ],
    [['s-good', '--met-damaged-parcel', '2'], /--met-damaged-parcel: .*did you mean damaged-parcels\?/],
    [['s-good', '--late-dispatch', 'two'], /--late-dispatch two: needs a whole number/],
    [['s-good', '--damaged-parcels'], /--damaged-parcels : needs a whole number/],
    [['s-good'], /whatif: say what, such as --late-dispatch 2/],
    [['s-good', 's-bad', '--late-dispatch', '2'], /s-bad: stands alone/],
    [['nobody', '--late-dispatch', '2'], /nobody: has no scorecard/],
  ])('refuses %j and says what to do', async (args, says) => {
    const { code, err } = await whatif(...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});
