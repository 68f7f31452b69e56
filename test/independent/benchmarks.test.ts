/** Benchmarks of drawn marketplaces, night after night over a change of quarter: two ways of counting, and what every benchmark must keep. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someNight } from '../../infra/shared/night-columns.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { renderSelect, type Source } from '../../sql/render.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { drawnScore, withDrawnBenchmarks } from '../helpers/drawn-score.js';
import {
  type CategoryBenchmark,
  categoryBenchmarks,
  type Frozen,
  NOTHING_FROZEN,
  type OrderOfCategory,
  type SellerCategory,
  sellerCategories,
} from './benchmarks.js';
import { type ScorePart, type SellerScore, scoresOf } from './score.js';

type Judged = Parameters<typeof scoresOf>[1][number];

const METRICS = CASE_POLICIES.programmes[0]!.metrics.map(({ metric }) => metric).slice(0, 4);
const SELLERS = Array.from({ length: 40 }, (_, nth) => `s${nth}`);
const CATEGORIES = ['Books', 'books', 'toys', 'garden', 'GARDEN', null];
const NIGHTS = ['2026-10-01', '2026-11-20', '2026-12-31', '2027-01-01'];
const REGIONS = CASE_POLICIES.regions.map(({ code }) => code).slice(0, 2);
const tiers = ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key }));

const policiesOf = (draw: Draw): Policies => ({
  ...CASE_POLICIES,
  programmes: Array.from(
    { length: 8 },
    (_, nth): Programme => ({
      ...CASE_POLICIES.programmes[0]!,
      ...{ programme: `drawn-${nth}`, tiers, regions: nth % 2 === 0 ? REGIONS : REGIONS.slice(0, 1) },
      assessable: { orders: 1, window_days: draw.one([30, 90]), why: 'drawn' },
      score: withDrawnBenchmarks(draw, drawnScore(draw, METRICS)),
    }),
  ),
});

const VERDICTS: Readonly<Record<string, string>> = { within: 'met', few_days: 'met', above: 'missed', no_source: 'not_measured' };
const metricsOf = (draw: Draw, programmes: readonly Programme[]): Judged[] =>
  programmes.flatMap(({ programme }) =>
    SELLERS.flatMap((seller_id) =>
      METRICS.map((metric): Judged => {
        const counted = draw.one([7, 30, 200, 999]);
        const because = draw.one(['within', 'within', 'above', 'few_days', 'few_counted'] as const);
        return {
          seller_id,
          programme,
          metric,
          because,
          fault: draw.whole(0, Math.ceil(counted * draw.one([0.01, 0.1, 0.3]))),
          counted,
        };
      }),
    ),
  );
const ordersOf = (draw: Draw): OrderOfCategory[] =>
  Array.from({ length: 260 }, () => ({
    ...{ seller_id: draw.one(SELLERS), region: draw.one(REGIONS), category: draw.one(CATEGORIES) },
    placed_on: draw.one([
      '2026-08-01',
      '2026-09-01',
      '2026-09-02',
      '2026-09-15',
      '2026-10-01',
      '2026-10-02',
      '2026-11-15',
      '2027-01-01',
    ]),
  }));

interface Night {
  categories: SellerCategory[];
  benchmarks: CategoryBenchmark[];
  parts: ScorePart[];
  scores: SellerScore[];
}

const sorted = <Row extends object>(rows: readonly Row[], ...by: (keyof Row)[]): Row[] => {
  const key = (row: Row): string => by.map((name) => row[name]).join(' ');
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};
const share = (value: number | null) => (value === null ? null : Number(value.toFixed(9)));
const inOrder = ({ categories, benchmarks, parts, scores }: Night): Night => ({
  categories: sorted(categories, 'programme', 'seller_id'),
  benchmarks: sorted(benchmarks, 'programme', 'metric', 'category'),
  parts: sorted(parts, 'programme', 'seller_id', 'metric').map((part) => ({
    ...part,
    ...{ share: share(part.share), share_by_policy: share(part.share_by_policy)! },
  })),
  scores: sorted(scores, 'programme', 'seller_id'),
});

describe('benchmarks of drawn marketplaces', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck({ threads: 1 });
  });
  afterAll(() => duck?.close());

  async function table(name: string, rows: readonly object[], columns: Record<string, string>): Promise<void> {
    const shape = JSON.stringify([columns]);
    await duck.run(
      `CREATE OR REPLACE TABLE ${name} AS SELECT unnest(from_json('${JSON.stringify(rows)}', '${shape}'), recursive := true)`,
    );
  }
  const plain = async <Row>(from: string, without?: string): Promise<Row[]> =>
    (await duck.run(`SELECT * ${without ? `EXCLUDE (${without})` : ''} FROM ${from}`)).map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value instanceof Date ? value.toISOString().slice(0, 10) : value,
          ]),
        ) as Row,
    );

  /** A night by the product's SQL; `remembered`: whether the night before is what `asked` was last asked. */
  async function asked(
    policies: Policies,
    run_date: string,
    orders: readonly OrderOfCategory[],
    metrics: readonly Judged[],
    remembered: boolean,
  ): Promise<Night> {
    const sql = await readSqlFiles();
    const text = 'VARCHAR';
    await table(
      'orders',
      orders.filter(({ placed_on }) => placed_on <= run_date),
      { seller_id: text, region: text, category: text, placed_on: text },
    );
    await duck.run('CREATE OR REPLACE VIEW ledger AS SELECT *, CAST(placed_on AS DATE) AS placed_day, 1 AS weight FROM orders');
    await table(
      'judged',
      metrics.map((m) => ({ ...m, verdict: VERDICTS[m.because] ?? 'not_assessable' })),
      { seller_id: text, programme: text, metric: text, because: text, verdict: text, fault: 'BIGINT', counted: 'BIGINT' },
    );
    await duck.run('CREATE OR REPLACE VIEW metrics AS SELECT *, CAST(fault AS DOUBLE) / counted AS accountable_rate FROM judged');
    const tables: Record<string, string> = { 'run seller_metrics': 'metrics', 'ledger order_outcomes': 'ledger' };
    const night = { ...someNight(policies, remembered ? 'later' : 'first'), run_date };
    for (const dataset of ['seller_categories', 'category_benchmarks']) {
      if (remembered) await duck.run(`CREATE OR REPLACE TABLE ${dataset}_before AS SELECT * FROM ${dataset}`);
      tables[`previous ${dataset}`] = `${dataset}_before`;
    }
    for (const dataset of ['seller_categories', 'category_benchmarks', 'score_curves', 'score_parts', 'scores']) {
      const { select } = renderSelect(
        `marts/${dataset}.sql`,
        sql,
        night,
        ({ kind, dataset: of }: Source) => tables[`${kind} ${of}`]!,
      );
      await duck.run(`CREATE OR REPLACE TABLE ${dataset} AS ${select}`);
      tables[`run ${dataset}`] = dataset;
    }
    return inOrder({
      categories: await plain('seller_categories'),
      benchmarks: await plain('category_benchmarks', 'policy_version'),
      parts: await plain('score_parts', 'because, fault, counted, accountable_rate, out_of'),
      scores: await plain('scores', 'policy_version, out_of, metrics_needed'),
    });
  }

  function expected(
    policies: Policies,
    run_date: string,
    orders: readonly OrderOfCategory[],
    metrics: readonly Judged[],
    before: Frozen,
  ): Night {
    const categories = sellerCategories(policies.programmes, orders, run_date, before);
    const benchmarks = categoryBenchmarks(policies.programmes, metrics, categories, run_date, before);
    const { parts, scores } = scoresOf(policies.programmes, metrics, { categories, benchmarks });
    return inOrder({ categories, benchmarks, parts, scores });
  }

  it('come out alike by two ways of counting, night after night, and add up', async () => {
    const draw = new Draw(31);
    const policies = policiesOf(draw);
    const orders = ordersOf(draw);
    let before: Frozen = NOTHING_FROZEN;
    const said = new Set<string | null>();
    for (const [nth, run_date] of NIGHTS.entries()) {
      const metrics = metricsOf(draw, policies.programmes);
      const night = await asked(policies, run_date, orders, metrics, nth > 0);
      const found = expected(policies, run_date, orders, metrics, before);
      expect(night, run_date).toEqual(found);
      for (const { seller_id, programme, score } of night.scores) {
        const own = night.parts.filter((one) => one.seller_id === seller_id && one.programme === programme);
        const brought = own.flatMap(({ contribution }) => contribution ?? []);
        expect(brought.length > 0 ? brought.reduce((a, b) => a + b, 0) : null).toBe(score);
      }
      for (const { benchmark_because } of night.parts) said.add(benchmark_because);
      before = found;
    }
    expect([...said].sort()).toEqual(['few_sellers', 'measured', 'new_category', 'no_category', null].sort());
  });

  it('stay as they are until the quarter ends, whatever sellers do meanwhile, and then are worked out anew', async () => {
    const draw = new Draw(37);
    const policies = policiesOf(draw);
    const orders = ordersOf(draw);
    const first = await asked(policies, NIGHTS[0]!, orders, metricsOf(draw, policies.programmes), false);
    const worse = metricsOf(draw, policies.programmes).map((m) => ({ ...m, fault: m.counted, because: 'above' as const }));
    const later = await asked(policies, NIGHTS[2]!, orders, worse, true);
    const known = new Set(first.benchmarks.map(({ programme, metric }) => `${programme} ${metric}`));
    expect(later.benchmarks.filter(({ programme, metric }) => known.has(`${programme} ${metric}`))).toEqual(first.benchmarks);
    const had = new Set(first.categories.map(({ programme, seller_id }) => `${programme} ${seller_id}`));
    expect(later.categories.filter(({ programme, seller_id }) => had.has(`${programme} ${seller_id}`))).toEqual(first.categories);
    const anew = await asked(policies, NIGHTS[3]!, orders, worse, true);
    expect(anew.benchmarks.length).toBeGreaterThan(0);
    expect(
      anew.benchmarks.every(({ frozen_on, benchmark }) => frozen_on === NIGHTS[3] && (benchmark === 1 || benchmark === null)),
    ).toBe(true);
  });

  it('do not move with the order of files and rows', async () => {
    const draw = new Draw(41);
    const policies = policiesOf(draw);
    const [orders, metrics] = [ordersOf(draw), metricsOf(draw, policies.programmes)];
    const night = await asked(policies, NIGHTS[0]!, orders, metrics, false);
    expect(await asked(policies, NIGHTS[0]!, orders.toReversed(), metrics.toReversed(), false)).toEqual(night);
  });

  it('are no help to whoever has more faults within the quarter', async () => {
    const draw = new Draw(43);
    const policies = policiesOf(draw);
    const orders = ordersOf(draw);
    const metrics = metricsOf(draw, policies.programmes);
    await asked(policies, NIGHTS[0]!, orders, metrics, false);
    const tonight = await asked(policies, NIGHTS[1]!, orders, metrics, true);
    const oneMore = metrics.map((m) => ({ ...m, fault: m.fault! + 1, counted: m.counted! + 1 }));
    const worse = await asked(policies, NIGHTS[1]!, orders, oneMore, true);
    let lower = 0;
    for (const [nth, { score }] of tonight.scores.entries()) {
      if (score === null) continue;
      expect(worse.scores[nth]!.score).toBeLessThanOrEqual(score);
      if (worse.scores[nth]!.score! < score) lower++;
    }
    expect(lower).toBeGreaterThan(50);
  });
});
